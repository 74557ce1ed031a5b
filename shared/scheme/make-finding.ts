import type { Evidence } from "../submission/evidence.ts";
import type { Finding, FindingReason } from "./finding.ts";
import type { Source } from "./scheme.ts";

type Part = Pick<Finding, "rule" | "kind" | "status" | "subject"> & {
  readonly reason?: FindingReason | undefined;
  readonly expected?: string | undefined;
  readonly actual?: string | undefined;
  readonly unit?: string | undefined;
  readonly margin?: string | undefined;
  readonly arithmetic?: string | undefined;
  readonly params?: Readonly<Record<string, string>>;
  readonly evidence?: readonly (Evidence | null | undefined)[];
  readonly submissions?: readonly string[] | undefined;
  readonly source?: Source | undefined;
};

const numbered = (id: string): string => id.replace(/\d+/g, (digits) => digits.padStart(6, "0"));

const placeOf = (evidence: Evidence): string =>
  [
    evidence.file,
    numbered(evidence.block),
    numbered(evidence.cell ?? ""),
    numbered(`${evidence.start ?? ""}`),
  ].join("\u0000");

export const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Each place once, in reading order, whatever order the facts came in. */
function tidy(evidence: readonly (Evidence | null | undefined)[]): Evidence[] {
  const places = new Map<string, Evidence>();
  for (const one of evidence) {
    if (!one) continue;
    const place = placeOf(one);
    const known = places.get(place);
    if (!known || byText(JSON.stringify(one), JSON.stringify(known)) < 0) places.set(place, one);
  }
  return [...places].sort(([one], [other]) => byText(one, other)).map(([, one]) => one);
}

/** A finding without the fields that say nothing. */
export function makeFinding(part: Part): Finding {
  const { reason, expected, actual, unit, margin, arithmetic, submissions, source } = part;
  return {
    rule: part.rule,
    kind: part.kind,
    status: part.status,
    ...(reason === undefined ? {} : { reason }),
    subject: part.subject,
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(unit === undefined ? {} : { unit }),
    ...(margin === undefined ? {} : { margin }),
    ...(arithmetic === undefined ? {} : { arithmetic }),
    params: { ...part.params },
    evidence: tidy(part.evidence ?? []),
    ...(submissions === undefined ? {} : { submissions: [...submissions] }),
    ...(source === undefined ? {} : { source }),
  };
}
