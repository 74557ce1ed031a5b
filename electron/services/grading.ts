import type { GradedRow, GradingView, VetoMark } from "../../shared/contract/grading.ts";
import type { Handlers, ParsedInputOf, ResultOf } from "../../shared/contract/index.ts";
import { fail, succeed } from "../../shared/contract/result.ts";
import { gradeAll } from "../../shared/scheme/grade.ts";
import type { Grading } from "../../shared/scheme/scheme.ts";
import { Exact } from "../../shared/scoring/decimal.ts";
import type { Ranking } from "../../shared/scoring/ranking.ts";
import { transact } from "../db/database.ts";
import { listSubmissions } from "../db/submissions.ts";
import { insertVetoMark, listVetoMarks } from "../db/veto-marks.ts";
import { actorOf, type Context, notFound, type OpenRound, openRound, record } from "./context.ts";
import { rankingOf } from "./ranking.ts";

type GradingHandlers = Pick<Handlers, "grading/get" | "grading/set-veto">;

export function createGradingHandlers(context: Context): GradingHandlers {
  return {
    "grading/get": ({ round }) => {
      const found = openRound(context, round);
      return found.ok ? succeed(gradesOf(context, found.value)) : found;
    },
    "grading/set-veto": (input) => setVeto(context, input),
  };
}

/** Grades of every applicant in the review, best first. The field of a share is everyone with a score. */
export function gradesOf(
  context: Context,
  round: OpenRound,
  ranking: Ranking = rankingOf(context, round),
): GradingView {
  const grading = round.frozenScheme.grading ?? null;
  return grading === null
    ? { grading, rows: [] }
    : { grading, rows: gradedRows(context, round, grading, ranking) };
}

/** What holds now: the latest mark about each veto. */
export const standing = (marks: readonly VetoMark[]): string[] =>
  [...new Map(marks.map((mark) => [mark.veto, mark])).values()]
    .filter((mark) => mark.holds)
    .map((mark) => mark.veto);

function gradedRows(context: Context, round: OpenRound, grading: Grading, ranking: Ranking): GradedRow[] {
  const marks = Map.groupBy(listVetoMarks(context.db, round.id), (mark) => mark.submission);
  const ranked = [...ranking.directions.flatMap(({ rows }) => rows), ...ranking.unplaced];
  const scores = new Map(ranked.map((row) => [row.submission, row.score]));
  const applicants = listSubmissions(context.db, round.id).filter(({ standing: place }) => place === "in");
  const grades = new Map(
    gradeAll(
      grading,
      applicants.map(({ id }) => ({
        submission: id,
        score: scores.get(id) ?? null,
        vetoes: standing(marks.get(id) ?? []),
      })),
    ).map((grade) => [grade.submission, grade]),
  );
  const rows = applicants.map(({ id, number, name, city, subject, direction }): GradedRow => {
    const grade = grades.get(id);
    return {
      submission: id,
      number,
      name,
      city,
      subject,
      direction,
      score: scores.get(id) ?? null,
      level: grade?.level ?? null,
      levelName: grading.levels.find((level) => level.id === grade?.level)?.name ?? null,
      reason: grade?.reason ?? "unscored",
      marks: marks.get(id) ?? [],
    };
  });
  return rows.sort(byGrade(grading));
}

const byGrade = (grading: Grading) => (one: GradedRow, other: GradedRow) => {
  const place = ({ level }: GradedRow): number => {
    const at = grading.levels.findIndex(({ id }) => id === level);
    return at < 0 ? grading.levels.length : at;
  };
  return (
    place(one) - place(other) ||
    new Exact(other.score ?? -1).cmp(one.score ?? -1) ||
    one.number - other.number
  );
};

function setVeto(context: Context, input: ParsedInputOf<"grading/set-veto">): ResultOf<"grading/set-veto"> {
  const found = openRound(context, input.round);
  if (!found.ok) return found;
  if (found.value.side !== "host") return fail("wrong-state");
  const { grading } = found.value.frozenScheme;
  if (!grading) return fail("no-grading");
  const veto = grading.veto.find(({ id }) => id === input.veto);
  if (!veto) return fail("unknown-veto", { veto: input.veto });
  const applicant = listSubmissions(context.db, input.round).find(({ id }) => id === input.submission);
  if (!applicant) return notFound("submission");
  const { submission, holds, reason } = input;
  const mark = { submission, veto: veto.id, holds, reason, by: actorOf(context), at: context.ports.now() };
  transact(context.db, () => {
    insertVetoMark(context.db, context.ports.newId(), input.round, mark);
    record(context, "grading.veto", input.round, {
      submission,
      name: applicant.name,
      veto: veto.id,
      text: veto.text,
      holds: String(holds),
      mark: holds ? "✓" : "✗",
      reason,
    });
  });
  return succeed(gradesOf(context, found.value));
}
