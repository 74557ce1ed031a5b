import { crc32 } from "node:zlib";

/** Every step of the compressed stream takes this many bytes, so that steps can be printed by the step. */
const UNIT = 10;

/** Bits of a deflate stream, lowest first (RFC 1951). */
class Bits {
  private readonly bits: number[] = [];

  /** A number, lowest bit first. */
  number(value: number, count: number): this {
    for (let bit = 0; bit < count; bit += 1) this.bits.push((value >> bit) & 1);
    return this;
  }

  /** A Huffman code, highest bit first. */
  code(value: number, count: number): this {
    for (let bit = count - 1; bit >= 0; bit -= 1) this.bits.push((value >> bit) & 1);
    return this;
  }

  bytes(): Buffer {
    const bytes = Buffer.alloc(Math.ceil(this.bits.length / 8));
    for (const [at, bit] of this.bits.entries()) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (at & 7));
    return bytes;
  }
}

const FIXED = 2;
/** A block with fixed codes and nothing in it: ten bits. */
const empty = (bits: Bits): Bits => bits.number(FIXED, 3).code(0, 7);

/** Print the next `count` bytes as they stand: padding, then the head of a stored block. */
function print(count: number): Buffer {
  const bits = new Bits();
  for (let block = 0; block < 4; block += 1) empty(bits);
  const length = Buffer.alloc(4);
  length.writeUInt16LE(count, 0);
  length.writeUInt16LE(~count & 0xffff, 2);
  return Buffer.concat([bits.number(0, 3).bytes(), length]);
}

/** First value of each code, and how many extra bits it has. */
const lengths = [
  [35, 273, 3],
  [43, 274, 3],
  [51, 275, 4],
  [67, 277, 4],
  [83, 278, 4],
] as const;
const distances = [
  [33, 10, 4],
  [49, 11, 4],
  [65, 12, 5],
] as const;
const codeFor = <Code extends readonly [number, number, number]>(
  codes: readonly Code[],
  value: number,
): Code => {
  const found = codes.findLast(([first]) => first <= value);
  if (!found) throw new Error(`no code for ${value}`);
  return found;
};

/** Repeat the last `count` bytes that were printed; `last`: the stream ends here. */
function repeat(count: number, last = false): Buffer {
  const [fromLength, length, lengthBits] = codeFor(lengths, count);
  const [fromDistance, distance, distanceBits] = codeFor(distances, count);
  const bits = new Bits().number(FIXED, 3);
  bits.code(length - 256, 7).number(count - fromLength, lengthBits);
  bits
    .code(distance, 5)
    .number(count - fromDistance, distanceBits)
    .code(0, 7);
  const head = empty(bits)
    .number(last ? 1 : 0, 3)
    .bytes();
  return Buffer.concat([head, Buffer.from([0, 0, 0xff, 0xff])]);
}

/** A stream that unfolds to `before`, itself and `after` (Cox, "Zip Files All The Way Down"). */
function stream(before: Buffer, after: Buffer): Buffer {
  const first = before.length + UNIT;
  const end = after.length + UNIT;
  const print4 = print(4 * UNIT);
  const repeat4 = repeat(4 * UNIT);
  const none = print(0);
  return Buffer.concat([
    print(first),
    before,
    print(first),
    repeat(first),
    print(UNIT),
    repeat(first),
    print(UNIT),
    print(UNIT),
    print4,
    repeat(first),
    print(UNIT),
    print(UNIT),
    print4,
    repeat4,
    print4,
    repeat4,
    print4,
    repeat4,
    print4,
    repeat4,
    print4,
    repeat4,
    none,
    none,
    print(end),
    repeat4,
    none,
    none,
    print(end),
    repeat(end, true),
    after,
    repeat(end, true),
  ]);
}

function zipWith(name: Buffer, checksum: number, stored: number, whole: number): Buffer {
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(checksum, 10);
  common.writeUInt32LE(stored, 14);
  common.writeUInt32LE(whole, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, name]);
  const made = Buffer.from([20, 0]);
  const central = Buffer.concat([Buffer.from("PK\x01\x02"), made, common, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length + stored, 16);
  const tail = Buffer.concat([central, end]);
  return Buffer.concat([local, stream(local, tail), tail]);
}

/** The checksum a file has that says itself which one it has: each bit of it changes the sum in a way of its own. */
function ownChecksum(fileWith: (checksum: number) => Buffer): number | null {
  const sum = (checksum: number): number => crc32(fileWith(checksum));
  const base = sum(0);
  // Bit b stands for (change made by b) xor b; their sum has to be the base.
  const pivots: { readonly value: number; readonly bits: number }[] = [];
  const reduced = (start: number, bits: number) => {
    let value = start;
    let used = bits;
    for (const pivot of pivots)
      if ((value ^ pivot.value) >>> 0 < value) {
        value = (value ^ pivot.value) >>> 0;
        used = (used ^ pivot.bits) >>> 0;
      }
    return { value, bits: used };
  };
  for (let bit = 0; bit < 32; bit += 1) {
    const mask = (1 << bit) >>> 0;
    const pivot = reduced((sum(mask) ^ base ^ mask) >>> 0, mask);
    if (pivot.value !== 0) pivots.push(pivot);
    pivots.sort((a, b) => b.value - a.value);
  }
  const { value, bits } = reduced(base, 0);
  return value === 0 && sum(bits) === bits ? bits : null;
}

/** A zip whose only entry is the zip itself, byte for byte. */
export function zipQuine(): Buffer {
  for (const name of ["q.zip", "r.zip", "s.zip", "t.zip", "u.zip", "v.zip"].map((text) =>
    Buffer.from(text),
  )) {
    const { length: whole } = zipWith(name, 0, 0, 0);
    const stored = stream(Buffer.alloc(30 + name.length), Buffer.alloc(68 + name.length)).length;
    const checksum = ownChecksum((sum) => zipWith(name, sum, stored, whole));
    if (checksum !== null) return zipWith(name, checksum, stored, whole);
  }
  throw new Error("no name has a checksum of its own");
}
