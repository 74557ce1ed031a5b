const utf8 = new TextDecoder("utf-8", { fatal: true });
const gb18030 = new TextDecoder("gb18030", { fatal: true });

const tryDecode = (decoder: typeof utf8, bytes: Uint8Array): string | null => {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
};

/** UTF-8 when it is valid UTF-8, else GB18030 (GBK, GB2312), else `null`. */
export const decodeChinese = (bytes: Uint8Array): string | null =>
  tryDecode(utf8, bytes) ?? tryDecode(gb18030, bytes);

const hasMark = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

const evenly = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length - (bytes.length % 2));

/** Text of a plain file: by its byte order mark, else as `decodeChinese`. `null` when it is no text in these. */
export function decodeText(bytes: Uint8Array): string | null {
  if (hasMark(bytes, 0xff, 0xfe)) return new TextDecoder("utf-16le").decode(evenly(bytes));
  if (hasMark(bytes, 0xfe, 0xff)) return new TextDecoder("utf-16be").decode(evenly(bytes));
  return decodeChinese(bytes);
}

/** The two bytes of a character of GB 2312, the common part of GBK. */
export function isChinesePair(first: number, second: number): boolean {
  return first >= 0xa1 && first <= 0xf7 && second >= 0xa1 && second <= 0xfe;
}

/** True when every byte above ASCII belongs to a pair of GB 2312, and there is one. */
export function isChinesePairs(bytes: Uint8Array): boolean {
  let pairs = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    if (!isChinesePair(bytes[at] ?? 0, bytes[at + 1] ?? 0)) return false;
    pairs += 1;
    at += 1;
  }
  return pairs > 0;
}

/** Name of last resort for bytes in no Chinese encoding: every byte stays visible. */
export const decodeLatin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** Text of an XML part: byte order mark, else the declared encoding, else UTF-8 with replacement characters. */
export function decodeXml(bytes: Uint8Array): string {
  if (hasMark(bytes, 0xff, 0xfe) || hasMark(bytes, 0xfe, 0xff)) return decodeText(bytes) ?? "";
  const start = hasMark(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const declared = /^<\?xml[^>]{0,80}encoding\s*=\s*["']([\w.-]+)["']/.exec(
    buffer.toString("latin1", start, start + 120),
  );
  const label = declared?.[1]?.toLowerCase() ?? "utf-8";
  if (label === "utf-8" || label === "utf8") return buffer.toString("utf8", start);
  try {
    return new TextDecoder(/^gb/.test(label) ? "gb18030" : label).decode(bytes);
  } catch {
    return buffer.toString("utf8", start);
  }
}
