import { IntakeRefusal } from "../intake-refusal.ts";

const SIGNATURE = 0xe011cfd0;
const FREE = 0xfffffffa;
const HEADER_TABLES = 109;
const NO_ENTRY = 0xffffffff;
const ENTRY = 128;
const MINI_SECTOR = 64;
/** Smaller streams lie in the mini stream; libraries take the usual value, not the one in the header. */
const USUAL_CUTOFF = 4096;
const MAX_ENTRIES = 20_000;

export interface CompoundEntry {
  readonly name: string;
  readonly kind: "storage" | "stream" | "root";
  readonly start: number;
  readonly bytes: number;
}

const kinds: Readonly<Record<number, CompoundEntry["kind"]>> = { 1: "storage", 2: "stream", 5: "root" };

/**
 * A compound file ([MS-CFB]: Word 97, Excel 97, Outlook …). Libraries for it follow sector chains without end when a sender
 * ties them into a ring, so chains are walked here with a count. Nothing is copied before its size was compared with the file's.
 */
export class CompoundFile {
  readonly entries: readonly CompoundEntry[];
  private readonly bytes: Buffer;
  private readonly sectorSize: number;
  private readonly sectors: number;
  private readonly tables: readonly number[];
  /** Neighbours and first child of every place in the directory, `null` where it is unused. */
  private readonly links: (readonly number[] | null)[] = [];
  private mini: { readonly stream: Buffer; readonly table: Buffer } | null = null;

  constructor(content: Uint8Array) {
    this.bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    if (this.bytes.length < 512 || this.bytes.readUInt32LE(0) !== SIGNATURE)
      throw new IntakeRefusal("broken");
    this.sectorSize = this.bytes.readUInt16LE(30) === 12 ? 4096 : 512;
    this.sectors = Math.ceil(this.bytes.length / this.sectorSize) - 1;
    this.tables = this.tableSectors();
    this.entries = this.readDirectory();
  }

  /** The first stream of this name, anywhere in the file; `null` if there is none. */
  stream(name: string): Buffer | null {
    const entry = this.entries.find((candidate) => candidate.kind === "stream" && candidate.name === name);
    return entry ? this.content(entry) : null;
  }

  has(name: string): boolean {
    return this.entries.some((entry) => entry.name === name);
  }

  /**
   * Refuses what a library that trusts the file would follow without end or beyond it: chains that are rings, share sectors
   * or are shorter than their stream, and folders that contain themselves.
   */
  refuseTangled(): void {
    const sectors = new Uint8Array(this.sectors + 1);
    this.walk(this.bytes.readUInt32LE(48), 1, sectors, "");
    const root = this.entries.find((entry) => entry.kind === "root");
    if (!root) throw new IntakeRefusal("broken");
    if (root.bytes > 0) this.walk(root.start, Math.ceil(root.bytes / this.sectorSize), sectors, root.name);
    const miniSectors = new Uint8Array(Math.ceil(root.bytes / MINI_SECTOR) + 1);
    for (const entry of this.entries) {
      if (entry.kind !== "stream" || entry.bytes === 0) continue;
      if (entry.bytes < USUAL_CUTOFF) this.walkMini(entry, miniSectors);
      else this.walk(entry.start, Math.ceil(entry.bytes / this.sectorSize), sectors, entry.name);
    }
    this.walkTree();
  }

  private walk(start: number, atLeast: number, owned: Uint8Array, place: string): void {
    let steps = 0;
    for (let sector = start; sector < FREE; sector = this.next(sector)) {
      if (sector >= this.sectors || owned[sector] === 1) throw new IntakeRefusal("broken", place);
      owned[sector] = 1;
      steps += 1;
    }
    if (steps < atLeast) throw new IntakeRefusal("broken", place);
  }

  private walkMini({ start, bytes, name }: CompoundEntry, owned: Uint8Array): void {
    const { table } = this.miniStream();
    let steps = 0;
    for (let sector = start; sector < FREE; sector = table.readUInt32LE(sector * 4)) {
      if (sector >= owned.length - 1 || owned[sector] === 1 || sector * 4 + 4 > table.length)
        throw new IntakeRefusal("broken", name);
      owned[sector] = 1;
      steps += 1;
    }
    if (steps * MINI_SECTOR < bytes) throw new IntakeRefusal("broken", name);
  }

  /** Entries hang together by the numbers of their neighbours and first child; each must be met once at most. */
  private walkTree(): void {
    const met = new Set<number>();
    const waiting = [0];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const links = this.links[index];
      if (!links || met.has(index)) throw new IntakeRefusal("broken");
      met.add(index);
      for (const link of links) if (link !== NO_ENTRY) waiting.push(link);
    }
  }

  private get miniCutoff(): number {
    return this.bytes.readUInt32LE(56);
  }

  private at(sector: number): number {
    return (sector + 1) * this.sectorSize;
  }

  /** Sectors of the allocation table: 109 in the header, more in a chain of their own. */
  private tableSectors(): number[] {
    const tables: number[] = [];
    for (let index = 0; index < HEADER_TABLES; index += 1) {
      const sector = this.bytes.readUInt32LE(76 + index * 4);
      if (sector >= this.sectors) return tables;
      tables.push(sector);
    }
    const perSector = this.sectorSize / 4 - 1;
    let more = this.bytes.readUInt32LE(68);
    for (let steps = 0; more < this.sectors && steps <= this.sectors / perSector; steps += 1) {
      const start = this.at(more);
      if (start + this.sectorSize > this.bytes.length) break;
      for (let index = 0; index < perSector; index += 1) {
        const sector = this.bytes.readUInt32LE(start + index * 4);
        if (sector >= this.sectors) return tables;
        tables.push(sector);
      }
      more = this.bytes.readUInt32LE(start + perSector * 4);
    }
    return tables;
  }

  private next(sector: number): number {
    const perSector = this.sectorSize / 4;
    const table = this.tables[Math.floor(sector / perSector)];
    if (table === undefined) return FREE;
    const at = this.at(table) + (sector % perSector) * 4;
    return at + 4 > this.bytes.length ? FREE : this.bytes.readUInt32LE(at);
  }

  /** Bytes of a chain; `wanted` of them, or as many as there are when the size is not known beforehand. */
  private chain(start: number, wanted: number | null): Buffer {
    const most = wanted === null ? this.sectors : Math.ceil(wanted / this.sectorSize);
    if (most > this.sectors) throw new IntakeRefusal("broken");
    const pieces: Buffer[] = [];
    for (let sector = start; sector < FREE && pieces.length < most; sector = this.next(sector)) {
      if (sector >= this.sectors) break;
      pieces.push(this.bytes.subarray(this.at(sector), this.at(sector) + this.sectorSize));
    }
    const whole = Buffer.concat(pieces);
    return wanted === null ? whole : whole.subarray(0, wanted);
  }

  private readDirectory(): CompoundEntry[] {
    const entries: CompoundEntry[] = [];
    const start = this.bytes.readUInt32LE(48);
    let sector = start;
    const most = (MAX_ENTRIES * ENTRY) / this.sectorSize;
    for (let steps = 0; sector < this.sectors && steps < most; steps += 1) {
      const from = this.at(sector);
      const end = Math.min(from + this.sectorSize, this.bytes.length);
      for (let at = from; at + ENTRY <= end; at += ENTRY) {
        const entry = this.entryAt(at);
        if (entry) entries.push(entry);
        this.links.push(entry ? [68, 72, 76].map((offset) => this.bytes.readUInt32LE(at + offset)) : null);
      }
      sector = this.next(sector);
      if (sector === start) break;
    }
    return entries;
  }

  private entryAt(at: number): CompoundEntry | null {
    const length = this.bytes.readUInt16LE(at + 64);
    const kind = kinds[this.bytes[at + 66] ?? 0];
    if (!kind || length < 2 || length > 64) return null;
    const name = this.bytes.toString("utf16le", at, at + length - 2);
    return { name, kind, start: this.bytes.readUInt32LE(at + 116), bytes: this.bytes.readUInt32LE(at + 120) };
  }

  content(entry: CompoundEntry): Buffer {
    if (entry.bytes >= this.miniCutoff) return this.chain(entry.start, entry.bytes);
    return this.miniContent(entry);
  }

  private miniContent({ start, bytes }: CompoundEntry): Buffer {
    const { stream, table } = this.miniStream();
    const pieces: Buffer[] = [];
    const most = Math.ceil(bytes / MINI_SECTOR);
    for (let sector = start; sector < FREE && pieces.length < most; ) {
      if ((sector + 1) * MINI_SECTOR > stream.length + MINI_SECTOR - 1 || sector * 4 + 4 > table.length)
        break;
      pieces.push(stream.subarray(sector * MINI_SECTOR, (sector + 1) * MINI_SECTOR));
      sector = table.readUInt32LE(sector * 4);
    }
    return Buffer.concat(pieces).subarray(0, bytes);
  }

  private miniStream(): { readonly stream: Buffer; readonly table: Buffer } {
    if (this.mini) return this.mini;
    const root = this.entries.find((entry) => entry.kind === "root");
    if (!root) throw new IntakeRefusal("broken");
    this.mini = {
      stream: this.chain(root.start, root.bytes),
      table: this.chain(this.bytes.readUInt32LE(60), null),
    };
    return this.mini;
  }
}

/** Names of what is inside a compound file, empty for what is none: to tell what a file is before anything else. */
export function compoundNames(content: Uint8Array): string[] {
  try {
    return new CompoundFile(content).entries.map((entry) => entry.name);
  } catch (error) {
    if (error instanceof IntakeRefusal) return [];
    throw error;
  }
}
