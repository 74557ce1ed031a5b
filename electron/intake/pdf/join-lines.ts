import { typedHeadingLevel } from "../flow/typed-heading.ts";
import type { PageLine } from "./page-lines.ts";

interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Text hardly ever ends farther from the right edge than this part of the page. */
const USUAL_RIGHT = 0.8;

/** Left and right border of the text of a page: where most lines begin, and how far the longest go. */
function marginsOf(lines: readonly PageLine[], pageWidth: number): Margins {
  const starts = lines.map((line) => line.x).toSorted((a, b) => a - b);
  return {
    left: starts[Math.floor(starts.length / 10)] ?? 0,
    right: lines.reduce((most, line) => Math.max(most, line.right), pageWidth * USUAL_RIGHT),
  };
}

/** A line goes on in the next one when it is full and the next is neither indented, nor apart, nor of another size. */
function goesOn(line: PageLine, next: PageLine, margins: Margins, samePage: boolean): boolean {
  if (line.gaps > 0 || next.gaps > 0) return false;
  if (Math.abs(line.size - next.size) > 0.15 * line.size) return false;
  if (line.x > margins.left + 3 * line.size) return false;
  if (line.right < margins.right - 2.5 * line.size) return false;
  if (next.x > margins.left + 1.2 * next.size) return false;
  if (samePage && (next.y - line.y > 2.6 * line.size || next.y < line.y)) return false;
  return typedHeadingLevel(line.text) === null || line.right > margins.right - 1.2 * line.size;
}

/** The number of a heading is set apart by a jump of the pen. */
const joinedNumber = (text: string): string =>
  text.replace(
    /^([（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?|\d{1,2}[.．、])[\t ]+(?=\p{Script=Han})/u,
    "$1",
  );

const needsBlank = (before: string, after: string): boolean =>
  /[A-Za-z0-9,;]$/.test(before) && /^[A-Za-z0-9]/.test(after);

/** Joins lines to paragraphs, across pages too. */
export class ParagraphJoiner {
  readonly paragraphs: string[] = [];
  private last: PageLine | null = null;
  private margins: Margins = { left: 0, right: 0 };

  addPage(lines: readonly PageLine[], pageWidth: number): void {
    const before = this.margins;
    this.margins = marginsOf(lines, pageWidth);
    for (const [index, line] of lines.entries())
      this.addLine(line, index > 0, index > 0 ? this.margins : before);
  }

  private addLine(line: PageLine, samePage: boolean, margins: Margins): void {
    const { last } = this;
    const at = this.paragraphs.length - 1;
    const text = this.paragraphs[at] ?? "";
    if (last && goesOn(last, line, margins, samePage))
      this.paragraphs[at] = `${text}${needsBlank(text, line.text) ? " " : ""}${line.text}`;
    else this.paragraphs.push(joinedNumber(line.text));
    this.last = line;
  }
}
