import type { DirectionId, SubjectId } from "../scheme/scheme.ts";
import type { Block, Document } from "../submission/document.ts";
import type { Evidence } from "../submission/evidence.ts";
import { subjectOfName } from "../submission/identity/applicant-name.ts";
import { directionOfText, subjectOfText } from "../submission/identity/identity-words.ts";

export interface ListFile {
  readonly file: string;
  readonly sha256: string;
  readonly document: Document;
}

/** A name of a list that is no table, with what the heading above it says. */
export interface ListLine {
  readonly name: string;
  readonly direction: DirectionId | null;
  readonly subject: SubjectId | null;
  readonly evidence: Evidence;
}

interface Section {
  readonly text: string;
  /** 2 for （一）below 一、; 1 for every other. */
  readonly level: 1 | 2;
  /** How many names the heading says follow; `null`: it does not say. */
  readonly stated: number | null;
  readonly direction: DirectionId | null;
  readonly subject: SubjectId | null;
  readonly lines: Line[];
}

type Line = Exclude<Block, { kind: "table" }>;

const count = "[（(]共?(\\d+)[个家所名][）)]";
const numbered = new RegExp(
  `^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])(.+?)(?:${count})?[：:]?$`,
);
/** A list in one order has no headings: its title says how many there are, and may be broken in two lines. */
const titled = new RegExp(`^(.*?)${count}$`);
const item = /^(?:\d+[、.．]|[（(]\d+[）)])/;
/** No name of a base is a sentence. */
const sentence = /[。，,；;：:！!？?].|[：:]$/u;
const dated = /^\d{4}年\d{1,2}月\d{1,2}日$/;

const textOf = (line: Line | undefined): string => line?.text.trim() ?? "";

function sectionOf(text: string, found: RegExpExecArray, above: Section | undefined): Section {
  const [, name = "", stated] = found;
  const level = /^[（(]/.test(text) ? 2 : 1;
  const parent = level === 2 ? above : undefined;
  const direction = directionOfText(name) ?? parent?.direction ?? null;
  const subject = (directionOfText(name) === null ? subjectOfText(name) : null) ?? parent?.subject ?? null;
  return { text, level, stated: stated === undefined ? null : Number(stated), direction, subject, lines: [] };
}

/** One that gives no number is a heading only with names below it: a list may number its names 一、二、. */
function headingAt(lines: readonly Line[], index: number): RegExpExecArray | null {
  const found = numbered.exec(textOf(lines[index]));
  if (found === null || found[2] !== undefined) return found;
  const next = lines[index + 1];
  return next === undefined || /^[一二三四五六七八九十]+、/.test(textOf(next)) ? null : found;
}

/** Without headings and without a number in the title, the numbered lines are the list. */
const listOfItems = (lines: readonly Line[]): Section => ({
  text: "",
  level: 1,
  stated: null,
  direction: null,
  subject: null,
  lines: lines.filter((line) => item.test(textOf(line))),
});

function sectionsOf(document: Document): Section[] {
  const lines = document.blocks.filter(
    (block): block is Line =>
      (block.kind === "heading" || block.kind === "paragraph") &&
      block.text.trim() !== "" &&
      !dated.test(block.text.trim()),
  );
  const hasHeadings = lines.some((_, index) => headingAt(lines, index) !== null);
  const sections: Section[] = [];
  for (const [index, line] of lines.entries()) {
    const found = hasHeadings ? headingAt(lines, index) : titled.exec(textOf(line));
    const above = sections.findLast(({ level }) => level === 1);
    if (found) sections.push(sectionOf(textOf(line), found, above));
    // What stands before the first heading is the title of the list.
    else sections.at(-1)?.lines.push(line);
  }
  return sections.length > 0 ? sections : [listOfItems(lines)];
}

interface Name {
  readonly line: Line;
  readonly name: string;
  /** In characters of the line. */
  readonly start: number;
}

const length = (text: string): number => Array.from(text).length;

/** The names of a line, cut at 、 or not at all; 1、 in front and the full stop behind are no part of a name. */
function namesIn(line: Line, cut: boolean): Name[] {
  const lead = /^\s*(?:\d+[、.．]|[（(]\d+[）)]|[一二三四五六七八九十]+、)?\s*/.exec(line.text)?.[0] ?? "";
  let start = length(lead);
  const rest = line.text.slice(lead.length);
  return (cut ? rest.split("、") : [rest]).flatMap((part) => {
    const name = part
      .trim()
      .replace(/[。；;]$/, "")
      .trim();
    const found = { line, name, start: start + length(part) - length(part.trimStart()) };
    start += length(part) + 1;
    return name === "" ? [] : [found];
  });
}

/**
 * One name a line, as the annexes have it; in one line with 、 where that makes as many as the heading says, or it says nothing. Who
 * signs below a list of numbered names is none of them.
 */
function namesOf({ lines, stated }: Section): Name[] {
  const items = lines.filter((line) => item.test(textOf(line)));
  const likely = items.length > 0 ? items : lines;
  const own = stated === null ? likely.filter((line) => !sentence.test(textOf(line))) : lines;
  const whole = own.flatMap((line) => namesIn(line, false));
  if (whole.length === stated) return whole;
  const cut = own.flatMap((line) => namesIn(line, true));
  return stated === null || cut.length === stated ? cut : whole;
}

interface Read {
  readonly section: Section;
  readonly names: readonly Name[];
}

/** Names below a heading and below the （一）（二） under it. */
function foundBelow(sections: readonly Read[], index: number): number {
  const [own, ...after] = sections.slice(index);
  if (own === undefined) return 0;
  const end = after.findIndex(({ section }) => section.level <= own.section.level);
  const inner = own.section.level === 2 ? [] : after.slice(0, end < 0 ? after.length : end);
  return [own, ...inner].reduce((sum, { names }) => sum + names.length, 0);
}

/** A list as it is published: headings with counts and the full names below them. `mismatches`: headings that give another number. */
export function readListLines({ file, sha256, document }: ListFile): {
  rows: ListLine[];
  mismatches: { heading: string; stated: number; found: number }[];
} {
  const sections = sectionsOf(document).map((section) => ({ section, names: namesOf(section) }));
  return {
    rows: sections.flatMap(({ section, names }) =>
      names.map(({ line, name, start }) => ({
        name,
        direction: section.direction,
        subject: section.subject ?? subjectOfName(name),
        evidence: { file, sha256, block: line.id, start, end: start + length(name), text: name },
      })),
    ),
    mismatches: sections.flatMap(({ section: { text, stated } }, index) => {
      const found = foundBelow(sections, index);
      return stated === null || found === stated ? [] : [{ heading: text, stated, found }];
    }),
  };
}
