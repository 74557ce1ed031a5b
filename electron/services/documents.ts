import type { Handlers } from "../../shared/contract/index.ts";
import type { ReadFile } from "../../shared/contract/intake.ts";
import { succeed } from "../../shared/contract/result.ts";
import type { Block, Document, TableBlock } from "../../shared/submission/document.ts";
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

/** The first rows of a large table; never less than one. */
function firstRows(table: TableBlock): { readonly table: TableBlock; readonly from: number } {
  const rows = Math.max(1, Math.ceil(FIRST_CELLS / Math.max(1, table.columns)));
  return { table: { ...table, cells: table.cells.filter((cell) => cell.row <= rows) }, from: rows + 1 };
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
      return succeed({ cells: table.cells.filter((cell) => cell.row >= from && cell.row <= to) });
    },
  };
}
