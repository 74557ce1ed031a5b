import { CFB } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { CompoundFile, compoundNames } from "../../../electron/intake/compound/compound-file.ts";
import { inspectOne } from "../../support/inspect-bytes.ts";

function compoundOf(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const file = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams))
    CFB.utils.cfb_add(file, `/${name}`, Buffer.from(content));
  return Buffer.from(CFB.write(file, { type: "buffer" }) as Uint8Array);
}

const large = Buffer.from(Array.from({ length: 9000 }, (_, index) => index % 251));
const small = Buffer.from("小流");
const file = compoundOf({ Large: large, "Folder/Small": small, Empty: Buffer.alloc(0) });
const TABLE_AT = (file.readUInt32LE(76) + 1) * 512;

/** The file with the chain of its large stream tied into a ring. */
function ringed(bytes: Buffer, name: string): Buffer {
  const copy = Buffer.from(bytes);
  const entry = new CompoundFile(bytes).entries.find((candidate) => candidate.name === name);
  if (!entry) throw new Error("no such stream");
  copy.writeUInt32LE(entry.start, TABLE_AT + (entry.start + 3) * 4);
  return copy;
}

describe("a compound file", () => {
  it("gives its streams, large and small, in whatever folder", () => {
    const compound = new CompoundFile(file);
    expect(compound.stream("Large")?.equals(large)).toBe(true);
    expect(compound.stream("Small")?.equals(small)).toBe(true);
    expect(compound.stream("Empty")?.length).toBe(0);
    expect(compound.stream("None")).toBeNull();
    expect(compoundNames(file)).toEqual(expect.arrayContaining(["Root Entry", "Large", "Folder", "Small"]));
    expect(() => compound.refuseTangled()).not.toThrow();
  });

  it("ends when a chain is a ring, and refuses it before a library sees it", async () => {
    const ring = ringed(file, "Large");
    expect(new CompoundFile(ring).stream("Large")?.length).toBe(large.length);
    expect(() => new CompoundFile(ring).refuseTangled()).toThrow("broken");
    const book = ringed(compoundOf({ Workbook: large }), "Workbook");
    expect((await inspectOne("a.xls", book)).error?.code).toBe("broken");
  });

  it("is no workbook when its stream of that name holds text", async () => {
    const text = Buffer.from("项目,投资\n甲,1\n".repeat(400));
    expect((await inspectOne("a.xls", compoundOf({ Workbook: text }))).error?.code).toBe("broken");
  });

  it("does not believe a stream larger than the file", () => {
    const copy = Buffer.from(file);
    const at = copy.indexOf(Buffer.from("Large", "utf16le"));
    copy.writeUInt32LE(0x7fffffff, at + 120);
    expect(() => new CompoundFile(copy).stream("Large")).toThrow("broken");
  });

  it("has no names when it is cut in its header", () => {
    expect(compoundNames(file.subarray(0, 300))).toEqual([]);
  });
});
