import type { Dossier } from "../../shared/submission/dossier.ts";
import { type Database, sql } from "./database.ts";

export interface StoredVersion {
  readonly dossier: Dossier;
  readonly createdAt: string;
  readonly reason: string;
  /** Score sheets given on this version, on this laptop or merged from others. */
  readonly sheets: number;
}

interface VersionRow {
  dossier: string;
  created_at: string;
  reason: string;
  sheets: number;
}

/** Written by saveDossier only, and large: not validated a second time on the way out. */
const fromStored = (text: string): Dossier => JSON.parse(text) as Dossier;

/** Newest first. */
export const listVersions = (db: Database, submission: string): StoredVersion[] =>
  sql<VersionRow>(
    db,
    `SELECT v.dossier, v.created_at, v.reason,
       (SELECT count(*) FROM sheet s WHERE s.submission_id = v.submission_id AND s.version = v.version)
       + (SELECT count(*) FROM result_sheet r WHERE r.submission_id = v.submission_id AND r.version = v.version) AS sheets
     FROM submission_version v WHERE v.submission_id = ? ORDER BY v.version DESC`,
  )
    .all(submission)
    .map((row) => ({
      dossier: fromStored(row.dossier),
      createdAt: row.created_at,
      reason: row.reason,
      sheets: row.sheets,
    }));

export const findVersion = (db: Database, submission: string, version: number): Dossier | null => {
  const row = sql<{ dossier: string }>(
    db,
    "SELECT dossier FROM submission_version WHERE submission_id = ? AND version = ?",
  ).get(submission, version);
  return row ? fromStored(row.dossier) : null;
};
