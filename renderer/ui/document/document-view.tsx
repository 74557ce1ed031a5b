import type { Document } from "../../../shared/submission/document.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { DocumentFrame, type DocumentFrameProps } from "./document-frame.tsx";
import type { DocumentMark } from "./document-mark.ts";
import { ReadingContent } from "./reading-content.tsx";

const NONE: readonly DocumentMark[] = [];

export interface DocumentViewProps extends DocumentFrameProps {
  readonly document: Document;
  /** The place to scroll to and highlight. A new object scrolls again, also to the same place. */
  readonly highlight?: Evidence | null;
  /** Passages that stay marked. */
  readonly marks?: readonly DocumentMark[];
}

/** A document as it was read, in its scrolling region. */
export function DocumentView({ document, highlight = null, marks = NONE, ...frame }: DocumentViewProps) {
  return (
    <DocumentFrame {...frame}>
      <ReadingContent document={document} highlight={highlight} marks={marks} />
    </DocumentFrame>
  );
}
