import { isChinesePairs } from "../decode-text.ts";

/** Encodings of the character sets a font can have (`\fcharset`); the rest are Western or the document's own. */
const charsets: Readonly<Record<number, string>> = {
  77: "macintosh",
  128: "shift_jis",
  129: "euc-kr",
  134: "gb18030",
  136: "big5",
  161: "windows-1253",
  162: "windows-1254",
  163: "windows-1258",
  177: "windows-1255",
  178: "windows-1256",
  186: "windows-1257",
  204: "windows-1251",
  222: "windows-874",
  238: "windows-1250",
};

const codePages: Readonly<Record<number, string>> = {
  437: "windows-1252",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  54936: "gb18030",
  65001: "utf-8",
};

export const SYMBOL_CHARSET = 2;

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

function decode(encoding: string, bytes: Uint8Array): string {
  const known = decoders.get(encoding) ?? new TextDecoder(encoding);
  decoders.set(encoding, known);
  return known.decode(bytes);
}

export const codePageEncoding = (codePage: number): string => {
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  return codePages[codePage] ?? "windows-1252";
};

/**
 * Text of bytes under a font's character set. Fonts called Western hold GBK in files of some Chinese programs: bytes that are
 * Chinese pairs throughout are taken for what they are.
 */
export function decodeRtf(bytes: Uint8Array, charset: number | null, encoding: string): string {
  const own = charset === null ? undefined : charsets[charset];
  if (own) return decode(own, bytes);
  if (encoding !== "gb18030") return decode(encoding, bytes);
  return decode(charset === 0 && !isChinesePairs(bytes) ? "windows-1252" : encoding, bytes);
}
