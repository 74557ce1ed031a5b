import { PointAnswer } from "../../shared/scheme/point-answer.ts";
import { type Database, sql } from "./database.ts";

export const insertPointAnswer = (
  db: Database,
  id: string,
  submission: string,
  answer: PointAnswer,
): void => {
  sql(db, "INSERT INTO point_answer (id, submission_id, point, answer, at) VALUES (?, ?, ?, ?, ?)").run(
    id,
    submission,
    answer.point,
    JSON.stringify(answer),
    answer.at,
  );
};

const toAnswer = (row: { readonly answer: string }): PointAnswer => PointAnswer.parse(JSON.parse(row.answer));

/** Every answer given for one submission, in the order they were given. */
export const answersOf = (db: Database, submission: string): PointAnswer[] =>
  sql<{ answer: string }>(db, "SELECT answer FROM point_answer WHERE submission_id = ? ORDER BY rowid")
    .all(submission)
    .map(toAnswer);

/** Submission → the points that were answered. */
export function listAnsweredPoints(db: Database, round: string): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = sql<{ submission_id: string; point: string }>(
    db,
    `SELECT DISTINCT a.submission_id, a.point FROM point_answer a JOIN submission s ON s.id = a.submission_id
     WHERE s.round_id = ?`,
  ).all(round);
  const groups = Map.groupBy(rows, (row) => row.submission_id);
  return new Map([...groups].map(([id, list]) => [id, new Set(list.map(({ point }) => point))]));
}

interface AnswerRow {
  readonly submission_id: string;
  readonly answer: string;
}

/** Every answer given in a round, by submission, in the order they were given. */
export function listPointAnswers(db: Database, round: string): ReadonlyMap<string, PointAnswer[]> {
  const rows = sql<AnswerRow>(
    db,
    `SELECT a.submission_id, a.answer FROM point_answer a JOIN submission s ON s.id = a.submission_id
     WHERE s.round_id = ? ORDER BY a.rowid`,
  ).all(round);
  const groups = Map.groupBy(rows, (row) => row.submission_id);
  return new Map([...groups].map(([submission, list]) => [submission, list.map(toAnswer)]));
}
