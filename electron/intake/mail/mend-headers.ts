import { decodeText } from "../decode-text.ts";

const named =
  /^(content-(type|disposition|description)|subject|from|to|cc|sender|reply-to):|^[ \t]+(file)?name/i;
const NEWLINE = 0x0a;

const isAscii = (line: Uint8Array): boolean => line.every((byte) => byte < 0x80);

/** The line in UTF-8, if it is a header that was written in GBK without saying so. */
function mended(line: Buffer): Buffer {
  if (isAscii(line) || !named.test(line.toString("latin1"))) return line;
  return Buffer.from(decodeText(line) ?? line.toString("latin1"));
}

/**
 * Old Chinese mail programs put names into headers as bare GBK bytes. Only lines of header blocks are touched, so that no
 * attachment changes; a mail without such bytes is given back as it is.
 */
export function mendHeaders(mail: Uint8Array): Uint8Array {
  if (isAscii(mail)) return mail;
  const bytes = Buffer.from(mail.buffer, mail.byteOffset, mail.byteLength);
  const pieces: Buffer[] = [];
  let inHeaders = true;
  for (let at = 0; at < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, at);
    const end = newline < 0 ? bytes.length : newline + 1;
    const line = bytes.subarray(at, end);
    if (line.length <= 2 && line.toString("latin1").trim() === "") inHeaders = false;
    else if (line[0] === 0x2d && line[1] === 0x2d) inHeaders = true;
    pieces.push(inHeaders ? mended(line) : line);
    at = end;
  }
  return Buffer.concat(pieces);
}
