import { Exact, normalDecimal } from "../scoring/decimal.ts";
import type { Fact } from "../submission/dossier.ts";
import type { Finding, FindingReason, FindingStatus } from "./finding.ts";
import {
  claimsOf,
  evidenceOf,
  hasUnitOf,
  type IndicatorFacts,
  mostTrusted,
  qualifierOf,
  trustOf,
} from "./indicator-facts.ts";
import { makeFinding } from "./make-finding.ts";
import { recompute } from "./recompute.ts";
import type { Indicator, Scheme, SubjectId, Threshold } from "./scheme.ts";
import { meets, rangeOf } from "./value-range.ts";

/** The value a verdict is given for, and what it came to. */
interface Verdict {
  readonly status: FindingStatus;
  readonly reason?: FindingReason;
  /** `null`: nothing to show. */
  readonly value: string | null;
  readonly calculation?: string;
  readonly facts: readonly Fact[];
}

const signs = { ">=": "≥", ">": ">", "<=": "≤", "<": "<" } as const;

export const showThreshold = (threshold: Threshold): string | undefined =>
  threshold.value === null ? undefined : `${signs[threshold.op]}${threshold.value}`;

type SetThreshold = Threshold & { readonly value: string };
const isSet = (threshold: Threshold): threshold is SetThreshold => threshold.value !== null;

function judgeFact(indicator: Indicator, threshold: SetThreshold, fact: Fact): Verdict {
  const toConfirm = (reason: FindingReason): Verdict => ({
    status: "to-confirm",
    reason,
    value: fact.value,
    facts: [fact],
  });
  if (trustOf(fact) === 0) return toConfirm("fact-unconfirmed");
  if (!hasUnitOf(fact, indicator)) return toConfirm("unit");
  const range = rangeOf(fact.value, qualifierOf(fact));
  if (range === null) return toConfirm("approximate");
  const met = meets(range, threshold.op, threshold.value);
  if (met === null) return toConfirm("qualifier");
  return { status: met ? "met" : "not-met", value: fact.value, facts: [fact] };
}

/** The value least favourable to the applicant stands for several that disagree. */
const worstFirst = (op: Threshold["op"]) => (one: Verdict, other: Verdict) =>
  new Exact(one.value ?? 0).cmp(other.value ?? 0) * (op.startsWith(">") ? 1 : -1);

/** Several statements: they decide together only when all of them lead to the same side. */
function combine(verdicts: readonly Verdict[], op: Threshold["op"]): Verdict | null {
  const [worst] = [...verdicts].sort(worstFirst(op));
  if (!worst) return null;
  const facts = verdicts.flatMap((verdict) => verdict.facts);
  const doubt = verdicts.find((verdict) => verdict.status === "to-confirm");
  if (doubt) return { ...doubt, facts };
  return verdicts.every((verdict) => verdict.status === worst.status)
    ? { ...worst, facts }
    : { ...worst, status: "to-confirm", reason: "conflict", facts };
}

/** Yearly values as a statement of their own: decided only when 近三年 and 年均增速 are. */
function judgeYears(
  indicator: Indicator,
  threshold: SetThreshold,
  settings: Scheme["settings"],
  facts: IndicatorFacts,
): Verdict | null {
  const recomputed = recompute(indicator, settings, facts);
  if (recomputed.state === "none") return null;
  const { calculation } = recomputed;
  const shown = calculation === null ? {} : { calculation: calculation.arithmetic };
  const value = calculation?.shown ?? null;
  if (recomputed.state === "open")
    return { status: "to-confirm", reason: recomputed.reason, value, facts: recomputed.facts, ...shown };
  const range = rangeOf(recomputed.calculation.value.toFixed(), undefined);
  const met = range !== null && meets(range, threshold.op, threshold.value);
  return { status: met ? "met" : "not-met", value, facts: recomputed.facts, ...shown };
}

function judge(
  indicator: Indicator,
  threshold: SetThreshold,
  settings: Scheme["settings"],
  facts: IndicatorFacts,
): Verdict | null {
  const years = judgeYears(indicator, threshold, settings, facts);
  const claims = mostTrusted(claimsOf(indicator, facts));
  const claimed = combine(
    claims.map((fact) => judgeFact(indicator, threshold, fact)),
    threshold.op,
  );
  if (claimed === null) return years ?? doubtful(facts);
  const opposed = years !== null && isDecided(years) && isDecided(claimed) && years.status !== claimed.status;
  return opposed
    ? { ...claimed, status: "to-confirm", reason: "conflict", facts: [...claimed.facts, ...years.facts] }
    : claimed;
}

const isDecided = (verdict: Verdict): boolean => verdict.status === "met" || verdict.status === "not-met";

/** Only a sum over years, or only a look-alike, was reported: a value, but not this one. */
function doubtful({ totals, confused }: IndicatorFacts): Verdict | null {
  const [total] = totals;
  if (total) return { status: "to-confirm", reason: "only-total", value: total.value, facts: totals };
  const [other] = confused;
  return other ? { status: "to-confirm", reason: "confused", value: other.value, facts: confused } : null;
}

/** Without a threshold only what was reported can be shown. */
function reported(indicator: Indicator, settings: Scheme["settings"], facts: IndicatorFacts): Verdict | null {
  const claims = mostTrusted(claimsOf(indicator, facts));
  const [first] = claims;
  if (first) return { status: "no-threshold", value: first.value, facts: claims };
  const years = recompute(indicator, settings, facts);
  if (years.state === "none") {
    const rest = doubtful(facts);
    return rest === null ? null : { ...rest, status: "no-threshold" };
  }
  return {
    status: "no-threshold",
    value: years.state === "decided" ? years.calculation.shown : null,
    ...(years.calculation === null ? {} : { calculation: years.calculation.arithmetic }),
    facts: years.facts,
  };
}

function difference(verdict: Verdict, threshold: SetThreshold) {
  if (verdict.value === null) return {};
  const margin = normalDecimal(new Exact(verdict.value).minus(threshold.value));
  const against = `${normalDecimal(verdict.value)} − ${threshold.value} = ${margin}`;
  return { margin, arithmetic: verdict.calculation ? `${verdict.calculation}; ${against}` : against };
}

/** Where a type has no threshold: whether it stays out of the direction in principle only (原则上), which is for a person to decide. */
export const isOpenInPrinciple = (scheme: Scheme, subjectId: SubjectId): boolean =>
  scheme.subjects.find(({ id }) => id === subjectId)?.binding === "principle";

/**
 * One indicator of the applicant's direction against its threshold. A missing number is `not-reported`, never 0; a pair
 * without a threshold is `not-allowed` (原则上: `to-confirm`); an unconfirmed, approximate or disputed value is `to-confirm`.
 */
export function checkThreshold(
  scheme: Scheme,
  indicator: Indicator,
  subjectId: SubjectId,
  facts: IndicatorFacts,
): Finding {
  const base = {
    rule: `threshold:${indicator.id}`,
    kind: "threshold",
    subject: indicator.name,
    unit: indicator.unit,
  } as const;
  const params = { subjectType: subjectId, direction: indicator.direction };
  const threshold = indicator.thresholds[subjectId];
  if (!threshold) {
    const subject = scheme.subjects.find((one) => one.id === subjectId);
    const rest = { ...base, params, source: subject?.source ?? indicator.source };
    return isOpenInPrinciple(scheme, subjectId)
      ? makeFinding({ ...rest, status: "to-confirm", reason: "pair-in-principle" })
      : makeFinding({ ...rest, status: "not-allowed" });
  }
  const verdict = isSet(threshold)
    ? judge(indicator, threshold, scheme.settings, facts)
    : reported(indicator, scheme.settings, facts);
  const rest = { ...base, expected: showThreshold(threshold), params, source: threshold.source };
  if (verdict === null) return makeFinding({ ...rest, status: "not-reported" });
  return makeFinding({
    ...rest,
    status: verdict.status,
    reason: verdict.reason,
    actual: verdict.value === null ? undefined : normalDecimal(verdict.value),
    arithmetic: verdict.calculation,
    ...(isSet(threshold) ? difference(verdict, threshold) : {}),
    evidence: evidenceOf(verdict.facts),
  });
}
