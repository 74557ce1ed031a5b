import { type Dossier, directionOf, subjectOf } from "../submission/dossier.ts";
import { byText } from "../text/by-text.ts";
import { isOpen } from "./check-identity.ts";
import { findCity } from "./city-name.ts";
import type { Finding } from "./finding.ts";
import { makeFinding } from "./make-finding.ts";
import type { DirectionId, Quota, Scheme } from "./scheme.ts";

/** One quota in one city (and one direction): who counts for sure, and who may count once identity is confirmed. */
interface Group {
  readonly quota: Quota;
  readonly city: string;
  readonly direction: DirectionId | null;
  readonly sure: Dossier[];
  readonly possible: Dossier[];
}

export const byNumber = (one: Dossier, other: Dossier): number =>
  one.number - other.number || byText(one.submission, other.submission);

export const nameOf = (dossier: Dossier): string => dossier.identity.name?.value ?? `#${dossier.number}`;

const appliesTo = (quota: Quota, city: string, named: ReadonlySet<string>): boolean =>
  quota.cities === null ? !named.has(city) : quota.cities.includes(city);

/** Directions a quota counts this submission under: its own, or every one while it is not known. */
function directionsFor(scheme: Scheme, quota: Quota, dossier: Dossier): (DirectionId | null)[] {
  if (!quota.perDirection) return [null];
  const direction = directionOf(dossier);
  return direction === null ? scheme.directions.map((one) => one.id) : [direction];
}

function isSure(quota: Quota, dossier: Dossier): boolean {
  const asked = [
    "city" as const,
    ...(quota.subject === null ? [] : ["subject" as const]),
    ...(quota.perDirection ? ["direction" as const] : []),
  ];
  return asked.every((field) => !isOpen(dossier, field));
}

function collect(scheme: Scheme, placed: readonly { dossier: Dossier; city: string }[]): Group[] {
  const named = new Set(scheme.quotas.flatMap((quota) => quota.cities ?? []));
  const groups = new Map<string, Group>();
  for (const { dossier, city } of placed) {
    for (const quota of scheme.quotas) {
      const subject = subjectOf(dossier);
      const counts = quota.subject === null || subject === null || subject === quota.subject;
      if (!counts || !appliesTo(quota, city, named)) continue;
      for (const direction of directionsFor(scheme, quota, dossier)) {
        const key = [quota.id, city, direction ?? ""].join("|");
        const group = groups.get(key) ?? { quota, city, direction, sure: [], possible: [] };
        (isSure(quota, dossier) ? group.sure : group.possible).push(dossier);
        groups.set(key, group);
      }
    }
  }
  return [...groups.values()];
}

function judge({ quota, city, direction, sure, possible }: Group): Finding | null {
  // Someone whose subject or direction is unknown is no reason to show a quota nobody uses.
  if (sure.length === 0 && possible.length <= quota.max) return null;
  const all = [...sure, ...possible].sort(byNumber);
  const over = sure.length > quota.max;
  const maybe = !over && all.length > quota.max;
  const counted = maybe ? all : sure.toSorted(byNumber);
  return makeFinding({
    rule: ["quota", quota.id, city, ...(direction === null ? [] : [direction])].join(":"),
    kind: "quota",
    status: over ? "not-met" : maybe ? "to-confirm" : "met",
    reason: maybe ? "identity-unconfirmed" : undefined,
    subject: city,
    expected: `≤${quota.max}`,
    actual: String(counted.length),
    margin: String(counted.length - quota.max),
    params: {
      city,
      max: String(quota.max),
      names: counted.map(nameOf).join("、"),
      sure: String(sure.length),
      over: String(Math.max(0, counted.length - quota.max)),
      ...(quota.subject === null ? {} : { subjectType: quota.subject }),
      ...(direction === null ? {} : { direction }),
    },
    submissions: counted.map((dossier) => dossier.submission),
    source: quota.source,
  });
}

/** Counts submissions against what each city may recommend. It says who was counted, never who has to go. Linear in the number of submissions. */
export function checkQuotas(scheme: Scheme, dossiers: readonly Dossier[]): Finding[] {
  const located = dossiers.map((dossier) => {
    const written = dossier.identity.city?.value ?? "";
    return { dossier, city: written === "" ? null : findCity(scheme.cities, written) };
  });
  const placed = located.flatMap(({ dossier, city }) => (city === null ? [] : { dossier, city }));
  const lost = located.flatMap(({ dossier, city }) => (city === null ? [dossier] : [])).sort(byNumber);
  const unplaced = makeFinding({
    rule: "quota:city-unknown",
    kind: "quota",
    status: "to-confirm",
    reason: "city-unknown",
    subject: "",
    actual: String(lost.length),
    params: { names: lost.map(nameOf).join("、"), count: String(lost.length) },
    submissions: lost.map((dossier) => dossier.submission),
  });
  const findings = collect(scheme, placed).flatMap((group) => judge(group) ?? []);
  return [
    ...findings.sort(
      (one, other) => orderOf(scheme, one) - orderOf(scheme, other) || byText(one.rule, other.rule),
    ),
    ...(lost.length > 0 && scheme.quotas.length > 0 ? [unplaced] : []),
  ];
}

const orderOf = (scheme: Scheme, finding: Finding): number =>
  scheme.cities.indexOf(finding.params.city ?? "");
