import { IntakeRefusal } from "../intake-refusal.ts";

/** Records no cell needs, whose counts the library believes: names and shared formulas, metadata ([MS-XLSB] 2.4). */
const unneeded = new Set([39, 51, 426, 427]);
const COLUMN_INFO = 60;
const LAST_COLUMN = 16_383;

interface Head {
  readonly type: number;
  readonly body: number;
  readonly end: number;
}

/** Numbers of up to four bytes, seven bits each; the high bit says that another follows. */
function headAt(bytes: Buffer, at: number): Head {
  let place = at;
  const next = (): number => bytes[place++] ?? 0;
  const first = next();
  const type = first & 0x80 ? (first & 0x7f) + ((next() & 0x7f) << 7) : first;
  let length = 0;
  for (let index = 0; index < 4; index += 1) {
    const byte = next();
    length += (byte & 0x7f) << (7 * index);
    if ((byte & 0x80) === 0) break;
  }
  return { type, body: place, end: place + length };
}

const isFalseColumn = (bytes: Buffer, { type, body, end }: Head): boolean =>
  type === COLUMN_INFO && (end - body < 8 || bytes.readUInt32LE(body + 4) > LAST_COLUMN);

/** A part of an .xlsb without the records that make the library count without end. Throws `broken`. */
export function soundRecords(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const head = headAt(bytes, at);
    if (head.end > bytes.length) throw new IntakeRefusal("broken");
    if (unneeded.has(head.type) || isFalseColumn(bytes, head)) {
      kept.push(bytes.subarray(from, at));
      from = head.end;
    }
    at = head.end;
  }
  if (from === 0) return bytes;
  kept.push(bytes.subarray(from));
  return Buffer.concat(kept);
}
