import type { Block, Document } from "../../shared/submission/document.ts";
import { foldForSearch, indexGrams, queryPhrase } from "../../shared/text/search-grams.ts";
import { type Database, sql } from "./database.ts";

export interface SearchRow {
  readonly sha256: string;
  readonly block: string;
  readonly text: string;
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

/** Blocks that contain the text exactly (width and case folded), in reading order of their files. */
export function findBlocks(
  db: Database,
  round: string,
  text: string,
  submission: string | null,
): SearchRow[] {
  const phrase = queryPhrase(text);
  if (phrase === null) return [];
  const folded = foldForSearch(text);
  return sql<SearchRow>(
    db,
    `SELECT t.sha256, t.block, t.text FROM search_index i JOIN search_text t ON t.id = i.rowid
     WHERE search_index MATCH @phrase AND t.round_id = @round
       AND (@submission IS NULL OR t.sha256 IN (SELECT sha256 FROM submission_file WHERE submission_id = @submission))
     ORDER BY t.id`,
  )
    .all({ phrase, round, submission })
    .filter((row) => foldForSearch(row.text).includes(folded));
}
