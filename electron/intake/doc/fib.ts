import { IntakeRefusal } from "../intake-refusal.ts";

const WORD_97 = 0xc1;
const PAIRS_AT = 154;

/** Pairs of offset and size in the table stream, by their position in the file information block ([MS-DOC] 2.5.6). */
export const tablePart = {
  styles: 1,
  headers: 11,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  lists: 73,
  listUses: 74,
} as const;

/** Lengths of the stretches of text, which follow each other in this order. In characters. */
export interface TextLengths {
  readonly body: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly macros: number;
  readonly comments: number;
  readonly endnotes: number;
  readonly textBoxes: number;
  readonly headerTextBoxes: number;
}

/** The file information block at the start of the `WordDocument` stream ([MS-DOC] 2.5). */
export class Fib {
  readonly tableStream: "0Table" | "1Table";
  readonly chinese: boolean;
  readonly lengths: TextLengths;
  private readonly bytes: Buffer;

  /** Throws `encrypted`, `broken`, or `unsupported` for versions before Word 97. */
  constructor(bytes: Buffer) {
    if (bytes.length < PAIRS_AT || bytes.readUInt16LE(0) !== 0xa5ec) {
      const old = bytes.length > 2 && [0xa5dc, 0xa59b, 0xa59c].includes(bytes.readUInt16LE(0));
      throw old ? new IntakeRefusal("unsupported", "", "old-doc") : new IntakeRefusal("broken");
    }
    const flags = bytes.readUInt16LE(10);
    if ((flags & 0x100) !== 0) throw new IntakeRefusal("encrypted");
    if (bytes.readUInt16LE(2) < WORD_97) throw new IntakeRefusal("unsupported", "", "old-doc");
    this.bytes = bytes;
    this.tableStream = (flags & 0x200) !== 0 ? "1Table" : "0Table";
    const language = bytes.readUInt16LE(6) & 0x3ff;
    this.chinese = language === 4 || (flags & 0x4000) !== 0;
    const length = (at: number): number => Math.max(0, bytes.readInt32LE(at));
    this.lengths = {
      body: length(76),
      footnotes: length(80),
      headers: length(84),
      macros: length(88),
      comments: length(92),
      endnotes: length(96),
      textBoxes: length(100),
      headerTextBoxes: length(104),
    };
  }

  /** A part of the table stream; empty when the file has none or it lies outside. */
  part(table: Buffer, index: number): Buffer {
    const at = PAIRS_AT + index * 8;
    if (at + 8 > this.bytes.length || index >= this.bytes.readUInt16LE(152)) return table.subarray(0, 0);
    const offset = this.bytes.readUInt32LE(at);
    return table.subarray(offset, offset + this.bytes.readUInt32LE(at + 4));
  }

  /** The table stream from the start of a part on: lists keep more behind their declared end. */
  from(table: Buffer, index: number): Buffer {
    const part = this.part(table, index);
    return part.length === 0 ? part : table.subarray(part.byteOffset - table.byteOffset);
  }
}
