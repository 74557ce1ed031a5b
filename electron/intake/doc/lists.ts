import type { ListDefinition, ListLevel } from "../flow/list-counter.ts";
import { formatByNumber } from "../flow/number-label.ts";

const LEVEL_BYTES = 28;
const LIST_BYTES = 28;
const USE_BYTES = 16;
const MAX_LISTS = 4096;
const LEGAL = 4;
/** With it, the level begins anew only after as many levels above as the byte behind it says. */
const NO_RESTART = 8;

interface ReadLevel {
  readonly level: ListLevel;
  readonly end: number;
}

/** One list level ([MS-DOC] 2.9.150, `LVL`): fixed part, formatting that is passed over, text with level numbers in it. */
function readLevel(bytes: Buffer, at: number): ReadLevel | null {
  if (at + LEVEL_BYTES > bytes.length) return null;
  const textAt = at + LEVEL_BYTES + (bytes[at + 24] ?? 0) + (bytes[at + 25] ?? 0);
  if (textAt + 2 > bytes.length) return null;
  const end = textAt + 2 + bytes.readUInt16LE(textAt) * 2;
  if (end > bytes.length) return null;
  const text = [...bytes.toString("utf16le", textAt + 2, end)]
    .map((char) => (char.charCodeAt(0) < 9 ? `%${char.charCodeAt(0) + 1}` : char))
    .join("");
  const format = formatByNumber(bytes[at + 4] ?? 0);
  const flags = bytes[at + 5] ?? 0;
  const start = bytes.readInt32LE(at);
  const restart = (flags & NO_RESTART) === 0 ? {} : { restartsAfter: bytes[at + 26] ?? 0 };
  return { level: { format, text, start, legal: (flags & LEGAL) !== 0, ...restart }, end };
}

/** Levels of all lists by list id: the fixed parts first, then the levels of each, one or nine. */
function readLists(bytes: Buffer): Map<number, ListLevel[]> {
  const lists = new Map<number, ListLevel[]>();
  if (bytes.length < 2) return lists;
  const count = Math.min(bytes.readInt16LE(0), MAX_LISTS);
  let at = 2 + count * LIST_BYTES;
  for (let index = 0; index < count; index += 1) {
    const start = 2 + index * LIST_BYTES;
    if (start + LIST_BYTES > bytes.length) return lists;
    const simple = ((bytes[start + 26] ?? 0) & 1) !== 0;
    const levels: ListLevel[] = [];
    for (let level = 0; level < (simple ? 1 : 9); level += 1) {
      const read = readLevel(bytes, at);
      if (read === null) return lists;
      levels.push(read.level);
      at = read.end;
    }
    lists.set(bytes.readInt32LE(start), levels);
  }
  return lists;
}

interface Overrides {
  readonly starts: Map<number, number>;
  readonly levels: Map<number, ListLevel>;
  readonly end: number;
}

/** Changes a use makes to levels of its list ([MS-DOC] 2.9.131, `LFOData`). */
function readOverrides(bytes: Buffer, from: number, count: number): Overrides {
  const starts = new Map<number, number>();
  const levels = new Map<number, ListLevel>();
  let at = from + 4;
  for (let index = 0; index < count && at + 8 <= bytes.length; index += 1) {
    const flags = bytes.readUInt32LE(at + 4);
    const level = flags & 0xf;
    if ((flags & 0x10) !== 0) starts.set(level, bytes.readInt32LE(at));
    at += 8;
    const own = (flags & 0x20) !== 0 ? readLevel(bytes, at) : null;
    if (own) {
      levels.set(level, own.level);
      starts.set(level, own.level.start);
      at = own.end;
    }
  }
  return { starts, levels, end: at };
}

/** The lists paragraphs refer to, by the number they refer with (1 is the first use). */
export function readListUses(listBytes: Buffer, useBytes: Buffer): ListDefinition[] {
  if (useBytes.length < 4) return [];
  const lists = readLists(listBytes);
  const count = Math.min(useBytes.readUInt32LE(0), MAX_LISTS, Math.floor((useBytes.length - 4) / USE_BYTES));
  const definitions: ListDefinition[] = [];
  let at = 4 + count * USE_BYTES;
  for (let index = 0; index < count; index += 1) {
    const start = 4 + index * USE_BYTES;
    const list = useBytes.readInt32LE(start);
    const { starts, levels: own, end } = readOverrides(useBytes, at, useBytes[start + 12] ?? 0);
    const levels = (lists.get(list) ?? []).map((level, position) => own.get(position) ?? level);
    definitions.push({ key: String(list), id: String(index + 1), levels, starts });
    at = end;
  }
  return definitions;
}
