import type { CellMerge, RowGeometry } from "../flow/edge-table.ts";
import type { FormattedRun } from "./formatted-pages.ts";
import { forEachSprm } from "./sprm.ts";

/** What a paragraph says about itself ([MS-DOC] 2.6.2); `null` where it leaves the answer to its style. */
export interface ParagraphProperties {
  style: number;
  /** 0 outside of tables. */
  depth: number;
  endsRow: boolean;
  endsInnerCell: boolean;
  endsInnerRow: boolean;
  outline: number | null;
  list: number | null;
  listLevel: number;
  /** Modifiers of the row it ends. */
  row: readonly Buffer[];
}

const MAX_HUGE = 4;

/** Modifiers too long for their page lie in the `Data` stream, with their size in front. */
function storedElsewhere(data: Buffer, operand: Buffer): Buffer {
  const at = operand.readUInt32LE(0);
  if (at + 2 > data.length) return data.subarray(0, 0);
  return data.subarray(at + 2, at + 2 + data.readUInt16LE(at));
}

class PropertyReader {
  readonly properties: ParagraphProperties;
  private inTable = false;
  private depth: number | null = null;
  private readonly rows: Buffer[] = [];
  private readonly data: Buffer;
  private huge = 0;

  constructor(style: number, data: Buffer) {
    this.data = data;
    this.properties = {
      style,
      depth: 0,
      endsRow: false,
      endsInnerCell: false,
      endsInnerRow: false,
      outline: null,
      list: null,
      listLevel: 0,
      row: this.rows,
    };
  }

  read(grpprl: Buffer): void {
    this.rows.push(grpprl);
    forEachSprm(grpprl, (opcode, operand) => this.apply(opcode, operand));
  }

  finish(): ParagraphProperties {
    this.properties.depth = this.depth ?? (this.inTable ? 1 : 0);
    return this.properties;
  }

  private apply(opcode: number, operand: Buffer): void {
    const own = this.properties;
    const on = operand[0] === 1;
    switch (opcode) {
      case 0x4600:
        own.style = operand.readUInt16LE(0);
        break;
      case 0x2416:
        this.inTable = on;
        break;
      case 0x2417:
        own.endsRow = on;
        break;
      case 0x6649:
        this.depth = Math.max(0, operand.readInt32LE(0));
        break;
      case 0x664a:
        this.depth = Math.max(0, (this.depth ?? (this.inTable ? 1 : 0)) + operand.readInt32LE(0));
        break;
      case 0x244b:
        own.endsInnerCell = on;
        break;
      case 0x244c:
        own.endsInnerRow = on;
        break;
      case 0x2640:
        own.outline = operand[0] ?? null;
        break;
      case 0x460b:
        own.list = operand.readUInt16LE(0);
        break;
      case 0x260a:
        own.listLevel = operand[0] ?? 0;
        break;
      case 0x6645:
      case 0x6646:
      case 0x646b:
        this.readElsewhere(operand);
        break;
    }
  }

  private readElsewhere(operand: Buffer): void {
    this.huge += 1;
    if (this.huge <= MAX_HUGE) this.read(storedElsewhere(this.data, operand));
  }
}

export function paragraphProperties(
  run: FormattedRun | null,
  changes: Buffer,
  data: Buffer,
): ParagraphProperties {
  const reader = new PropertyReader(run?.style ?? 0, data);
  if (run) reader.read(run.grpprl);
  if (changes.length > 0) reader.read(changes);
  return reader.finish();
}

const CELL_BYTES = 20;

interface CellCode {
  /** 0 for none; the first of a joined set has another code than those that go on with it. */
  across: number;
  /** 0 none, 1 goes on, 2 or 3 starts. */
  down: number;
}

/** Borders and merges of the cells of a row, from the modifiers of the paragraph that ends it ([MS-DOC] 2.6.3). */
class RowReader {
  edges: number[] = [];
  readonly codes: CellCode[] = [];

  apply(opcode: number, operand: Buffer): void {
    if (opcode === 0xd608) this.define(operand);
    else if (opcode === 0x5624) this.join(operand[0] ?? 0, operand[1] ?? 0);
    else if (opcode === 0xd62b) {
      const code = this.codes[operand[0] ?? 0];
      if (code) code.down = operand[1] ?? 0;
    }
  }

  private define(operand: Buffer): void {
    const count = operand[0] ?? 0;
    const cellsAt = 1 + (count + 1) * 2;
    if (cellsAt > operand.length) return;
    this.edges = Array.from({ length: count + 1 }, (_, index) => operand.readInt16LE(1 + index * 2));
    this.codes.length = 0;
    for (let index = 0; index < count; index += 1) {
      const at = cellsAt + index * CELL_BYTES;
      const flags = at + 2 <= operand.length ? operand.readUInt16LE(at) : 0;
      this.codes.push({ across: flags & 3, down: (flags >> 5) & 3 });
    }
  }

  private join(first: number, end: number): void {
    for (let index = first; index < end; index += 1) {
      const code = this.codes[index];
      if (code) code.across = index === first ? 1 : 2;
    }
  }

  merges(): CellMerge[] {
    let first = 0;
    return this.codes.map(({ across, down }) => {
      const joinsLeft = across !== 0 && first !== 0 && across !== first;
      if (!joinsLeft) first = across;
      return { vertical: down === 0 ? "none" : down === 1 ? "continue" : "restart", joinsLeft };
    });
  }
}

/** `null` when the row does not say where its cells are. */
export function rowGeometry(properties: ParagraphProperties): RowGeometry | null {
  const reader = new RowReader();
  for (const grpprl of properties.row)
    forEachSprm(grpprl, (opcode, operand) => reader.apply(opcode, operand));
  return reader.edges.length === 0 ? null : { edges: reader.edges, cells: reader.merges() };
}
