import { useEffect, useMemo, useRef, useState } from "react";
import type { Block, Document } from "../../../shared/submission/document.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { chunksOf, useNear } from "../lazy-part.ts";
import { useWords } from "../use-words.tsx";
import { BlockView } from "./block-view.tsx";
import { type DocumentMark, type MarksByBlock, marksByBlock, marksOf } from "./document-mark.ts";
import { sheetGroups, sheetOfBlock } from "./sheet-groups.ts";
import { SheetTabs } from "./sheet-tabs.tsx";

const BLOCKS = 40;

interface ChunkProps {
  blocks: readonly Block[];
  highlight: Evidence | null;
  bring: string | null;
  marks: MarksByBlock;
  first: boolean;
}

function BlockChunk({ blocks, highlight, bring, marks, first }: ChunkProps) {
  const mark = useRef<HTMLDivElement>(null);
  const holds = blocks.some((block) => block.id === highlight?.block || block.id === bring);
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

/** Scrolls to the highlighted place, once its sheet is drawn; says whether it is there at all. */
function useHighlight(document: Document, highlight: Evidence | null, sheet: number) {
  const root = useRef<HTMLDivElement>(null);
  const [missing, setMissing] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is drawn only with its sheet.
  useEffect(() => {
    setMissing(highlight !== null && !document.blocks.some((block) => block.id === highlight.block));
    const target = highlight && root.current ? targetOf(root.current, highlight) : null;
    // The middle of a long table says nothing.
    const high = (target?.getBoundingClientRect().height ?? 0) > window.innerHeight / 2;
    target?.scrollIntoView({ block: high ? "start" : "center", inline: "nearest" });
  }, [document, highlight, sheet]);
  return { root, missing };
}

/** Which sheet of a workbook is shown: the one chosen, until a place on another one is asked for. */
function useSheets(document: Document, wanted: string | null) {
  const groups = useMemo(() => sheetGroups(document), [document]);
  const [sheet, setSheet] = useState(0);
  const [followed, setFollowed] = useState<{ document: Document; wanted: string } | null>(null);
  if (groups && wanted !== null && followed?.wanted !== wanted) {
    setFollowed({ document, wanted });
    const at = sheetOfBlock(groups, wanted);
    if (at >= 0 && at !== sheet) setSheet(at);
  }
  return { groups, sheet: Math.min(sheet, (groups?.length ?? 1) - 1), onSheet: setSheet };
}

export interface ReadingContentProps {
  readonly document: Document;
  /** The place to scroll to and highlight. A new object scrolls again, also to the same place. */
  readonly highlight: Evidence | null;
  /** Passages that stay marked. */
  readonly marks: readonly DocumentMark[];
  /** A block to begin with, when another look of the document stood there. */
  readonly bring?: string | null;
}

/** A document as it was read: block by block, drawn as it comes into view. */
export function ReadingContent(props: ReadingContentProps) {
  const { t } = useWords();
  const { document, highlight } = props;
  const bring = props.bring ?? null;
  const { groups, sheet, onSheet } = useSheets(document, highlight?.block ?? bring);
  const chunks = useMemo(
    () => chunksOf(groups?.[sheet]?.blocks ?? document.blocks, BLOCKS),
    [document, groups, sheet],
  );
  const marks = useMemo(() => marksByBlock(props.marks), [props.marks]);
  const { root, missing } = useHighlight(document, highlight, sheet);
  useEffect(() => {
    if (bring === null) return;
    root.current?.querySelector(`[data-block="${CSS.escape(bring)}"]`)?.scrollIntoView({ block: "start" });
  }, [bring, root]);
  return (
    <>
      {missing && <p className="doc-missing">{t("ui.evidenceGone")}</p>}
      {missing && highlight && <blockquote>{highlight.text}</blockquote>}
      <div className="doc-page" ref={root}>
        {document.blocks.length === 0 && <p className="muted">{t("doc.empty")}</p>}
        {chunks.map((blocks, index) => (
          <BlockChunk
            key={blocks[0]?.id ?? index}
            blocks={blocks}
            highlight={highlight}
            bring={bring}
            marks={marks}
            first={index === 0}
          />
        ))}
      </div>
      {groups && <SheetTabs groups={groups} sheet={sheet} onSheet={onSheet} />}
    </>
  );
}
