import { readFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { type InspectedFile, inspectFile } from "../../../electron/intake/inspect.ts";
import { defaultLimits } from "../../../electron/intake/limits.ts";
import { openPackage, readEntry } from "../../../electron/intake/open-package.ts";
import { Document as DocumentSchema } from "../../../shared/submission/document.ts";
import { hunanScheme } from "../../shared/submission/support.ts";
import { docWith, rowEnd, sprm } from "../../support/doc-fixture.ts";
import { mailWith } from "../../support/mail-fixture.ts";
import { msgWith } from "../../support/msg-fixture.ts";
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
import { tnefWith } from "../../support/tnef-fixture.ts";

/** `FUZZ_RUNS=10000` for the long run. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 150);
/** A failure names its seed; `FUZZ_SEED` makes the same files again. A hang is ended by the time a test may take. */
const seed = process.env.FUZZ_SEED === undefined ? undefined : Number(process.env.FUZZ_SEED);
vi.setConfig({ testTimeout: Math.max(1_800_000, numRuns * 1000) });

const body =
  paragraph("一、工作基础") + table([cell("甲", '<w:gridSpan w:val="2"/>')], [cell("乙"), cell("丙")]);
const sheet = sheetXml(
  '<row r="1"><c r="A1" s="1"><v>1.5</v></c><c r="B1" t="s"><v>0</v></c></row>',
  '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
);
const workbook = { sheets: [{ name: "表", xml: sheet }], strings: "<si><t>甲</t></si>" };
const docx = docxWith(body);
const zip = rawZip([
  { name: "方案.docx", content: docx },
  { name: "表.xlsx", content: xlsxWith(workbook) },
]);
const mail = mailWith({
  headers: ["From: a@b.cn", "Received: x; Fri, 25 Sep 2020 16:59:30 +0800", "Subject: =?gbk?B?t72wuA==?="],
  body: "正文",
  attachments: [{ headers: ['Content-Disposition: attachment; filename="a.zip"'], content: zip }],
});
const csv = Buffer.from('项目,投资\r\n"甲,乙","1""2"\r\n');

const fixture = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, "../../fixtures/intake", name));

const msg = msgWith({
  subject: "甲",
  body: "乙",
  attachments: [
    { name: "a.docx", content: docx },
    { name: "b", message: { subject: "丙" } },
  ],
});
const winmail = tnefWith({
  subject: "甲",
  attachments: [{ title: Buffer.from("a.docx"), longName: "乙.docx", content: docx }],
});

const page = Buffer.from(
  'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><table><tr><td rowspan=3D2>=CF=EE=C4=BF<td>1</table></html>\r\n--b--\r\n',
);
const excel2003 = Buffer.from(
  '<?xml version="1.0"?><Workbook><Styles><Style ss:ID="s"><NumberFormat ss:Format="#,##0"/></Style></Styles><Worksheet ss:Name="表"><Table><Column ss:Hidden="1"/><Row ss:Index="2"><Cell ss:MergeAcross="2"><Data ss:Type="String">项目</Data><Comment><ss:Data>注</ss:Data></Comment></Cell><Cell ss:StyleID="s"><Data ss:Type="Number">1351.78</Data></Cell></Row></Table></Worksheet></Workbook>',
);
const word2003 = Buffer.from(
  `<?xml version="1.0"?><w:wordDocument xmlns:w="w"><w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>${documentXml(body).slice(documentXml(body).indexOf("<w:body>")).replace("</w:document>", "")}</w:wordDocument>`,
);
const xlsb: Buffer = write(
  utils.book_new(
    utils.aoa_to_sheet([
      ["项目", 1.5],
      ["甲", true],
    ]),
  ),
  {
    type: "buffer",
    bookType: "xlsb",
  },
);

interface Mutation {
  readonly at: number;
  readonly kind: "set" | "cut" | "drop" | "repeat" | "insert";
  readonly value: number;
}

const mutationFields = {
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  value: fc.integer({ min: 0, max: 255 }),
};
const mutation = fc.record({
  ...mutationFields,
  kind: fc.constantFrom("set", "cut", "drop", "repeat", "insert"),
}) satisfies fc.Arbitrary<Mutation>;

function mutate(bytes: Buffer, { at, kind, value }: Mutation): Buffer {
  const index = Math.floor(at * bytes.length);
  const head = bytes.subarray(0, index);
  if (kind === "cut") return value < 32 ? Buffer.from(head) : Buffer.from(bytes);
  if (kind === "drop") return Buffer.concat([head, bytes.subarray(index + 1 + (value % 16))]);
  if (kind === "repeat") return Buffer.concat([head, bytes.subarray(Math.max(0, index - value))]);
  if (kind === "insert") return Buffer.concat([head, Buffer.from([value]), bytes.subarray(index)]);
  const changed = Buffer.from(bytes);
  if (index < changed.length) changed[index] = value;
  return changed;
}

const mutated = (bytes: Buffer): fc.Arbitrary<Buffer> =>
  fc.array(mutation, { minLength: 1, maxLength: 8 }).map((steps) => steps.reduce(mutate, bytes));

/** A package with one of its parts changed. */
function mutatedParts(bytes: Buffer, which: RegExp): fc.Arbitrary<Buffer> {
  const source = openPackage(bytes, defaultLimits);
  const parts = source.entries
    .filter((entry) => !entry.folder)
    .map((entry) => ({
      name: entry.name,
      content: readEntry(source, entry, defaultLimits, defaultLimits.partBytes),
    }));
  const chosen = parts.filter((part) => which.test(part.name));
  return fc
    .constantFrom(...chosen)
    .chain((part) =>
      mutated(part.content).map((content) =>
        rawZip(parts.map((other) => (other === part ? { ...part, content } : other))),
      ),
    );
}

/** Whatever the bytes were: a verdict with words, or blocks that are what they should be. */
function expectSound(files: readonly InspectedFile[]): void {
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    expect(file.status === "refused").toBe(file.error !== null);
    expect(file.messages.map((message) => message.code)).not.toContain("extraction-failed");
    expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
    if (file.document) DocumentSchema.parse(file.document);
  }
}

const inspectWithScheme = (path: string, bytes: Uint8Array): Promise<InspectedFile[]> =>
  inspectFile({ path, bytes, provenance: {} }, { scheme: hunanScheme, limits: defaultLimits });

const check = async (name: string, arbitrary: fc.Arbitrary<Buffer>): Promise<void> => {
  await fc.assert(
    fc.asyncProperty(arbitrary, async (bytes) => {
      expectSound(await inspectWithScheme(name, bytes));
    }),
    { numRuns, ...(seed === undefined ? {} : { seed }) },
  );
};

const whole: readonly (readonly [string, Buffer])[] = [
  ["a.docx", docx],
  ["a.xlsx", xlsxWith(workbook)],
  ["a.zip", zip],
  ["a.eml", mail],
  ["a.csv", csv],
  ["a.xls", fixture("excel97.xls")],
  ["a.doc", fixture("report.doc")],
  ["a.rtf", fixture("report.rtf")],
  ["a.html", fixture("report.html")],
  ["a.pdf", fixture("report.pdf")],
  ["a.msg", msg],
  ["winmail.dat", winmail],
  ["a.mht", page],
  ["b.xls", excel2003],
  ["b.doc", word2003],
  ["a.txt", Buffer.from(`一、工作基础\n${"近三年吸纳就业1.2万人，".repeat(20)}\n甲\t乙\n`)],
];

describe("mutated files are read or refused, never more", () => {
  it.each(whole)("%s is read before it is changed", async (name, bytes) => {
    for (const file of await inspectWithScheme(name, bytes))
      expect([file.file, file.error]).toEqual([file.file, null]);
  });

  it.each(whole)("%s as bytes", (name, bytes) => check(name, mutated(bytes)));

  /** Moved bytes break the frame of a compound file at once; changed ones reach what it holds. */
  it.each([
    ["a.doc", fixture("report.doc")],
    ["b.doc", fixture("word97.doc")],
    ["a.xls", fixture("excel97.xls")],
    ["b.xls", fixture("extras.xls")],
    ["a.msg", msg],
    ["a.pdf", fixture("report.pdf")],
    ["winmail.dat", winmail],
  ])("%s with bytes changed in place", (name, bytes) => {
    const change = fc.record({ ...mutationFields, kind: fc.constant("set" as const) });
    const changed = fc
      .array(change, { minLength: 1, maxLength: 20 })
      .map((steps) => steps.reduce(mutate, bytes));
    return check(name, changed);
  });

  it("old Word documents by their streams", () => {
    const text = "\u0013 REF \u0014甲\u0015乙\u0007";
    const run = fc.record({
      text: fc.oneof(
        fc.constant(text),
        mutated(Buffer.from("\u0001\u0007\r文", "utf16le")).map((b) => b.toString("utf16le")),
      ),
      paragraph: mutated(rowEnd([0, 2000, 4000], [0x60, 1])).map((bytes) => bytes.subarray(0, 200)),
      character: mutated(sprm(0x0800, 1)).map((bytes) => bytes.subarray(0, 100)),
      modifier: fc.integer({ min: 0, max: 0xffff }),
      style: fc.integer({ min: 0, max: 0xffff }),
    });
    return check(
      "a.doc",
      fc.array(run, { minLength: 1, maxLength: 6 }).map((runs) => docWith({ runs })),
    );
  });

  it("word documents by their XML", () => {
    const xml = mutated(Buffer.from(documentXml(body))).map((content) =>
      rawZip([{ name: "[Content_Types].xml" }, { name: "word/document.xml", content }]),
    );
    return check("a.docx", xml);
  });

  it.each(["report.odt", "libreoffice.ods"])("%s by its XML", (name) =>
    check(name, mutatedParts(fixture(name), /^content\.xml$/)),
  );

  it.each<[string, Buffer]>([
    ["report.docx", fixture("report.docx")],
    ["libreoffice.docx", fixture("libreoffice.docx")],
    ["extras.docx", fixture("extras.docx")],
    ["libreoffice.xlsx", fixture("libreoffice.xlsx")],
    ["extras.xlsx", fixture("extras.xlsx")],
    ["extras.ods", fixture("extras.ods")],
    ["a.xlsb", xlsb],
  ])("%s by any of its parts", (name, bytes) => check(name, mutatedParts(bytes, /./)));

  it("worksheets by their XML", () => {
    const xml = mutated(Buffer.from(sheet)).map((content) =>
      xlsxWith({
        sheets: [{ name: "表", xml: content.toString("latin1") }],
        strings: "<si><t>甲</t></si>",
      }),
    );
    return check("a.xlsx", xml);
  });

  it("anything at all", () =>
    check(
      "a.docx",
      fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
    ));
});
