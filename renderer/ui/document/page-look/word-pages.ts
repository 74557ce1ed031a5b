/** As docx-preview keeps a Word document in memory, as far as pages are concerned. */
export interface WordElement {
  readonly type: string;
  readonly children?: readonly WordElement[];
  /** Of a break: `page`, `lastRenderedPageBreak`, `textWrapping`. */
  readonly break?: string;
  readonly className?: string;
  readonly styleName?: string;
  readonly sectionProps?: SectionProps;
  readonly pageBreakBefore?: boolean;
}

export interface SectionProps {
  /** How the section begins: `continuous` or, left out, on a new page. */
  readonly type?: string;
  readonly titlePage?: boolean;
  readonly headerRefs?: readonly { readonly id: string; readonly type: string }[];
  readonly footerRefs?: readonly { readonly id: string; readonly type: string }[];
}

export interface WordPage {
  readonly elements: readonly WordElement[];
  readonly props: SectionProps;
  /** From 1. */
  readonly number: number;
  /** Its last page, where a table goes over several. */
  readonly lastNumber: number;
}

export interface WordPages {
  readonly pages: readonly WordPage[];
  /** False: the file does not say where its pages end. */
  readonly paginated: boolean;
}

const isPageBreak = (element: WordElement): boolean =>
  element.type === "break" && (element.break === "page" || element.break === "lastRenderedPageBreak");

/** Whether anything of a stretch of a paragraph can be seen. */
const shows = (elements: readonly WordElement[]): boolean =>
  elements.some((element) =>
    element.children
      ? shows(element.children)
      : !["break", "bookmarkStart", "bookmarkEnd"].includes(element.type),
  );

interface Cut {
  readonly head: WordElement | null;
  readonly tail: WordElement | null;
}

/** Cuts a paragraph at its first page break; `null` when it has none. */
function cutAtBreak(paragraph: WordElement): Cut | null {
  const runs = paragraph.children ?? [];
  const at = runs.findIndex((run) => run.children?.some(isPageBreak));
  const run = runs[at];
  if (run === undefined) return null;
  const inner = run.children ?? [];
  const breakAt = inner.findIndex(isPageBreak);
  const before = [...runs.slice(0, at), { ...run, children: inner.slice(0, breakAt) }];
  const after = [{ ...run, children: inner.slice(breakAt + 1) }, ...runs.slice(at + 1)];
  const { sectionProps: _section, ...rest } = paragraph;
  const both = shows(before) && shows(after);
  return {
    head: shows(before)
      ? { ...(both ? rest : paragraph), className: both ? "cut" : "", children: before }
      : null,
    tail: shows(after) ? { ...paragraph, className: both ? "tail" : "", children: after } : null,
  };
}

/** Pages a table goes over, beside the one it begins on. */
function breaksInTable(table: WordElement): number {
  const broken = (element: WordElement): boolean =>
    isPageBreak(element) || (element.children ?? []).some(broken);
  return (table.children ?? []).filter(broken).length;
}

class PageList {
  readonly pages: { elements: WordElement[]; turns: number }[] = [{ elements: [], turns: 0 }];
  breaks = 0;

  private get page() {
    return this.pages.at(-1) ?? { elements: [], turns: 0 };
  }

  turn(): void {
    this.breaks += 1;
    if (this.page.elements.length > 0) this.pages.push({ elements: [], turns: 0 });
  }

  add(element: WordElement): void {
    this.page.elements.push(element);
    if (element.type !== "table") return;
    const turns = breaksInTable(element);
    this.page.turns += turns;
    this.breaks += turns;
  }

  addParagraph(paragraph: WordElement): void {
    let rest: WordElement | null = paragraph;
    while (rest !== null) {
      const cut: Cut | null = cutAtBreak(rest);
      if (cut === null) {
        this.add(rest);
        return;
      }
      if (cut.head) this.add(cut.head);
      else if (cut.tail === null) this.add({ ...rest, children: [] });
      this.turn();
      rest = cut.tail;
    }
  }
}

/** The section each paragraph with `sectionProps` ends, in order, and the last one. */
const sectionsOf = (elements: readonly WordElement[], last: SectionProps): SectionProps[] => [
  ...elements.flatMap((element) => element.sectionProps ?? []),
  last,
];

/** Divides the body of a Word document into the pages it had when it was last printed or saved. */
export function wordPages(
  body: readonly WordElement[],
  lastSection: SectionProps,
  breaksBefore: (style: string) => boolean,
): WordPages {
  const list = new PageList();
  const sections = sectionsOf(body, lastSection);
  let ended = 0;
  for (const element of body) {
    const paragraph = element.type === "paragraph";
    const styled = element.styleName !== undefined && breaksBefore(element.styleName);
    if (paragraph && (element.pageBreakBefore === true || styled)) list.turn();
    if (paragraph) list.addParagraph(element);
    else list.add(element);
    if (element.sectionProps === undefined) continue;
    ended += 1;
    if (sections[ended]?.type !== "continuous") list.turn();
  }
  return { pages: numbered(list, sections), paginated: list.breaks > 0 };
}

function numbered(list: PageList, sections: readonly SectionProps[]): WordPage[] {
  let number = 1;
  let ended = 0;
  return list.pages.flatMap(({ elements, turns }) => {
    if (elements.length === 0) return [];
    const props = sections[ended] ?? {};
    ended += elements.filter((element) => element.sectionProps !== undefined).length;
    const page = { elements, props, number, lastNumber: number + turns };
    number += turns + 1;
    return [page];
  });
}

/** Elements drawn in one go, so that the window stays free: a table counts by its rows. */
const WEIGHT = 40;

const weightOf = (element: WordElement): number =>
  element.type === "table" ? 1 + Math.ceil((element.children?.length ?? 0) / 3) : 1;

/** Parts of a page that are drawn one after the other. */
export function pagePieces(elements: readonly WordElement[]): WordElement[][] {
  const pieces: WordElement[][] = [[]];
  let weight = 0;
  for (const element of elements) {
    const more = weightOf(element);
    if (weight > 0 && weight + more > WEIGHT) {
      pieces.push([]);
      weight = 0;
    }
    pieces.at(-1)?.push(element);
    weight += more;
  }
  return pieces;
}
