import { CompoundFile } from "../compound/compound-file.ts";
import type { ListDefinition } from "../flow/list-counter.ts";
import { IntakeRefusal } from "../intake-refusal.ts";
import { Fib, tablePart } from "./fib.ts";
import { FormattedPages } from "./formatted-pages.ts";
import { readListUses } from "./lists.ts";
import { type Piece, readPieces } from "./piece-table.ts";
import { type DocStyle, readStyleSheet } from "./style-sheet.ts";

/** Everything of an old Word file that its text is put together from. */
export interface DocSource {
  readonly compound: CompoundFile;
  readonly fib: Fib;
  readonly document: Buffer;
  readonly data: Buffer;
  readonly pieces: readonly Piece[];
  readonly paragraphs: FormattedPages;
  readonly characters: FormattedPages;
  readonly styles: readonly (DocStyle | null)[];
  readonly lists: readonly ListDefinition[];
  /** Names of the fonts symbols are taken from. */
  readonly fonts: readonly string[];
  /** Where the texts of headers and footers begin, relative to their stretch. */
  readonly headerPositions: readonly number[];
}

const FONT_NAME_AT = 39;

/** Font names ([MS-DOC] 2.9.286): a count, then entries that start with their size. */
function readFonts(table: Buffer): string[] {
  const fonts: string[] = [];
  const count = table.length >= 4 ? table.readUInt16LE(0) : 0;
  let at = 4;
  while (fonts.length < count && at < table.length) {
    const size = table[at] ?? 0;
    const name = table.toString("utf16le", at + 1 + FONT_NAME_AT, at + 1 + size);
    fonts.push(name.split("\u0000", 1)[0] ?? "");
    at += 1 + size;
  }
  return fonts;
}

function readPositions(plc: Buffer): number[] {
  const positions: number[] = [];
  for (let at = 0; at + 4 <= plc.length; at += 4) positions.push(plc.readUInt32LE(at));
  return positions;
}

/** Opens the streams of an old Word file. Throws `encrypted`, `broken`, or `unsupported` for versions before Word 97. */
export function openDoc(bytes: Uint8Array): DocSource {
  const compound = new CompoundFile(bytes);
  const document = compound.stream("WordDocument");
  if (!document) throw new IntakeRefusal("broken", "WordDocument");
  const fib = new Fib(document);
  const table = compound.stream(fib.tableStream);
  if (!table) throw new IntakeRefusal("broken", fib.tableStream);
  const part = (index: number): Buffer => fib.part(table, index);
  return {
    compound,
    fib,
    document,
    data: compound.stream("Data") ?? Buffer.alloc(0),
    pieces: readPieces(part(tablePart.pieces)),
    paragraphs: new FormattedPages(document, part(tablePart.paragraphPages), "paragraphs"),
    characters: new FormattedPages(document, part(tablePart.characterPages), "characters"),
    styles: readStyleSheet(part(tablePart.styles)),
    lists: readListUses(fib.from(table, tablePart.lists), fib.from(table, tablePart.listUses)),
    fonts: readFonts(part(tablePart.fonts)),
    headerPositions: readPositions(part(tablePart.headers)),
  };
}
