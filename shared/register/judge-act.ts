import { fail, type Result, succeed } from "../contract/result.ts";
import type { Evaluation } from "../scheme/scheme.ts";
import type { Base, BaseAct } from "./base.ts";
import { relateBases } from "./same-base.ts";

export type ActCode =
  | "base-removed"
  | "base-not-removed"
  | "unknown-outcome"
  | "outcome-too-early"
  | "deadline-missing"
  | "reevaluation-too-early"
  | "already-listed";

const sameBase = (
  bases: readonly Base[],
  named: { readonly name: string; readonly city: string },
  except: string | null,
): Base | undefined => bases.find((other) => other.id !== except && relateBases(other, named) === "same");

function judgeEvaluation(
  base: Base,
  act: Extract<BaseAct, { kind: "evaluated" }>,
  evaluation: Evaluation | undefined,
): Result<BaseAct, ActCode> {
  const outcome = evaluation?.outcomes.find((one) => one.id === act.outcome);
  if (!outcome || outcome.effect !== act.effect) return fail("unknown-outcome", { outcome: act.outcome });
  if (base.status === "removed") return fail("base-removed", { name: base.name });
  if (act.effect === "rectify" && act.deadline === null) return fail("deadline-missing", { name: base.name });
  const { deadline, reevaluation = null } = act;
  if (reevaluation !== null && (deadline === null || reevaluation < deadline))
    return fail("reevaluation-too-early", { name: base.name, deadline: deadline ?? "—" });
  const last = base.history.findLast(
    ({ act: earlier }) => earlier.kind === "evaluated" || earlier.kind === "restored",
  );
  const led = last?.act.kind === "evaluated" ? last.act.outcome : null;
  // 整改仍未改善的将取消: the title is lost only after 整改 was asked for.
  if (outcome.after !== null && led !== outcome.after)
    return fail("outcome-too-early", { name: base.name, outcome: outcome.name });
  return succeed(act);
}

/** May this happen to this base now? Refusals say which rule of the document or which other base is in the way. */
export function judgeAct(
  bases: readonly Base[],
  base: Base,
  act: BaseAct,
  evaluation: Evaluation | undefined,
): Result<BaseAct, ActCode> {
  switch (act.kind) {
    case "added":
    case "corrected": {
      const inList = bases.filter((other) => other.register === act.details.register);
      const twin = sameBase(inList, act.details, base.id);
      return twin ? fail("already-listed", { name: act.details.name, other: twin.name }) : succeed(act);
    }
    case "alias": {
      const twin = sameBase(bases, { name: act.name, city: base.city }, null);
      return twin ? fail("already-listed", { name: act.name, other: twin.name }) : succeed(act);
    }
    case "evaluated":
      return judgeEvaluation(base, act, evaluation);
    case "restored":
      return base.status === "named" ? fail("base-not-removed", { name: base.name }) : succeed(act);
  }
}
