import { expect, test } from "vitest";
import {
  PageDivider,
  type PagePiece,
  type SectionProps,
  type WordElement,
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

/** Pages of a body that comes `atOnce` elements at a time. */
function divided(body: readonly WordElement[], last: SectionProps = {}, atOnce = body.length) {
  const divider = new PageDivider([...body.flatMap((element) => element.sectionProps ?? []), last], never);
  const pages: PagePiece[] = [];
  for (let from = 0; from < body.length; from += atOnce)
    for (const piece of divider.divide(body.slice(from, from + atOnce))) {
      const before = pages.at(-1);
      if (piece.first || before === undefined) pages.push(piece);
      else pages[pages.length - 1] = { ...piece, elements: [...before.elements, ...piece.elements] };
    }
  return { pages, paginated: divider.paginated };
}

const pagesOf = (body: readonly WordElement[], last = {}) => {
  const { pages, paginated } = divided(body, last);
  // However it is cut, the pages are the same.
  expect(divided(body, last, 1).pages.map((page) => page.elements)).toEqual(
    pages.map((page) => page.elements),
  );
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
  const { pages } = divided([
    paragraph(words("a"), turn("lastRenderedPageBreak", { type: "b" }), words("c")),
  ]);
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
  const { pages } = divided(body, { type: "nextPage" }, 1);
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
  const { pages } = divided(body);
  expect(pages.map((page) => [page.number, page.lastNumber])).toEqual([
    [1, 3],
    [4, 4],
  ]);
});

test("a section that ends at a page break is over on the next page", () => {
  const first = { titlePage: true };
  const body: WordElement[] = [
    { ...paragraph(words("a"), turn("page")), sectionProps: first },
    paragraph(words("b")),
  ];
  const { pages } = divided(body, { type: "nextPage" });
  expect(pages.map((page) => [page.elements.map(shown), page.props])).toEqual([
    [["a"], first],
    [["b"], { type: "nextPage" }],
  ]);
});

test("a page that comes in pieces begins with the first, and knows more of its numbers with each", () => {
  const over: WordElement = {
    type: "table",
    children: [{ type: "row", children: [turn("lastRenderedPageBreak")] }],
  };
  const divider = new PageDivider([{}], never);
  const pieces = [[paragraph(words("a"))], [over], [paragraph(words("b")), paragraph(turn("page"))]].flatMap(
    (elements) => divider.divide(elements),
  );
  expect(pieces.map(({ first, number, lastNumber }) => [first, number, lastNumber])).toEqual([
    [true, 1, 1],
    [false, 1, 2],
    [false, 1, 2],
  ]);
});
