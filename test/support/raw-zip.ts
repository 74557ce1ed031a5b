import { crc32, deflateRawSync } from "node:zlib";

/** One entry of a zip made by hand: everything a sender could lie about can be set. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  /** Bytes as they lie in the archive, instead of the deflated content. */
  readonly stored?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly declaredBytes?: number;
  readonly storedBytes?: number;
  readonly crc?: number;
  readonly unixMode?: number;
  readonly extra?: Uint8Array;
  /** Offset to claim, for entries that share bytes. */
  readonly offset?: number;
}

const UTF8 = 0x800;

interface Laid {
  readonly local: Buffer;
  readonly central: (offset: number) => Buffer;
}

function layOut(entry: RawEntry): Laid {
  const name = Buffer.from(entry.name);
  const content = Buffer.from(entry.content ?? "");
  const method = entry.method ?? 8;
  const stored = Buffer.from(entry.stored ?? (method === 8 ? deflateRawSync(content) : content));
  const extra = Buffer.from(entry.extra ?? []);
  const flags = entry.flags ?? (typeof entry.name === "string" ? UTF8 : 0);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(flags, 2);
  common.writeUInt16LE(method, 4);
  common.writeUInt32LE(entry.crc ?? crc32(content), 10);
  common.writeUInt32LE(entry.storedBytes ?? stored.length, 14);
  common.writeUInt32LE(entry.declaredBytes ?? content.length, 18);
  common.writeUInt16LE(name.length, 22);
  common.writeUInt16LE(extra.length, 24);
  const central = (offset: number): Buffer => {
    const head = Buffer.alloc(6);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(entry.unixMode === undefined ? 20 : (3 << 8) | 20, 4);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((entry.unixMode ?? 0) << 16) >>> 0, 6);
    tail.writeUInt32LE(entry.offset ?? offset, 10);
    return Buffer.concat([head, common, tail, name, extra]);
  };
  return { local: Buffer.concat([Buffer.from("PK\x03\x04"), common, name, extra, stored]), central };
}

/** A zip with exactly these entries, lies included. */
export function rawZip(entries: readonly RawEntry[], declaredCount = entries.length): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const laid of entries.map(layOut)) {
    locals.push(laid.local);
    centrals.push(laid.central(offset));
    offset += laid.local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(declaredCount, 8);
  end.writeUInt16LE(declaredCount, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
