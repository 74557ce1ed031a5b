import { decodeHtml } from "../html/decode-html.ts";
import type { Budget } from "../inner-file.ts";
import type { Reading } from "../reading.ts";
import { htmlText } from "./html-text.ts";
import { innerFiles, mailBlocks, type UnwrappedMail } from "./mail-parts.ts";
import { readTnef } from "./tnef.ts";

/** Text and attachments of a `winmail.dat`. Who sent it and when is known from the mail it came with. */
export function unwrapTnef(bytes: Uint8Array, reading: Reading, budget: Budget): UnwrappedMail {
  const source = readTnef(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), reading);
  const text = source.text !== "" ? source.text : source.html ? htmlText(decodeHtml(source.html)) : "";
  const attached = source.attachments.map(({ name, content, isMessage }, index) => ({
    name: isMessage && name !== "" ? `${name}.dat` : name,
    fallback: isMessage ? "message.dat" : `attachment-${index + 1}.bin`,
    content,
    noise: false,
  }));
  return {
    provenance: {},
    blocks: mailBlocks(source.subject, text, reading),
    files: innerFiles(attached, reading, budget),
  };
}
