import type { Finding } from "./finding.ts";
import { makeFinding } from "./make-finding.ts";
import { measurePoint } from "./measure-point.ts";
import type { PointAnswer } from "./point-answer.ts";
import type { Point, Scheme, SubjectId } from "./scheme.ts";

/** The latest answer to each point: earlier ones are kept elsewhere and do not count. */
function latest(answers: readonly PointAnswer[]): ReadonlyMap<string, PointAnswer> {
  const byTime = [...answers].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  return new Map(byTime.map((answer) => [answer.point, answer]));
}

const notesOf = (point: Point): string => point.notes.map((note) => note.text).join("");

function checkNumber(point: Point, answer: PointAnswer, base: ReturnType<typeof baseOf>): Finding {
  if (point.measure === null) return makeFinding({ ...base, status: "to-confirm", reason: "answer-open" });
  const measured = measurePoint(point.measure, answer.inputs);
  switch (measured.state) {
    case "missing":
      return makeFinding({
        ...base,
        status: "not-reported",
        reason: "input-missing",
        params: { ...base.params, missing: measured.missing.join("、") },
      });
    case "impossible":
      return makeFinding({
        ...base,
        status: "to-confirm",
        reason: "zero-base",
        params: { ...base.params, missing: measured.input },
      });
    case "measured":
      return makeFinding({
        ...base,
        status: measured.met === null ? "to-confirm" : measured.met ? "met" : "not-met",
        reason: measured.met === null ? "reference-open" : "number",
        expected: measured.expected,
        actual: measured.value,
        params: { ...base.params, valueUnit: measured.unit },
        arithmetic: measured.arithmetic,
      });
  }
}

const baseOf = (point: Point, answer: PointAnswer | undefined) =>
  ({
    rule: `point:${point.id}`,
    kind: "point",
    subject: point.text,
    params: { group: point.group, effect: answer?.effect ?? "", notes: notesOf(point) },
    evidence: answer?.evidence ?? [],
    source: point.source,
  }) as const;

function checkPoint(point: Point, answer: PointAnswer | undefined): Finding {
  const base = baseOf(point, answer);
  if (answer === undefined) return makeFinding({ ...base, status: "not-reported" });
  if (point.kind === "numeric") return checkNumber(point, answer, base);
  if (point.kind === "effect" && answer.effect.trim() === "")
    return makeFinding({ ...base, status: "not-reported", reason: "effect-missing" });
  switch (answer.verdict) {
    case "yes":
      // 有 and 是 are claims until something shows them.
      return answer.evidence.length > 0
        ? makeFinding({ ...base, status: "met" })
        : makeFinding({ ...base, status: "to-confirm", reason: "no-evidence" });
    case "no":
      return makeFinding({ ...base, status: "not-met" });
    case "open":
    case null:
      return makeFinding({ ...base, status: "to-confirm", reason: "answer-open" });
  }
}

/** The evaluation points of the applicant's type (石家庄 评价标准要点), each with what was answered. An unanswered point is never a "no". */
export function checkPoints(
  scheme: Scheme,
  subject: SubjectId | null,
  answers: readonly PointAnswer[],
): Finding[] {
  const known = latest(answers);
  return scheme.points
    .filter((point) => point.subject === subject)
    .map((point) => checkPoint(point, known.get(point.id)));
}
