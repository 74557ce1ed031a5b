import type { Reading } from "../reading.ts";
import type { DocSource } from "./doc-source.ts";
import { type Piece, pieceText } from "./piece-table.ts";
import { forEachSprm } from "./sprm.ts";

/** What matters of the look of characters: whether they are text at all. */
export interface CharacterProperties {
  readonly deleted: boolean;
  readonly inserted: boolean;
  readonly hidden: boolean;
  /** Control characters stand for objects only where this is set. */
  readonly special: boolean;
  /** Font of the Western characters: symbols are told apart by it. */
  readonly font: string;
  readonly symbol: { readonly font: string; readonly char: string } | null;
}

export interface CharacterRun {
  readonly text: string;
  /** Offset of the first character in the file, and bytes per character. */
  readonly offset: number;
  readonly width: 1 | 2;
  readonly properties: CharacterProperties;
  readonly piece: Piece;
}

const plain: CharacterProperties = {
  deleted: false,
  inserted: false,
  hidden: false,
  special: false,
  font: "",
  symbol: null,
};

function charactersOf(grpprl: Buffer, changes: Buffer, fonts: readonly string[]): CharacterProperties {
  if (grpprl.length === 0 && changes.length === 0) return plain;
  const own = { ...plain };
  const visit = (opcode: number, operand: Buffer): void => {
    const on = operand[0] === 1;
    if (opcode === 0x0800) own.deleted = on;
    else if (opcode === 0x0801) own.inserted = on;
    else if (opcode === 0x083c) own.hidden = on;
    else if (opcode === 0x0855) own.special = on;
    else if (opcode === 0x4a4f) own.font = fonts[operand.readUInt16LE(0)] ?? "";
    else if (opcode === 0x6a09) {
      const char = operand.readUInt16LE(2).toString(16);
      own.symbol = { font: fonts[operand.readUInt16LE(0)] ?? "", char };
    }
  };
  forEachSprm(grpprl, visit);
  forEachSprm(changes, visit);
  return own;
}

/** Cuts the text between two positions into runs of one look, in reading order. Missing text is noted on `reading`. */
export function* characterRuns(
  source: DocSource,
  from: number,
  to: number,
  reading: Reading,
): Generator<CharacterRun> {
  let budget = reading.limits.characters;
  for (const piece of source.pieces) {
    const first = Math.max(from, piece.position);
    const length = Math.min(to, piece.position + piece.length) - first;
    if (length <= 0) continue;
    const width = piece.eightBit ? 1 : 2;
    const offset = piece.offset + (first - piece.position) * width;
    const text = pieceText(
      source.document,
      { ...piece, offset, length: Math.min(length, budget) },
      source.fib.chinese,
    );
    budget -= text.length;
    if (text.length < length) noteMissing(reading, budget <= 0);
    yield* cut(source, piece, text, offset, reading);
  }
}

function noteMissing(reading: Reading, overLimit: boolean): void {
  reading.partial = true;
  if (overLimit) reading.messages.add("text-cut", "", { limit: String(reading.limits.characters) });
  else reading.messages.add("text-damaged");
}

function* cut(
  source: DocSource,
  piece: Piece,
  text: string,
  offset: number,
  reading: Reading,
): Generator<CharacterRun> {
  const width = piece.eightBit ? 1 : 2;
  for (let at = 0; at < text.length; ) {
    reading.tick();
    const place = offset + at * width;
    const change = source.characters.nextChange(place);
    const end = Math.max(at + 1, Math.min(text.length, Math.ceil((change - offset) / width)));
    const properties = charactersOf(
      source.characters.at(place)?.grpprl ?? Buffer.alloc(0),
      piece.changes,
      source.fonts,
    );
    yield { text: text.slice(at, end), offset: place, width, properties, piece };
    at = end;
  }
}
