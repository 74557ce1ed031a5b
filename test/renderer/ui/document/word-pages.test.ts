import { expect, test } from "vitest";
import {
  pagePieces,
  type WordElement,
  wordPages,
} from "../../../../renderer/ui/document/page-look/word-pages.ts";

const words = (value: string): WordElement => ({ type: "run", children: [{ type: value }] });
const turn = (kind: string, ...after: WordElement[]): WordElement => ({
  type: "run",
  children: [{ type: "break", break: kind }, ...after],
});
const paragraph = (...children: WordElement[]): WordElement => ({ type: "paragraph", children });
const never = (): boolean => false;

const shown = (element: WordElement): string =>
  element.children ? element.children.map(shown).join("") : element.type === "break" ? "" : element.type;

const pagesOf = (body: readonly WordElement[], last = {}) => {
  const { pages, paginated } = wordPages(body, last, never);
  return { paginated, pages: pages.map((page) => page.elements.map(shown)) };
};

test("a document without breaks is one page, and is said to have no pages", () => {
  expect(pagesOf([paragraph(words("a")), paragraph(words("b"))])).toEqual({
    paginated: false,
    pages: [["a", "b"]],
  });
});

test("pages end where Word ended them last, and where a break was set", () => {
  const body = [
    paragraph(words("a")),
    paragraph(turn("lastRenderedPageBreak"), words("b")),
    paragraph(words("c"), turn("page")),
    paragraph(words("d")),
  ];
  expect(pagesOf(body)).toEqual({ paginated: true, pages: [["a"], ["b", "c"], ["d"]] });
});

test("a paragraph that goes over a page is drawn in two parts, which know of each other", () => {
  const { pages } = wordPages(
    [paragraph(words("a"), turn("lastRenderedPageBreak", { type: "b" }), words("c"))],
    {},
    never,
  );
  expect(pages.map((page) => page.elements.map((element) => [shown(element), element.className]))).toEqual([
    [["a", "cut"]],
    [["bc", "tail"]],
  ]);
});

test("a break before a paragraph that Word has turned the page at already makes no empty page", () => {
  const body = [paragraph(words("a"), turn("page")), paragraph(turn("lastRenderedPageBreak"), words("b"))];
  expect(pagesOf(body).pages).toEqual([["a"], ["b"]]);
});

test("a section begins on a new page unless it goes on, and each page knows its section", () => {
  const first = { titlePage: true };
  const second = { type: "continuous" };
  const body: WordElement[] = [
    { ...paragraph(words("a")), sectionProps: first },
    { ...paragraph(words("b")), sectionProps: second },
    paragraph(words("c")),
  ];
  const { pages } = wordPages(body, { type: "nextPage" }, never);
  expect(pages.map((page) => [page.elements.map(shown), page.props])).toEqual([
    [["a", "b"], first],
    [["c"], { type: "nextPage" }],
  ]);
});

test("a table over several pages counts them, so that the numbers after it are right", () => {
  const row = (...children: WordElement[]): WordElement => ({ type: "row", children });
  const body: WordElement[] = [
    {
      type: "table",
      children: [row(words("a")), row(turn("lastRenderedPageBreak")), row(turn("lastRenderedPageBreak"))],
    },
    paragraph(turn("lastRenderedPageBreak"), words("b")),
  ];
  const { pages } = wordPages(body, {}, never);
  expect(pages.map((page) => [page.number, page.lastNumber])).toEqual([
    [1, 3],
    [4, 4],
  ]);
});

test("a long page is drawn in parts, and a table weighs as much as its rows", () => {
  const paragraphs = Array.from({ length: 100 }, () => paragraph(words("a")));
  expect(pagePieces(paragraphs).map((piece) => piece.length)).toEqual([40, 40, 20]);
  const table: WordElement = { type: "table", children: Array.from({ length: 300 }, () => words("r")) };
  expect(pagePieces([paragraph(), table, paragraph()]).map((piece) => piece.length)).toEqual([1, 1, 1]);
});
