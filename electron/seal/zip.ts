import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import yauzl from "yauzl";
import yazl from "yazl";
import { fail, type Result, succeed } from "../../shared/contract/result.ts";

export interface ZipLimits {
  /** Bytes of the archive itself. */
  readonly archive: number;
  readonly entries: number;
  /** Bytes of one entry, unpacked. */
  readonly entry: number;
  /** Bytes of all entries, unpacked. */
  readonly total: number;
}

export interface OpenZip {
  readonly names: ReadonlySet<string>;
  /** Unpacked size as the directory states it; unpacking more or less than that fails. */
  sizeOf(name: string): number;
  read(name: string): Promise<Buffer | null>;
}

export type ZipProblem = "too-large" | "malformed";

const isZip = (bytes: Buffer): boolean => bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50;

/** Lists an archive whose entry names must all fit `allowed`, without unpacking anything yet. */
export async function openZip(
  bytes: Buffer,
  limits: ZipLimits,
  allowed: RegExp,
): Promise<Result<OpenZip, ZipProblem>> {
  if (bytes.length > limits.archive) return fail("too-large", { place: "" });
  if (!isZip(bytes)) return fail("malformed", { place: "" });
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { strictFileNames: true });
    return await listEntries(zip, limits, allowed);
  } catch {
    return fail("malformed", { place: "" });
  }
}

async function listEntries(
  zip: yauzl.ZipFile,
  limits: ZipLimits,
  allowed: RegExp,
): Promise<Result<OpenZip, ZipProblem>> {
  if (zip.entryCount > limits.entries) return fail("too-large", { place: "" });
  const entries = new Map<string, yauzl.Entry>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const place = entry.fileName.toWellFormed().slice(0, 200);
    if (!allowed.test(entry.fileName) || entries.has(entry.fileName) || entry.isEncrypted())
      return fail("malformed", { place });
    total += entry.uncompressedSize;
    if (entry.uncompressedSize > limits.entry || total > limits.total) return fail("too-large", { place });
    entries.set(entry.fileName, entry);
  }
  return succeed({
    names: new Set(entries.keys()),
    sizeOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
    read: (name) => readEntry(zip, entries.get(name)),
  });
}

async function readEntry(zip: yauzl.ZipFile, entry: yauzl.Entry | undefined): Promise<Buffer | null> {
  if (entry === undefined) return null;
  try {
    // yauzl stops the stream when it gives more bytes than the directory states, so a bomb ends at the limit.
    return await buffer(await zip.openReadStreamPromise(entry));
  } catch {
    return null;
  }
}

/** The same entries and time give the same bytes. Files that are packed already are stored as they are. */
export async function writeZip(
  entries: readonly (readonly [name: string, bytes: Buffer])[],
  mtime: Date,
): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, bytes] of entries)
    zip.addBuffer(bytes, name, { mtime, mode: 0o100644, compress: !isZip(bytes), forceDosTimestamp: false });
  zip.end();
  return await buffer(Readable.from(zip.outputStream as AsyncIterable<Buffer>));
}
