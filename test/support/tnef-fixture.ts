export interface TnefFixture {
  readonly subject?: string;
  readonly body?: Uint8Array;
  readonly attachments: readonly {
    readonly title: Uint8Array;
    readonly longName?: string;
    readonly content?: Uint8Array;
    readonly message?: TnefFixture;
  }[];
}

const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

function attribute(level: number, id: number, data: Uint8Array): Buffer {
  const head = Buffer.alloc(9);
  head[0] = level;
  head.writeUInt32LE(id, 1);
  head.writeUInt32LE(data.length, 5);
  return Buffer.concat([head, data, Buffer.alloc(2)]);
}

const filled = (bytes: Uint8Array): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
const property = (type: number, id: number, value: Uint8Array): Buffer =>
  Buffer.concat([number((id << 16) | type), number(1), number(value.length), filled(value)]);

/** A `winmail.dat` with these attachments ([MS-OXTNEF]). */
export function tnefWith({ subject, body, attachments }: TnefFixture): Buffer {
  const pieces = [number(0x223e9f78), Buffer.from([1, 0])];
  // A multi-valued and a named property stand in front, as Outlook writes them.
  const leading = [
    Buffer.concat([
      number((0x8005 << 16) | 3),
      Buffer.alloc(16),
      number(1),
      number(6),
      filled(Buffer.from("a\0b\0c\0")),
      number(7),
    ]),
    Buffer.concat([number((0x3a57 << 16) | 0x1003), number(2), number(1), number(2)]),
  ];
  if (subject !== undefined) {
    const text = property(0x1f, 0x37, Buffer.from(`${subject}\0`, "utf16le"));
    pieces.push(attribute(1, 0x69003, Buffer.concat([number(3), ...leading, text])));
  }
  if (body) pieces.push(attribute(1, 0x2800c, body));
  for (const { title, longName, content, message } of attachments) {
    pieces.push(
      attribute(2, 0x69002, Buffer.alloc(14)),
      attribute(2, 0x18010, Buffer.concat([title, Buffer.alloc(1)])),
    );
    if (content) pieces.push(attribute(2, 0x6800f, content));
    const properties: Buffer[] = [];
    if (longName !== undefined)
      properties.push(property(0x1f, 0x3707, Buffer.from(`${longName}\0`, "utf16le")));
    if (message)
      properties.push(property(0x0d, 0x3701, Buffer.concat([Buffer.alloc(16), tnefWith(message)])));
    if (properties.length > 0)
      pieces.push(attribute(2, 0x69005, Buffer.concat([number(properties.length), ...properties])));
  }
  return Buffer.concat(pieces);
}
