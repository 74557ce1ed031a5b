import type { Reading } from "../reading.ts";

/** Receives the tokens of an RTF file in order. */
export interface RtfHandlers {
  open(): void;
  close(): void;
  /** `\name` or `\name123`; `null` without a number. */
  word(name: string, value: number | null): void;
  /** `\~`, `\*` … */
  symbol(char: string): void;
  /** A byte written as `\'xx`. */
  hex(byte: number): void;
  text(bytes: Buffer): void;
}

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const LONGEST_WORD = 32;

const isLetter = (byte: number): boolean => (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90);
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

/** End of the plain bytes from here on: before the next brace, backslash or line break. */
function textEnd(bytes: Buffer, from: number): number {
  let at = from;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === BACKSLASH || byte === OPEN || byte === CLOSE || byte === 10 || byte === 13) break;
  }
  return at;
}

/** Reads `\name-123` and the one blank that belongs to it; gives the position behind it. */
function readWord(bytes: Buffer, from: number, handlers: RtfHandlers): number {
  let at = from;
  while (at - from < LONGEST_WORD && isLetter(bytes[at] ?? 0)) at += 1;
  const name = bytes.toString("latin1", from, at);
  const numberAt = at;
  if (bytes[at] === 0x2d) at += 1;
  while (at - numberAt < 12 && isDigit(bytes[at] ?? 0)) at += 1;
  const digits = bytes.toString("latin1", numberAt, at);
  const value = digits === "" || digits === "-" ? null : Number(digits);
  if (bytes[at] === 0x20) at += 1;
  if (name === "bin") return at + Math.max(0, value ?? 0);
  handlers.word(name, value);
  return at;
}

function readControl(bytes: Buffer, from: number, handlers: RtfHandlers): number {
  const byte = bytes[from] ?? 0;
  if (isLetter(byte)) return readWord(bytes, from, handlers);
  if (byte === 0x27) {
    const value = Number.parseInt(bytes.toString("latin1", from + 1, from + 3), 16);
    if (!Number.isNaN(value)) handlers.hex(value);
    return from + 3;
  }
  if (byte === 10 || byte === 13) handlers.word("par", null);
  else if (byte === BACKSLASH || byte === OPEN || byte === CLOSE)
    handlers.text(bytes.subarray(from, from + 1));
  else handlers.symbol(String.fromCharCode(byte));
  return from + 1;
}

/** One pass over an RTF file (Microsoft RTF 1.9.1). Binary data is stepped over. */
export function tokenizeRtf(bytes: Buffer, reading: Reading, handlers: RtfHandlers): void {
  for (let at = 0; at < bytes.length; ) {
    reading.tick();
    const byte = bytes[at] ?? 0;
    if (byte === BACKSLASH) at = readControl(bytes, at + 1, handlers);
    else if (byte === OPEN) {
      handlers.open();
      at += 1;
    } else if (byte === CLOSE) {
      handlers.close();
      at += 1;
    } else if (byte === 10 || byte === 13 || byte === 0) at += 1;
    else {
      const end = textEnd(bytes, at + 1);
      handlers.text(bytes.subarray(at, end));
      at = end;
    }
  }
}
