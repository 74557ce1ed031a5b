import { type Ref, useEffect, useMemo, useRef, useState } from "react";
import type { Block, Document } from "../../../shared/submission/document.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { chunksOf, useNear } from "../lazy-part.ts";
import { useWords } from "../use-words.tsx";
import { BlockView } from "./block-view.tsx";
import { type DocumentMark, type MarksByBlock, marksByBlock, marksOf } from "./document-mark.ts";
import { selectedEvidence } from "./selected-evidence.ts";

const BLOCKS = 40;

interface ChunkProps {
  blocks: readonly Block[];
  highlight: Evidence | null;
  marks: MarksByBlock;
  first: boolean;
}

function BlockChunk({ blocks, highlight, marks, first }: ChunkProps) {
  const mark = useRef<HTMLDivElement>(null);
  const holds = highlight !== null && blocks.some((block) => block.id === highlight.block);
  const { near, height } = useNear(mark, first || holds);
  if (!near) {
    const gap = { height: height ?? `${blocks.length * 5}rem` };
    return <div ref={mark} data-from={blocks[0]?.id} aria-hidden="true" style={gap} />;
  }
  return (
    <div ref={mark} data-from={blocks[0]?.id}>
      {blocks.map((block) => (
        <BlockView
          key={block.id}
          block={block}
          highlight={highlight?.block === block.id ? highlight : null}
          marks={marksOf(marks, block.id)}
        />
      ))}
    </div>
  );
}

const targetOf = (root: HTMLElement, evidence: Evidence): HTMLElement | null => {
  const block = `[data-block="${CSS.escape(evidence.block)}"]`;
  const cell = evidence.cell === undefined ? "" : `[data-cell="${CSS.escape(evidence.cell)}"]`;
  const element = root.querySelector<HTMLElement>(block + cell) ?? root.querySelector<HTMLElement>(block);
  return element?.querySelector<HTMLElement>("mark") ?? element;
};

/** Scrolls to the highlighted place; says whether it is there at all. */
function useHighlight(document: Document, highlight: Evidence | null) {
  const root = useRef<HTMLDivElement>(null);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    setMissing(highlight !== null && !document.blocks.some((block) => block.id === highlight.block));
    if (!highlight || !root.current) return;
    targetOf(root.current, highlight)?.scrollIntoView({ block: "center", inline: "nearest" });
  }, [document, highlight]);
  return { root, missing };
}

const selectionIsEmpty = (): boolean => window.getSelection()?.isCollapsed !== false;

export interface DocumentViewProps {
  readonly document: Document;
  /** Path as it arrived, and digest: evidence of a selection names both. */
  readonly file: string;
  readonly sha256: string;
  /** The place to scroll to and highlight. A new object scrolls again, also to the same place. */
  readonly highlight?: Evidence | null;
  /** Called when text inside one block or cell was selected, with its place; `null` when the selection went. */
  readonly onSelectText?: (evidence: Evidence | null) => void;
  /** Passages that stay marked. */
  readonly marks?: readonly DocumentMark[];
  readonly onMark?: (id: string) => void;
  /** The scrolling element, for screens that scroll two documents together. */
  readonly scrollRef?: Ref<HTMLElement>;
  readonly label?: string;
}

/** A document as it was read: block by block, drawn as it comes into view. */
export function DocumentView(props: DocumentViewProps) {
  const { t } = useWords();
  const { document, file, sha256, onSelectText, onMark } = props;
  const highlight = props.highlight ?? null;
  const chunks = useMemo(() => chunksOf(document.blocks, BLOCKS), [document]);
  const marks = useMemo(() => marksByBlock(props.marks ?? []), [props.marks]);
  const { root, missing } = useHighlight(document, highlight);
  const tellSelection = onSelectText && (() => onSelectText(selectedEvidence(file, sha256)));
  return (
    <section
      className="doc-scroll"
      ref={props.scrollRef}
      aria-label={props.label ?? t("doc.region")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
      tabIndex={0}
      data-file={file}
      data-sha256={sha256}
      onMouseUp={tellSelection}
      onKeyUp={tellSelection}
      onClick={(event) => {
        const mark = event.target instanceof Element ? event.target.closest("[data-mark]") : null;
        if (mark instanceof HTMLElement && selectionIsEmpty()) onMark?.(mark.dataset.mark ?? "");
      }}
    >
      {missing && <p className="doc-missing">{t("ui.evidenceGone")}</p>}
      {missing && highlight && <blockquote>{highlight.text}</blockquote>}
      <div className="doc-page" ref={root}>
        {document.blocks.length === 0 && <p className="muted">{t("doc.empty")}</p>}
        {chunks.map((blocks, index) => (
          <BlockChunk
            key={blocks[0]?.id ?? index}
            blocks={blocks}
            highlight={highlight}
            marks={marks}
            first={index === 0}
          />
        ))}
      </div>
    </section>
  );
}
