import { CFB } from "@e965/xlsx";

export interface MsgAttachment {
  readonly name: string;
  readonly content?: Uint8Array;
  /** A message attached to the message. */
  readonly message?: MsgFixture;
  readonly hidden?: boolean;
}

export interface MsgFixture {
  readonly subject?: string;
  readonly senderName?: string;
  readonly senderAddress?: string;
  readonly body?: string;
  readonly headers?: string;
  /** Moments as milliseconds since 1970. */
  readonly delivered?: number;
  readonly sent?: number;
  readonly attachments?: readonly MsgAttachment[];
  /** Text as GBK bytes instead of UTF-16: property id → bytes. */
  readonly narrow?: Readonly<Record<string, Uint8Array>>;
}

type Streams = Record<string, Buffer>;

const wide = (text: string): Buffer => Buffer.from(text, "utf16le");
const FILETIME_1970 = 116_444_736_000_000_000n;

function property(id: number, type: number, value: bigint | number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt16LE(type, 0);
  bytes.writeUInt16LE(id, 2);
  bytes.writeUInt32LE(6, 4);
  bytes.writeBigUInt64LE(BigInt(value), 8);
  return bytes;
}

const time = (id: number, milliseconds: number | undefined): Buffer =>
  milliseconds === undefined
    ? Buffer.alloc(0)
    : property(id, 0x40, BigInt(milliseconds) * 10_000n + FILETIME_1970);

function addMessage(streams: Streams, folder: string, message: MsgFixture, headerBytes: number): void {
  const texts: readonly (readonly [string, string | undefined])[] = [
    ["0037", message.subject],
    ["0C1A", message.senderName],
    ["5D01", message.senderAddress],
    ["1000", message.body],
    ["007D", message.headers],
  ];
  for (const [id, text] of texts)
    if (text !== undefined) streams[`${folder}__substg1.0_${id}001F`] = wide(text);
  for (const [id, bytes] of Object.entries(message.narrow ?? {}))
    streams[`${folder}__substg1.0_${id}001E`] = Buffer.from(bytes);
  streams[`${folder}__properties_version1.0`] = Buffer.concat([
    Buffer.alloc(headerBytes),
    time(0x0e06, message.delivered),
    time(0x0039, message.sent),
  ]);
  for (const [index, attachment] of (message.attachments ?? []).entries()) {
    const own = `${folder}__attach_version1.0_#${String(index).padStart(8, "0")}/`;
    streams[`${own}__substg1.0_3707001F`] = wide(attachment.name);
    streams[`${own}__properties_version1.0`] = Buffer.concat([
      Buffer.alloc(8),
      ...(attachment.hidden ? [property(0x7ffe, 0x0b, 1)] : []),
    ]);
    if (attachment.message) {
      streams[`${own}__substg1.0_3001001F`] = wide(attachment.name);
      addMessage(streams, `${own}__substg1.0_3701000D/`, attachment.message, 24);
    } else streams[`${own}__substg1.0_37010102`] = Buffer.from(attachment.content ?? []);
  }
}

/** An Outlook message file with these properties ([MS-OXMSG]). */
export function msgWith(message: MsgFixture): Buffer {
  const streams: Streams = {};
  addMessage(streams, "/", message, 32);
  const file = CFB.utils.cfb_new();
  for (const [path, content] of Object.entries(streams)) CFB.utils.cfb_add(file, path, content);
  return Buffer.from(CFB.write(file, { type: "buffer" }) as Uint8Array);
}
