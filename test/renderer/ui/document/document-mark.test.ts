import fc from "fast-check";
import { expect, test } from "vitest";
import { type DocumentMark, markedRuns } from "../../../../renderer/ui/document/document-mark.ts";

const place = (start?: number, end?: number) => ({
  file: "方案.docx",
  sha256: "0".repeat(64),
  block: "b1",
  text: "",
  ...(start === undefined || end === undefined ? {} : { start, end }),
});
const mark = (id: string, start?: number, end?: number): DocumentMark => ({
  id,
  kind: "note",
  evidence: place(start, end),
  title: "",
});

test("a mark covers its characters, also rare ones of two units, and the highlighted place may cross it", () => {
  expect(
    markedRuns("𠮷林示例高新区", place(3, 6), [mark("n", 1, 4)]).map(({ text, hit, mark: of }) => [
      text,
      hit,
      of?.id,
    ]),
  ).toEqual([
    ["𠮷", false, undefined],
    ["林示", false, "n"],
    ["例", true, "n"],
    ["高新", true, undefined],
    ["区", false, undefined],
  ]);
});

test("of marks in each other the inner one is met", () => {
  const runs = markedRuns("一二三四", null, [mark("outer"), mark("inner", 1, 3)]);
  expect(runs.map((run) => [run.text, run.mark?.id])).toEqual([
    ["一", "outer"],
    ["二三", "inner"],
    ["四", "outer"],
  ]);
});

test("whatever is marked, the text stays the same, also with places beyond its end", () => {
  const span = fc.tuple(fc.nat(30), fc.nat(30)).map(([start, length]) => [start, start + length] as const);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.array(span), fc.option(span), (text, spans, hit) => {
      const marks = spans.map(([start, end], index) => mark(String(index), start, end));
      const runs = markedRuns(text, hit === null ? null : place(...hit), marks);
      expect(runs.map((run) => run.text).join("")).toBe(text);
    }),
  );
});
