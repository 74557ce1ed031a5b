import { crc32, inflateRawSync } from "node:zlib";
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from "yauzl";
import { entryName } from "./entry-name.ts";
import { IntakeRefusal } from "./intake-refusal.ts";
import type { IntakeLimits } from "./limits.ts";

/** One file of a zip, as its central directory declares it. */
export interface PackageEntry {
  readonly name: string;
  readonly folder: boolean;
  readonly symlink: boolean;
  readonly encrypted: boolean;
  /** Deflated or stored; nothing else is read. */
  readonly readable: boolean;
  readonly storedBytes: number;
  readonly declaredBytes: number;
  readonly crc: number;
  readonly method: number;
  readonly offset: number;
}

export interface Package {
  readonly bytes: Buffer;
  readonly entries: readonly PackageEntry[];
}

/** yauzl reads through this without waiting: the whole file is in memory, and callbacks at once are much faster. */
class MemoryReader extends RandomAccessReader {
  private readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    super();
    this.bytes = bytes;
  }

  override _readStreamForRange(): never {
    throw new Error("entries are inflated directly");
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    const copied =
      position + length <= this.bytes.length
        ? this.bytes.copy(buffer, offset, position, position + length)
        : 0;
    callback(copied === length ? null : new Error("unexpected end of file"));
  }
}

const END_RECORD = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

/** Mail gateways append bytes after the end record, which yauzl refuses; what follows the record is not the zip's. */
function trimTail(bytes: Buffer): Buffer {
  const at = bytes.lastIndexOf(END_RECORD);
  if (at < 0 || at + 22 > bytes.length) throw new IntakeRefusal("broken");
  return bytes.subarray(0, Math.min(bytes.length, at + 22 + bytes.readUInt16LE(at + 20)));
}

function openZip(bytes: Buffer): ZipFile {
  let opened: ZipFile | null = null;
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
  fromRandomAccessReader(new MemoryReader(bytes), bytes.length, options, (error, zip) => {
    if (!error) opened = zip;
  });
  if (opened === null) throw new IntakeRefusal("broken");
  return opened;
}

const UNIX = 3;
const SYMLINK = 0o120000;

const toPackageEntry = (entry: Entry): PackageEntry => {
  const name = entryName(entry);
  const mode = entry.versionMadeBy >> 8 === UNIX ? entry.externalFileAttributes >>> 16 : 0;
  return {
    name,
    folder: name.endsWith("/"),
    symlink: (mode & 0o170000) === SYMLINK,
    encrypted: entry.isEncrypted(),
    readable: entry.compressionMethod === 0 || entry.compressionMethod === 8,
    storedBytes: entry.compressedSize,
    declaredBytes: entry.uncompressedSize,
    crc: entry.crc32,
    method: entry.compressionMethod,
    offset: entry.relativeOffsetOfLocalHeader,
  };
};

/** Two entries that share bytes are how the densest bombs are built; no program writes them. */
function refuseOverlap(entries: readonly PackageEntry[]): void {
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) throw new IntakeRefusal("bomb", entry.name);
    end = entry.offset + 30 + entry.storedBytes;
  }
}

/** Reads the central directory of a zip. Nothing is inflated. Throws `broken`, `too-many-entries` or `bomb`. */
export function openPackage(content: Uint8Array, limits: IntakeLimits): Package {
  const bytes = trimTail(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
  const zip = openZip(bytes);
  if (zip.entryCount > limits.entries) throw new IntakeRefusal("too-many-entries");
  const entries: PackageEntry[] = [];
  let failed: "broken" | "encrypted" | null = null;
  zip.on("entry", (entry: Entry) => entries.push(toPackageEntry(entry)));
  zip.on("error", (error: Error) => {
    failed = /encryption/.test(error.message) ? "encrypted" : "broken";
  });
  while (entries.length < zip.entryCount && failed === null) {
    const before = entries.length;
    zip.readEntry();
    if (entries.length === before) failed ??= "broken";
  }
  if (failed !== null) throw new IntakeRefusal(failed);
  refuseOverlap(entries);
  return { bytes, entries };
}

function storedContent(source: Package, entry: PackageEntry): Buffer {
  const { bytes } = source;
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== 0x04034b50)
    throw new IntakeRefusal("broken", entry.name);
  const start =
    entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  if (start + entry.storedBytes > bytes.length) throw new IntakeRefusal("broken", entry.name);
  return bytes.subarray(start, start + entry.storedBytes);
}

const tooDense = (entry: PackageEntry, limits: IntakeLimits): boolean =>
  entry.declaredBytes > limits.ratioFloorBytes && entry.declaredBytes > entry.storedBytes * limits.ratio;

const MINIMUM_CHUNK = 64;
const MAXIMUM_CHUNK = 1 << 20;

function inflate(stored: Buffer, entry: PackageEntry): Buffer {
  try {
    const expected = Math.max(1, entry.declaredBytes);
    // In one piece where that is little; the library's own pieces of 16 kB are joined afterwards.
    const chunkSize = Math.min(Math.max(MINIMUM_CHUNK, expected), MAXIMUM_CHUNK);
    return inflateRawSync(stored, { maxOutputLength: expected, chunkSize });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    throw new IntakeRefusal(code === "ERR_BUFFER_TOO_LARGE" ? "bomb" : "broken", entry.name);
  }
}

/** Content of one entry, checked against its declared size and CRC; `allowed` bytes at most. */
export function readEntry(
  source: Package,
  entry: PackageEntry,
  limits: IntakeLimits,
  allowed: number,
): Buffer {
  if (entry.encrypted) throw new IntakeRefusal("encrypted", entry.name);
  if (!entry.readable) throw new IntakeRefusal("unsupported", entry.name, "zip-method");
  if (tooDense(entry, limits)) throw new IntakeRefusal("bomb", entry.name);
  if (entry.declaredBytes > allowed) throw new IntakeRefusal("too-large", entry.name);
  const stored = storedContent(source, entry);
  const content = entry.method === 0 ? stored : inflate(stored, entry);
  if (content.length !== entry.declaredBytes || crc32(content) !== entry.crc)
    throw new IntakeRefusal("broken", entry.name);
  return content;
}
