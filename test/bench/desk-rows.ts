import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { DeskMeasure } from "./measures/desk.ts";
import type { WindowMeasure } from "./measures/window.ts";
import type { MeasuredWord, WordPagesMeasure } from "./measures/word-pages.ts";
import { against, milliseconds, type Row } from "./row.ts";

interface Measured {
  readonly desk: DeskMeasure;
  readonly seen: WindowMeasure | null;
}

/** The expert's desk with 10, 100 and 1,000 dossiers: what an expert waits for. */
export function deskRows(newFolder: () => string, quick: boolean, tell: (what: string) => void): Row[] {
  const rows: Row[] = [];
  for (const dossiers of quick ? [2] : [10, 100, 1000]) {
    tell(`desk with ${dossiers}`);
    rows.push(...rowsOf(measured("measure-desk.ts", [newFolder(), String(dossiers), quick ? "" : "window"])));
  }
  for (const name of quick ? [] : words) {
    tell(`pages of ${name}`);
    rows.push(pageRow(name, measured("measure-word.ts", [newFolder(), name])));
  }
  return rows;
}

const words = ["六十页.docx", "三千行.docx"] as const satisfies readonly MeasuredWord[];

function measured<Value>(script: string, parameters: readonly string[]): Value {
  const answer = execFileSync(process.execPath, [join(import.meta.dirname, script), ...parameters], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(answer.trim().split("\n").at(-1) ?? "");
}

const pageRow = (name: MeasuredWord, pages: WordPagesMeasure): Row => ({
  what: `desk: first page of ${name}`,
  measured: `${milliseconds(pages.firstMs)} (CPU ${milliseconds(pages.firstCpuMs)}), longest task CPU ${milliseconds(pages.longestCpuMs)}`,
  raw: `goals 300 ms and 50 ms; all pages CPU ${milliseconds(pages.allCpuMs)}`,
  ratio: null,
});

function rowsOf({ desk, seen }: Measured): Row[] {
  const at = `desk with ${desk.dossiers} dossiers:`;
  return [
    against(`${at} open an applicant`, desk.open, "", desk.parse, "JSON.parse of the same answers"),
    against(
      `${at} compare one item over all`,
      desk.compare,
      "",
      desk.query,
      "the same scores with one query",
    ),
    against(`${at} search`, desk.search, `, ${desk.hits} hits`, desk.scan, "substring scan in memory"),
    against(`${at} a score stored`, desk.save, "", desk.commit, "commit of one row"),
    ...(seen === null ? [] : windowRows(at, seen)),
  ];
}

/** On the clock, as seen in the window: goals of the desk beside them. */
const windowRows = (at: string, seen: WindowMeasure): Row[] => [
  {
    what: `${at} first text on the screen`,
    measured: milliseconds(seen.openMs),
    raw: "goal 300 ms",
    ratio: null,
  },
  {
    what: `${at} scrolling, from frame to frame`,
    measured: `${milliseconds(seen.frameMs)}, longest ${milliseconds(seen.longestFrameMs)}`,
    raw: `an empty page ${milliseconds(seen.emptyFrameMs)}`,
    ratio: seen.frameMs / seen.emptyFrameMs,
  },
  {
    what: `${at} last key to stored`,
    measured: milliseconds(seen.savedMs),
    raw: "goal 1 s",
    ratio: null,
  },
];
