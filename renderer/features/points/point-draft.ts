import type { AnsweredPoint } from "../../../shared/contract/point.ts";
import type { PointVerdict } from "../../../shared/scheme/point-answer.ts";
import type { InputProposal } from "../../../shared/scheme/propose-inputs.ts";
import { DecimalString, type Point } from "../../../shared/scheme/scheme.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";

export interface PointDraft {
  readonly verdict: PointVerdict | null;
  readonly effect: string;
  /** As typed; what is empty is not entered, never 0. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly evidence: readonly Evidence[];
}

export const draftOf = ({ answer }: AnsweredPoint): PointDraft => ({
  verdict: answer?.verdict ?? null,
  effect: answer?.effect ?? "",
  inputs: answer?.inputs ?? {},
  evidence: answer?.evidence ?? [],
});

const samePlace = (one: Evidence, other: Evidence): boolean =>
  one.sha256 === other.sha256 &&
  one.block === other.block &&
  one.cell === other.cell &&
  one.start === other.start &&
  one.end === other.end;

/** A proposed number becomes the input, and its place evidence of the answer, once. */
export const withProposal = (
  draft: PointDraft,
  { input, value, evidence }: Pick<InputProposal, "input" | "value" | "evidence">,
): PointDraft => ({
  ...draft,
  inputs: { ...draft.inputs, [input]: value },
  evidence: draft.evidence.some((one) => samePlace(one, evidence))
    ? draft.evidence
    : [...draft.evidence, evidence],
});

export const isInput = (typed: string): boolean =>
  typed.trim() === "" || DecimalString.safeParse(typed.trim()).success;

export const enteredInputs = (draft: PointDraft): Record<string, string> =>
  Object.fromEntries(
    Object.entries(draft.inputs).flatMap(([id, typed]) =>
      typed.trim() === "" ? [] : [[id, typed.normalize("NFKC").trim()]],
    ),
  );

/** Whether there is anything to store: a verdict, a number for a numeric point, or a question kept open. */
export const isAnswer = (point: Point, draft: PointDraft): boolean =>
  point.kind === "numeric"
    ? Object.keys(enteredInputs(draft)).length > 0 && Object.values(draft.inputs).every(isInput)
    : draft.verdict !== null;

export const countAnswered = (points: readonly AnsweredPoint[]): number =>
  points.filter(({ answer }) => answer !== null).length;
