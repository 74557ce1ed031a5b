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
  /** How many names the heading says follow. */
  readonly stated: number;
  readonly direction: DirectionId | null;
  readonly subject: SubjectId | null;
  readonly lines: Line[];
}

type Line = Exclude<Block, { kind: "table" }>;

const numbered = /^[一二三四五六七八九十]+、(.+?)[（(]共?(\d+)个[）)]$/;
/** A list in one order has no headings: its title says how many there are, and may be broken in two lines. */
const titled = /^(.*?)[（(]共?(\d+)个[）)]$/;

const sectionOf = (text: string, [, name = "", count = "0"]: RegExpExecArray): Section => {
  const direction = directionOfText(name);
  const subject = direction === null ? subjectOfText(name) : null;
  return { text, stated: Number(count), direction, subject, lines: [] };
};

function sectionsOf(document: Document): Section[] {
  const lines = document.blocks.filter(
    (block): block is Line =>
      (block.kind === "heading" || block.kind === "paragraph") && block.text.trim() !== "",
  );
  const heading = lines.some(({ text }) => numbered.test(text.trim())) ? numbered : titled;
  const sections: Section[] = [];
  for (const line of lines) {
    const text = line.text.trim();
    const found = heading.exec(text);
    if (found) sections.push(sectionOf(text, found));
    // What stands before the first heading is the title of the list.
    else sections.at(-1)?.lines.push(line);
  }
  return sections;
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
  const lead = /^\s*(?:\d+[、.．])?\s*/.exec(line.text)?.[0] ?? "";
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

/** One name a line, as the annexes have it; in one line with 、 only where that makes as many as the heading says. */
function namesOf({ lines, stated }: Section): Name[] {
  const whole = lines.flatMap((line) => namesIn(line, false));
  if (whole.length === stated) return whole;
  const cut = lines.flatMap((line) => namesIn(line, true));
  return cut.length === stated ? cut : whole;
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
    mismatches: sections.flatMap(({ section: { text, stated }, names }) =>
      names.length === stated ? [] : [{ heading: text, stated, found: names.length }],
    ),
  };
}
