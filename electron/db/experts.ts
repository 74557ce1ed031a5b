import { z } from "zod";
import { PublicIdentity } from "../../shared/seal/identity.ts";
import { type Database, sql } from "./database.ts";

export interface StoredExpert {
  readonly id: string;
  readonly name: string;
  readonly employer: string;
  readonly avoid: readonly string[];
  readonly identity: PublicIdentity | null;
  readonly enrolledAt: string | null;
  readonly packedAt: string | null;
}

interface ExpertRow {
  id: string;
  name: string;
  employer: string;
  avoid: string;
  public_identity: string | null;
  enrolled_at: string | null;
  packed_at: string | null;
}

const Names = z.array(z.string());

const toExpert = (row: ExpertRow): StoredExpert => ({
  id: row.id,
  name: row.name,
  employer: row.employer,
  avoid: Names.parse(JSON.parse(row.avoid)),
  identity: row.public_identity === null ? null : PublicIdentity.parse(JSON.parse(row.public_identity)),
  enrolledAt: row.enrolled_at,
  packedAt: row.packed_at,
});

export const listExperts = (db: Database, round: string): StoredExpert[] =>
  sql<ExpertRow>(db, "SELECT * FROM expert WHERE round_id = ? ORDER BY rowid").all(round).map(toExpert);

export const findExpert = (db: Database, round: string, id: string): StoredExpert | null => {
  const row = sql<ExpertRow>(db, "SELECT * FROM expert WHERE round_id = ? AND id = ?").get(round, id);
  return row ? toExpert(row) : null;
};

export const saveExpert = (db: Database, round: string, expert: StoredExpert): void => {
  sql(
    db,
    `INSERT INTO expert (id, round_id, name, employer, avoid, public_identity, key_id, enrolled_at, packed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, employer = excluded.employer,
       avoid = excluded.avoid, public_identity = excluded.public_identity, key_id = excluded.key_id,
       enrolled_at = excluded.enrolled_at, packed_at = excluded.packed_at`,
  ).run(
    expert.id,
    round,
    expert.name,
    expert.employer,
    JSON.stringify(expert.avoid),
    expert.identity === null ? null : JSON.stringify(expert.identity),
    expert.identity?.keyId ?? null,
    expert.enrolledAt,
    expert.packedAt,
  );
};

export const deleteExpert = (db: Database, round: string, id: string): void => {
  sql(db, "DELETE FROM expert WHERE round_id = ? AND id = ?").run(round, id);
};

export interface Assignment {
  readonly expert: string;
  readonly submission: string;
}

/** Only applicants that are in the review. */
export const listAssignments = (db: Database, round: string): Assignment[] =>
  sql<{ expert_id: string; submission_id: string }>(
    db,
    `SELECT a.expert_id, a.submission_id FROM assignment a JOIN submission s ON s.id = a.submission_id
     WHERE a.round_id = ? AND s.standing = 'in' ORDER BY a.expert_id, s.number`,
  )
    .all(round)
    .map((row) => ({ expert: row.expert_id, submission: row.submission_id }));

/** Applicants of one expert that are in the review. */
export const listAssignedTo = (db: Database, expert: string): string[] =>
  sql<{ submission_id: string }>(
    db,
    `SELECT a.submission_id FROM assignment a JOIN submission s ON s.id = a.submission_id
     WHERE a.expert_id = ? AND s.standing = 'in' ORDER BY s.number`,
  )
    .all(expert)
    .map((row) => row.submission_id);

export const isAssigned = (db: Database, { expert, submission }: Assignment): boolean =>
  sql(
    db,
    `SELECT 1 FROM assignment a JOIN submission s ON s.id = a.submission_id
     WHERE a.expert_id = ? AND a.submission_id = ? AND s.standing = 'in'`,
  ).get(expert, submission) !== undefined;

export const setAssigned = (db: Database, round: string, pair: Assignment, assigned: boolean): boolean =>
  (assigned
    ? sql(
        db,
        "INSERT INTO assignment (round_id, expert_id, submission_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      ).run(round, pair.expert, pair.submission)
    : sql(db, "DELETE FROM assignment WHERE round_id = ? AND expert_id = ? AND submission_id = ?").run(
        round,
        pair.expert,
        pair.submission,
      )
  ).changes > 0;
