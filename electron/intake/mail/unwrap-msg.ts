import * as library from "@kenjiuno/msgreader";
import { CompoundFile } from "../compound/compound-file.ts";
import { decodeHtml } from "../html/decode-html.ts";
import type { Budget } from "../inner-file.ts";
import { IntakeRefusal } from "../intake-refusal.ts";
import type { Reading } from "../reading.ts";
import { arrivalTime, instant, instantOfReceived } from "./arrival-time.ts";
import { htmlText } from "./html-text.ts";
import { type AttachedFile, innerFiles, mailBlocks, type UnwrappedMail } from "./mail-parts.ts";

/** Node and the bundler give a CommonJS module's default in different places. */
const { default: MsgReader } = { ...library, ...library.default } as unknown as typeof library;

type Message = library.FieldsData;

/** As Outlook noted it, else as the last server did. */
function receivedAt(message: Message, reading: Reading, within: string | null): string | null {
  const topmost = /^received:((?:[^\n]|\n[ \t])*)/im.exec(message.headers ?? "")?.[1] ?? "";
  const received = instant(message.messageDeliveryTime ?? "") ?? instantOfReceived(topmost);
  return arrivalTime({ received, within, sent: instant(message.clientSubmitTime ?? "") }, reading);
}

/** Inside one organisation Outlook keeps a directory entry instead of an address. */
function shownSender(message: Message): string | null {
  const addresses = [message.senderSmtpAddress, message.creatorSMTPAddress, message.senderEmail];
  const address = addresses.find((candidate) => candidate?.includes("@"));
  if (!address) return message.senderName || null;
  return message.senderName ? `${message.senderName} <${address}>` : address;
}

function bodyText(message: Message): string {
  if (message.body) return message.body;
  if (message.html) return htmlText(decodeHtml(message.html));
  return htmlText(message.bodyHtml ?? "");
}

const isDecoration = (attachment: Message, html: string): boolean =>
  attachment.attachmentHidden === true ||
  (attachment.pidContentId !== undefined &&
    /\.(png|jpe?g|gif|bmp)$/i.test(attachment.fileName ?? "") &&
    html.includes(`cid:${attachment.pidContentId}`));

function attachedFiles(reader: InstanceType<typeof MsgReader>, message: Message): AttachedFile[] {
  const html = message.html ? decodeHtml(message.html) : (message.bodyHtml ?? "");
  return (message.attachments ?? []).map((attachment, index) => {
    const { fileName, content } = reader.getAttachment(attachment);
    const fallback = attachment.innerMsgContent ? "message.msg" : `attachment-${index + 1}.bin`;
    return {
      name: fileName === "undefined.msg" ? "" : (fileName ?? ""),
      fallback,
      content,
      noise: isDecoration(attachment, html),
    };
  });
}

function parse(bytes: Uint8Array): { reader: InstanceType<typeof MsgReader>; message: Message } {
  // The library follows whatever the file says, without end and beyond it: only a sound file may reach it.
  new CompoundFile(bytes).refuseTangled();
  try {
    // It reads from the start of the buffer it is given, so the buffer must be the file's alone.
    const reader = new MsgReader(new Uint8Array(bytes).buffer);
    reader.parserConfig = { ansiEncoding: "gbk" };
    const message = reader.getFileData();
    if (message.error) throw new IntakeRefusal("broken");
    return { reader, message };
  } catch {
    throw new IntakeRefusal("broken");
  }
}

/** Sender, subject, time of arrival, text and attachments of an Outlook message; a message attached to it is an attachment. */
export function unwrapMsg(
  bytes: Uint8Array,
  reading: Reading,
  budget: Budget,
  within: string | null = null,
): UnwrappedMail {
  const { reader, message } = parse(bytes);
  const sender = shownSender(message);
  const received = receivedAt(message, reading, within);
  return {
    provenance: {
      ...(sender === null ? {} : { sender }),
      ...(message.subject ? { subject: message.subject } : {}),
      ...(received === null ? {} : { receivedAt: received }),
    },
    blocks: mailBlocks(message.subject, bodyText(message), reading),
    files: innerFiles(attachedFiles(reader, message), reading, budget),
  };
}
