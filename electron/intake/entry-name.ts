import { crc32 } from "node:zlib";
import type { Entry } from "yauzl";
import { decodeChinese, decodeLatin } from "./decode-text.ts";

const UTF8_FLAG = 0x800;
const UNICODE_PATH = 0x7075;

/** Info-ZIP's unicode path: valid only for the very name bytes it was made for (their CRC-32 is in it). */
function unicodePath(entry: Entry, raw: Buffer): string | null {
  const field = entry.extraFields.find((extra) => extra.id === UNICODE_PATH)?.data;
  if (!field || field.length < 6 || field[0] !== 1 || field.readUInt32LE(1) !== crc32(raw)) return null;
  return field.toString("utf8", 5);
}

/**
 * Name of a zip entry with forward slashes. Chinese Windows writes GBK without saying so, and the second byte of a GBK
 * character may be 0x5C: the bytes are decoded first, backslashes turned afterwards.
 */
export function entryName(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const isFlagged = (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0;
  // Some tools set the flag and write GBK all the same: bytes that are UTF-8 are taken as such, flag or not.
  const name = (isFlagged ? null : unicodePath(entry, raw)) ?? decodeChinese(raw) ?? decodeLatin(raw);
  return name.replaceAll("\\", "/");
}
