import { CFB } from "@e965/xlsx";

/** One stretch of text with its formatting; it becomes a piece, a paragraph run and a character run of its own. */
export interface DocRun {
  /** Text with its marks (`\r`, `\u0007` …), or the bytes of an eight-bit piece. */
  readonly text: string | Uint8Array;
  readonly paragraph?: Uint8Array;
  readonly character?: Uint8Array;
  /** Two-byte property modifier of the piece. */
  readonly modifier?: number;
  readonly style?: number;
}

export interface DocFixture {
  readonly runs: readonly DocRun[];
  readonly flags?: number;
  readonly version?: number;
  /** Lengths of footnotes, headers, macros, comments, endnotes, text boxes; the body is what is left. */
  readonly lengths?: readonly number[];
  readonly streams?: Readonly<Record<string, Uint8Array>>;
}

/** A property modifier: opcode and operand. */
export const sprm = (opcode: number, ...operand: number[]): Buffer =>
  Buffer.from([opcode & 0xff, opcode >> 8, ...operand]);

const word = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];

/** Modifiers of a paragraph that ends a row of cells with these borders; `merges` are the flags of the cells. */
export const rowEnd = (edges: readonly number[], merges: readonly number[] = []): Buffer => {
  const count = edges.length - 1;
  const cells = Array.from({ length: count }, (_, index) => [
    ...word(merges[index] ?? 0),
    ...Array(18).fill(0),
  ]);
  const operand = [count, ...edges.flatMap(word), ...cells.flat()];
  return Buffer.concat([
    sprm(0x2416, 1),
    sprm(0x2417, 1),
    sprm(0xd608, ...word(operand.length + 1), ...operand),
  ]);
};

const TEXT_AT = 1024;
const PAGE = 512;
const PAIRS = 154;

const bytesOf = ({ text }: DocRun): Buffer =>
  typeof text === "string" ? Buffer.from(text, "utf16le") : Buffer.from(text);

const unitsOf = ({ text }: DocRun): number => text.length;

const numbers = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, index * 4);
  return bytes;
};

/** A page of formatting for one run; each run has its own, so that none is ever full. */
function formattedPage(start: number, end: number, kind: "paragraph" | "character", run: DocRun): Buffer {
  const page = Buffer.alloc(PAGE);
  numbers(start, end).copy(page);
  const at = 32;
  page[8] = at / 2;
  page[PAGE - 1] = 1;
  if (kind === "character") {
    const own = run.character ?? Buffer.alloc(0);
    page[at] = own.length;
    Buffer.from(own).copy(page, at + 1);
    return page;
  }
  const own = Buffer.concat([Buffer.from(word(run.style ?? 0)), run.paragraph ?? Buffer.alloc(0)]);
  page[at] = 0;
  page[at + 1] = Math.ceil(own.length / 2);
  own.copy(page, at + 2);
  return page;
}

function pageTable(starts: readonly number[], firstPage: number): Buffer {
  const pages = starts.slice(0, -1).map((_, index) => firstPage + index);
  return Buffer.concat([numbers(...starts), numbers(...pages)]);
}

function pieceTable(runs: readonly DocRun[], starts: readonly number[]): Buffer {
  let position = 0;
  const positions = [0, ...runs.map((run) => (position += unitsOf(run)))];
  const pieces = runs.map((run, index) => {
    const piece = Buffer.alloc(8);
    const start = starts[index] ?? 0;
    piece.writeUInt32LE(typeof run.text === "string" ? start : (start * 2) | 0x40000000, 2);
    piece.writeUInt16LE(run.modifier ?? 0, 6);
    return piece;
  });
  const plc = Buffer.concat([numbers(...positions), ...pieces]);
  return Buffer.concat([Buffer.from([2]), numbers(plc.length), plc]);
}

/** A Word 97 file of exactly these runs. */
export function docWith({ runs, flags = 0, version = 0xc1, lengths = [], streams = {} }: DocFixture): Buffer {
  const texts = runs.map(bytesOf);
  let offset = TEXT_AT;
  const starts = [TEXT_AT, ...texts.map((text) => (offset += text.length))];
  const firstPage = Math.ceil(offset / PAGE);
  const document = Buffer.alloc((firstPage + runs.length * 2) * PAGE);
  Buffer.concat(texts).copy(document, TEXT_AT);
  for (const [index, run] of runs.entries())
    for (const [shift, kind] of ["paragraph", "character"].entries())
      formattedPage(starts[index] ?? 0, starts[index + 1] ?? 0, kind as "paragraph", run).copy(
        document,
        (firstPage + index + shift * runs.length) * PAGE,
      );
  const parts: [number, Buffer][] = [
    [13, pageTable(starts, firstPage)],
    [12, pageTable(starts, firstPage + runs.length)],
    [33, pieceTable(runs, starts)],
  ];
  document.writeUInt16LE(0xa5ec, 0);
  document.writeUInt16LE(version, 2);
  document.writeUInt16LE(0x0804, 6);
  document.writeUInt16LE(0x0200 | flags, 10);
  document.writeUInt16LE(93, 152);
  const total = runs.reduce((sum, run) => sum + unitsOf(run), 0);
  numbers(total - lengths.reduce((sum, length) => sum + length, 0), ...lengths).copy(document, 76);
  let at = 0;
  for (const [index, part] of parts) {
    numbers(at, part.length).copy(document, PAIRS + index * 8);
    at += part.length;
  }
  const compound = CFB.utils.cfb_new();
  CFB.utils.cfb_add(compound, "/WordDocument", document);
  CFB.utils.cfb_add(compound, "/1Table", Buffer.concat(parts.map(([, part]) => part)));
  for (const [name, content] of Object.entries(streams))
    CFB.utils.cfb_add(compound, `/${name}`, Buffer.from(content));
  return Buffer.from(CFB.write(compound, { type: "buffer" }) as Uint8Array);
}
