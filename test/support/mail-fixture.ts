const CRLF = "\r\n";

export interface AttachmentFixture {
  /** Header lines of the part, as they are to stand in the mail. */
  readonly headers: readonly (string | Buffer)[];
  readonly content: Uint8Array | string;
}

export interface MailFixture {
  readonly headers: readonly string[];
  readonly body?: string;
  readonly bodyType?: string;
  readonly attachments?: readonly AttachmentFixture[];
}

const base64Lines = (content: Uint8Array | string): string =>
  Buffer.from(content).toString("base64").replace(/.{76}/g, `$&${CRLF}`);

/** A multipart mail with exactly these header lines. */
export function mailWith({
  headers,
  body = "",
  bodyType = "text/plain",
  attachments = [],
}: MailFixture): Buffer {
  const pieces: (string | Buffer)[] = [];
  const line = (...text: (string | Buffer)[]): void => void pieces.push(...text, CRLF);
  for (const header of headers) line(header);
  line("MIME-Version: 1.0");
  line('Content-Type: multipart/mixed; boundary="=-part"');
  line("");
  line("--=-part");
  line(`Content-Type: ${bodyType}; charset=utf-8`);
  line("Content-Transfer-Encoding: base64");
  line("");
  line(base64Lines(body));
  for (const { headers: own, content } of attachments) {
    line("--=-part");
    for (const header of own) line(header);
    if (!own.some((header) => String(header).startsWith("Content-Transfer-Encoding")))
      line("Content-Transfer-Encoding: base64");
    line("");
    line(base64Lines(content));
  }
  line("--=-part--");
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
}

/** An RFC 2047 word of these bytes. */
export const encodedWord = (charset: string, bytes: Uint8Array): string =>
  `=?${charset}?B?${Buffer.from(bytes).toString("base64")}?=`;

/** An RFC 2231 value of these bytes. */
export const percentEncoded = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0").toUpperCase()}`).join("");
