import { say } from "../../shared/text/catalogue/index.ts";
import { type Line, writeOfficialDocument } from "./official-document.ts";

/** An expert's notes with the passages they stand at, by applicant. */
export interface NoteBook {
  readonly round: string;
  readonly expert: string;
  /** ISO instant written into the file. */
  readonly at: string;
  readonly applicants: readonly {
    readonly number: number;
    readonly name: string;
    readonly notes: readonly {
      readonly quote: string;
      readonly place: string;
      readonly text: string;
      readonly items: readonly string[];
      /** Tasks of a plan, in words. */
      readonly tasks: readonly string[];
    }[];
  }[];
}

function linesOf(book: NoteBook): Line[] {
  return [
    { style: "title", text: say("zh", "note.exportTitle", { expert: book.expert }) },
    { style: "text", text: book.round },
    { style: "text", text: say("zh", "note.private") },
    ...book.applicants.flatMap(({ number, name, notes }): Line[] => [
      { style: "blank", text: "" },
      { style: "level-one", text: `${number}. ${name}` },
      ...notes.flatMap(({ quote, place, text, items, tasks }, index): Line[] => [
        {
          style: "level-two",
          text: `${index + 1}. ${items.length === 0 ? say("zh", "note.noItem") : items.join("、")}`,
        },
        ...(quote === "" ? [] : [{ style: "text" as const, text: `「${quote}」（${place}）` }]),
        ...tasks.map((task) => ({ style: "text" as const, text: say("zh", "note.taskLine", { task }) })),
        ...text
          .split(/\r?\n/)
          .filter((line) => line.trim() !== "")
          .map((line) => ({ style: "text" as const, text: line })),
      ]),
    ]),
  ];
}

export const writeNotesDocument = (book: NoteBook): Promise<Buffer> =>
  writeOfficialDocument(linesOf(book), {
    title: say("zh", "note.exportTitle", { expert: book.expert }),
    at: book.at,
  });

/** Plain text that an old Notepad opens as well: byte order mark, CR LF. */
export const writeNotesText = (book: NoteBook): Buffer =>
  Buffer.from(
    `\ufeff${linesOf(book)
      .map((line) => `${line.text}\r\n`)
      .join("")}`,
    "utf8",
  );
