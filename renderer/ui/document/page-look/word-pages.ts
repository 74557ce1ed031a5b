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
  /** Of a part of a long table: rows that stand in the parts before. */
  readonly rowsBefore?: number;
}

export interface SectionProps {
  /** How the section begins: `continuous` or, left out, on a new page. */
  readonly type?: string;
  readonly titlePage?: boolean;
  readonly headerRefs?: readonly { readonly id: string; readonly type: string }[];
  readonly footerRefs?: readonly { readonly id: string; readonly type: string }[];
}

/** Elements of one page that follow each other; a long page comes in several. */
export interface PagePiece {
  readonly elements: readonly WordElement[];
  readonly props: SectionProps;
  /** Nothing of its page came before. */
  readonly first: boolean;
  /** From 1. */
  readonly number: number;
  /** Its last page as far as it is known, where a table goes over several. */
  readonly lastNumber: number;
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

/** Divides the body of a Word document, as it comes, into the pages it had when it was last printed or saved. */
export class PageDivider {
  private readonly sections: readonly SectionProps[];
  private readonly breaksBefore: (style: string) => boolean;
  private breaks = 0;
  private ended = 0;
  /** Sections that end with what was put on pages, and those that did before this page. */
  private placed = 0;
  private placedBefore = 0;
  private number = 1;
  /** Pages that tables of this page go over, beside it. */
  private turns = 0;
  private opened = false;
  private empty = true;
  private elements: WordElement[] = [];
  private pieces: PagePiece[] = [];

  constructor(sections: readonly SectionProps[], breaksBefore: (style: string) => boolean) {
    this.sections = sections;
    this.breaksBefore = breaksBefore;
  }

  /** False: the file has not said so far where a page ends. */
  get paginated(): boolean {
    return this.breaks > 0;
  }

  /** The next elements of the body, by the pages they stand on. */
  divide(elements: readonly WordElement[]): PagePiece[] {
    for (const element of elements) this.addToBody(element);
    this.flush();
    return this.pieces.splice(0);
  }

  private addToBody(element: WordElement): void {
    const paragraph = element.type === "paragraph";
    const styled = element.styleName !== undefined && this.breaksBefore(element.styleName);
    if (paragraph && (element.pageBreakBefore === true || styled)) this.turn();
    if (paragraph) this.addParagraph(element);
    else this.add(element);
    if (element.sectionProps === undefined) return;
    this.ended += 1;
    if (this.sections[this.ended]?.type !== "continuous") this.turn();
  }

  private addParagraph(paragraph: WordElement): void {
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

  private add(element: WordElement): void {
    this.elements.push(element);
    this.empty = false;
    if (element.sectionProps !== undefined) this.placed += 1;
    if (element.type !== "table") return;
    const turns = breaksInTable(element);
    this.turns += turns;
    this.breaks += turns;
  }

  private turn(): void {
    this.breaks += 1;
    if (this.empty) return;
    this.flush();
    this.number += this.turns + 1;
    this.turns = 0;
    this.placedBefore = this.placed;
    this.opened = false;
    this.empty = true;
  }

  private flush(): void {
    if (this.elements.length === 0) return;
    const props = this.sections[this.placedBefore] ?? {};
    const { elements, number } = this;
    this.pieces.push({ elements, props, first: !this.opened, number, lastNumber: number + this.turns });
    this.opened = true;
    this.elements = [];
  }
}
