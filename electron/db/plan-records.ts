import type { TaskLink } from "../../shared/contract/plan.ts";
import type { TargetValue } from "../../shared/scheme/plan-board.ts";
import { Evidence } from "../../shared/submission/evidence.ts";
import { type Database, sql } from "./database.ts";

export const insertTargetValue = (db: Database, id: string, scheme: string, value: TargetValue): void => {
  sql(
    db,
    "INSERT INTO target_value (id, scheme, target, value, as_of, source, by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(id, scheme, value.target, value.value, value.asOf, value.source, value.by, value.at);
};

/** In the order they were entered. */
export const listTargetValues = (db: Database, scheme: string): TargetValue[] =>
  sql<TargetValue>(
    db,
    "SELECT target, value, as_of AS asOf, source, by, at FROM target_value WHERE scheme = ? ORDER BY rowid",
  ).all(scheme);

export const insertTaskLink = (db: Database, link: TaskLink): void => {
  sql(
    db,
    "INSERT INTO task_link (id, scheme, task, submission_id, evidence, note, by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(
    link.id,
    link.scheme,
    link.task,
    link.submission,
    JSON.stringify(link.evidence),
    link.note,
    link.by,
    link.at,
  );
};

/** Links of a plan; `submission: null` asks for those of every submission. */
export const listTaskLinks = (db: Database, scheme: string, submission: string | null): TaskLink[] =>
  sql<Omit<TaskLink, "evidence"> & { evidence: string }>(
    db,
    `SELECT id, scheme, task, submission_id AS submission, evidence, note, by, at FROM task_link
     WHERE scheme = @scheme AND (@submission IS NULL OR submission_id = @submission) ORDER BY rowid`,
  )
    .all({ scheme, submission })
    .map((row) => ({ ...row, evidence: Evidence.parse(JSON.parse(row.evidence)) }));
