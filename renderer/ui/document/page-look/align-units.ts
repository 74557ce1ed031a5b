import type { Block, Cell, TableBlock } from "../../../../shared/submission/document.ts";
import { inkOf, pointOfInk } from "../anchors.ts";
import { cellAddress } from "../cell-address.ts";

/** A drawn paragraph. `cut`: a page break went through it, and the next one continues it. */
export interface TextUnit {
  readonly kind: "text";
  readonly text: string;
  readonly cut: boolean;
}

export interface CellUnit {
  readonly row: number;
  readonly column: number;
  /** The paragraphs of the cell. */
  readonly lines: readonly string[];
}

export interface TableUnit {
  readonly kind: "table";
  readonly cells: readonly CellUnit[];
  /** Of a long table that is drawn in parts: its beginning, or more of it. */
  readonly part?: "begin" | "more";
}

export interface ImageUnit {
  readonly kind: "image";
}

/** What a page look draws, in reading order. */
export type Unit = TextUnit | TableUnit | ImageUnit;

/** Where a drawn paragraph stands in its block or cell. */
export interface Place {
  readonly block: string;
  readonly cell?: string;
  /** The whole text of the block or cell. */
  readonly text: string;
  /** Characters that are no blanks before the first drawn one. */
  readonly at: number;
  /** The automatic number in front, which is not drawn as text. */
  readonly label: string;
  readonly places: readonly number[] | null;
}

export type Placement =
  | { readonly kind: "text"; readonly place: Place }
  | { readonly kind: "table"; readonly block: string; readonly cells: readonly (readonly Place[] | null)[] }
  | { readonly kind: "image"; readonly block: string; readonly description: string };

/** How far ahead a paragraph is looked for: what is drawn otherwise than read is passed over. */
const AHEAD = 80;
/** Part of the cells of a drawn table that have to be those of a table that was read. */
const SAME_TABLE = 0.6;

const hyphens = /[\u2010-\u2015\u2212]/u;

/** One look for widths and hyphens, one character for each. */
const fold = (text: string): string[] =>
  inkOf(text).map((point) => {
    if (hyphens.test(point)) return "-";
    const normal = point.normalize("NFKC");
    return Array.from(normal).length === 1 ? normal : point;
  });

/** What an automatic number consists of. */
const LABEL =
  /^[\p{P}\p{S}\p{N}\p{Co}a-zA-Z第章节条款项部分篇编卷附件图表零〇一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟甲乙丙丁戊己庚辛壬癸]+$/u;
const LONGEST_LABEL = 14;

const isBox = (character: string | undefined): boolean =>
  character !== undefined && "☐☑☒".includes(character);
/** A character of a symbol font: which sign it shows is known to the reader only. */
const isSymbol = (character: string | undefined): boolean =>
  character !== undefined && /\p{Co}/u.test(character);

interface Match {
  /** One past the last character of the block that is drawn. */
  readonly end: number;
  readonly places: readonly number[] | null;
}

/** The drawn characters as a stretch of the read ones from `from` on. */
function matchAt(read: readonly string[], from: number, drawn: readonly string[]): Match | null {
  const places: number[] = [];
  let at = from;
  let exact = true;
  for (const character of drawn) {
    while (!isSymbol(character) && read[at] !== character && isBox(read[at])) {
      at += 1;
      exact = false;
    }
    if (
      read[at] === character ||
      (isSymbol(character) && at < read.length && !/[\p{L}\p{N}]/u.test(read[at] ?? ""))
    ) {
      places.push(at);
      at += 1;
    } else if (isSymbol(character)) {
      places.push(at);
      exact = false;
    } else return null;
  }
  while (isBox(read[at])) at += 1;
  return { end: at, places: exact ? null : places };
}

interface Found extends Match {
  /** Where the drawn text begins. */
  readonly at: number;
}

/** The drawn text at `from`, or behind an automatic number that begins there. */
function matchWithLabel(read: readonly string[], from: number, drawn: readonly string[]): Found | null {
  const straight = matchAt(read, from, drawn);
  if (straight) return { ...straight, at: from };
  for (let length = 1; length <= LONGEST_LABEL && from + length < read.length; length += 1) {
    if (read[from + length] !== drawn[0] && !isSymbol(drawn[0])) continue;
    if (!LABEL.test(read.slice(from, from + length).join(""))) return null;
    const behind = matchAt(read, from + length, drawn);
    if (behind) return { ...behind, at: from + length };
  }
  return null;
}

type TextBlock = Extract<Block, { kind: "heading" | "paragraph" }>;

const isText = (block: Block | undefined): block is TextBlock =>
  block?.kind === "heading" || block?.kind === "paragraph";

const holdsSomething = (block: Block): boolean =>
  isText(block) ? inkOf(block.text).length > 0 : block.kind === "image" || block.cells.length > 0;

/**
 * Follows a document that is drawn in parts and finds the block each drawn piece shows. A piece is placed only where its text
 * stands to the letter (blanks, widths and automatic numbers aside); what is not found is left without a place.
 */
export class Aligner {
  private blocks: readonly Block[];
  private readonly folded: (readonly string[] | undefined)[] = [];
  private cursor = 0;
  /** Characters of the block at the cursor that are drawn already. */
  private consumed = 0;
  private readonly placed = new Set<string>();
  /** The table that is drawn in parts. */
  private parted: CellFinder | null = null;
  private again: CellFinder | null = null;

  constructor(blocks: readonly Block[]) {
    this.blocks = blocks;
  }

  /** Places for the next pieces, one for each unit; `null` where none is known. */
  align(units: readonly Unit[]): (Placement | null)[] {
    return units.map((unit, index) => {
      const placement = this.place(unit, units[index + 1]);
      if (placement) this.placed.add(placement.kind === "text" ? placement.place.block : placement.block);
      return placement;
    });
  }

  /** Blocks that say or show something and were not drawn so far. */
  leftOut(): string[] {
    return this.blocks
      .filter((block) => holdsSomething(block) && !this.placed.has(block.id))
      .map(({ id }) => id);
  }

  private place(unit: Unit, next: Unit | undefined): Placement | null {
    if (unit.kind === "text") return this.placeText(unit, next);
    return unit.kind === "table" ? this.placeTable(unit) : this.placeImage();
  }

  /** Places in a table whose further rows have come meanwhile; the blocks are the same ones. */
  alignAgain(blocks: readonly Block[], id: string, cells: readonly CellUnit[]): (readonly Place[] | null)[] {
    this.blocks = blocks;
    const table = blocks.find((block) => block.id === id);
    if (table?.kind !== "table") return cells.map(() => null);
    if (this.again?.table !== table) this.again = new CellFinder(table);
    this.again.goTo(cells[0]?.row ?? 1);
    return this.again.find(cells);
  }

  private foldedAt(index: number): readonly string[] {
    const known = this.folded[index];
    if (known) return known;
    const block = this.blocks[index];
    const made = isText(block) ? fold(block.text) : [];
    this.folded[index] = made;
    return made;
  }

  private placeText(unit: TextUnit, next: Unit | undefined): Placement | null {
    const drawn = fold(unit.text);
    if (drawn.length === 0) return null;
    const goesOn = unit.cut || (next?.kind === "text" && this.continues(drawn, next));
    for (const whole of [true, false]) {
      if (!whole && !goesOn) break;
      for (let ahead = 0; ahead < AHEAD; ahead += 1) {
        const placed = this.tryBlock(this.cursor + ahead, drawn, whole);
        if (placed) return placed;
      }
    }
    return null;
  }

  /** Two paragraphs whose mark between them was deleted are read as one. */
  private continues(drawn: readonly string[], next: TextUnit): boolean {
    const read = this.foldedAt(this.cursor);
    const found = matchWithLabel(read, this.consumed, drawn);
    const rest = fold(next.text);
    return found !== null && rest.length > 0 && matchAt(read, found.end, rest) !== null;
  }

  private tryBlock(index: number, drawn: readonly string[], whole: boolean): Placement | null {
    const block = this.blocks[index];
    if (!isText(block)) return null;
    const read = this.foldedAt(index);
    const from = index === this.cursor ? this.consumed : 0;
    const found = matchWithLabel(read, from, drawn);
    if (!found || (whole && found.end !== read.length)) return null;
    const done = found.end >= read.length;
    this.cursor = done ? index + 1 : index;
    this.consumed = done ? 0 : found.end;
    return { kind: "text", place: placeOf(block.id, block.text, from, found) };
  }

  private placeTable(unit: TableUnit): Placement | null {
    if (unit.part === "more" && this.parted)
      return { kind: "table", block: this.parted.table.id, cells: this.parted.find(unit.cells) };
    if (unit.part === "begin") this.parted = null;
    for (let ahead = 0; ahead < AHEAD; ahead += 1) {
      const block = this.blocks[this.cursor + ahead];
      if (block?.kind !== "table") continue;
      const finder = new CellFinder(block);
      const cells = finder.find(unit.cells);
      const placed = cells.filter((cell) => cell !== null).length;
      if (placed < Math.max(1, unit.cells.length * SAME_TABLE)) continue;
      this.cursor += ahead + 1;
      this.consumed = 0;
      if (unit.part === "begin") this.parted = finder;
      return { kind: "table", block: block.id, cells };
    }
    return null;
  }

  private placeImage(): Placement | null {
    for (let ahead = 0; ahead < 4; ahead += 1) {
      const block = this.blocks[this.cursor + ahead];
      if (block?.kind !== "image") continue;
      this.cursor += ahead + 1;
      this.consumed = 0;
      return { kind: "image", block: block.id, description: block.text || block.name };
    }
    return null;
  }
}

function placeOf(block: string, text: string, from: number, found: Found, cell?: string): Place {
  const label = Array.from(text).slice(pointOfInk(text, from), pointOfInk(text, found.at)).join("");
  return {
    block,
    ...(cell === undefined ? {} : { cell }),
    text,
    at: found.at,
    label: found.at === from ? "" : label,
    places: found.places,
  };
}

/** Follows a table that is drawn row after row. */
class CellFinder {
  readonly table: TableBlock;
  private readonly byPlace: ReadonlyMap<string, Cell>;
  private readonly left: readonly Cell[];
  private cursor = 0;

  constructor(table: TableBlock) {
    this.table = table;
    this.byPlace = new Map(table.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
    this.left = table.cells.toSorted((one, other) => one.row - other.row || one.column - other.column);
  }

  /** Goes on from a row. */
  goTo(row: number): void {
    const at = this.left.findIndex((cell) => cell.row >= row);
    this.cursor = at < 0 ? this.left.length : at;
  }

  find(drawn: readonly CellUnit[]): (readonly Place[] | null)[] {
    return drawn.map((unit) => this.findCell(unit));
  }

  private findCell(unit: CellUnit): readonly Place[] | null {
    const same = this.byPlace.get(`${unit.row} ${unit.column}`);
    const there = same && placeLines(this.table, same, unit.lines);
    if (there) {
      this.cursor = this.left.indexOf(same, this.cursor) + 1 || this.cursor;
      return there;
    }
    for (let ahead = 0; ahead < AHEAD && this.cursor + ahead < this.left.length; ahead += 1) {
      const cell = this.left[this.cursor + ahead];
      const found = cell && placeLines(this.table, cell, unit.lines);
      if (!found) continue;
      this.cursor += ahead + 1;
      return found;
    }
    return null;
  }
}

/** The paragraphs of a drawn cell, when together they are the whole text of a cell that was read. */
function placeLines(table: TableBlock, cell: Cell, lines: readonly string[]): readonly Place[] | null {
  const read = fold(cell.text);
  const places: Place[] = [];
  let at = 0;
  for (const line of lines) {
    const drawn = fold(line);
    const found =
      drawn.length === 0
        ? labelAlone(read, at, places.length === lines.length - 1)
        : matchWithLabel(read, at, drawn);
    if (!found) return null;
    places.push(placeOf(table.id, cell.text, at, found, cellAddress(table, cell)));
    at = found.end;
  }
  return at === read.length ? places : null;
}

/** A paragraph that shows nothing but its automatic number, which ends the cell. */
function labelAlone(read: readonly string[], at: number, last: boolean): Found {
  const rest = read.slice(at);
  const alone = last && rest.length > 0 && rest.length <= LONGEST_LABEL && LABEL.test(rest.join(""));
  const end = alone ? read.length : at;
  return { at: end, end, places: null };
}
