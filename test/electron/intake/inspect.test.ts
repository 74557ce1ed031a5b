import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { refusalCodes } from "../../../shared/submission/document.ts";
import { refusals } from "../../../shared/text/catalogue/refusals.ts";
import { codesOf, inspectBytes, inspectOne, outlineOf, verdictsOf } from "../../support/inspect-bytes.ts";
import {
  cell,
  documentXml,
  docxWith,
  paragraph,
  sheetXml,
  table,
  xlsxWith,
} from "../../support/office-fixture.ts";
import { rawZip } from "../../support/raw-zip.ts";

const good = docxWith(paragraph("正文"));
const workbook = xlsxWith({
  sheets: [{ name: "表", xml: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>') }],
});
const refusalOf = async (name: string, bytes: Uint8Array | string, limits = {}) =>
  (await inspectOne(name, bytes, limits)).error;

function compoundFile(...names: string[]): Buffer {
  const file = Buffer.alloc(512 * 3);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 44);
  file.writeUInt32LE(0, 48);
  file.writeUInt32LE(1, 76);
  for (const [index, name] of names.entries()) {
    file.write(name, 512 + index * 128, "utf16le");
    file.writeUInt16LE((name.length + 1) * 2, 512 + index * 128 + 64);
    file[512 + index * 128 + 66] = index === 0 ? 5 : 2;
  }
  file.writeUInt32LE(0xfffffffe, 1024);
  return file;
}

describe("a refused file", () => {
  it.each([
    ["empty", "a.docx", Buffer.alloc(0), {}],
    ["too-large", "a.docx", good, { fileBytes: 100 }],
    ["too-large", "a.docx", good, { partBytes: 100 }],
    ["too-many-entries", "a.docx", good, { entries: 2 }],
    ["encrypted", "a.docx", compoundFile("Root Entry", "EncryptedPackage"), {}],
    ["broken", "a.docx", good.subarray(0, good.length - 60), {}],
    ["broken", "a.docx", rawZip([{ name: "[Content_Types].xml", content: "<Types/>" }]), {}],
    ["broken", "a.docx", docxWith("<w:p>"), {}],
    ["broken", "a.wps", compoundFile("Root Entry", "WordDocument"), {}],
    ["not-what-it-says", "a.docx", "这是纯文本", {}],
    ["not-what-it-says", "a.xlsx", Buffer.from([1, 2, 3, 0, 0, 4]), {}],
    ["too-deep", "a.docx", docxWith("<w:sdt>".repeat(500) + "</w:sdt>".repeat(500)), {}],
  ])("is %s", async (code, name, bytes, limits) => {
    const file = await inspectOne(name, bytes, limits);
    expect([file.status, file.error?.code, file.document, file.extraction]).toEqual([
      "refused",
      code,
      null,
      null,
    ]);
    expect(file.error?.message).not.toMatch(/[{}]/);
  });

  it.each([
    ["a.rar", Buffer.from("526172211a0700", "hex"), "RAR"],
    ["a.7z", Buffer.from("377abcaf271c0004", "hex"), "7-Zip"],
    ["a.pptx", rawZip([{ name: "[Content_Types].xml" }, { name: "ppt/presentation.xml" }]), "演示文稿"],
    ["a.exe", Buffer.from("4d5a90000300", "hex"), "程序"],
    ["a.js", "alert(1)", "纯文本"],
  ])(
    "%s is unsupported by its real content, and the sentence says what it is",
    async (name, bytes, words) => {
      const error = await refusalOf(name, bytes);
      expect(error?.code).toBe("unsupported");
      expect(error?.message).toContain(words);
    },
  );

  it("has words for every code", () => {
    for (const code of refusalCodes) expect(refusals.zh).toHaveProperty([`refusal.${code}`]);
  });

  it("may not declare a document type, so no entity is ever expanded", async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>`;
    const external = `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>`;
    for (const doctype of [laughs, external]) {
      const xml = documentXml(paragraph("&b;")).replace("?>", `?>${doctype}`);
      const bytes = rawZip([{ name: "[Content_Types].xml" }, { name: "word/document.xml", content: xml }]);
      expect((await refusalOf("a.docx", bytes))?.code).toBe("broken");
    }
  });
});

describe("a wrong extension", () => {
  it("is a message, not a refusal", async () => {
    const file = await inspectOne("附件.docx", workbook);
    expect([file.status, codesOf(file)]).toEqual(["ok", ["extension-differs"]]);
    expect(file.messages[0]?.text).toContain("Excel");
    expect((await inspectOne("方案.doc", good)).status).toBe("ok");
  });
});

describe("an archive", () => {
  const gbk = (hex: string, rest: string): Buffer =>
    Buffer.concat([Buffer.from(hex, "hex"), Buffer.from(rest)]);

  it("is given first, then its files, named in whatever encoding they were written", async () => {
    const unicode = Buffer.alloc(9 + 6);
    const bytes = rawZip([
      { name: gbk("b7bdb0b8", ".docx"), content: good },
      // 誠 is D55C? its second byte is a backslash in ASCII: it must not split the name.
      { name: gbk("d55c", "\\b.xlsx"), content: workbook },
      { name: Buffer.from("表.txt"), content: "甲" },
      { name: "目录/丙.txt", content: "乙" },
      { name: gbk("b7bdb0b8", "-2.txt"), content: "丁", flags: 0x800 },
    ]);
    expect(unicode.length).toBe(15);
    expect(verdictsOf(await inspectBytes("材料.zip", bytes))).toEqual([
      "材料.zip ok",
      "材料.zip!/方案.docx ok",
      "材料.zip!/誠/b.xlsx ok".replace("誠", new TextDecoder("gb18030").decode(Buffer.from("d55c", "hex"))),
      "材料.zip!/表.txt ok",
      "材料.zip!/目录/丙.txt ok",
      "材料.zip!/方案-2.txt ok",
    ]);
  });

  it("gives its good entries and refuses the bad ones by name", async () => {
    const content = Buffer.from("甲".repeat(50));
    const bytes = rawZip([
      { name: "好.txt", content: "好" },
      { name: "../外.txt", content },
      { name: "/etc/x.txt", content },
      { name: "C:\\x.txt", content },
      { name: "链.txt", content: "/etc/passwd", unixMode: 0o120777 },
      { name: "密.txt", content, flags: 0x801 },
      { name: "法.txt", content, method: 14, stored: content },
      { name: "坏.txt", content, crc: 1 },
      { name: "小.txt", content, declaredBytes: 10 },
      { name: "大.txt", content, declaredBytes: 5000 },
      { name: "空.txt" },
      { name: "好.txt", content: "又好" },
      { name: "夹/" },
    ]);
    const files = await inspectBytes("a.zip", bytes);
    expect(verdictsOf(files)).toEqual([
      "a.zip partial",
      "a.zip!/好.txt ok",
      "a.zip!/../外.txt refused unsafe-path",
      "a.zip!//etc/x.txt refused unsafe-path",
      "a.zip!/C:/x.txt refused unsafe-path",
      "a.zip!/链.txt refused unsafe-path",
      "a.zip!/密.txt refused encrypted",
      "a.zip!/法.txt refused unsupported",
      "a.zip!/坏.txt refused broken",
      "a.zip!/小.txt refused bomb",
      "a.zip!/大.txt refused broken",
      "a.zip!/空.txt refused empty",
      "a.zip!/好 (2).txt ok",
    ]);
    expect(files[0] && codesOf(files[0])).toContain("duplicate-name");
  });

  it("with nothing but encrypted entries is itself encrypted", async () => {
    const bytes = rawZip([{ name: "密.docx", content: good, flags: 0x801 }]);
    expect(verdictsOf(await inspectBytes("a.zip", bytes))).toEqual([
      "a.zip refused encrypted",
      "a.zip!/密.docx refused encrypted",
    ]);
  });

  it("inside archives is read down to a depth", async () => {
    const nest = (levels: number): Buffer =>
      levels === 0 ? good : rawZip([{ name: levels === 1 ? "a.docx" : "n.zip", content: nest(levels - 1) }]);
    expect(verdictsOf(await inspectBytes("n.zip", nest(2)))).toEqual([
      "n.zip ok",
      "n.zip!/n.zip ok",
      "n.zip!/n.zip!/a.docx ok",
    ]);
    expect(verdictsOf(await inspectBytes("n.zip", nest(9), { nestingDepth: 2 }))).toEqual([
      "n.zip ok",
      "n.zip!/n.zip ok",
      "n.zip!/n.zip!/n.zip refused too-deep",
    ]);
  });

  it("that unfolds to an abnormal size or overlaps itself is a bomb", async () => {
    const zeros = Buffer.alloc(20_000_000);
    const [outer, inner] = await inspectBytes("a.zip", rawZip([{ name: "0.txt", content: zeros }]));
    expect([outer?.error?.code, inner?.error?.code]).toEqual(["bomb", "bomb"]);
    const lying = rawZip([{ name: "0.txt", stored: deflateRawSync(zeros), declaredBytes: 1000 }]);
    expect((await inspectOne("a.zip", lying)).error?.code).toBe("bomb");
    const shared = rawZip([
      { name: "a.txt", content: "甲" },
      { name: "b.txt", content: "甲", offset: 0 },
    ]);
    expect((await inspectOne("a.zip", shared)).error?.code).toBe("bomb");
  });

  it("keeps within one budget for all levels", async () => {
    const text = (seed: number): Buffer =>
      Buffer.from(Array.from({ length: 4000 }, (_, i) => 33 + ((i * seed) % 90)));
    const inner = rawZip([
      { name: "1.txt", content: text(7) },
      { name: "2.txt", content: text(11) },
    ]);
    const files = await inspectBytes("a.zip", rawZip([{ name: "i.zip", content: inner }]), {
      inflatedBytes: 8000,
    });
    expect(verdictsOf(files).at(-1)).toBe("a.zip!/i.zip!/2.txt refused too-large");
  });

  it("lists what systems leave behind as noise", async () => {
    const names = ["~$方案.docx", "__MACOSX/._方案.docx", "Thumbs.db", ".DS_Store"];
    const files = await inspectBytes("a.zip", rawZip(names.map((name) => ({ name, content: good }))));
    expect(files.slice(1).map((file) => [file.status, file.extraction?.kind, file.document])).toEqual(
      names.map(() => ["ok", "noise", null]),
    );
  });

  it("reads the same content once and names its twin", async () => {
    const files = await inspectBytes(
      "a.zip",
      rawZip([
        { name: "1.docx", content: good },
        { name: "2.docx", content: good },
      ]),
    );
    expect(files[2]?.messages).toMatchObject([{ code: "duplicate-content", place: "a.zip!/1.docx" }]);
    expect(files[2]?.document).toEqual(files[1]?.document);
    expect(files[2]?.sha256).toBe(files[1]?.sha256);
  });

  it("reads a zip with bytes after its end, and refuses one that claims more entries than it has", async () => {
    const bytes = rawZip([{ name: "a.docx", content: good }]);
    expect(
      verdictsOf(await inspectBytes("a.zip", Buffer.concat([bytes, Buffer.from("\r\n--\r\n")]))),
    ).toHaveLength(2);
    expect((await refusalOf("a.zip", rawZip([{ name: "a.docx", content: good }], 3)))?.code).toBe("broken");
  });

  it("shows file names without marks that turn the reading direction", async () => {
    const files = await inspectBytes("a.zip", rawZip([{ name: "方案\u202ecod.exe", content: "MZ\x90\0" }]));
    expect(files[1]?.file).toBe("a.zip!/方案cod.exe");
  });
});

describe("plain text", () => {
  const gb = Buffer.from("d2bba1a2b9a4d7f7bbf9b4a10ad5fdce", "hex");

  it("is read as GB18030 or UTF-8, with headings", async () => {
    expect(outlineOf(await inspectOne("说明.txt", Buffer.concat([gb, Buffer.from("c4", "hex")])))).toEqual([
      "h1 一、工作基础",
      "p 正文".replace("文", new TextDecoder("gb18030").decode(Buffer.from("cec4", "hex"))),
    ]);
    expect(outlineOf(await inspectOne("说明.txt", "\ufeff甲\r\n\r\n乙"))).toEqual(["p 甲", "p 乙"]);
  });

  it.each([
    ["its title has no comma", "汇总表\n项目;投资\n甲;1\n", "汇总表"],
    ["Excel says which sign", "sep=|\n汇总表\n项目|投资\n甲|1\n", "汇总表"],
    ["it is in UTF-16", Buffer.from("\ufeff汇总表\n项目\t投资\n甲\t1\n", "utf16le"), "汇总表"],
  ])("is told apart by its separators when %s", async (_, bytes, title) => {
    expect(outlineOf(await inspectOne("a.csv", bytes))).toEqual([
      `table 3x2 r1c1=${title} r2c1=项目 r2c2=投资 r3c1=甲 r3c2=1`,
    ]);
  });

  it("is a table when it is CSV, with quotes and line breaks kept", async () => {
    expect(outlineOf(await inspectOne("a.csv", '项目,投资\r\n"甲,乙","1""2\n3"\r\n1-2,\r\n'))).toEqual([
      'table 3x2 r1c1=项目 r1c2=投资 r2c1=甲,乙 r2c2=1"2\n3 r3c1=1-2',
    ]);
  });
});

describe("a picture", () => {
  it("is partial: shown, with its content to be typed in", async () => {
    const file = await inspectOne("扫描.png", Buffer.from("89504e470d0a1a0a00", "hex"));
    expect([file.status, outlineOf(file), codesOf(file)]).toEqual([
      "partial",
      ["image 扫描.png"],
      ["image-only"],
    ]);
  });
});

describe("cancelling", () => {
  it("stops and says so", async () => {
    const { inspectFile } = await import("../../../electron/intake/inspect.ts");
    const { defaultLimits } = await import("../../../electron/intake/limits.ts");
    const files = await inspectFile(
      { path: "a.docx", bytes: docxWith(table([cell("甲")])), provenance: {} },
      { scheme: null, limits: defaultLimits, signal: AbortSignal.abort() },
    );
    expect(verdictsOf(files)).toEqual(["a.docx refused cancelled"]);
  });
});
