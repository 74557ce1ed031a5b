import { decodeText } from "../decode-text.ts";

const declared = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,30})/i;
const utf8 = new TextDecoder("utf-8", { fatal: true });

function decodeAs(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(/^(gb|x-gbk|hz)/i.test(label) ? "gb18030" : label).decode(bytes);
  } catch {
    return null;
  }
}

const asUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
};

/** Text of a web page: what is valid UTF-8 is UTF-8, whatever the page says; else as it says, else as any Chinese text. */
export function decodeHtml(bytes: Uint8Array): string {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (marked) return decodeText(bytes) ?? "";
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  const label = declared.exec(head)?.[1] ?? /encoding\s*=\s*["']([\w-]{1,30})/i.exec(head)?.[1];
  const other = label !== undefined && !/^utf-?8$/i.test(label) ? decodeAs(label, bytes) : null;
  return asUtf8(bytes) ?? other ?? decodeText(bytes) ?? Buffer.from(bytes).toString("utf8");
}
