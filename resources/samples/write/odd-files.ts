import { deflateSync } from "node:zlib";
import { CFB } from "@e965/xlsx";

/** Bytes that look random and are the same on every run. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 0x2545f491;
  for (let i = 0; i < length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[i] = state & 0xff;
  }
  return bytes;
}

function compound(streams: Record<string, Buffer>): Buffer {
  const file = CFB.utils.cfb_new();
  for (const [name, data] of Object.entries(streams)) CFB.utils.cfb_add(file, name, data);
  return Buffer.from(CFB.write(file, { type: "buffer" }) as Uint8Array);
}

/** A RAR 5 archive by its first bytes; nothing reads further. */
export const rarArchive = (): Buffer => Buffer.concat([Buffer.from("526172211a070100", "hex"), noise(1800)]);

/** An office file saved with a password: a compound file with an EncryptedPackage stream (MS-OFFCRYPTO 2.3.4). */
export const encryptedOfficeFile = (): Buffer =>
  compound({ "/EncryptionInfo": noise(4200), "/EncryptedPackage": noise(9000) });

/** Windows' picture cache: noise that every copied folder carries. */
export const thumbsDb = (): Buffer => compound({ "/Catalog": noise(4200) });

/** The lock file Word leaves beside an open document: 162 bytes with the user's name. */
export const lockFile = (user: string): Buffer => {
  const bytes = Buffer.alloc(162);
  bytes[0] = user.length;
  bytes.write(user, 1, "latin1");
  return bytes;
};

/** A page that was scanned: one grey picture, no text. */
export function scannedPdf(): Buffer {
  const width = 200;
  const height = 280;
  const picture = deflateSync(scannedPage(width, height), { level: 9 });
  const drawing = Buffer.from("q 595 0 0 842 0 0 cm /P Do Q");
  const objects = [
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
    Buffer.from(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>",
    ),
    stream("", drawing),
    stream(
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`,
      picture,
    ),
  ];
  return pdf(objects);
}

/** Grey paper with dark bars where lines of writing would be. */
function scannedPage(width: number, height: number): Buffer {
  const pixels = Buffer.alloc(width * height, 0xf0);
  for (let line = 30; line < height - 40; line += 12) {
    const end = width - 20 - ((line * 7) % 60);
    for (let x = 20; x < end; x++)
      if ((x * 13 + line) % 11 < 8)
        pixels.fill(0x38, (line + (x % 3)) * width + x, (line + (x % 3)) * width + x + 1);
  }
  return pixels;
}

const stream = (entries: string, data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from("\nendstream"),
  ]);

function pdf(objects: readonly Buffer[]): Buffer {
  let file = Buffer.from("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "latin1");
  const offsets: number[] = [];
  objects.forEach((object, i) => {
    offsets.push(file.length);
    file = Buffer.concat([file, Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]);
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  return Buffer.concat([
    file,
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    ),
  ]);
}
