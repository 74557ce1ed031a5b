import type { SubmissionSummary } from "../../shared/contract/intake.ts";
import { DirectionId, SubjectId } from "../../shared/scheme/scheme.ts";
import { type Dossier, directionOf, openQuestions, subjectOf } from "../../shared/submission/dossier.ts";
import { type Database, sql } from "./database.ts";

interface SubmissionRow {
  id: string;
  round_id: string;
  number: number;
  version: number;
  standing: "in" | "out";
  standing_reason: string;
  name: string;
  city: string;
  subject: string | null;
  direction: string | null;
  files: number;
  refused_files: number;
  questions: number;
  received_at: string | null;
}

const toSummary = (row: SubmissionRow): SubmissionSummary => ({
  id: row.id,
  number: row.number,
  version: row.version,
  name: row.name,
  city: row.city,
  subject: row.subject === null ? null : SubjectId.parse(row.subject),
  direction: row.direction === null ? null : DirectionId.parse(row.direction),
  files: row.files,
  refusedFiles: row.refused_files,
  questions: row.questions,
  receivedAt: row.received_at,
  standing: row.standing,
  standingReason: row.standing_reason,
});

export const listSubmissions = (db: Database, round: string): SubmissionSummary[] =>
  sql<SubmissionRow>(db, "SELECT * FROM submission WHERE round_id = ? ORDER BY number")
    .all(round)
    .map(toSummary);

export const findSubmission = (
  db: Database,
  id: string,
): { round: string; summary: SubmissionSummary } | null => {
  const row = sql<SubmissionRow>(db, "SELECT * FROM submission WHERE id = ?").get(id);
  return row ? { round: row.round_id, summary: toSummary(row) } : null;
};

export const nextSubmissionNumber = (db: Database, round: string): number =>
  (sql<{ n: number | null }>(db, "SELECT max(number) AS n FROM submission WHERE round_id = ?").get(round)
    ?.n ?? 0) + 1;

/** Stores a version of a dossier and makes it the current one. A stored version is only rewritten by the clerk's own confirming. */
export function saveDossier(
  db: Database,
  round: string,
  dossier: Dossier,
  note: { at: string; reason: string },
): void {
  const columns = summaryColumns(dossier, isDirectionless(db, round));
  sql(
    db,
    `INSERT INTO submission (id, round_id, number, version, standing, standing_reason, name, city, subject, direction,
       files, refused_files, questions, received_at)
     VALUES (?, ?, ?, ?, 'in', '', ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, name = excluded.name, city = excluded.city,
       subject = excluded.subject, direction = excluded.direction, files = excluded.files,
       refused_files = excluded.refused_files, questions = excluded.questions, received_at = excluded.received_at`,
  ).run(dossier.submission, round, dossier.number, dossier.version, ...columns);
  sql(
    db,
    `INSERT INTO submission_version (submission_id, version, created_at, reason, dossier, digest)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (submission_id, version) DO UPDATE SET dossier = excluded.dossier, digest = excluded.digest`,
  ).run(dossier.submission, dossier.version, note.at, note.reason, JSON.stringify(dossier), dossier.digest);
  sql(db, "DELETE FROM submission_file WHERE submission_id = ?").run(dossier.submission);
  for (const file of dossier.files) {
    sql(db, "INSERT INTO submission_file (round_id, submission_id, sha256) VALUES (?, ?, ?)").run(
      round,
      dossier.submission,
      file.sha256,
    );
  }
}

/** Whether the notice of the round knows no directions. */
export const isDirectionless = (db: Database, round: string): boolean =>
  sql<{ n: number | null }>(
    db,
    "SELECT json_array_length(scheme, '$.directions') AS n FROM round WHERE id = ?",
  ).get(round)?.n === 0;

const summaryColumns = (dossier: Dossier, directionless: boolean): (string | number | null)[] => [
  dossier.identity.name?.value ?? "",
  dossier.identity.city?.value ?? "",
  subjectOf(dossier),
  directionOf(dossier),
  dossier.files.length,
  dossier.files.filter((file) => file.status === "refused").length,
  openQuestions(dossier, directionless),
  dossier.receivedAt,
];

/** Written by saveDossier only, and large: not validated a second time on the way out. */
const fromStored = (text: string): Dossier => JSON.parse(text) as Dossier;

export const findDossier = (db: Database, submission: string): Dossier | null => {
  const row = sql<{ dossier: string }>(
    db,
    `SELECT v.dossier FROM submission s JOIN submission_version v ON v.submission_id = s.id AND v.version = s.version
     WHERE s.id = ?`,
  ).get(submission);
  return row ? fromStored(row.dossier) : null;
};

/** Current dossiers of the round that are in the review, in order of their numbers, one at a time. */
export function* eachDossier(db: Database, round: string): Generator<Dossier> {
  const rows = sql<{ dossier: string }>(
    db,
    `SELECT v.dossier FROM submission s JOIN submission_version v ON v.submission_id = s.id AND v.version = s.version
     WHERE s.round_id = ? AND s.standing = 'in' ORDER BY s.number`,
  ).iterate(round);
  for (const row of rows) yield fromStored(row.dossier);
}

export const listDossiers = (db: Database, round: string): Dossier[] => [...eachDossier(db, round)];

export const setStanding = (
  db: Database,
  submission: string,
  standing: "in" | "out",
  reason: string,
): void => {
  sql(db, "UPDATE submission SET standing = ?, standing_reason = ? WHERE id = ?").run(
    standing,
    reason,
    submission,
  );
};

/** Content → the submissions that hold it. */
export function listFilePlaces(db: Database, round: string): ReadonlyMap<string, string> {
  return new Map(
    sql<{ sha256: string; submission_id: string }>(
      db,
      "SELECT sha256, submission_id FROM submission_file WHERE round_id = ? ORDER BY submission_id DESC",
    )
      .all(round)
      .map((row) => [row.sha256, row.submission_id]),
  );
}

/** The submission that holds this content; `null`: none does. */
export const placeOf = (db: Database, round: string, sha256: string): string | null =>
  sql<{ submission_id: string }>(
    db,
    "SELECT submission_id FROM submission_file WHERE round_id = ? AND sha256 = ? ORDER BY submission_id LIMIT 1",
  ).get(round, sha256)?.submission_id ?? null;

export const isPlaced = (db: Database, round: string, sha256: string): boolean =>
  placeOf(db, round, sha256) !== null;

/** A version made by the time the round opened, or named by a pack or a score sheet. */
export const isVersionInUse = (
  db: Database,
  submission: string,
  version: number,
  openedAt: string,
): boolean =>
  sql(
    db,
    `SELECT 1 FROM submission_version WHERE submission_id = @submission AND version = @version AND created_at <= @openedAt
     UNION ALL SELECT 1 FROM sheet WHERE submission_id = @submission AND version = @version
     UNION ALL SELECT 1 FROM pack_submission WHERE submission_id = @submission AND version = @version LIMIT 1`,
  ).get({ submission, version, openedAt }) !== undefined;

/** Submissions of a round whose version in force was there when the round opened, or is named by a pack or a score sheet. */
export const listInUse = (db: Database, round: string, openedAt: string): string[] =>
  sql<{ id: string }>(
    db,
    `SELECT s.id FROM submission s JOIN submission_version v ON v.submission_id = s.id AND v.version = s.version
     WHERE s.round_id = @round AND (v.created_at <= @openedAt
       OR EXISTS (SELECT 1 FROM sheet c WHERE c.submission_id = s.id AND c.version = s.version)
       OR EXISTS (SELECT 1 FROM pack_submission p WHERE p.submission_id = s.id AND p.version = s.version))
     ORDER BY s.number`,
  )
    .all({ round, openedAt })
    .map(({ id }) => id);

export interface DossierHead {
  readonly submission: string;
  readonly version: number;
  readonly digest: string;
}

/** The version in force of every submission in the review, in order of their numbers. */
export const listDossierHeads = (db: Database, round: string): DossierHead[] =>
  sql<DossierHead>(
    db,
    // Named, because the planner takes the key's own index and then reads through every dossier to its digest behind it.
    `SELECT s.id AS submission, v.version, v.digest FROM submission s
     JOIN submission_version v INDEXED BY submission_version_head ON v.submission_id = s.id AND v.version = s.version
     WHERE s.round_id = ? AND s.standing = 'in' ORDER BY s.number`,
  ).all(round);
