import { toGbk } from "./gbk.ts";

/** How the name of an attachment is written: the three ways Chinese mail programs have. */
export type NameStyle = "rfc2047-gb2312-b" | "rfc2047-gbk-q" | "rfc2231-gb18030" | "rfc2231-continued";

export interface Attachment {
  readonly name: string;
  readonly style: NameStyle;
  readonly data: Buffer;
}

export interface Mail {
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** RFC 5322 dates, as the sender's program and the receiving server wrote them. */
  readonly date: string;
  readonly received: string;
  readonly body: string;
  readonly attachments: readonly Attachment[];
}

const boundary = "----=_NextPart_000_SAMPLE_01D7E2";

export function writeMail(mail: Mail): Buffer {
  const head = [
    `Return-Path: <${mail.from.address}>`,
    `Received: from smtp.example.invalid (smtp.example.invalid [192.0.2.25])\r\n\tby mx.example.invalid with ESMTPS id SAMPLE;\r\n\t${mail.received}`,
    `Date: ${mail.date}`,
    `From: ${word(mail.from.name, "b")} <${mail.from.address}>`,
    `To: ${word("省发展改革委双创示范基地申报邮箱", "b")} <shuangchuang@example.invalid>`,
    `Subject: ${word(mail.subject, "b")}`,
    `Message-ID: <sample.${Buffer.from(mail.date).toString("hex").slice(-12)}@example.invalid>`,
    "X-Mailer: Foxmail 7.2.22.188[cn]",
    "MIME-Version: 1.0",
    `Content-Type: multipart/mixed;\r\n\tboundary="${boundary}"`,
  ].join("\r\n");
  const text = `Content-Type: text/plain; charset="gb2312"\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines(toGbk(mail.body))}`;
  const parts = [text, ...mail.attachments.map(attachmentPart)];
  const body = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join("");
  return Buffer.from(
    `${head}\r\n\r\nThis is a multi-part message in MIME format.\r\n\r\n${body}--${boundary}--\r\n`,
  );
}

function attachmentPart(attachment: Attachment): string {
  const { type, disposition } = nameFields(attachment);
  return `Content-Type: application/octet-stream${type}\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment${disposition}\r\n\r\n${lines(attachment.data)}`;
}

function nameFields({ name, style }: Attachment): { type: string; disposition: string } {
  if (style === "rfc2231-gb18030")
    return { type: "", disposition: `;\r\n\tfilename*=gb18030''${percent(toGbk(name))}` };
  if (style === "rfc2231-continued") {
    const encoded = percent(Buffer.from(name, "utf8")).match(/(?:%..|[^%]){1,20}/g) ?? [];
    const pieces = encoded.map((piece, i) => `;\r\n\tfilename*${i}*=${i === 0 ? "UTF-8''" : ""}${piece}`);
    return { type: "", disposition: pieces.join("") };
  }
  const encoded = word(name, style === "rfc2047-gb2312-b" ? "b" : "q");
  return { type: `;\r\n\tname="${encoded}"`, disposition: `;\r\n\tfilename="${encoded}"` };
}

/** RFC 2047 encoded words, folded: a long Chinese subject takes several, and readers must join them. */
function word(text: string, encoding: "b" | "q"): string {
  const length = encoding === "b" ? 12 : 9;
  const pieces = [...text].reduce<string[]>((all, character, i) => {
    if (i % length === 0) all.push("");
    all[all.length - 1] += character;
    return all;
  }, []);
  const encode = (piece: string) =>
    encoding === "b"
      ? `=?gb2312?B?${toGbk(piece).toString("base64")}?=`
      : `=?GBK?Q?${[...toGbk(piece)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("")}?=`;
  return pieces.map(encode).join("\r\n ");
}

const percent = (bytes: Buffer): string =>
  [...bytes]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9.]/.test(character)
        ? character
        : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");

const lines = (bytes: Buffer): string => bytes.toString("base64").replace(/.{76}(?=.)/g, "$&\r\n");
