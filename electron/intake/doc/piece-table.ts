import { isChinesePair, isChinesePairs } from "../decode-text.ts";
import { IntakeRefusal } from "../intake-refusal.ts";

/** A run of characters that lie together in the `WordDocument` stream. */
export interface Piece {
  /** Position of the first character in the whole text. */
  readonly position: number;
  readonly length: number;
  /** Offset of its first byte. */
  readonly offset: number;
  readonly eightBit: boolean;
  /** Property changes made by a quick save, as modifiers. */
  readonly changes: Buffer;
}

const NOTHING = Buffer.alloc(0);

/** Modifiers that fit into the two bytes of a piece ([MS-DOC] 2.9.214), of those that matter here. */
const shortModifiers: Readonly<Record<number, number>> = {
  24: 0x2416,
  25: 0x2417,
  65: 0x0800,
  66: 0x0801,
};

function changesOf(modifier: number, modifiers: readonly Buffer[]): Buffer {
  if ((modifier & 1) === 1) return modifiers[modifier >> 1] ?? NOTHING;
  const opcode = shortModifiers[(modifier >> 1) & 0x7f];
  return opcode === undefined ? NOTHING : Buffer.from([opcode & 0xff, opcode >> 8, modifier >> 8]);
}

function piecesOf(plc: Buffer, modifiers: readonly Buffer[]): Piece[] {
  const count = Math.floor((plc.length - 4) / 12);
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index += 1) {
    const position = plc.readUInt32LE(index * 4);
    const length = plc.readUInt32LE(index * 4 + 4) - position;
    if (length < 0) throw new IntakeRefusal("broken", "Clx");
    const at = (count + 1) * 4 + index * 8;
    const place = plc.readUInt32LE(at + 2);
    const eightBit = (place & 0x40000000) !== 0;
    const offset = eightBit ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff;
    pieces.push({
      position,
      length,
      offset,
      eightBit,
      changes: changesOf(plc.readUInt16LE(at + 6), modifiers),
    });
  }
  return pieces;
}

/** The pieces of the text in reading order ([MS-DOC] 2.9.38, `Clx`). Throws `broken`. */
export function readPieces(clx: Buffer): Piece[] {
  const modifiers: Buffer[] = [];
  let at = 0;
  while (at + 3 <= clx.length && clx[at] === 1) {
    const size = clx.readUInt16LE(at + 1);
    modifiers.push(clx.subarray(at + 3, at + 3 + size));
    at += 3 + size;
  }
  if (at + 5 > clx.length || clx[at] !== 2) throw new IntakeRefusal("broken", "Clx");
  const plc = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
  const pieces = piecesOf(plc, modifiers);
  if (pieces.length === 0) throw new IntakeRefusal("broken", "Clx");
  return pieces;
}

const windows1252 = new TextDecoder("windows-1252");
const gb18030 = new TextDecoder("gb18030");

/** The second byte of a pair keeps its place, so that positions stay those of the file. It is a control character, which is no text. */
const FILLER = "\u0000";

function decodePairs(bytes: Buffer): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 1) {
    if (isChinesePair(bytes[at] ?? 0, bytes[at + 1] ?? 0)) {
      text += gb18030.decode(bytes.subarray(at, at + 2)) + FILLER;
      at += 1;
    } else text += String.fromCharCode(bytes[at] ?? 0);
  }
  return text;
}

/** Characters of a piece, one unit per position; fewer where the file ends too early. */
export function pieceText(document: Buffer, piece: Piece, chinese: boolean): string {
  const { offset, length } = piece;
  if (!piece.eightBit)
    return document.toString("utf16le", offset, Math.min(offset + length * 2, document.length));
  const bytes = document.subarray(offset, offset + length);
  // Word writes eight-bit pieces in Western letters only; some other programs put GBK there.
  return chinese && isChinesePairs(bytes) ? decodePairs(bytes) : windows1252.decode(bytes);
}
