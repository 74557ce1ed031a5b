import type { KeyboardEvent, ReactNode, Ref } from "react";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { useWords } from "../use-words.tsx";
import { selectedRange } from "./anchors.ts";
import { selectedEvidence } from "./selected-evidence.ts";

export interface DocumentFrameProps {
  /** Path as it arrived, and digest: evidence of a selection names both. */
  readonly file: string;
  readonly sha256: string;
  /** Called when text inside one block or cell was selected, with its place; `null` when the selection went. */
  readonly onSelectText?: (evidence: Evidence | null) => void;
  readonly onMark?: (id: string) => void;
  /** The scrolling element, for screens that scroll two documents together. */
  readonly scrollRef?: Ref<HTMLElement>;
  readonly label?: string;
}

interface Props extends DocumentFrameProps {
  readonly className?: string;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  readonly children: ReactNode;
}

/** The scrolling region of a document, the same in all its looks: what is selected and which mark is clicked is told here. */
export function DocumentFrame(props: Props) {
  const { t } = useWords();
  const { file, sha256, onSelectText, onMark } = props;
  const tellSelection = onSelectText && (() => onSelectText(selectedEvidence(file, sha256)));
  return (
    <section
      className={`doc-scroll ${props.className ?? ""}`}
      ref={props.scrollRef}
      aria-label={props.label ?? t("doc.region")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
      tabIndex={0}
      data-file={file}
      data-sha256={sha256}
      onMouseUp={tellSelection}
      onKeyUp={tellSelection}
      onKeyDown={props.onKeyDown}
      onClick={(event) => {
        const [target] = event.nativeEvent.composedPath();
        const mark = target instanceof Element ? target.closest("[data-mark]") : null;
        if (mark instanceof HTMLElement && selectedRange() === null) onMark?.(mark.dataset.mark ?? "");
      }}
    >
      {props.children}
    </section>
  );
}
