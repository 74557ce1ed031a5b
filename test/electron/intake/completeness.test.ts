import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InspectedFile } from "../../../electron/intake/inspect.ts";
import { blocksOf, inspectBytes, inspectOne } from "../../support/inspect-bytes.ts";
import { cell, documentXml, relationships, sheetXml, table, xlsxWith } from "../../support/office-fixture.ts";
import { docxText } from "../../support/package-text.ts";
import { rawZip } from "../../support/raw-zip.ts";

const root = join(import.meta.dirname, "../../..");

const readText = (file: InspectedFile): string =>
  blocksOf(file)
    .map((block) => (block.kind === "table" ? block.cells.map((own) => own.text).join("\n") : block.text))
    .join("\n");
const saidText = (file: InspectedFile): string => file.messages.map((message) => message.text).join("\n");

/** Characters of `wanted`, spaces aside, that `found` has not or has too few of. */
function missing(wanted: string, found: string): string {
  const counts = new Map<string, number>();
  for (const char of found) counts.set(char, (counts.get(char) ?? 0) + 1);
  return [...wanted.replace(/\s/g, "")]
    .filter((char) => {
      const left = counts.get(char) ?? 0;
      counts.set(char, left - 1);
      return left <= 0;
    })
    .join("");
}

/** Page numbers alone are not named. */
const words = (margins: string): string => margins.replace(/[\d\s第页—-]/g, "");

/** One thing a Word document may hold: its XML, what must be read of it, be named in a message, or appear nowhere. */
interface Piece {
  readonly xml: string;
  readonly read?: readonly string[];
  readonly said?: readonly string[];
  readonly gone?: readonly string[];
  /** Further parts: type of relationship, name and content of the part. */
  readonly part?: readonly [string, string, string | Uint8Array];
}

const run = (text: string, properties = ""): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
const p = (content: string, properties = ""): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const box = (text: string): string => `<w:txbxContent>${p(run(text))}</w:txbxContent>`;
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const chart = (title: string): string =>
  `<c:chartSpace xmlns:c="c" xmlns:a="a"><c:title><a:p><a:r><a:t>${title}</a:t></a:r></a:p></c:title></c:chartSpace>`;
const notes = (kind: string, text: string): string =>
  `<w:${kind}s xmlns:w="w"><w:${kind} w:type="separator">${p(run("线"))}</w:${kind}><w:${kind} w:id="2">${p(run(text))}</w:${kind}></w:${kind}s>`;
const margin = (kind: string, text: string): string => `<w:${kind} xmlns:w="w">${p(run(text))}</w:${kind}>`;
const comments = (text: string): string =>
  `<w:comments xmlns:w="w"><w:comment w:author="甲">${p(run(text))}</w:comment></w:comments>`;
const book = (text: string): Buffer =>
  xlsxWith({
    sheets: [{ name: "表", xml: sheetXml(`<row r="1"><c r="A1" t="str"><v>${text}</v></c></row>`) }],
  });

/** `a` and `b` are words that stand nowhere else; `id` is the relationship of the piece's part. */
const pieces: Readonly<Record<string, (a: string, b: string, id: string) => Piece>> = {
  paragraph: (a, b) => ({ xml: p(run(a) + run(b)), read: [a + b] }),
  "text box, stored twice": (a) => ({
    xml: p(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box(a)}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box(a)}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    read: [a],
  }),
  "text box with two choices": (a) => ({
    xml: p(
      `<w:r><mc:AlternateContent><mc:Choice Requires="x">${box(a)}</mc:Choice><mc:Choice Requires="y">${box(a)}</mc:Choice></mc:AlternateContent></w:r>`,
    ),
    read: [a],
  }),
  "old text box": (a) => ({
    xml: p(`<w:r><w:pict><v:shape><v:textbox>${box(a)}</v:textbox></v:shape></w:pict></w:r>`),
    read: [a],
  }),
  "old word art": (a) => ({
    xml: p(`<w:r><w:pict><v:shape><v:textpath style="x" string="${a}"/></v:shape></w:pict></w:r>`),
    read: [a],
  }),
  "drawing canvas": (a) => ({
    xml: p(
      `<w:r><w:drawing><lc:lockedCanvas><a:p><a:r><a:t>${a}</a:t></a:r></a:p></lc:lockedCanvas></w:drawing></w:r>`,
    ),
    read: [a],
  }),
  "content control": (a, b) => ({
    xml: `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${p(`<w:sdt><w:sdtContent>${run(a)}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>${p(run(b))}`,
    read: [a, b],
  }),
  "content control around a row": (a, b) => ({
    xml: `<w:tbl><w:sdt><w:sdtContent><w:tr>${cell(a)}<w:sdt><w:sdtContent>${cell(b)}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>`,
    read: [a, b],
  }),
  "tracked insertion and deletion": (a, b) => ({
    xml: p(`<w:ins w:id="1">${run(a)}</w:ins><w:del w:id="2"><w:r><w:delText>${b}</w:delText></w:r></w:del>`),
    read: [a],
    gone: [b],
    said: ["修订"],
  }),
  "tracked move": (a, b) => ({
    xml:
      p(`<w:moveFromRangeStart w:id="3"/><w:moveFrom>${run(b)}</w:moveFrom><w:moveFromRangeEnd w:id="3"/>`) +
      p(`<w:moveTo>${run(a)}</w:moveTo>`),
    read: [a],
    gone: [b],
    said: ["修订"],
  }),
  "simple and complex fields": (a, b) => ({
    xml: p(`<w:fldSimple w:instr="DATE">${run(a)}</w:fldSimple>${field("PAGEREF x", b)}`),
    read: [a, b],
    gone: ["PAGEREF"],
  }),
  "choice of a form": (a, b) => ({
    xml: p(
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="${b}"/><w:listEntry w:val="${a}"/></w:ddList></w:ffData></w:fldChar></w:r>`,
    ),
    read: [a],
    gone: [b],
  }),
  link: (a) => ({ xml: p(`<w:hyperlink w:anchor="x">${run(a)}</w:hyperlink>`), read: [a] }),
  "smart tag and custom XML": (a, b) => ({
    xml: p(`<w:smartTag>${run(a)}</w:smartTag><w:customXml>${run(b)}</w:customXml>`),
    read: [a, b],
  }),
  equation: (a, b) => ({
    xml: p(
      `<m:oMathPara><m:oMath><m:f><m:num><m:r><m:t>${a}</m:t></m:r></m:num><m:den><m:r><m:t>${b}</m:t></m:r></m:den></m:f></m:oMath></m:oMathPara>`,
    ),
    read: [`${a}/${b}`],
  }),
  "equation with a power": (a, b) => ({
    xml: p(
      `<m:oMath><m:sSup><m:e><m:r><m:t>${a}</m:t></m:r></m:e><m:sup><m:r><m:t>${b}</m:t></m:r></m:sup></m:sSup></m:oMath>`,
    ),
    read: [`${a}^${b}`],
  }),
  "phonetic guide": (a, b) => ({
    xml: p(`<w:r><w:ruby><w:rt>${run(b)}</w:rt><w:rubyBase>${run(a)}</w:rubyBase></w:ruby></w:r>`),
    read: [a],
    gone: [b],
    said: ["注音"],
  }),
  "hidden text": (a, b) => ({
    xml: p(run(a, "<w:vanish/>") + run(b, '<w:vanish w:val="0"/>')),
    read: [a, b],
    said: ["隐藏文字"],
  }),
  "table with merged cells": (a, b) => ({
    xml: table(
      [cell(a, '<w:vMerge w:val="restart"/>'), cell("")],
      [cell("", "<w:vMerge/>"), cell(b, '<w:gridSpan w:val="2"/>')],
    ),
    read: [a, b],
  }),
  "nested table": (a, b) => ({ xml: table([cell(`${p(run(a))}${table([cell(b)])}<w:p/>`)]), read: [a, b] }),
  chart: (a, _, id) => ({
    xml: p(`<w:r><w:drawing><c:chart r:id="${id}"/></w:drawing></w:r>`),
    read: [a],
    part: ["chart", "charts/chart1.xml", chart(a)],
  }),
  "embedded workbook": (a, _, id) => ({
    xml: p(
      `<w:r><w:object><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" r:id="${id}"/></w:object></w:r>`,
    ),
    read: [a],
    said: ["嵌有"],
    part: ["package", "embeddings/sheet.xlsx", book(a)],
  }),
  "embedded equation of old": (_, __, id) => ({
    xml: p(`<w:r><w:object><o:OLEObject Type="Embed" ProgID="Equation.3" r:id="${id}"/></w:object></w:r>`),
    said: ["嵌有其他对象"],
    part: ["oleObject", "embeddings/oleObject1.bin", "x"],
  }),
  "alternative chunk": () => ({ xml: '<w:altChunk r:id="rId99"/>', said: ["嵌入了另一份文档"] }),
  "document kept elsewhere": () => ({ xml: p('<w:subDoc r:id="rId99"/>'), said: ["嵌入了另一份文档"] }),
  footnote: (a) => ({
    xml: p(""),
    read: [a],
    gone: ["线"],
    part: ["footnotes", "footnotes.xml", notes("footnote", a)],
  }),
  endnote: (a) => ({ xml: p(""), read: [a], part: ["endnotes", "endnotes.xml", notes("endnote", a)] }),
  header: (a) => ({ xml: p(""), said: [a], gone: [a], part: ["header", "header1.xml", margin("hdr", a)] }),
  footer: (a) => ({ xml: p(""), said: [a], gone: [a], part: ["footer", "footer1.xml", margin("ftr", a)] }),
  comment: (a) => ({
    xml: p('<w:r><w:commentReference w:id="0"/></w:r>'),
    said: [a],
    gone: [a],
    part: ["comments", "comments.xml", comments(a)],
  }),
};

function documentOf(list: readonly Piece[]): Buffer {
  const parts = list.flatMap(({ part }) => (part ? [part] : []));
  return rawZip(
    Object.entries({
      "[Content_Types].xml": "<Types/>",
      "word/document.xml": documentXml(list.map(({ xml }) => xml).join("")),
      "word/_rels/document.xml.rels": relationships(...parts.map(([type, name]) => [type, name] as const)),
      ...Object.fromEntries(parts.map(([, name, content]) => [`word/${name}`, content])),
    }).map(([name, content]) => ({ name, content })),
  );
}

/** Each kind of piece at most once, with words of its own, in any order. */
function made(kinds: readonly string[]): Piece[] {
  let parts = 0;
  return kinds.map((kind, index) => {
    const make = pieces[kind];
    if (!make) throw new Error(kind);
    const piece = make(`甲${index}辛`, `乙${index}壬`, `rId${parts + 1}`);
    if (piece.part) parts += 1;
    return piece;
  });
}

/** What is read is read once; what is not is named. */
async function expectComplete(list: readonly Piece[]): Promise<void> {
  const file = await inspectOne("a.docx", documentOf(list));
  const [text, said] = [readText(file), saidText(file)];
  const times = (word: string): number => text.split(word).length - 1;
  for (const piece of list) {
    for (const word of piece.read ?? []) expect([word, times(word)]).toEqual([word, 1]);
    for (const word of piece.gone ?? []) expect([word, times(word)]).toEqual([word, 0]);
    for (const word of piece.said ?? []) expect(said).toContain(word);
  }
}

describe("everything a Word document says is read once, or named", () => {
  it.each(Object.keys(pieces))("%s", (kind) => expectComplete(made([kind])));

  it("whatever stands beside it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(Object.keys(pieces), { minLength: 2, maxLength: 12 }),
        async (kinds) => expectComplete(made(kinds)),
      ),
      { numRuns: 100 },
    );
  });

  it("also inside a table, a text box or a content control", async () => {
    const around = {
      table: (xml: string) => table([cell(`${xml}<w:p/>`)]),
      box: (xml: string) => p(`<w:r><w:pict><w:txbxContent>${xml}</w:txbxContent></w:pict></w:r>`),
      control: (xml: string) => `<w:sdt><w:sdtContent>${xml}</w:sdtContent></w:sdt>`,
    };
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(Object.keys(pieces), { minLength: 1, maxLength: 8 }),
        fc.array(fc.constantFrom(...Object.values(around)), { minLength: 1, maxLength: 3 }),
        async (kinds, outer) => {
          const wrap = (xml: string): string => outer.reduce((inner, put) => put(inner), xml);
          await expectComplete(made(kinds).map((piece) => ({ ...piece, xml: wrap(piece.xml) })));
        },
      ),
      { numRuns: 100 },
    );
  });
});

/** Every .docx of these folders, also those inside mails and archives. */
async function documentsUnder(folder: string): Promise<InspectedFile[]> {
  const names = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(docx|eml|zip|msg)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const found: InspectedFile[] = [];
  for (const name of names)
    for (const file of await inspectBytes(name, readFileSync(name)))
      if (file.document && Buffer.from(file.content.subarray(0, 2)).toString() === "PK")
        found.push(...(Buffer.from(file.content).includes("word/document.xml") ? [file] : []));
  return found;
}

describe("the documents at hand", () => {
  it.each(["test/fixtures", "resources/samples"])("of %s lose no character of their XML", async (folder) => {
    const files = await documentsUnder(folder);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const { body, margins } = docxText(Buffer.from(file.content));
      expect([file.file, missing(body, readText(file))]).toEqual([file.file, ""]);
      expect([file.file, missing(words(margins).slice(0, 100), saidText(file))]).toEqual([file.file, ""]);
    }
  });
});
