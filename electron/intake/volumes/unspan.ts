const END = Buffer.from("504b0506", "hex");
const MARK = Buffer.from("504b0708", "hex");
const CENTRAL = 0x02014b50;
const NO_MORE = 0xffff_ffff;

/** Where the end record of a zip stands, and on which disk it says it is; `null` without one. */
export function endRecord(bytes: Buffer): { readonly at: number; readonly disk: number } | null {
  const at = bytes.lastIndexOf(END);
  return at < 0 || at + 22 > bytes.length ? null : { at, disk: bytes.readUInt16LE(at + 4) };
}

/**
 * One zip out of the pieces of a spanned one (`.z01`, `.z02` … `.zip`; APPNOTE 8.5): they follow each other, but each
 * place is told as a piece and an offset in it. `null` when the pieces do not fit, or are larger than such a zip can be.
 */
export function unspan(pieces: readonly Buffer[]): Buffer | null {
  const starts: number[] = [];
  const joined = Buffer.concat(pieces);
  // The mark in front says only that there are more pieces.
  const mark = joined.subarray(0, MARK.length).equals(MARK) ? MARK.length : 0;
  const whole = joined.subarray(mark);
  let length = -mark;
  for (const piece of pieces) {
    starts.push(length);
    length += piece.length;
  }
  const end = endRecord(whole);
  if (end === null || end.disk !== pieces.length - 1) return null;
  const count = whole.readUInt16LE(end.at + 10);
  const directory = (starts[whole.readUInt16LE(end.at + 6)] ?? NO_MORE) + whole.readUInt32LE(end.at + 16);
  if (!relocate(whole, directory, end.at, count, starts) || directory > end.at) return null;
  whole.writeUInt32LE(0, end.at + 4);
  whole.writeUInt16LE(count, end.at + 8);
  whole.writeUInt32LE(directory, end.at + 16);
  return whole;
}

/** Turns piece and offset of each entry of the directory into an offset in the whole. */
function relocate(
  whole: Buffer,
  from: number,
  to: number,
  count: number,
  starts: readonly number[],
): boolean {
  let at = from;
  for (let index = 0; index < count; index += 1) {
    if (at < 0 || at + 46 > to || whole.readUInt32LE(at) !== CENTRAL) return false;
    const start = starts[whole.readUInt16LE(at + 34)];
    const offset = (start ?? NO_MORE) + whole.readUInt32LE(at + 42);
    if (offset < 0 || offset >= to) return false;
    whole.writeUInt16LE(0, at + 34);
    whole.writeUInt32LE(offset, at + 42);
    at += 46 + whole.readUInt16LE(at + 28) + whole.readUInt16LE(at + 30) + whole.readUInt16LE(at + 32);
  }
  return true;
}
