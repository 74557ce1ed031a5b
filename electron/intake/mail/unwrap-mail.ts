import PostalMime, { type Address, type Attachment, type Email } from "postal-mime";
import type { Budget } from "../inner-file.ts";
import { IntakeRefusal } from "../intake-refusal.ts";
import type { Reading } from "../reading.ts";
import { arrivalTime, instant, instantOfReceived } from "./arrival-time.ts";
import { htmlText } from "./html-text.ts";
import { type AttachedFile, innerFiles, mailBlocks, type UnwrappedMail } from "./mail-parts.ts";
import { mendHeaders } from "./mend-headers.ts";

/** Servers put their `Received` header on top: the topmost is that of the last one. */
function receivedAt(mail: Email, reading: Reading, within: string | null): string | null {
  const header = (key: string): string => mail.headers.find((known) => known.key === key)?.value ?? "";
  const received = instantOfReceived(header("received"));
  return arrivalTime({ received, within, sent: instant(header("date")) }, reading);
}

function shownAddress(address: Address | undefined): string | null {
  if (!address?.address) return address?.name || null;
  return address.name ? `${address.name} <${address.address}>` : address.address;
}

const extensions: Readonly<Record<string, string>> = {
  "message/rfc822": "eml",
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "text/plain": "txt",
  "text/html": "html",
  "application/zip": "zip",
  "application/ms-tnef": "dat",
};

const bytesOf = (content: Attachment["content"]): Uint8Array =>
  typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);

/** Pictures shown inside the text of a mail: logos, signatures, backgrounds. */
const isDecoration = (attachment: Attachment, html: string): boolean =>
  attachment.mimeType.startsWith("image/") &&
  (attachment.related === true ||
    (attachment.contentId !== undefined &&
      (attachment.disposition === "inline" ||
        html.includes(`cid:${attachment.contentId.replace(/^<|>$/g, "")}`))));

const toAttached = (attachment: Attachment, index: number, html: string): AttachedFile => ({
  name: attachment.filename ?? "",
  fallback: `attachment-${index + 1}.${extensions[attachment.mimeType] ?? "bin"}`,
  content: bytesOf(attachment.content),
  noise: isDecoration(attachment, html),
});

async function parse(bytes: Uint8Array, reading: Reading): Promise<Email> {
  try {
    return await PostalMime.parse(mendHeaders(bytes), {
      forceRfc822Attachments: true,
      maxNestingDepth: Math.min(reading.limits.xmlDepth, 64),
    });
  } catch (error) {
    throw new IntakeRefusal(error instanceof Error && /nesting/i.test(error.message) ? "too-deep" : "broken");
  }
}

/** A mail too large for a server may come in numbered pieces (RFC 2046, 5.2.2), none of which can be read alone. */
function isPiece(mail: Email, reading: Reading): boolean {
  const type = mail.headers.find((header) => header.key === "content-type")?.value ?? "";
  if (!/^message\/partial/i.test(type.trim())) return false;
  const number = /;\s*number\s*=\s*"?(\d+)/i.exec(type)?.[1] ?? "?";
  const total = /;\s*total\s*=\s*"?(\d+)/i.exec(type)?.[1] ?? "?";
  reading.partial = true;
  reading.messages.add("mail-piece", "", { number, total });
  return true;
}

/** Sender, subject, time of arrival, text and attachments of a mail; a mail attached to it is an attachment. */
export async function unwrapMail(
  bytes: Uint8Array,
  reading: Reading,
  budget: Budget,
  within: string | null = null,
): Promise<UnwrappedMail> {
  const mail = await parse(bytes, reading);
  const sender = shownAddress(mail.from ?? mail.sender);
  const received = receivedAt(mail, reading, within);
  const attachments = isPiece(mail, reading) ? [] : mail.attachments;
  return {
    provenance: {
      ...(sender === null ? {} : { sender }),
      ...(mail.subject ? { subject: mail.subject } : {}),
      ...(received === null ? {} : { receivedAt: received }),
    },
    blocks: mailBlocks(mail.subject, mail.text ?? htmlText(mail.html ?? ""), reading),
    files: innerFiles(
      attachments.map((attachment, index) => toAttached(attachment, index, mail.html ?? "")),
      reading,
      budget,
    ),
  };
}
