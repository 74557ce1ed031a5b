import type { Handlers } from "../../shared/contract/index.ts";
import type { ReadFile } from "../../shared/contract/intake.ts";
import { succeed } from "../../shared/contract/result.ts";
import type { Block, Cell, Document, TableBlock } from "../../shared/submission/document.ts";
import { readDocumentText, readHead } from "../db/contents.ts";
import { type Context, notFound } from "./context.ts";

type DocumentHandlers = Pick<Handlers, "document/open" | "document/rows">;

/** Tables with more cells are opened by their first rows. */
const LARGE = 4000;
/** Cells that fill any screen, and the part of the next that is drawn ahead. */
const FIRST_CELLS = 2400;

/** Documents read last, by the text they were made from: a table of 10,000 rows is asked for in several parts. */
interface Kept {
  readonly text: string;
  readonly document: Document;
}
const MOST_KEPT = 3;

function createDocumentCache() {
  const kept = new Map<string, Kept>();
  return (key: string, text: string): Document => {
    const known = kept.get(key);
    const document = known?.text === text ? known.document : (JSON.parse(text) as Document);
    kept.delete(key);
    kept.set(key, { text, document });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return document;
  };
}

const isLarge = (block: Block): block is TableBlock => block.kind === "table" && block.cells.length > LARGE;

/**
 * The last row, from `from` on, up to which a table has about so many cells; never less than one row with cells. Counted
 * by cells: a sheet may use its last column and nothing before it.
 */
function rowAfter(table: TableBlock, from: number, most: number): number {
  const perRow = new Map<number, number>();
  for (const { row } of table.cells) if (row >= from) perRow.set(row, (perRow.get(row) ?? 0) + 1);
  let count = 0;
  let last = from;
  for (const row of [...perRow.keys()].sort((a, b) => a - b)) {
    count += perRow.get(row) ?? 0;
    if (count > most && last > from) break;
    last = row;
    if (count >= most) break;
  }
  return last;
}

/** The first rows of a large table; never less than one. */
function firstRows(table: TableBlock): { readonly table: TableBlock; readonly from: number } {
  const last = rowAfter(table, 1, FIRST_CELLS);
  return { table: { ...table, cells: table.cells.filter((cell) => cell.row <= last) }, from: last + 1 };
}

/** Cells of one answer: a few milliseconds of work for the window. */
const SLICE = 12_000;

function rowsOf(table: TableBlock, from: number, to: number): { cells: Cell[]; next: number | null } {
  const last = Math.min(to, rowAfter(table, from, SLICE));
  const cells: Cell[] = [];
  let next: number | null = null;
  for (const cell of table.cells)
    if (cell.row > last) next = Math.min(next ?? cell.row, cell.row);
    else if (cell.row >= from) cells.push(cell);
  return { cells, next };
}

export function createDocumentHandlers(context: Context): DocumentHandlers {
  const parse = createDocumentCache();
  const find = (round: string, sha256: string): ReadFile | null => {
    const head = readHead(context.db, round, sha256);
    if (!head) return null;
    const text = readDocumentText(context.db, round, sha256);
    const document = text === null ? null : parse(`${round} ${sha256}`, text);
    const { name, kind, status, error, messages } = head;
    return { sha256, name, kind, status, error, messages: [...messages], document };
  };
  return {
    "document/open": ({ round, sha256 }) => {
      const file = find(round, sha256);
      if (!file) return notFound("document");
      const cut: { block: string; from: number }[] = [];
      const blocks = (file.document?.blocks ?? []).map((block) => {
        if (!isLarge(block)) return block;
        const { table, from } = firstRows(block);
        cut.push({ block: block.id, from });
        return table;
      });
      return succeed({ ...file, document: file.document && { blocks }, cut });
    },
    "document/rows": ({ round, sha256, block, from, to }) => {
      const table = find(round, sha256)?.document?.blocks.find((candidate) => candidate.id === block);
      if (table?.kind !== "table") return notFound("document");
      return succeed(rowsOf(table, from, to));
    },
  };
}
