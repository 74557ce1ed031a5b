/** A piece of text as pdf.js gives it, placed on the page: y grows downwards, in points. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface PageLine {
  text: string;
  readonly x: number;
  readonly y: number;
  right: number;
  readonly size: number;
  /** Wide gaps inside the line, as between the cells of a table. */
  gaps: number;
}

const isLatin = (char: string | undefined): boolean => char !== undefined && /[A-Za-z0-9.,;:%)]/.test(char);

function joint(line: PageLine, piece: PlacedText): "" | " " | "\t" {
  const gap = piece.x - line.right;
  if (gap > 1.5 * line.size) return "\t";
  return gap > 0.2 * line.size && isLatin(line.text.at(-1)) && /^[A-Za-z0-9(]/.test(piece.text) ? " " : "";
}

function append(line: PageLine, piece: PlacedText): void {
  const between = joint(line, piece);
  if (between === "\t") line.gaps += 1;
  line.text += between + piece.text;
  line.right = Math.max(line.right, piece.x + piece.width);
}

/** On the line that is being written: same height, and not back to its start. */
const continues = (line: Pick<PageLine, "y" | "size" | "right">, piece: PlacedText): boolean =>
  Math.abs(piece.y - line.y) < 0.5 * Math.max(line.size, piece.size) && piece.x > line.right - 2 * line.size;

function lineOf(pieces: readonly PlacedText[]): PageLine[] {
  const [first, ...rest] = pieces;
  if (first === undefined) return [];
  const { text, x, y, width, size } = first;
  const line = { text, x, y, right: x + width, size, gaps: 0 };
  for (const piece of rest) append(line, piece);
  return [line];
}

/** A sign of another font may be drawn after the words it stands between: `4∶1` as 4, 1 and ∶. */
const isTurned = (pieces: readonly PlacedText[]): boolean =>
  pieces.some((piece, index) => piece.x < (pieces[index - 1]?.x ?? piece.x) - 0.1 * piece.size);

/** Inside of the piece before it there is one gap that it fills, or it follows. */
function addTo(line: PlacedText[], piece: PlacedText): void {
  const before = line.at(-1);
  const isInside =
    before !== undefined && piece.x > before.x && piece.x + piece.width < before.x + before.width;
  if (isInside && /^\S+ \S+$/.test(before.text))
    line[line.length - 1] = { ...before, text: before.text.replace(" ", piece.text) };
  else line.push(piece);
}

/** Puts the pieces of a page, in the order they were written, into lines. Blanks that only move the pen are left out. */
export function pageLines(pieces: readonly PlacedText[]): PageLine[] {
  const lines: PlacedText[][] = [];
  let right = 0;
  for (const piece of pieces) {
    if (piece.text.trim() === "") continue;
    const [first] = lines.at(-1) ?? [];
    if (first && continues({ ...first, right }, piece)) addTo(lines.at(-1) ?? [], piece);
    else {
      lines.push([piece]);
      right = 0;
    }
    right = Math.max(right, piece.x + piece.width);
  }
  return lines.flatMap((line) => lineOf(isTurned(line) ? line.toSorted((a, b) => a.x - b.x) : line));
}

/** `— 3 —`, `第 3 页 共 9 页`, `3/9` at the top or bottom of a page. */
const isPageNumber = (text: string): boolean =>
  /^(第?\s*\d{1,4}\s*页?|[-—–－·.\s]*\d{1,4}[-—–－·.\s]*|\d{1,4}\s*[/／]\s*\d{1,4}|第\s*\d{1,4}\s*页[\s,，/]*共\s*\d{1,4}\s*页)$/.test(
    text.trim(),
  );

/** The lines without the page number, if the first or last one is nothing else. */
export function withoutPageNumber(lines: readonly PageLine[]): readonly PageLine[] {
  const [first] = lines;
  const last = lines.at(-1);
  if (last && isPageNumber(last.text)) return lines.slice(0, -1);
  return first && lines.length > 1 && isPageNumber(first.text) ? lines.slice(1) : lines;
}
