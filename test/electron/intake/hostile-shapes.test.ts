import { inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { docWith } from "../../support/doc-fixture.ts";
import { codesOf, inspectBytes, inspectOne, outlineOf, verdictsOf } from "../../support/inspect-bytes.ts";
import { mailWith } from "../../support/mail-fixture.ts";
import { documentXml, docxWith, paragraph, sheetXml, xlsxWith } from "../../support/office-fixture.ts";
import { rawZip } from "../../support/raw-zip.ts";
import { zipQuine } from "../../support/zip-quine.ts";

const book = (xml: string) => xlsxWith({ sheets: [{ name: "表", xml }] });
const resultOf = async (name: string, bytes: Uint8Array, limits = {}) => {
  const file = await inspectOne(name, bytes, limits);
  return { file, summary: [file.status, file.error?.code ?? null, codesOf(file)] };
};

describe("shapes no one draws", () => {
  it("tables inside tables without end are refused", async () => {
    const open = "<w:tbl><w:tr><w:tc>".repeat(200);
    const close = "<w:p/></w:tc></w:tr></w:tbl>".repeat(200);
    expect((await resultOf("a.docx", docxWith(open + close))).summary).toEqual(["refused", "too-deep", []]);
  });

  it("a sheet is read to its last column and row where it has values; what lies beyond is named", async () => {
    const { file, summary } = await resultOf(
      "a.xlsx",
      book(
        sheetXml(
          '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c><c r="XFE1"><v>3</v></c></row><row r="1048576"><c r="B1048576"><v>4</v></c></row>',
        ),
      ),
    );
    expect(summary).toEqual(["partial", null, ["cells-cut"]]);
    expect(outlineOf(file)).toEqual(["table 1048576x16384 r1c1=1 r1c16384=2 r1048576c2=4"]);
    expect(file.messages[0]?.text).toContain("从 XFE1 起有 1 个单元格没有读取");
  });

  it("a table and a stray value at the far end of its sheet are both read, and the table is understood", async () => {
    const row = (number: number, cells: Readonly<Record<string, string>>): string =>
      `<row r="${number}">${Object.entries(cells)
        .map(([column, text]) => `<c r="${column}${number}" t="str"><v>${text}</v></c>`)
        .join("")}</row>`;
    const { file, summary } = await resultOf(
      "附件3.xlsx",
      book(
        sheetXml(
          row(1, { A: "主要建设项目汇总表（单位：万元）" }) +
            row(2, { A: "序号", B: "项目名称", C: "建设单位", D: "总投资", XFD: "备注" }) +
            row(3, { A: "1", B: "甲项目", C: "乙公司", D: "100", XFD: "在建" }) +
            row(1_048_576, { XFD: "远" }),
        ),
      ),
    );
    expect(summary).toEqual(["ok", null, []]);
    expect(file.extraction?.projects.map(({ name, totalInvestment }) => [name, totalInvestment])).toEqual([
      ["甲项目", "100"],
    ]);
  });

  it("a sheet of 1,048,576 rows is cut at the limit", async () => {
    const rows = Array.from(
      { length: 1_048_576 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`,
    );
    const { file, summary } = await resultOf("a.xlsx", book(sheetXml(rows.join(""))), {
      timeFloorMs: 600_000,
    });
    expect(summary).toEqual(["partial", null, ["cells-cut"]]);
    expect(file.document?.blocks[0]).toMatchObject({ rows: 500_000, columns: 1 });
    expect(file.messages[0]?.text).toContain("从 A500001 起有 548576 个单元格没有读取");
  });

  it("formulas that refer to themselves are not followed: their stored results count", async () => {
    const { file, summary } = await resultOf(
      "a.xlsx",
      book(
        sheetXml(
          '<row r="1"><c r="A1"><f t="shared" ref="A1:B1" si="0">B1</f><v>7</v></c><c r="B1"><f t="shared" si="0"/></c><c r="C1"><f t="shared" si="1"/><v>8</v></c></row>',
        ),
      ),
    );
    expect(outlineOf(file)).toEqual(["table 1x3 r1c1=7 r1c3=8"]);
    expect(summary).toEqual(["partial", null, ["formula-without-value"]]);
  });

  it("a paragraph of 100 MB is refused in a document and cut in a text", async () => {
    const content = Buffer.alloc(100 * 1024 * 1024, "甲乙丙丁戊己庚辛");
    const xml = Buffer.concat([
      Buffer.from(documentXml("<w:p><w:r><w:t>").replace("</w:body></w:document>", "")),
      content,
    ]);
    const docx = rawZip([
      { name: "[Content_Types].xml" },
      { name: "word/document.xml", content: xml, method: 0 },
    ]);
    const patient = { timeFloorMs: 600_000 };
    expect((await resultOf("a.docx", docx, patient)).summary).toEqual(["refused", "too-large", []]);
    expect((await resultOf("a.txt", content, patient)).summary).toEqual([
      "partial",
      null,
      ["text-cut", "no-text"],
    ]);
  });

  it("half characters are shown as such, with a message", async () => {
    const doc = await resultOf("a.doc", docWith({ runs: [{ text: "甲\ud842乙\r" }] }));
    expect([outlineOf(doc.file), doc.summary]).toEqual([["p 甲\ufffd乙"], ["ok", null, ["half-character"]]]);
    const rtf = await resultOf("a.rtf", Buffer.from("{\\rtf1 a\\u-10187?b\\par}"));
    expect([outlineOf(rtf.file), rtf.summary]).toEqual([["p a\ufffdb"], ["ok", null, ["half-character"]]]);
  });

  it("names that turn the reading direction lose the marks, with a message, in archives, mails and folders", async () => {
    const zip = await inspectBytes("a.zip", rawZip([{ name: "方案\u202excod.exe", content: "MZ\x90\0" }]));
    expect(verdictsOf(zip)[1]).toMatch(/^a\.zip!\/方案xcod\.exe refused/);
    expect(zip[0] && codesOf(zip[0])).toContain("name-disguised");
    const mail = await inspectBytes(
      "a.eml",
      mailWith({
        headers: ["From: a@b.cn", "Date: Fri, 25 Sep 2020 16:59:30 +0800", "Subject: s"],
        attachments: [
          {
            headers: ["Content-Disposition: attachment; filename*=utf-8''%E2%80%AExcod.exe"],
            content: "MZ\x90\0",
          },
        ],
      }),
    );
    expect(mail.map((file) => file.file)).toEqual(["a.eml", "a.eml!/xcod.exe"]);
    expect(mail[0] && codesOf(mail[0])).toContain("name-disguised");
    const loose = await inspectOne("收件/方案\u202excod.exe", "MZ\x90\0");
    expect([loose.file, codesOf(loose)]).toEqual(["收件/方案xcod.exe", ["name-disguised"]]);
  });

  it("archives that unfold to sixteen times sixteen others stop at the budget of the one that was given", async () => {
    const text = Buffer.from(Array.from({ length: 20_000 }, (_, index) => 33 + ((index * 7) % 90)));
    const nest = (level: number): Buffer =>
      level === 0
        ? text
        : rawZip(
            Array.from({ length: 16 }, (_, index) => ({
              name: `${index}.${level === 1 ? "txt" : "zip"}`,
              content: Buffer.concat([nest(level - 1), Buffer.from(String(index))]),
            })),
          );
    const files = await inspectBytes("42.zip", nest(3), { inflatedBytes: 1_000_000 });
    const unfolded = files.slice(1).reduce((sum, file) => sum + file.bytes, 0);
    expect(unfolded).toBeLessThanOrEqual(1_000_000);
    expect(files.filter((file) => file.error?.code === "too-large").length).toBeGreaterThan(0);
    expect(files[0]?.status).toBe("partial");
    const few = await inspectBytes("42.zip", nest(3), { entries: 40 });
    expect(few.length).toBeLessThan(120);
    expect(few.some((file) => file.error?.code === "too-many-entries")).toBe(true);
  });

  it("an archive that holds itself, byte for byte, is opened once", async () => {
    const quine = zipQuine();
    expect(inflateRawSync(quine.subarray(35, -73)).equals(quine)).toBe(true);
    const files = await inspectBytes("材料.zip", quine);
    expect(files.map((file) => [file.file.split("!/").length, file.status, file.error?.code])).toEqual([
      [1, "ok", undefined],
      [2, "refused", "bomb"],
    ]);
  });

  it("half characters in names are replaced, wherever the name stands", async () => {
    const half = Buffer.from("eda182", "hex");
    const name = Buffer.concat([Buffer.from("方"), half, Buffer.from(".txt")]);
    const zip = await inspectBytes("\ud842.zip", rawZip([{ name, flags: 0x800, content: "甲" }]));
    const mail = await inspectBytes(
      "\udc00.eml",
      mailWith({
        headers: ["From: a@b.cn", "Date: Fri, 25 Sep 2020 16:59:30 +0800", "Subject: =?utf-8?B?7aGC?="],
        attachments: [
          {
            headers: ["Content-Disposition: attachment; filename*=utf-8''%ED%A1%82.txt"],
            content: "甲",
          },
        ],
      }),
    );
    const files = [...zip, ...mail];
    expect(files.map(({ status, document }) => [status, document !== null])).toEqual(
      Array.from({ length: 4 }, () => ["ok", true]),
    );
    for (const { file, provenance } of files)
      expect([file, provenance.path, provenance.subject ?? ""].map((text) => text.isWellFormed())).toEqual([
        true,
        true,
        true,
      ]);
  });

  it("a document that has its main part twice is read by the first", async () => {
    const bytes = rawZip([
      { name: "[Content_Types].xml" },
      { name: "word/document.xml", content: documentXml(paragraph("一")) },
      { name: "word/document.xml", content: documentXml(paragraph("二")) },
    ]);
    expect(outlineOf((await resultOf("a.docx", bytes)).file)).toEqual(["p 一"]);
  });
});

describe("what arrives in pieces", () => {
  it.each([
    ["材料.zip.001", Buffer.from("504b0304", "hex")],
    ["材料.z01", Buffer.from("0102", "hex")],
    ["材料.part1.rar", Buffer.from("526172211a0700", "hex")],
    ["材料.7z.002", Buffer.from("0102", "hex")],
    ["首卷.bin", Buffer.from("504b0708504b0304", "hex")],
  ])("%s is named as one part of several, with what to do", async (name, bytes) => {
    const { error } = await inspectOne(name, bytes);
    expect(error).toMatchObject({ code: "unsupported", message: expect.stringContaining("分卷") });
  });

  it("the last volume of a split zip is known by its end record", async () => {
    const bytes = rawZip([{ name: "a.txt", content: "甲" }]);
    bytes.writeUInt16LE(2, bytes.length - 22 + 4);
    expect((await inspectOne("材料.zip", bytes)).error?.message).toContain("分卷");
  });

  it("a piece of a split mail says which piece it is", async () => {
    const piece = [
      "From: a@b.cn",
      "Date: Fri, 25 Sep 2020 16:59:30 +0800",
      "Subject: s (2/3)",
      'Content-Type: message/partial; id="x@y"; number=2; total=3',
      "",
      "dGVzdA==",
    ].join("\r\n");
    const file = await inspectOne("a.eml", piece);
    expect(file.status).toBe("partial");
    expect(file.messages.find((message) => message.code === "mail-piece")?.text).toMatch(
      /拆成了 3 封，这是第 2 封/,
    );
  });
});

describe("pictures of a mail's signature", () => {
  it("are noise when the text of the mail shows them, however they are attached", async () => {
    const png = Buffer.from("89504e470d0a1a0a", "hex");
    const files = await inspectBytes(
      "a.eml",
      mailWith({
        headers: ["From: a@b.cn", "Date: Fri, 25 Sep 2020 16:59:30 +0800", "Subject: s"],
        body: '<p>此致</p><img src="cid:logo@x">',
        bodyType: "text/html",
        attachments: [
          {
            headers: [
              "Content-Type: image/png",
              "Content-ID: <logo@x>",
              "Content-Disposition: attachment; filename=logo.png",
            ],
            content: png,
          },
          {
            headers: [
              "Content-Type: image/png",
              "Content-ID: <scan@x>",
              "Content-Disposition: attachment; filename=scan.png",
            ],
            content: Buffer.concat([png, png]),
          },
        ],
      }),
    );
    expect(files.slice(1).map((file) => [file.file, file.extraction?.kind === "noise"])).toEqual([
      ["a.eml!/logo.png", true],
      ["a.eml!/scan.png", false],
    ]);
  });
});
