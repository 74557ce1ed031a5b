import type { PageLine } from "./page-lines.ts";

/** Fewer pages do not tell a header from a line that happens to stand twice. */
const LEAST_PAGES = 3;
/** Headers of odd and even pages differ: each stands on about half of them. */
const LEAST_SHARE = 0.4;
/** Lines of a header or footer looked at, from the edge inwards. */
const MOST_LINES = 2;

type Edge = "top" | "bottom";

function edgeLine(lines: readonly PageLine[], edge: Edge): PageLine | undefined {
  const sign = edge === "top" ? 1 : -1;
  let found: PageLine | undefined;
  for (const line of lines) if (found === undefined || (line.y - found.y) * sign < 0) found = line;
  return found;
}

const placeOf = (line: PageLine): string => `${Math.round(line.y / 2)} ${line.text.trim()}`;

/**
 * Lines that stand at the same height of the edge of many pages with the same words: headers and footers. What stands
 * apart in columns is a table that goes on, whose names are repeated.
 */
export function runningLines(pages: readonly (readonly PageLine[])[]): ReadonlySet<PageLine> {
  const running = new Set<PageLine>();
  const least = Math.max(LEAST_PAGES, Math.ceil(pages.length * LEAST_SHARE));
  for (const edge of ["top", "bottom"] as const)
    for (let round = 0; round < MOST_LINES; round += 1) {
      const outer = pages.flatMap((lines) => {
        const line = edgeLine(
          lines.filter((own) => !running.has(own)),
          edge,
        );
        return line === undefined || line.gaps > 0 ? [] : [line];
      });
      for (const same of Map.groupBy(outer, placeOf).values())
        if (same.length >= least) for (const line of same) running.add(line);
    }
  return running;
}
