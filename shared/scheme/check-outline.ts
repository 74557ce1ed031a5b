import { Exact, normalDecimal } from "../scoring/decimal.ts";
import type { Dossier } from "../submission/dossier.ts";
import type { ReadSection } from "../submission/fact.ts";
import type { Finding, FindingReason, FindingStatus } from "./finding.ts";
import { makeFinding } from "./make-finding.ts";
import type { OutlineSection, Scheme } from "./scheme.ts";

interface LengthVerdict {
  readonly status: FindingStatus;
  readonly margin: string;
  readonly arithmetic?: string;
}

/** 约1500字 has no tolerance of its own: without one in the settings both numbers are shown and nothing is decided. */
function judgeLength(actual: number, target: number, tolerance: string | null): LengthVerdict {
  const margin = normalDecimal(actual - target);
  if (tolerance === null) return { status: "no-threshold", margin };
  const slack = new Exact(target).times(tolerance).div(100);
  const low = normalDecimal(new Exact(target).minus(slack));
  const high = normalDecimal(slack.plus(target));
  const met = new Exact(actual).minus(target).abs().lte(slack);
  return {
    status: met ? "met" : "not-met",
    margin,
    arithmetic: `${target} ± ${tolerance}%: ${low} – ${high}`,
  };
}

const hasReadPlan = (dossier: Dossier): boolean =>
  dossier.files.some((file) => file.kind === "plan" && file.status !== "refused");

/** Lengths of a section in each file that has it; one file may split it. */
function lengthsByFile(found: readonly ReadSection[]): number[] {
  const byFile = new Map<string, number>();
  for (const { evidence, chars } of found)
    byFile.set(evidence.sha256, (byFile.get(evidence.sha256) ?? 0) + chars);
  return [...byFile.values()].sort((one, other) => one - other);
}

function missingSection(
  section: OutlineSection,
  dossier: Dossier,
): { status: FindingStatus; reason?: FindingReason } {
  if (!hasReadPlan(dossier)) return { status: "not-reported", reason: "no-plan" };
  return section.provisional ? { status: "to-confirm", reason: "provisional" } : { status: "not-reported" };
}

function checkSection(scheme: Scheme, section: OutlineSection, dossier: Dossier): Finding {
  const found = dossier.outline.filter((one) => one.section === section.id);
  const target = section.targetChars;
  const base = {
    rule: `outline:${section.id}`,
    kind: "outline",
    subject: section.title,
    unit: "字",
    expected: target === null ? undefined : String(target),
    evidence: found.map((one) => one.evidence),
    source: section.source,
  } as const;
  const lengths = lengthsByFile(found);
  const [shortest = 0] = lengths;
  if (found.length === 0) return makeFinding({ ...base, ...missingSection(section, dossier) });
  if (new Set(lengths).size > 1)
    return makeFinding({
      ...base,
      status: "to-confirm",
      reason: "several-files",
      actual: lengths.join(" / "),
    });
  const actual = String(shortest);
  if (shortest === 0) return makeFinding({ ...base, status: "not-reported", reason: "empty", actual });
  if (target === null) return makeFinding({ ...base, status: "met", actual });
  return makeFinding({ ...base, actual, ...judgeLength(shortest, target, scheme.settings.outlineTolerance) });
}

/** Is every section of the notice's outline there, and about as long as asked? Characters as Word counts them. */
export const checkOutline = (scheme: Scheme, dossier: Dossier): Finding[] =>
  scheme.outline.map((section) => checkSection(scheme, section, dossier));

/** Length of the whole text beside the number the notice gives for it (字数控制在5000字左右). */
export function checkTotalLength(scheme: Scheme, dossier: Dossier): Finding[] {
  if (scheme.totalChars === null) return [];
  const base = {
    rule: "total-length",
    kind: "total-length",
    subject: "",
    unit: "字",
    expected: String(scheme.totalChars),
    source: scheme.attachments.find((one) => one.delivers === "plan")?.source,
  } as const;
  if (!hasReadPlan(dossier) || dossier.totalChars === 0)
    return [makeFinding({ ...base, status: "not-reported", reason: "no-plan" })];
  const verdict = judgeLength(dossier.totalChars, scheme.totalChars, scheme.settings.outlineTolerance);
  return [makeFinding({ ...base, actual: String(dossier.totalChars), ...verdict })];
}

/** Was something handed in for each annex that asks for it? A file nobody could read may be the missing one. */
export function checkAttachments(scheme: Scheme, dossier: Dossier): Finding[] {
  const unread = dossier.files.filter((file) => file.status === "refused" || file.kind === "unknown");
  return scheme.attachments.flatMap((attachment) => {
    if (attachment.delivers === undefined || attachment.per === "city") return [];
    const files = dossier.files.filter((file) => file.kind === attachment.delivers);
    const names = (list: typeof files) => [...new Set(list.map((file) => file.name))].sort().join("、");
    const base = {
      rule: `attachment:${attachment.id}`,
      kind: "attachment",
      subject: attachment.title,
      source: attachment.source,
    } as const;
    if (files.some((file) => file.status !== "refused"))
      return [makeFinding({ ...base, status: "met", params: { files: names(files) } })];
    if (files.length > 0)
      return [
        makeFinding({ ...base, status: "to-confirm", reason: "unread", params: { files: names(files) } }),
      ];
    return unread.length > 0
      ? [
          makeFinding({
            ...base,
            status: "to-confirm",
            reason: "unread-files",
            params: { files: names(unread) },
          }),
        ]
      : [makeFinding({ ...base, status: "not-reported" })];
  });
}
