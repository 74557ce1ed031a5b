import type { Block, Cell } from "../../shared/submission/document.ts";
import { decodeText } from "./decode-text.ts";
import { typedHeadingLevel } from "./flow/typed-heading.ts";
import { IntakeRefusal } from "./intake-refusal.ts";
import { parseCsv } from "./parse-csv.ts";
import type { Reading, ReadResult } from "./reading.ts";
import { extensionOf } from "./sniff.ts";

function textBlocks(text: string, reading: Reading): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const trimmed = line.trim();
    if (trimmed === "" || !reading.admit(trimmed)) continue;
    if (blocks.length >= reading.limits.blocks) {
      reading.cutBlocks();
      break;
    }
    const level = typedHeadingLevel(trimmed);
    const id = `b${blocks.length + 1}`;
    blocks.push(
      level === null
        ? { kind: "paragraph", id, text: trimmed }
        : { kind: "heading", id, level, text: trimmed },
    );
  }
  return blocks;
}

function tableBlocks(text: string, delimiter: string, reading: Reading): Block[] {
  const { limits } = reading;
  const cells: Cell[] = [];
  let columns = 0;
  let row = 0;
  for (const { values, count } of parseCsv(text, delimiter, limits.columns)) {
    reading.tick();
    row += 1;
    if (row > limits.rows || count > limits.columns) reading.cutTable();
    if (row > limits.rows) break;
    for (const [index, value] of values.entries()) {
      if (value.trim() === "" || !reading.admitCell(value)) continue;
      cells.push({ text: value, row, column: index + 1, rowSpan: 1, columnSpan: 1 });
      columns = Math.max(columns, index + 1);
    }
  }
  const rows = cells.at(-1)?.row ?? 0;
  return cells.length === 0 ? [] : [{ kind: "table", id: "b1", hidden: false, rows, columns, cells }];
}

const LOOKED_AT = 20;

/**
 * Excel's own CSV may use any of these, and may say which; else the one that stands most often in a line decides, looked for
 * below the title too, which has none.
 */
function delimiterOf(text: string): string {
  const said = /^sep=(.)\r?\n/i.exec(text)?.[1];
  if (said !== undefined) return said;
  const lines = text.slice(0, 16_384).split(/\r?\n/, LOOKED_AT);
  const counts = [",", "\t", ";", "，"].map((mark) => ({
    mark,
    count: Math.max(...lines.map((line) => line.split(mark).length)),
  }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}

/** Tab-separated text pasted out of a sheet: every line has the same number of tabs. */
function isTabbed(text: string): boolean {
  const lines = text.trimEnd().split(/\r?\n/, 200);
  const tabs = (lines[0] ?? "").split("\t").length;
  return lines.length > 1 && tabs > 1 && lines.every((line) => line.split("\t").length === tabs);
}

/** Plain text as paragraphs, CSV and tab-separated text as one table. UTF-8, UTF-16 with a mark, or GB18030. */
export function readText(bytes: Uint8Array, name: string, reading: Reading): ReadResult {
  const decoded = decodeText(bytes);
  if (decoded === null) throw new IntakeRefusal("broken");
  const text = decoded.replace(/^\ufeff/, "");
  const extension = extensionOf(name);
  if (extension === "csv" || extension === "tsv") {
    const delimiter = extension === "tsv" ? "\t" : delimiterOf(text);
    return reading.result(tableBlocks(text.replace(/^sep=.\r?\n/i, ""), delimiter, reading));
  }
  return reading.result(isTabbed(text) ? tableBlocks(text, "\t", reading) : textBlocks(text, reading));
}
