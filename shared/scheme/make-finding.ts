import type { Evidence } from "../submission/evidence.ts";
import { byText } from "../text/by-text.ts";
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

const isGiven = (one: Evidence | null | undefined): one is Evidence => one !== null && one !== undefined;

/** Each place once, in reading order, whatever order the facts came in. */
function tidy(evidence: readonly (Evidence | null | undefined)[]): Evidence[] {
  const given = evidence.filter(isGiven);
  if (given.length < 2) return given;
  const places = new Map<string, Evidence>();
  for (const one of given) {
    const place = placeOf(one);
    const known = places.get(place);
    if (!known || byText(JSON.stringify(one), JSON.stringify(known)) < 0) places.set(place, one);
  }
  return [...places].sort(([one], [other]) => byText(one, other)).map(([, one]) => one);
}

/** A finding without the fields that say nothing. Built field by field: a round has tens of thousands of them. */
export function makeFinding(part: Part): Finding {
  const finding: Finding = {
    rule: part.rule,
    kind: part.kind,
    status: part.status,
    subject: part.subject,
    params: { ...part.params },
    evidence: part.evidence === undefined ? [] : tidy(part.evidence),
  };
  if (part.reason !== undefined) finding.reason = part.reason;
  if (part.expected !== undefined) finding.expected = part.expected;
  if (part.actual !== undefined) finding.actual = part.actual;
  if (part.unit !== undefined) finding.unit = part.unit;
  if (part.margin !== undefined) finding.margin = part.margin;
  if (part.arithmetic !== undefined) finding.arithmetic = part.arithmetic;
  if (part.submissions !== undefined) finding.submissions = [...part.submissions];
  if (part.source !== undefined) finding.source = part.source;
  return finding;
}
