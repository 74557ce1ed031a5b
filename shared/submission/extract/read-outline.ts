import type { OutlineSection, Scheme } from "../../scheme/scheme.ts";
import { countCharacters } from "../../text/count-characters.ts";
import { codePointLength, compact } from "../../text/normalise-text.ts";
import type { Block, Document } from "../document.ts";
import type { ReadSection } from "../fact.ts";
import type { Context } from "./context.ts";
import { type Heading, headingsOf } from "./outline-headings.ts";

const lengths = new WeakMap<Block, number>();

/** Length of a block as Word counts it, tables included. Counted once. */
export function blockChars(block: Block): number {
  const known = lengths.get(block);
  if (known !== undefined) return known;
  const length = countBlock(block);
  lengths.set(block, length);
  return length;
}

const countBlock = (block: Block): number =>
  block.kind === "table"
    ? block.cells.reduce((sum, cell) => sum + countCharacters(cell.text), 0)
    : block.kind === "image"
      ? 0
      : countCharacters(block.text);

const bigrams = (text: string): string[] => {
  const letters = Array.from(text);
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
};

/** A title ready to be compared. */
interface Title {
  readonly text: string;
  readonly pieces: readonly string[];
}

const toTitle = (text: string): Title => ({ text, pieces: bigrams(text) });

/** Share of two-character pieces two titles have in common (Dice), 0 to 1. */
function similarity(a: Title, b: Title): number {
  if (a.pieces.length === 0 || b.pieces.length === 0) return a.text === b.text ? 1 : 0;
  const rest = [...b.pieces];
  let shared = 0;
  for (const piece of a.pieces) {
    const at = rest.indexOf(piece);
    if (at === -1) continue;
    rest.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / (a.pieces.length + b.pieces.length);
}

const spoken = (title: string): string =>
  compact(title)
    .replace(/3年/g, "三年")
    .replace(/(?:双创|大众创业万众创新)?示范基地|[“”"的和与及、]/g, "");

const asked = new WeakMap<OutlineSection, readonly Title[]>();

/** The titles a section may have; the same for every document of a scheme. */
function askedTitles(section: OutlineSection): readonly Title[] {
  const known = asked.get(section);
  if (known !== undefined) return known;
  const titles = [section.title, ...section.aliases].map((name) => toTitle(spoken(name)));
  asked.set(section, titles);
  return titles;
}

function closeness(section: OutlineSection, own: Title): number {
  return Math.max(
    ...askedTitles(section).map((title) => {
      if (title.text === own.text) return 1;
      if (own.text.includes(title.text) || (title.text.includes(own.text) && own.text.length >= 4))
        return 0.9;
      return similarity(title, own);
    }),
  );
}

const longestTitle = 40;
const leadingMark =
  /^[([【〔]?(?:第.{1,3}[章部节篇]分?|[\dⅠ-Ⅻ①-⑳]{1,3}|[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3})[)\]】〕、.:]*/u;

/** A line that is the title of a section and nothing else is its heading, whatever stands in front of it. */
function titleAlone(block: Block, index: number, sections: readonly OutlineSection[]): Heading | null {
  if (block.kind !== "paragraph" || block.text.length > longestTitle) return null;
  const line = compact(block.text).replace(/[:。.]+$/, "");
  const bare = line.replace(leadingMark, "");
  for (const title of new Set([line, bare])) {
    const own = spoken(title);
    if (!sections.some((section) => askedTitles(section).some(({ text }) => text === own && own !== "")))
      continue;
    return { index, block, level: 1, numbered: title !== line, title, text: block.text };
  }
  return null;
}

/** Lines of a table of contents: nothing stands below them, and the same title comes again. */
function withoutContents(headings: readonly Heading[]): Heading[] {
  return headings.filter((heading, place) => {
    const next = headings[place + 1];
    const again = headings.slice(place + 1).some(({ title }) => title === heading.title);
    return !again || next?.index !== heading.index + 1;
  });
}

const known = new WeakMap<
  Document,
  { readonly scheme: Scheme | null; readonly headings: readonly Heading[] }
>();

/** Headings by style, by typed numbering, and lines that are the title of a section of the scheme. */
function outlineHeadings(document: Document, scheme: Scheme | null): readonly Heading[] {
  const before = known.get(document);
  if (before?.scheme === scheme && before !== undefined) return before.headings;
  const numbered = new Map(headingsOf(document).map((heading) => [heading.index, heading]));
  const sections = scheme?.outline ?? [];
  const headings = withoutContents(
    document.blocks.flatMap(
      (block, index) => numbered.get(index) ?? titleAlone(block, index, sections) ?? [],
    ),
  );
  known.set(document, { scheme, headings });
  return headings;
}

interface Candidate {
  readonly heading: Heading;
  readonly section: OutlineSection;
  readonly score: number;
}

const threshold = 0.5;

/** Best pairs first; each section and each heading once; a later section never stands before an earlier one. */
function pair(
  headings: readonly Heading[],
  sections: readonly OutlineSection[],
): Map<Heading, OutlineSection> {
  const candidates: Candidate[] = headings.flatMap((heading) => {
    const own = toTitle(spoken(heading.title));
    return sections.map((section) => ({ heading, section, score: closeness(section, own) }));
  });
  const sorted = candidates
    .filter(({ score }) => score >= threshold)
    .sort(
      (a, b) => b.score - a.score || a.heading.level - b.heading.level || a.heading.index - b.heading.index,
    );
  const pairs = new Map<Heading, OutlineSection>();
  for (const { heading, section, score } of sorted) {
    const taken = pairs.has(heading) || [...pairs.values()].includes(section);
    const inOrder = [...pairs].every(
      ([other, known]) => other.index < heading.index === sections.indexOf(known) < sections.indexOf(section),
    );
    if (!taken && (inOrder || score === 1)) pairs.set(heading, section);
  }
  return pairs;
}

/** One main heading left between its neighbours, with a word in common, is the section left there: 基础条件 for 工作基础. */
function pairByOrder(
  headings: readonly Heading[],
  sections: readonly OutlineSection[],
  pairs: Map<Heading, OutlineSection>,
): void {
  const level = sectionLevel(headings, pairs);
  const placed = [...pairs].sort(([a], [b]) => a.index - b.index);
  for (const [place, section] of sections.entries()) {
    if ([...pairs.values()].includes(section)) continue;
    const before = placed.findLast(([, known]) => sections.indexOf(known) < place);
    const after = placed.find(([, known]) => sections.indexOf(known) > place);
    if (before === undefined && after === undefined) continue;
    const free = headings.filter(
      (heading) =>
        heading.numbered &&
        heading.level === level &&
        !pairs.has(heading) &&
        heading.index > (before?.[0].index ?? -1) &&
        heading.index < (after?.[0].index ?? Number.POSITIVE_INFINITY) &&
        closeness(section, toTitle(spoken(heading.title))) > 0,
    );
    const [only, more] = free;
    if (only !== undefined && more === undefined) pairs.set(only, section);
  }
}

/** The level the sections of the outline stand on: that of most matched headings. */
function sectionLevel(headings: readonly Heading[], pairs: ReadonlyMap<Heading, OutlineSection>): number {
  const counts = new Map<number, number>();
  for (const heading of pairs.keys()) counts.set(heading.level, (counts.get(heading.level) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (best !== undefined) return best[0];
  return Math.min(...headings.filter((heading) => heading.numbered).map((heading) => heading.level), 9);
}

const isDocumentTitle = (heading: Heading, first: number): boolean =>
  !heading.numbered && heading.index <= first;

/**
 * Sections of a plan against the scheme's outline, by title similarity, aliases and order, each with its length as Word
 * counts it (sub-sections and tables included, its own title not). A main heading that matches nothing has section `null`.
 */
export function readOutline(context: Context, document: Document): ReadSection[] {
  const headings = outlineHeadings(document, context.scheme);
  if (headings.length === 0) return [];
  const pairs = pair(headings, context.scheme?.outline ?? []);
  pairByOrder(headings, context.scheme?.outline ?? [], pairs);
  const level = sectionLevel(headings, pairs);
  const first = Math.min(
    ...[...pairs.keys()].map((heading) => heading.index),
    headings.find((h) => h.numbered)?.index ?? 0,
  );
  const listed = headings.filter(
    (heading) => pairs.has(heading) || (heading.level === level && !isDocumentTitle(heading, first)),
  );
  return listed.map((heading) => {
    const end = headings.find(
      (next) => next.index > heading.index && (next.level <= heading.level || pairs.has(next)),
    );
    const body = document.blocks.slice(heading.index + 1, end?.index ?? document.blocks.length);
    return {
      section: pairs.get(heading)?.id ?? null,
      title: heading.title,
      chars: body.reduce((sum, block) => sum + blockChars(block), 0),
      evidence: {
        file: context.file,
        sha256: context.sha256,
        block: heading.block.id,
        start: 0,
        end: codePointLength(heading.text),
        text: heading.text,
      },
    };
  });
}

/** The matched section a block stands in decides whether its numbers are plans: 预期目标, 发展思路和主要任务. */
export function futureBlocks(document: Document, scheme: Scheme | null): Set<string> {
  const future = new Set<string>();
  let level = 0;
  const headings = new Map(outlineHeadings(document, scheme).map((heading) => [heading.index, heading]));
  document.blocks.forEach((block, index) => {
    const heading = headings.get(index);
    if (heading !== undefined && (level === 0 || heading.level <= level)) {
      level = isFutureTitle(heading.title, scheme) ? heading.level : 0;
    }
    if (level > 0) future.add(block.id);
  });
  return future;
}

const isFutureTitle = (title: string, scheme: Scheme | null): boolean =>
  /预期|目标|未来|发展思路|主要建设任务|下一步|展望|规划|工作计划/.test(title) &&
  !/完成情况|基础|成效|现状/.test(title) &&
  scheme !== null;
