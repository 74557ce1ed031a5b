import { crc32, deflateRawSync } from "node:zlib";

/** One file of an archive. The name is bytes, because Chinese Windows writes GBK without saying so. */
export interface ZipEntry {
  readonly name: Buffer;
  readonly utf8Flag: boolean;
  readonly data: Buffer;
}

/** 2021-11-20 10:30:00 in DOS form: the same bytes on every run. */
const dosDate = ((2021 - 1980) << 9) | (11 << 5) | 20;
const dosTime = (10 << 11) | (30 << 5);

/**
 * Written by hand, here only: yazl always sets the UTF-8 flag, and an archive of an old Chinese Windows must not have it.
 * Layout: APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16.
 */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const packed = deflateRawSync(entry.data, { level: 9 });
    const common = commonFields(entry, packed.length);
    const local = Buffer.concat([uint32(0x04034b50), common, uint16(0), entry.name]);
    const central = Buffer.concat([uint32(0x02014b50), uint16(20), common, uint16(0), Buffer.alloc(10)]);
    directory.push(central, uint32(offset), entry.name);
    bodies.push(local, packed);
    offset += local.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = uint16(entries.length);
  const end = [uint32(0x06054b50), uint32(0), count, count, uint32(size), uint32(offset), uint16(0)];
  return Buffer.concat([...bodies, ...directory, ...end]);
}

/** From "version needed" to "file name length": the same in both headers. */
function commonFields(entry: ZipEntry, packedSize: number): Buffer {
  return Buffer.concat([
    uint16(20),
    uint16(entry.utf8Flag ? 0x0800 : 0),
    uint16(8),
    uint16(dosTime),
    uint16(dosDate),
    uint32(crc32(entry.data)),
    uint32(packedSize),
    uint32(entry.data.length),
    uint16(entry.name.length),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
