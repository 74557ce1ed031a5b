import { Decision } from "../../shared/scoring/ranking.ts";
import type { ResultPayload } from "../../shared/seal/payloads.ts";
import { type Database, sql } from "./database.ts";

/** A signed result as it came, with the sheets of it that were accepted. */
export interface MergedResult {
  readonly digest: string;
  readonly expert: string;
  readonly sequence: number;
  readonly jws: string;
  readonly payload: ResultPayload;
  readonly signedAt: string;
  readonly addedAt: string;
  readonly acceptedSubmissions: readonly string[];
}

interface ResultRow {
  digest: string;
  expert_id: string;
  sequence: number;
  jws: string;
  payload: string;
  signed_at: string;
  added_at: string;
}

export function listResults(db: Database, round: string): MergedResult[] {
  const accepted = sql<{ submission_id: string }>(
    db,
    "SELECT submission_id FROM result_sheet WHERE result_digest = ? ORDER BY submission_id",
  );
  return sql<ResultRow>(db, "SELECT * FROM result WHERE round_id = ? ORDER BY expert_id, sequence")
    .all(round)
    .map((row) => ({
      digest: row.digest,
      expert: row.expert_id,
      sequence: row.sequence,
      jws: row.jws,
      // Written by insertResult only, after its schema and its signature were checked, and large.
      payload: JSON.parse(row.payload) as ResultPayload,
      signedAt: row.signed_at,
      addedAt: row.added_at,
      acceptedSubmissions: accepted.all(row.digest).map((sheet) => sheet.submission_id),
    }));
}

export type ResultHead = Pick<MergedResult, "digest" | "expert" | "sequence">;

/** Every result of the round without what it says. */
export const listResultHeads = (db: Database, round: string): ResultHead[] =>
  sql<ResultHead>(
    db,
    "SELECT digest, expert_id AS expert, sequence FROM result WHERE round_id = ? ORDER BY expert_id, sequence",
  ).all(round);

export function insertResult(db: Database, round: string, result: MergedResult): void {
  sql(
    db,
    `INSERT INTO result (digest, round_id, expert_id, sequence, jws, payload, signed_at, added_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    result.digest,
    round,
    result.expert,
    result.sequence,
    result.jws,
    JSON.stringify(result.payload),
    result.signedAt,
    result.addedAt,
  );
  const sheet = sql(db, "INSERT INTO result_sheet (result_digest, submission_id, version) VALUES (?, ?, ?)");
  const versions = new Map(result.payload.sheets.map((entry) => [entry.submission, entry.version]));
  for (const submission of result.acceptedSubmissions)
    sheet.run(result.digest, submission, versions.get(submission) ?? 0);
}

export const listDecisions = (db: Database, round: string): Decision[] =>
  sql<{ decision: string }>(db, "SELECT decision FROM decision WHERE round_id = ? ORDER BY at, id")
    .all(round)
    .map((row) => Decision.parse(JSON.parse(row.decision)));

export const insertDecision = (db: Database, round: string, decision: Decision): void => {
  sql(db, "INSERT INTO decision (id, round_id, decision, at) VALUES (?, ?, ?, ?)").run(
    decision.id,
    round,
    JSON.stringify(decision),
    decision.at,
  );
};

export interface StoredPack {
  readonly digest: string;
  readonly expert: string;
  readonly manifest: string;
  readonly madeAt: string;
}

export interface PackedVersion {
  readonly submission: string;
  readonly version: number;
}

export function insertPack(
  db: Database,
  round: string,
  pack: StoredPack,
  versions: readonly PackedVersion[],
): void {
  sql(db, "INSERT INTO pack (digest, round_id, expert_id, manifest, made_at) VALUES (?, ?, ?, ?, ?)").run(
    pack.digest,
    round,
    pack.expert,
    pack.manifest,
    pack.madeAt,
  );
  const insert = sql(
    db,
    "INSERT INTO pack_submission (pack_digest, submission_id, version) VALUES (?, ?, ?)",
  );
  for (const { submission, version } of versions) insert.run(pack.digest, submission, version);
}

export const listPacks = (db: Database, round: string): StoredPack[] =>
  sql<{ digest: string; expert_id: string; manifest: string; made_at: string }>(
    db,
    "SELECT * FROM pack WHERE round_id = ? ORDER BY made_at, digest",
  )
    .all(round)
    .map((row) => ({
      digest: row.digest,
      expert: row.expert_id,
      manifest: row.manifest,
      madeAt: row.made_at,
    }));
