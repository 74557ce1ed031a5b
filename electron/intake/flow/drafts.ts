import type { Cell } from "../../../shared/submission/document.ts";

/** A paragraph as it is being read; its level is decided at the end, when styles and numbering are known. */
export interface ParagraphDraft {
  readonly kind: "paragraph";
  text: string;
  /** Its automatic number as it shows; empty without one. */
  label: string;
  style: string | null;
  /** 0 to 8, or 9 for body text, as `w:outlineLvl` says; `null` when the paragraph itself says nothing. */
  outline: number | null;
  numbering: string | null;
  numberingLevel: number;
  /** Its paragraph mark was deleted: in the accepted view the next paragraph continues it. */
  joinsNext: boolean;
  /** Images and text boxes anchored in it. */
  readonly after: Draft[];
}

export interface TableDraft {
  readonly kind: "table";
  readonly rows: number;
  readonly columns: number;
  readonly cells: Cell[];
  readonly hiddenRows: number[];
  /** What stood in its cells and is no text: nested tables, images. */
  readonly after: Draft[];
}

export interface ImageDraft {
  readonly kind: "image";
  /** Relationship id of the picture. */
  readonly relation: string;
  readonly name: string;
  readonly description: string;
}

/** A chart or diagram: its words are in a part of its own, read when the document is put together. */
export interface ObjectDraft {
  readonly kind: "object";
  readonly relation: string;
}

export type Draft = ParagraphDraft | TableDraft | ImageDraft | ObjectDraft;

export const newParagraph = (): ParagraphDraft => ({
  kind: "paragraph",
  text: "",
  label: "",
  style: null,
  outline: null,
  numbering: null,
  numberingLevel: 0,
  joinsNext: false,
  after: [],
});

/** A paragraph as it shows, with its automatic number in front. */
export const shownText = ({ label, text }: ParagraphDraft): string =>
  label === "" ? text : `${label}${text.trimStart()}`;

/** Text of a cell: its paragraphs, one per line. What is no text goes to `rest`. */
export function cellText(drafts: readonly Draft[], rest: Draft[]): string {
  const texts: string[] = [];
  for (const draft of drafts) {
    if (draft.kind === "paragraph") texts.push(shownText(draft).trimEnd());
    else rest.push(draft);
  }
  return texts.join("\n").trim();
}

/** Every text of some drafts, one after the other, without their places. */
export const draftTexts = (drafts: readonly Draft[]): string[] =>
  drafts.flatMap((draft) => {
    if (draft.kind === "paragraph") return [shownText(draft)];
    return draft.kind === "table"
      ? [...draft.cells.map((cell) => cell.text), ...draftTexts(draft.after)]
      : [];
  });

/** A stretch of paragraphs and tables: the body, one cell, one text box, one footnote. */
export class Flow {
  readonly drafts: Draft[] = [];
  private carried: ParagraphDraft | null = null;

  openParagraph(): ParagraphDraft {
    const paragraph = newParagraph();
    if (this.carried) {
      paragraph.text = this.carried.text;
      paragraph.after.push(...this.carried.after);
      this.carried = null;
    }
    return paragraph;
  }

  closeParagraph(paragraph: ParagraphDraft): void {
    if (paragraph.joinsNext) this.carried = paragraph;
    else this.add(paragraph);
  }

  add(draft: Draft): void {
    this.drafts.push(draft);
    if (draft.kind === "paragraph") for (const next of draft.after) this.drafts.push(next);
  }

  finish(): Draft[] {
    if (this.carried) this.add(this.carried);
    this.carried = null;
    return this.drafts;
  }
}
