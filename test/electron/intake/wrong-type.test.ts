import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codesOf, inspectOne } from "../../support/inspect-bytes.ts";
import { docxWith, paragraph, sheetXml, xlsxWith } from "../../support/office-fixture.ts";
import { rawZip } from "../../support/raw-zip.ts";

const fixture = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, "../../fixtures/intake", name));
const bytes = (hex: string, length = 4000): Buffer =>
  Buffer.concat([
    Buffer.from(hex, "hex"),
    Buffer.from(Array.from({ length }, (_, i) => (i * 167 + (i >> 3)) % 256)),
  ]);

/** Contents, and the extensions they may stand under. */
const contents: Readonly<Record<string, readonly [Buffer, readonly string[]]>> = {
  docx: [docxWith(paragraph("正文")), ["docx"]],
  xlsx: [
    xlsxWith({ sheets: [{ name: "表", xml: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>') }] }),
    ["xlsx"],
  ],
  odt: [fixture("report.odt"), ["odt"]],
  doc: [fixture("report.doc"), ["doc", "wps"]],
  xls: [fixture("excel97.xls"), ["xls", "et"]],
  pdf: [fixture("report.pdf"), ["pdf"]],
  rtf: [fixture("report.rtf"), ["rtf"]],
  html: [fixture("report.html"), ["html"]],
  zip: [rawZip([{ name: "a.txt", content: "甲" }]), ["zip"]],
  text: [Buffer.from("项目,投资\n甲,1\n"), ["txt", "csv"]],
  json: [Buffer.from('{"a": [1, 2, 3]}'), ["txt", "csv"]],
  mail: [
    Buffer.from("From: a@b.cn\nTo: c@d.cn\nSubject: s\nDate: Fri, 25 Sep 2020 16:59:30 +0800\n\nx"),
    ["eml"],
  ],
  picture: [bytes("89504e470d0a1a0a"), ["png"]],
  program: [bytes("4d5a90000300"), []],
  rar: [bytes("526172211a0700"), []],
  database: [bytes("53514c69746520666f726d6174203300"), []],
  film: [bytes("000000186674797069736f6d"), []],
  sound: [bytes("4944330300000000"), []],
  random: [bytes("0102"), []],
  zeros: [Buffer.alloc(3000), []],
};
const extensions = "docx xlsx xls et doc wps odt pdf rtf html zip txt csv eml png".split(" ");

describe("a file of the wrong type", () => {
  it.each(Object.entries(contents))(
    "%s never reads as ok under another extension without a word",
    async (_, [content, own]) => {
      for (const extension of extensions) {
        const file = await inspectOne(`a.${extension}`, content);
        if (own.includes(extension)) expect([extension, file.error]).toEqual([extension, null]);
        else if (file.status === "ok")
          expect([extension, codesOf(file)]).toEqual([
            extension,
            expect.arrayContaining(["extension-differs"]),
          ]);
        else expect([extension, file.error !== null || codesOf(file).length > 0]).toEqual([extension, true]);
      }
    },
  );

  it("of text is never taken for a document, a workbook or a mail", async () => {
    for (const extension of extensions.filter((name) => !["txt", "csv"].includes(name)))
      expect((await inspectOne(`a.${extension}`, "项目,投资\n甲,1\n")).error?.code).toBe("not-what-it-says");
  });

  it("of no known kind is refused under every extension", async () => {
    for (const kind of ["program", "rar", "database", "film", "sound", "random", "zeros"])
      for (const extension of extensions)
        expect([
          kind,
          extension,
          (await inspectOne(`a.${extension}`, contents[kind]?.[0] ?? "")).status,
        ]).toEqual([kind, extension, "refused"]);
  });
});
