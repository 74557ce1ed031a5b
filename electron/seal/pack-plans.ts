import { z } from "zod";
import type { Scheme } from "../../shared/scheme/scheme.ts";
import { validateScheme } from "../../shared/scheme/validate-scheme.ts";
import { Document } from "../../shared/submission/document.ts";

export const PackNotice = z.strictObject({ title: z.string(), document: Document });
export type PackNotice = z.infer<typeof PackNotice>;

/** A plan (行动计划) of the clerk's own, so that the expert can link passages to its tasks, with its text where the clerk has kept it. */
export interface PackPlan {
  readonly scheme: Scheme;
  readonly notice?: PackNotice | undefined;
}

/** How much of plans a pack may bring. Those of a province's offices are far below: 27 tasks, the longest of 900 characters. */
export const planLimits = {
  plans: 50,
  /** Of `plans.json`, unpacked. */
  bytes: 32 * 1024 * 1024,
  idLength: 60,
  version: 100_000,
  tasks: 500,
  targets: 500,
  /** Characters of a name or title. */
  name: 1_000,
  /** Characters of a task's text or a sentence. */
  text: 100_000,
} as const;

const isShort = (name: string): boolean => name.length <= planLimits.name;
const isText = (text: string): boolean => text.length <= planLimits.text;

/** Whether a plan is one this program may make: within the limits, and nothing but a plan. */
export function isFitPlan({
  id,
  version,
  purpose,
  title,
  issuer,
  documentNo,
  tasks = [],
  targets = [],
}: Scheme): boolean {
  return (
    purpose === "plan" &&
    id.length <= planLimits.idLength &&
    version <= planLimits.version &&
    [title, issuer, documentNo].every(isShort) &&
    tasks.length <= planLimits.tasks &&
    targets.length <= planLimits.targets &&
    tasks.every(
      (task) =>
        [task.id, task.action, task.title, task.source.place, ...task.lead, ...task.cooperating].every(
          isShort,
        ) && [task.text, task.source.quote].every(isText),
    ) &&
    targets.every(
      ({ name, group, unit, value, source }) =>
        [name, group, unit, value, source.place].every(isShort) && isText(source.quote),
    )
  );
}

const Entry = z.strictObject({ scheme: z.unknown(), notice: PackNotice.optional() });
const Entries = z.array(Entry).min(1).max(planLimits.plans);

/** What stood in `plans.json` → plans with different ids, or `null` when it is anything else. */
export function readPlans(raw: unknown): PackPlan[] | null {
  const entries = Entries.safeParse(raw);
  if (!entries.success) return null;
  const plans = entries.data.flatMap(({ scheme, notice }): PackPlan[] => {
    const valid = validateScheme(scheme);
    return valid.ok && isFitPlan(valid.value) ? [{ scheme: valid.value, ...(notice ? { notice } : {}) }] : [];
  });
  const ids = new Set(plans.map(({ scheme }) => scheme.id));
  return plans.length === entries.data.length && ids.size === plans.length ? plans : null;
}
