import { z } from "zod";
import { type Document, FileKind, ReadMessage } from "../../shared/submission/document.ts";
import { type Extraction, FileRefusal, FileStatus } from "../../shared/submission/fact.ts";
import { forgetAliases } from "./aliases.ts";
import { type Database, sql } from "./database.ts";

/** What one content says under the scheme of a round. */
export interface Reading {
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
  readonly kind: FileKind;
  readonly status: FileStatus;
  readonly error: FileRefusal | null;
  readonly messages: readonly ReadMessage[];
  readonly document: Document | null;
  readonly extraction: Extraction | null;
}

export type ReadingHead = Omit<Reading, "document" | "extraction">;
/** Without the document: the larger part, which nobody needs who sorts files or builds dossiers. */
export type Extracted = Omit<Reading, "document">;

interface ReadingRow {
  sha256: string;
  name: string;
  bytes: number;
  kind: string;
  status: string;
  error: string | null;
  messages: string;
  document: string | null;
  extraction: string | null;
}

const headColumns = "sha256, name, bytes, kind, status, error, messages";
const Messages = z.array(ReadMessage);

const toHead = (row: Omit<ReadingRow, "document" | "extraction">): ReadingHead => ({
  sha256: row.sha256,
  name: row.name,
  bytes: row.bytes,
  kind: FileKind.parse(row.kind),
  status: FileStatus.parse(row.status),
  error: row.error === null ? null : FileRefusal.parse(JSON.parse(row.error)),
  messages: Messages.parse(JSON.parse(row.messages)),
});

export const insertContent = (db: Database, sha256: string, bytes: Uint8Array): void => {
  sql(db, "INSERT INTO content (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING").run(
    sha256,
    bytes,
  );
};

export const readContent = (db: Database, sha256: string): Uint8Array | null =>
  sql<{ bytes: Uint8Array }>(db, "SELECT bytes FROM content WHERE sha256 = ?").get(sha256)?.bytes ?? null;

/** A reading with its large parts as the JSON that is stored. */
export interface PreparedReading extends ReadingHead {
  readonly document: string | null;
  readonly extraction: string | null;
}

const jsonOf = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

const columnsOf = (reading: PreparedReading): (string | number | null)[] => [
  reading.name,
  reading.bytes,
  reading.kind,
  reading.status,
  jsonOf(reading.error),
  JSON.stringify(reading.messages),
  reading.document,
  reading.extraction,
];

/** False when the round has read this content before. */
export const insertPrepared = (db: Database, round: string, reading: PreparedReading): boolean => {
  forgetAliases(db, round, reading.sha256);
  const stored = sql(
    db,
    `INSERT INTO reading (round_id, sha256, name, bytes, kind, status, error, messages, document, extraction)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (round_id, sha256) DO NOTHING`,
  ).run(round, reading.sha256, ...columnsOf(reading));
  return stored.changes > 0;
};

export const insertReading = (db: Database, round: string, reading: Reading): boolean =>
  insertPrepared(db, round, {
    ...reading,
    document: jsonOf(reading.document),
    extraction: jsonOf(reading.extraction),
  });

/**
 * Refusals that say more about the day than about the file: a slow machine, little memory, a thread that ended. Such a file is
 * read again when it is imported again.
 */
const passing = "('timeout', 'out-of-memory', 'cancelled', 'broken')";

/**
 * Puts a reading in the place of a refusal of the same content: of a passing one, or of any when the content could be read
 * now (the missing pieces of a cut archive came). False where there is none, or nothing else came of it.
 */
export const replaceRefusal = (db: Database, round: string, reading: PreparedReading): boolean => {
  forgetAliases(db, round, reading.sha256);
  const replaced = sql(
    db,
    `UPDATE reading SET name = ?, bytes = ?, kind = ?, status = ?, error = ?, messages = ?, document = ?, extraction = ?
     WHERE round_id = ? AND sha256 = ? AND status = 'refused'
       AND (? <> 'refused' OR error ->> '$.code' IN ${passing}) AND error ->> '$.code' <> ?`,
  ).run(...columnsOf(reading), round, reading.sha256, reading.status, reading.error?.code ?? "");
  return replaced.changes > 0;
};

/** Does something that came under this path, or inside of it, wait to be read again? */
export const hasPassingRefusal = (db: Database, round: string, path: string): boolean =>
  sql(
    db,
    `SELECT 1 FROM arrival a JOIN reading r ON r.round_id = a.round_id AND r.sha256 = a.sha256
     WHERE a.round_id = @round AND (a.path = @path OR (a.path > @path || '!/' AND a.path < @path || '!0'))
       AND r.status = 'refused' AND r.error ->> '$.code' IN ${passing} LIMIT 1`,
  ).get({ round, path }) !== undefined;

/** Contents that are not noise, and those that were refused. */
export const countReadings = (db: Database, round: string): { files: number; refused: number } =>
  sql<{ files: number; refused: number }>(
    db,
    `SELECT count(*) FILTER (WHERE kind <> 'noise') AS files, count(*) FILTER (WHERE status = 'refused') AS refused
     FROM reading WHERE round_id = ?`,
  ).get(round) ?? { files: 0, refused: 0 };

export const readingName = (db: Database, round: string, sha256: string): string | null =>
  sql<{ name: string }>(db, "SELECT name FROM reading WHERE round_id = ? AND sha256 = ?").get(round, sha256)
    ?.name ?? null;

export const listReadings = (db: Database, round: string): ReadingHead[] =>
  sql<ReadingRow>(db, `SELECT ${headColumns} FROM reading WHERE round_id = ?`).all(round).map(toHead);

// Documents and extractions are written by insertReading only, and large: not validated a second time on the way out.
const toExtracted = (row: Omit<ReadingRow, "document">): Extracted => ({
  ...toHead(row),
  extraction: row.extraction === null ? null : (JSON.parse(row.extraction) as Extraction),
});

export const findExtracted = (db: Database, round: string, sha256: string): Extracted | null => {
  const row = sql<ReadingRow>(
    db,
    `SELECT ${headColumns}, extraction FROM reading WHERE round_id = ? AND sha256 = ?`,
  ).get(round, sha256);
  return row ? toExtracted(row) : null;
};

/**
 * What sorting a file needs to know of it: without facts, projects and sections, which are taken out before the text is parsed.
 * The few values in the text of a mail decide whether it joins a submission.
 */
export const findSortable = (db: Database, round: string, sha256: string): Extraction | null => {
  const row = sql<{ extraction: string | null }>(
    db,
    `SELECT CASE WHEN kind = 'mail' THEN extraction
       ELSE json_set(extraction, '$.facts', json('[]'), '$.projects', json('[]'), '$.outline', json('[]')) END AS extraction
     FROM reading WHERE round_id = ? AND sha256 = ?`,
  ).get(round, sha256);
  return row?.extraction ? (JSON.parse(row.extraction) as Extraction) : null;
};

/** What is known of a file without its document. */
export const readHead = (db: Database, round: string, sha256: string): ReadingHead | null => {
  const row = sql<ReadingRow>(db, `SELECT ${headColumns} FROM reading WHERE round_id = ? AND sha256 = ?`).get(
    round,
    sha256,
  );
  return row ? toHead(row) : null;
};

/** The document as it is stored, as JSON. */
export const readDocumentText = (db: Database, round: string, sha256: string): string | null =>
  sql<{ document: string | null }>(db, "SELECT document FROM reading WHERE round_id = ? AND sha256 = ?").get(
    round,
    sha256,
  )?.document ?? null;

export const findReading = (db: Database, round: string, sha256: string): Reading | null => {
  const row = sql<ReadingRow>(
    db,
    `SELECT ${headColumns}, document, extraction FROM reading WHERE round_id = ? AND sha256 = ?`,
  ).get(round, sha256);
  if (!row) return null;
  const document = row.document === null ? null : (JSON.parse(row.document) as Document);
  return { ...toExtracted(row), document };
};

export interface StoredArrival {
  readonly id: string;
  readonly sha256: string;
  readonly path: string;
  readonly container: string | null;
  readonly sender: string | null;
  readonly subject: string | null;
  readonly receivedAt: string | null;
  readonly importedAt: string;
}

interface ArrivalRow {
  id: string;
  sha256: string;
  path: string;
  container: string | null;
  sender: string | null;
  subject: string | null;
  received_at: string | null;
  imported_at: string;
}

/** The same content under the same path again is no second arrival. */
export const insertArrival = (db: Database, round: string, arrival: StoredArrival): boolean =>
  sql(
    db,
    `INSERT INTO arrival (id, round_id, sha256, path, container, sender, subject, received_at, imported_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (round_id, path, sha256) DO NOTHING`,
  ).run(
    arrival.id,
    round,
    arrival.sha256,
    arrival.path,
    arrival.container,
    arrival.sender,
    arrival.subject,
    arrival.receivedAt,
    arrival.importedAt,
  ).changes > 0;

/** Contents that came under this very path. */
export const contentsAt = (db: Database, round: string, path: string): string[] =>
  sql<{ sha256: string }>(db, "SELECT sha256 FROM arrival WHERE round_id = ? AND path = ?")
    .all(round, path)
    .map(({ sha256 }) => sha256);

const toArrival = (row: ArrivalRow): StoredArrival => ({
  id: row.id,
  sha256: row.sha256,
  path: row.path,
  container: row.container,
  sender: row.sender,
  subject: row.subject,
  receivedAt: row.received_at,
  importedAt: row.imported_at,
});

export const listArrivals = (db: Database, round: string): StoredArrival[] =>
  sql<ArrivalRow>(db, "SELECT * FROM arrival WHERE round_id = ? ORDER BY path, sha256")
    .all(round)
    .map(toArrival);

/** `+path`: to have them in order, SQLite would otherwise go through the arrivals of the whole round, file after file. */
export const arrivalsOf = (db: Database, round: string, sha256: string): StoredArrival[] =>
  sql<ArrivalRow>(db, "SELECT * FROM arrival WHERE round_id = ? AND sha256 = ? ORDER BY +path")
    .all(round, sha256)
    .map(toArrival);

/** Reading a content again with a person's mapping changes what was understood, never what stands in it. */
export const updateReading = (
  db: Database,
  round: string,
  sha256: string,
  read: { readonly extraction: Extraction; readonly messages: readonly ReadMessage[] },
): void => {
  forgetAliases(db, round, sha256);
  sql(db, "UPDATE reading SET kind = ?, messages = ?, extraction = ? WHERE round_id = ? AND sha256 = ?").run(
    read.extraction.kind,
    JSON.stringify(read.messages),
    JSON.stringify(read.extraction),
    round,
    sha256,
  );
};
