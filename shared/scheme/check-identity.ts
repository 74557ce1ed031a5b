import type { Dossier } from "../submission/dossier.ts";
import { directionOf, identityFields, subjectOf } from "../submission/dossier.ts";
import { findCity } from "./city-name.ts";
import type { Finding } from "./finding.ts";
import { makeFinding } from "./make-finding.ts";
import type { DirectionId, Scheme, SubjectId } from "./scheme.ts";

type Field = (typeof identityFields)[number];

/** A person has not yet said that this is right. */
export const isOpen = (dossier: Dossier, field: Field): boolean => {
  const value = dossier.identity[field];
  return value === null || value.state === "to-confirm" || value.state === "rejected";
};

function known(scheme: Scheme, dossier: Dossier, field: Field, value: string): boolean {
  switch (field) {
    case "name":
      return value.trim() !== "";
    case "city":
      return scheme.cities.length === 0 || findCity(scheme.cities, value) !== null;
    case "subject":
      return subjectOf(dossier) !== null;
    case "direction":
      return directionOf(dossier) !== null;
  }
}

/** Who applies, from where, as what, in which direction: each read, and each looked at by a person when it was not sure. */
export function checkIdentity(scheme: Scheme, dossier: Dossier): Finding[] {
  // A document without directions asks nobody for one.
  const asked = identityFields.filter((field) => field !== "direction" || scheme.directions.length > 0);
  return asked.map((field) => {
    const identity = dossier.identity[field];
    const base = {
      rule: `identity:${field}`,
      kind: "identity",
      subject: field,
      params: { field },
      evidence: [identity?.evidence],
    } as const;
    if (identity === null || identity.state === "rejected" || identity.value.trim() === "")
      return makeFinding({ ...base, status: "not-reported" });
    const { value } = identity;
    if (identity.state === "to-confirm")
      return makeFinding({ ...base, status: "to-confirm", reason: "unconfirmed", actual: value });
    if (!known(scheme, dossier, field, value))
      return makeFinding({
        ...base,
        status: "to-confirm",
        reason: field === "city" ? "unknown-city" : "unconfirmed",
        actual: value,
      });
    return makeFinding({ ...base, status: "met", actual: value });
  });
}

/** May this kind of applicant take this direction? `must`: no means not allowed; 原则上: a person decides. */
export function checkEligibility(
  scheme: Scheme,
  dossier: Dossier,
  subjectId: SubjectId | null,
  direction: DirectionId | null,
): Finding {
  const base = { rule: "eligibility", kind: "eligibility", subject: "" } as const;
  const evidence = [dossier.identity.subject?.evidence, dossier.identity.direction?.evidence];
  const subject = scheme.subjects.find((one) => one.id === subjectId);
  if (subject && scheme.directions.length === 0) return checkType(scheme, dossier, subject.id, base);
  if (!subject || direction === null)
    return makeFinding({ ...base, status: "to-confirm", reason: "identity-unknown", evidence });
  const found = {
    ...base,
    subject: subject.name,
    expected: subject.directions.join(","),
    actual: direction,
    params: { subjectType: subject.id, direction, allowed: subject.directions.join(",") },
    evidence,
    source: subject.source,
  };
  const allowed = subject.directions.includes(direction);
  if (!allowed && subject.binding === "must") return makeFinding({ ...found, status: "not-allowed" });
  if (!allowed) return makeFinding({ ...found, status: "to-confirm", reason: "pair-in-principle" });
  return isOpen(dossier, "subject") || isOpen(dossier, "direction")
    ? makeFinding({ ...found, status: "to-confirm", reason: "identity-unconfirmed" })
    : makeFinding({ ...found, status: "met" });
}

/** A document without directions only asks whether it has this type of applicant. */
function checkType(
  scheme: Scheme,
  dossier: Dossier,
  subjectId: SubjectId,
  base: { readonly rule: "eligibility"; readonly kind: "eligibility" },
): Finding {
  const subject = scheme.subjects.find((one) => one.id === subjectId);
  const open = isOpen(dossier, "subject");
  return makeFinding({
    ...base,
    status: open ? "to-confirm" : "met",
    reason: open ? "type-unconfirmed" : "type-only",
    subject: subject?.name ?? "",
    params: { subjectType: subjectId },
    evidence: [dossier.identity.subject?.evidence],
    source: subject?.source,
  });
}
