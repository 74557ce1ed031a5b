import { decodeChinese, decodeLatin } from "../decode-text.ts";
import { IntakeRefusal } from "../intake-refusal.ts";
import type { Reading } from "../reading.ts";

export interface TnefAttachment {
  name: string;
  content: Buffer;
  /** The attachment is a message, itself in this format. */
  isMessage: boolean;
}

export interface Tnef {
  subject: string;
  text: string;
  html: Buffer | null;
  readonly attachments: TnefAttachment[];
}

const SIGNATURE = 0x223e9f78;
const ATTACHMENT_START = 0x9002;
const ATTACHMENT_NAME = 0x8010;
const ATTACHMENT_CONTENT = 0x800f;
const ATTACHMENT_PROPERTIES = 0x9005;
const SUBJECT = 0x8004;
const BODY = 0x800c;
const MESSAGE_PROPERTIES = 0x9003;

const LONG_NAME = 0x3707;
const CONTENT = 0x3701;
const BODY_TEXT = 0x1000;
const BODY_HTML = 0x1013;
const SUBJECT_TEXT = 0x0037;
const MANY = 0x1000;
const WIDE = 0x1f;
const OBJECT = 0x0d;

const padded = (length: number): number => length + ((4 - (length % 4)) % 4);

/** Bytes of the values of fixed size, filled to four; `null` for those that say their own size. */
function fixedBytes(type: number): number | null {
  if (type === 0x1e || type === WIDE || type === OBJECT || type === 0x102) return null;
  if ([5, 6, 7, 0x14, 0x40].includes(type)) return 8;
  return type === 0x48 ? 16 : 4;
}

interface Property {
  readonly id: number;
  readonly type: number;
  readonly value: Buffer;
}

/** The properties in a MAPI block ([MS-OXTNEF] 2.1.3.4); stops where one does not fit. */
class PropertyBlock {
  private readonly bytes: Buffer;
  private at = 4;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  *read(reading: Reading): Generator<Property> {
    const count = this.bytes.length >= 4 ? this.bytes.readUInt32LE(0) : 0;
    for (let index = 0; index < count && this.at + 4 <= this.bytes.length; index += 1) {
      reading.tick();
      const type = this.bytes.readUInt16LE(this.at);
      const id = this.bytes.readUInt16LE(this.at + 2);
      this.at += 4;
      if (id >= 0x8000) this.skipName();
      const values = this.values(type);
      const [first] = values;
      if (first) yield { id, type: type & ~MANY, value: first };
    }
  }

  private number(): number {
    if (this.at + 4 > this.bytes.length) throw new IntakeRefusal("broken");
    this.at += 4;
    return this.bytes.readUInt32LE(this.at - 4);
  }

  private skipName(): void {
    this.at += 16;
    const length = this.number() === 0 ? 4 : this.number();
    this.at += padded(length);
  }

  private values(type: number): Buffer[] {
    const fixed = fixedBytes(type & ~MANY);
    const count = fixed === null || (type & MANY) !== 0 ? this.number() : 1;
    const values: Buffer[] = [];
    for (let index = 0; index < count; index += 1) {
      const length = fixed ?? this.number();
      if (this.at + length > this.bytes.length) throw new IntakeRefusal("broken");
      values.push(this.bytes.subarray(this.at, this.at + length));
      this.at += padded(length);
    }
    return values;
  }
}

const textOf = ({ type, value }: Pick<Property, "type" | "value">): string =>
  (type === WIDE ? value.toString("utf16le") : (decodeChinese(value) ?? decodeLatin(value))).replace(
    /\0.*$/s,
    "",
  );

function readAttachmentProperties(data: Buffer, attachment: TnefAttachment, reading: Reading): void {
  for (const property of new PropertyBlock(data).read(reading)) {
    if (property.id === LONG_NAME) attachment.name = textOf(property);
    else if (property.id === CONTENT && property.type === OBJECT && property.value.length > 16) {
      // An object starts with the id of its interface; a message inside is this format again.
      attachment.content = property.value.subarray(16);
      attachment.isMessage =
        attachment.content.length > 4 && attachment.content.readUInt32LE(0) === SIGNATURE;
    } else if (property.id === CONTENT && property.type === 0x102) attachment.content = property.value;
  }
}

function readMessageProperties(data: Buffer, result: Tnef, reading: Reading): void {
  for (const property of new PropertyBlock(data).read(reading)) {
    if (property.id === SUBJECT_TEXT) result.subject = textOf(property);
    else if (property.id === BODY_TEXT) result.text = textOf(property);
    else if (property.id === BODY_HTML) result.html = property.value;
  }
}

function readAttribute(id: number, data: Buffer, result: Tnef, reading: Reading): void {
  const current = result.attachments.at(-1);
  if (id === ATTACHMENT_START) {
    if (result.attachments.length >= reading.limits.entries) throw new IntakeRefusal("too-many-entries");
    result.attachments.push({ name: "", content: Buffer.alloc(0), isMessage: false });
  } else if (id === ATTACHMENT_NAME && current) current.name ||= textOf({ type: 0x1e, value: data });
  else if (id === ATTACHMENT_CONTENT && current) current.content = data;
  else if (id === ATTACHMENT_PROPERTIES && current) readAttachmentProperties(data, current, reading);
  else if (id === SUBJECT) result.subject ||= textOf({ type: 0x1e, value: data });
  else if (id === BODY) result.text ||= textOf({ type: 0x1e, value: data });
  else if (id === MESSAGE_PROPERTIES) readMessageProperties(data, result, reading);
}

/**
 * Reads `winmail.dat` ([MS-OXTNEF]), in which Outlook wraps attachments. The one library that does brings a logger and a command
 * line with it. Nothing is copied: contents are views of the file. Throws `broken` or `too-many-entries`.
 */
export function readTnef(bytes: Buffer, reading: Reading): Tnef {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== SIGNATURE) throw new IntakeRefusal("broken");
  const result: Tnef = { subject: "", text: "", html: null, attachments: [] };
  let at = 6;
  while (at + 9 <= bytes.length) {
    reading.tick();
    const id = bytes.readUInt16LE(at + 1);
    const length = bytes.readUInt32LE(at + 5);
    if (at + 9 + length > bytes.length) throw new IntakeRefusal("broken");
    readAttribute(id, bytes.subarray(at + 9, at + 9 + length), result, reading);
    at += 9 + length + 2;
  }
  return result;
}
