import { CFB, utils, write } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { codesOf, inspectOne, outlineOf } from "../../support/inspect-bytes.ts";

const END = 0x0a;
const OBJECT = 0x5d;
const PICTURE = 8;
const RECTANGLE = 2;

const part = (type: number, content: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(content.length, 2);
  return Buffer.concat([head, content]);
};

/** An object record of Excel 97: what it is, then what more is said about it ([MS-XLS] 2.4.181). */
function objectRecord(kind: number, ...more: readonly Buffer[]): Buffer {
  const common = Buffer.alloc(18);
  common.writeUInt16LE(kind, 0);
  return part(OBJECT, Buffer.concat([part(0x15, common), ...more, part(0, Buffer.alloc(0))]));
}

/** A workbook of Excel 97 with these records at the end of its sheet. */
function xlsWith(...records: readonly Buffer[]): Buffer {
  const plainBook = utils.book_new(utils.aoa_to_sheet([["甲"]]));
  const book = write(plainBook, { type: "buffer", bookType: "biff8" });
  const plain = CFB.find(CFB.read(book, { type: "buffer" }), "Workbook");
  const stream = Buffer.from(plain?.content ?? []);
  let end = 0;
  for (let at = 0; at + 4 <= stream.length && (at === 0 || stream.readUInt16LE(at) !== 0); ) {
    if (stream.readUInt16LE(at) === END) end = at;
    at += 4 + stream.readUInt16LE(at + 2);
  }
  const file = CFB.utils.cfb_new();
  const content = Buffer.concat([stream.subarray(0, end), ...records, stream.subarray(end)]);
  CFB.utils.cfb_add(file, "/Workbook", content);
  return Buffer.from(CFB.write(file, { type: "buffer" }) as Uint8Array);
}

describe("what lies on a sheet of an old workbook", () => {
  it("is said to be there, pictures and objects of other programs apart", async () => {
    const linked = part(9, Buffer.alloc(6));
    const file = await inspectOne(
      "表.xls",
      xlsWith(
        objectRecord(PICTURE),
        objectRecord(PICTURE),
        objectRecord(PICTURE, linked),
        objectRecord(RECTANGLE),
      ),
    );
    expect(outlineOf(file)).toEqual(["table 1x1 r1c1=甲"]);
    expect(file.status).toBe("partial");
    expect(
      file.messages.map(({ code, place, text }) => [code, place, /有 (\d+) 张图片/.exec(text)?.[1]]),
    ).toEqual([
      ["sheet-pictures", "Sheet1", "2"],
      ["embedded-object", "Sheet1", undefined],
    ]);
  });

  it("is not made up where nothing lies", async () => {
    const file = await inspectOne("表.xls", xlsWith());
    expect([file.status, codesOf(file)]).toEqual(["ok", []]);
  });
});
