import { z } from "zod";
import type { RoundCheck } from "./check-round.ts";
import { Finding } from "./finding.ts";

/** One finding that would be another one; `null`: there is none on that side. */
export const FindingChange = z.object({
  /** `null`: about the round as a whole. */
  submission: z.string().nullable(),
  rule: z.string(),
  before: Finding.nullable(),
  after: Finding.nullable(),
});
export type FindingChange = z.infer<typeof FindingChange>;

type ByRule = ReadonlyMap<string, Finding>;

/** A rule may speak several times of one submission (two totals): the n-th is told apart from the first. */
function byRule(findings: readonly Finding[]): ByRule {
  const seen = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const count = (seen.get(finding.rule) ?? 0) + 1;
      seen.set(finding.rule, count);
      return [count === 1 ? finding.rule : `${finding.rule} ${count}`, finding];
    }),
  );
}

/** Where it comes from does not change a verdict: what was asked, found and decided does. */
const verdictOf = ({ status, reason, expected, actual, margin, arithmetic }: Finding): string =>
  JSON.stringify([status, reason, expected, actual, margin, arithmetic]);

function compare(submission: string | null, before: ByRule, after: ByRule) {
  const rules = [...new Set([...before.keys(), ...after.keys()])];
  const pairs = rules.map((key) => ({ before: before.get(key) ?? null, after: after.get(key) ?? null }));
  const changed = pairs.filter(
    (pair) => pair.before === null || pair.after === null || verdictOf(pair.before) !== verdictOf(pair.after),
  );
  return {
    unchanged: pairs.length - changed.length,
    changes: changed.map((pair): FindingChange => {
      const rule = (pair.after ?? pair.before)?.rule ?? "";
      return { submission, rule, ...pair };
    }),
  };
}

/** What changes in a round when it is checked another way: with these thresholds, these findings differ. */
export function previewChanges(
  before: RoundCheck,
  after: RoundCheck,
): { changes: FindingChange[]; unchanged: number } {
  const submissions = [...new Set([...before.perSubmission.keys(), ...after.perSubmission.keys()])];
  const parts = [
    ...submissions.map((id) =>
      compare(id, byRule(before.perSubmission.get(id) ?? []), byRule(after.perSubmission.get(id) ?? [])),
    ),
    compare(null, byRule(before.round), byRule(after.round)),
  ];
  return {
    changes: parts.flatMap((part) => part.changes),
    unchanged: parts.reduce((sum, part) => sum + part.unchanged, 0),
  };
}
