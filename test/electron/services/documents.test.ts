import { beforeEach, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { sha256Of } from "../../../electron/services/files.ts";
import { sheetXml, xlsxWith } from "../../support/office-fixture.ts";
import { ask, codeOf, freshProgram, importFiles, newRound } from "../../support/program.ts";
import { rawZip } from "../../support/raw-zip.ts";

let program: Composed;
let round: string;

beforeEach(async () => {
  const fresh = await freshProgram();
  program = fresh.program;
  round = await newRound(program, "测试轮次");
  return fresh.end;
});

const ROWS = 3000;

const row = (number: number): string =>
  `<row r="${number}">${["A", "B"].map((column) => `<c r="${column}${number}"><v>${number}</v></c>`).join("")}</row>`;

const largeWorkbook = (): Buffer =>
  xlsxWith({
    sheets: [
      { name: "大表", xml: sheetXml(Array.from({ length: ROWS }, (_, index) => row(index + 1)).join("")) },
    ],
  });

test("a large table is opened by its first rows, and the rest comes in parts that make up the whole", async () => {
  const bytes = largeWorkbook();
  await importFiles(program, round, { "大表.xlsx": bytes });
  const sha256 = sha256Of(bytes);
  const { document } = await ask(program, "document/get", { round, sha256 });
  const [whole] = document?.blocks ?? [];
  const opened = await ask(program, "document/open", { round, sha256 });
  const [first] = opened.document?.blocks ?? [];
  if (whole?.kind !== "table" || first?.kind !== "table") throw new Error("no table");
  const [cut] = opened.cut;
  expect(opened.cut).toEqual([{ block: first.id, from: 1201 }]);
  expect(first.rows).toBe(ROWS);
  const rest = [];
  for (let from = cut?.from ?? 0; from <= ROWS; from += 500) {
    const { cells } = await ask(program, "document/rows", {
      round,
      sha256,
      block: first.id,
      from,
      to: from + 499,
    });
    rest.push(...cells);
  }
  expect([...first.cells, ...rest]).toEqual(whole.cells);
});

test("a small table is opened whole, and what is not there is said not to be", async () => {
  const bytes = xlsxWith({ sheets: [{ name: "小表", xml: sheetXml(row(1)) }] });
  await importFiles(program, round, { "小表.xlsx": bytes });
  const sha256 = sha256Of(bytes);
  const opened = await ask(program, "document/open", { round, sha256 });
  expect(opened.cut).toEqual([]);
  expect(opened.document).toEqual((await ask(program, "document/get", { round, sha256 })).document);
  expect(await codeOf(program, "document/open", { round, sha256: "b".repeat(64) })).toBe("not-found");
  expect(await codeOf(program, "document/rows", { round, sha256, block: "none", from: 1, to: 2 })).toBe(
    "not-found",
  );
});

const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test("a picture inside a document is served by its name, if it is a picture and lies where pictures lie", async () => {
  const bytes = rawZip([
    { name: "[Content_Types].xml", content: "<Types/>" },
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: "word/document.xml",
      content: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>正文</w:t></w:r></w:p></w:body></w:document>`,
    },
    { name: "word/media/Image1.png", content: picture },
    { name: "word/media/page.png", content: "<html><script>alert(1)</script></html>" },
    { name: "word/secret.png", content: picture },
  ]);
  await importFiles(program, round, { "图.docx": bytes });
  const sha256 = sha256Of(bytes);
  const found = program.embeddedPicture(round, sha256, "image1.png");
  expect(found?.name).toBe("Image1.png");
  expect(Buffer.from(found?.bytes ?? [])).toEqual(picture);
  for (const name of ["page.png", "secret.png", "../secret.png", "none.png"])
    expect(program.embeddedPicture(round, sha256, name)).toBeNull();
  expect(program.embeddedPicture("another", sha256, "image1.png")).toBeNull();
  expect(program.embeddedPicture(round, "b".repeat(64), "image1.png")).toBeNull();
});
