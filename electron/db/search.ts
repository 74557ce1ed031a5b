import type { Document } from "../../shared/submission/document.ts";
import { type SearchRow, searchRows } from "../../shared/submission/search-rows.ts";
import { foldForSearch } from "../../shared/text/search-fold.ts";
import { indexGrams, searchPhrase } from "../../shared/text/search-grams.ts";
import { type Database, sql, transact } from "./database.ts";

/** Numbers of the blocks of one source: more than any document may have. */
const blocksPerSource = 2 ** 20;

/** A file whose texts are stored and not yet in the index. */
export interface WaitingSource {
  readonly source: number;
  readonly rows: readonly { readonly id: number; readonly grams: string }[];
}

/** Stores the texts of a file's blocks; inside the transaction that stores the file. They are found once `indexSources` has them. */
export function storeSearchRows(
  db: Database,
  round: string,
  sha256: string,
  rows: readonly SearchRow[],
): WaitingSource {
  const { lastInsertRowid } = sql(
    db,
    "INSERT INTO search_source (round_id, sha256, indexed) VALUES (?, ?, 0)",
  ).run(round, sha256);
  const source = Number(lastInsertRowid);
  const insert = sql(db, "INSERT INTO search_block (id, block, text) VALUES (?, ?, ?)");
  const stored = rows.map(({ block, text, grams }, index) => {
    const id = source * blocksPerSource + index + 1;
    insert.run(id, block, text);
    return { id, grams };
  });
  return { source, rows: stored };
}

/** Puts what waits into the index, all in one transaction: a commit after every file would write the index many times over. */
export function indexSources(db: Database, waiting: readonly WaitingSource[]): void {
  const take = sql(db, "UPDATE search_source SET indexed = 1 WHERE id = ? AND indexed = 0");
  const insert = sql(db, "INSERT INTO search_index (rowid, grams) VALUES (?, ?)");
  const index = (): void => {
    for (const { source, rows } of waiting) {
      if (take.run(source).changes === 0) continue;
      for (const { id, grams } of rows) insert.run(id, grams);
    }
  };
  // Each savepoint inside of a transaction would write out what the index has collected so far.
  if (db.inTransaction) index();
  else transact(db, index);
}

/** Stores and indexes a document at once, where there is no other to wait for. */
export const indexDocument = (db: Database, round: string, sha256: string, document: Document): void =>
  indexSources(db, [storeSearchRows(db, round, sha256, searchRows(document))]);

/** Files that are stored and not in the index. */
export const countWaitingSources = (db: Database): number =>
  sql<{ n: number }>(db, "SELECT count(*) AS n FROM search_source WHERE indexed = 0").get()?.n ?? 0;

/** Indexes the next files from their stored texts: after a crash, or for an index that was made anew. False when none is left. */
export function indexNextSources(db: Database, count: number): boolean {
  const waiting = sql<{ id: number }>(
    db,
    "SELECT id FROM search_source WHERE indexed = 0 ORDER BY id LIMIT ?",
  ).all(count);
  if (waiting.length === 0) return false;
  const texts = sql<{ id: number; text: string }>(
    db,
    "SELECT id, text FROM search_block WHERE id > @source * 1048576 AND id < (@source + 1) * 1048576 ORDER BY id",
  );
  indexSources(
    db,
    waiting.map(({ id: source }) => ({
      source,
      rows: texts.all({ source }).map(({ id, text }) => ({ id, grams: indexGrams(text) })),
    })),
  );
  return true;
}

/** A block that contains what was looked for. */
export interface FoundBlock {
  readonly id: number;
  readonly sha256: string;
}

/** Blocks that contain the text exactly (as `foldForSearch` sees it), in reading order of their files. */
export function findBlocks(
  db: Database,
  round: string,
  text: string,
  submission: string | null,
): FoundBlock[] {
  const wanted = searchPhrase(text);
  if (wanted === null) return [];
  const sources = sourcesIn(db, round, submission);
  const ids =
    submission === null
      ? idsOf(db, wanted.phrase)
      : [...sources.keys()]
          .sort((one, other) => one - other)
          .flatMap((source) => idsIn(db, wanted.phrase, source));
  const found = ids.flatMap((id) => {
    const sha256 = sources.get(Math.floor(id / blocksPerSource));
    return sha256 === undefined ? [] : [{ id, sha256 }];
  });
  const { contains } = wanted;
  return contains === null
    ? found
    : found.filter(({ id }) => foldForSearch(blockOf(db, id).text).includes(contains));
}

const idsOf = (db: Database, phrase: string): number[] =>
  sql<number>(db, "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid")
    .pluck()
    .all(phrase);

/** In one file: the index skips to its rows, however many others hold the words. */
const idsIn = (db: Database, phrase: string, source: number): number[] =>
  sql<number>(
    db,
    "SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid",
  )
    .pluck()
    .all(phrase, source * blocksPerSource, (source + 1) * blocksPerSource - 1);

function sourcesIn(db: Database, round: string, submission: string | null): ReadonlyMap<number, string> {
  const rows = sql<{ id: number; sha256: string }>(
    db,
    `SELECT id, sha256 FROM search_source WHERE round_id = @round
     AND (@submission IS NULL OR sha256 IN (SELECT sha256 FROM submission_file WHERE submission_id = @submission))`,
  ).all({ round, submission });
  return new Map(rows.map(({ id, sha256 }) => [id, sha256]));
}

export const blockOf = (db: Database, id: number): { block: string; text: string } =>
  sql<{ block: string; text: string }>(db, "SELECT block, text FROM search_block WHERE id = ?").get(id) ?? {
    block: "",
    text: "",
  };
