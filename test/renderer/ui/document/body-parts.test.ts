import { expect, test } from "vitest";
import { type BodyPart, bodyParts } from "../../../../renderer/ui/document/page-look/body-parts.ts";

const word = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\r\n<w:document xmlns:w="urn:w" xmlns:a="urn:a"><w:body>${body}</w:body></w:document>`;
const paragraph = (text: string, properties = ""): string =>
  `<w:p>${properties}<w:r a:x="&gt;'>"><w:t>${text}</w:t></w:r></w:p>`;
const row = (text: string, merge = ""): string => `<w:tr><w:tc>${merge}${paragraph(text)}</w:tc></w:tr>`;
const table = (...rows: string[]): string =>
  `<w:tbl><w:tblPr><w:tblW/></w:tblPr><w:tblGrid><w:gridCol/></w:tblGrid>${rows.join("")}</w:tbl>`;
const many = (count: number, make: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => make(index));

const wordsOf = ({ xml }: BodyPart): string[] =>
  [...xml.matchAll(/<w:t>(.*?)<\/w:t>/g)].map(([, t = ""]) => t);
const cut = (xml: string): BodyPart[] => [...bodyParts(xml)];

test("every paragraph stands in one part, in order, and each part is a document of its own", () => {
  const words = many(1000, (index) => `段落${index}`);
  const parts = cut(word(words.map((text) => paragraph(text)).join("\r\n")));
  expect(parts.length).toBeGreaterThan(5);
  expect(parts.flatMap(wordsOf)).toEqual(words);
  for (const { xml } of parts) {
    expect(xml).toMatch(/^<w:document xmlns:w="urn:w" xmlns:a="urn:a"><w:body><w:p>/);
    expect(xml).toMatch(/<\/w:p>\s*<\/w:body><\/w:document>$/);
  }
});

test("what is looked for first is found without looking at the end", () => {
  const [first] = bodyParts(word(many(1000, (index) => paragraph(String(index))).join("")).slice(0, 40_000));
  expect(first && wordsOf(first)[0]).toBe("0");
});

test("a long table is cut between rows, each part with its grid and the number of rows before it", () => {
  const words = many(1200, (index) => `行${index}`);
  const parts = cut(word(paragraph("前") + table(...words.map((text) => row(text)))));
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.flatMap(wordsOf)).toEqual(["前", ...words]);
  expect(parts.map(({ goesOn }) => goesOn)).toEqual([...parts.slice(1).map(() => true), false]);
  let rows = 0;
  for (const part of parts) {
    expect(part.rowsBefore).toBe(rows);
    expect(part.xml).toContain("<w:tblGrid><w:gridCol/></w:tblGrid><w:tr>");
    rows += part.xml.split("<w:tr>").length - 1;
  }
});

test("a table that is not long stays whole, and so do rows a cell goes over", () => {
  const short = table(...many(60, (index) => row(String(index))));
  expect(cut(word(short + paragraph("后")))).toHaveLength(1);
  const merged = "<w:tcPr><w:vMerge/></w:tcPr>";
  const begun = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>';
  const rows = many(1200, (index) => row(String(index), index % 2 === 0 ? begun : merged));
  const parts = cut(word(table(...rows)));
  expect(parts.length).toBeGreaterThan(2);
  for (const { rowsBefore } of parts) expect(rowsBefore % 2).toBe(0);
});

test("paragraphs inside of a content control keep it around them", () => {
  const inside = many(300, (index) => paragraph(`内${index}`)).join("");
  const control = `<w:sdt><w:sdtPr><w:id/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
  const parts = cut(word(paragraph("前") + control + paragraph("后")));
  expect(parts.flatMap(wordsOf)).toEqual(["前", ...many(300, (index) => `内${index}`), "后"]);
  const [, second] = parts.filter(({ xml }) => xml.includes("<w:t>内"));
  expect(second?.xml).toMatch(
    /<w:body><w:sdt><w:sdtContent><w:p>.*<\/w:p><\/w:sdtContent><\/w:sdt><\/w:body>/,
  );
});

test("two paragraphs whose mark between them was deleted stay together", () => {
  const deleted = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>";
  const parts = cut(
    word(many(600, (index) => paragraph(String(index), index % 2 === 0 ? deleted : "")).join("")),
  );
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts) expect(Number(wordsOf(part)[0]) % 2).toBe(0);
});

test("what is no XML is said to be none", () => {
  expect(() => cut("<w:document><w:body><w:p></w:body>")).toThrow();
});
