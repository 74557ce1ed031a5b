import { say } from "./catalogue/index.ts";
import type { Locale } from "./define-words.ts";

interface Place {
  readonly block: string;
  readonly cell?: string | undefined;
}

/** A cell as a person finds it: `F8` of a sheet, `1 行 2 列` of a Word table (`r1c2`). */
export function cellWords(locale: Locale, cell: string): string {
  const [, row, column] = /^r(\d+)c(\d+)$/.exec(cell) ?? [];
  return row === undefined || column === undefined ? cell : say(locale, "doc.cellPlace", { row, column });
}

/** A place inside a file as a person finds it: a cell, or the number of the paragraph. */
export const placeWords = (locale: Locale, { block, cell }: Place): string =>
  cell === undefined
    ? say(locale, "doc.paragraph", { number: block.replace(/^b/, "") })
    : cellWords(locale, cell);

/** A file by its own name, without the folders, archives and mails it came in. */
export const ownFileName = (path: string): string => path.split(/!\/|[/\\]/).at(-1) ?? path;
