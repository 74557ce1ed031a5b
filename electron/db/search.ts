import type { Block, Document } from "../../shared/submission/document.ts";
import { foldForSearch, indexGrams, queryPhrase } from "../../shared/text/search-grams.ts";
import { type Database, sql } from "./database.ts";

export interface SearchRow {
  readonly id: number;
  readonly sha256: string;
  readonly block: string;
}

/** Text of a block as it is searched: a table's cells one per line. */
const blockText = (block: Block): string =>
  block.kind === "table" ? block.cells.map((cell) => cell.text).join("\n") : block.text;

export function indexDocument(db: Database, round: string, sha256: string, document: Document): void {
  const insertText = sql(db, "INSERT INTO search_text (round_id, sha256, block, text) VALUES (?, ?, ?, ?)");
  const insertGrams = sql(db, "INSERT INTO search_index (rowid, grams) VALUES (?, ?)");
  for (const block of document.blocks) {
    const text = blockText(block);
    if (text.trim() === "") continue;
    const { lastInsertRowid } = insertText.run(round, sha256, block.id, text);
    insertGrams.run(lastInsertRowid, indexGrams(text));
  }
}

const inRound = `FROM search_index i JOIN search_text t ON t.id = i.rowid
     WHERE search_index MATCH @phrase AND t.round_id = @round
       AND (@submission IS NULL OR t.sha256 IN (SELECT sha256 FROM submission_file WHERE submission_id = @submission))
     ORDER BY t.id`;

/** Blocks that contain the text exactly (width and case folded), in reading order of their files. */
export function findBlocks(
  db: Database,
  round: string,
  text: string,
  submission: string | null,
): SearchRow[] {
  const phrase = queryPhrase(text);
  if (phrase === null) return [];
  const found = { phrase, round, submission };
  if (isExact(text)) return sql<SearchRow>(db, `SELECT t.id, t.sha256, t.block ${inRound}`).all(found);
  const folded = foldForSearch(text);
  return sql<SearchRow & { text: string }>(db, `SELECT t.id, t.sha256, t.block, t.text ${inRound}`)
    .all(found)
    .filter((row) => row.text.includes(text) || foldForSearch(row.text).includes(folded))
    .map(({ id, sha256, block }) => ({ id, sha256, block }));
}

/** One run of two or more Han is found by its pairs alone: the texts, of which a common word has thousands, need no look. */
const isExact = (text: string): boolean => /^\p{Script=Han}{2,}$/u.test(text);

export const textOf = (db: Database, row: SearchRow): string =>
  sql<{ text: string }>(db, "SELECT text FROM search_text WHERE id = ?").get(row.id)?.text ?? "";
