import type { Block } from "../../../shared/submission/document.ts";
import type { Reading } from "../reading.ts";
import {
  type Draft,
  type ImageDraft,
  type ObjectDraft,
  type ParagraphDraft,
  shownText,
  type TableDraft,
} from "./drafts.ts";
import { fitsHeading, typedHeadingLevel } from "./typed-heading.ts";

/** Level 1 to 9 of a paragraph that is a heading by its own outline level or by its typed or automatic number. */
export function ownLevel(paragraph: ParagraphDraft): number | null {
  const text = shownText(paragraph);
  if (!fitsHeading(text)) return null;
  const { outline } = paragraph;
  return outline !== null && outline < 9 ? outline + 1 : typedHeadingLevel(text);
}

export interface BlockNaming {
  readonly levelOf: (paragraph: ParagraphDraft) => number | null;
  readonly imageName: (image: ImageDraft) => string;
  /** What a chart or diagram says. */
  readonly objectDrafts: (object: ObjectDraft) => readonly Draft[];
}

const plainNaming: BlockNaming = {
  levelOf: ownLevel,
  imageName: (image) => image.name,
  objectDrafts: () => [],
};

/** Gives drafts their places in the document: ids, heading levels, limits. */
export class BlockList {
  readonly blocks: Block[];
  private readonly reading: Reading;
  private readonly naming: BlockNaming;

  /** `blocks` are those the new ones follow. */
  constructor(reading: Reading, naming: BlockNaming = plainNaming, blocks: Block[] = []) {
    this.reading = reading;
    this.blocks = blocks;
    this.naming = naming;
  }

  addAll(drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      if (this.blocks.length >= this.reading.limits.blocks) {
        this.reading.cutBlocks();
        return;
      }
      this.add(draft);
    }
  }

  private get nextId(): string {
    return `b${this.blocks.length + 1}`;
  }

  private add(draft: Draft): void {
    if (draft.kind === "paragraph") this.addParagraph(draft);
    else if (draft.kind === "table") this.addTable(draft);
    else if (draft.kind === "object") this.addAll(this.naming.objectDrafts(draft));
    else {
      const name = this.naming.imageName(draft);
      this.blocks.push({ kind: "image", id: this.nextId, name, text: draft.description });
    }
  }

  private addParagraph(draft: ParagraphDraft): void {
    if (draft.text.trim() === "") return;
    const text = shownText(draft).replace(/^\n+|\n+$/g, "");
    const level = this.naming.levelOf(draft);
    this.blocks.push(
      level === null
        ? { kind: "paragraph", id: this.nextId, text }
        : { kind: "heading", id: this.nextId, level, text },
    );
  }

  private addTable(draft: TableDraft): void {
    if (draft.cells.length > 0) {
      const { rows, columns, cells, hiddenRows } = draft;
      const table = { kind: "table", id: this.nextId, hidden: false, rows, columns, cells } as const;
      this.blocks.push(hiddenRows.length > 0 ? { ...table, hiddenRows } : table);
    }
    this.addAll(draft.after);
  }
}
