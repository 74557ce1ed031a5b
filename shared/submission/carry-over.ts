import { type Dossier, type Fact, type IdentityValue, identityFields } from "./dossier.ts";
import type { ReadFact } from "./fact.ts";

/** The same thing read at the same place of the same content. */
const readKey = (read: ReadFact): string =>
  [
    read.key,
    read.value,
    read.unit,
    read.year ?? "",
    read.role,
    read.evidence.sha256,
    read.evidence.block,
    read.evidence.cell ?? "",
    read.evidence.start ?? "",
  ].join("\u0000");

const decided = (fact: Fact): boolean => fact.state !== "read" && fact.state !== "to-confirm";

/**
 * A new version of a dossier with the decisions of the one before: a fact or identity value that was confirmed,
 * corrected, rejected or typed by a person stays so where the same was read again; what is newly read is new. A decision
 * about a place that no reader found (a value typed for a selected text) stays as long as its file does.
 *
 * `takenFrom`: the submission a file was moved from; what was decided there about the file's content goes with the file.
 */
export function carryOver(
  previous: Dossier | null,
  fresh: Omit<Dossier, "digest">,
  takenFrom: Dossier | null = null,
): Omit<Dossier, "digest"> {
  const decisions = [...decisionsOn(takenFrom, fresh), ...decisionsOn(previous, fresh)];
  const readAgain = new Set(fresh.facts.flatMap((fact) => (fact.read === null ? [] : [readKey(fact.read)])));
  const facts = fresh.facts.map((fact) => {
    const key = fact.read === null ? null : readKey(fact.read);
    return decisions.findLast((decision) => decision.key === key)?.fact ?? fact;
  });
  const onlyDecided = decisions.filter(({ key }) => !readAgain.has(key)).map(({ fact }) => fact);
  const withoutPlace = previous?.facts.filter((fact) => fact.read === null) ?? [];
  const identity = { ...fresh.identity };
  for (const field of identityFields)
    identity[field] = carryIdentity(previous?.identity[field] ?? null, fresh.identity[field]);
  return { ...fresh, ...receiptOf(previous), facts: [...facts, ...onlyDecided, ...withoutPlace], identity };
}

/** A supplement does not make an applicant late: the time of the first receipt stands, read or entered by a person. */
function receiptOf(previous: Dossier | null): Partial<Pick<Dossier, "receivedAt" | "receipt">> {
  if (previous === null || previous.receivedAt === null) return {};
  const { receivedAt, receipt } = previous;
  return receipt === undefined ? { receivedAt } : { receivedAt, receipt };
}

/** What a person decided about the content of files that are in the new version. */
function decisionsOn(before: Dossier | null, fresh: Omit<Dossier, "digest">): { key: string; fact: Fact }[] {
  const files = new Set(fresh.files.map((file) => file.sha256));
  return (before?.facts ?? []).flatMap((fact) =>
    fact.read !== null && decided(fact) && files.has(fact.read.evidence.sha256)
      ? [{ key: readKey(fact.read), fact }]
      : [],
  );
}

/** A person's word stands unless the newly read value differs from what that person saw: then it is asked again. */
function carryIdentity(before: IdentityValue | null, now: IdentityValue | null): IdentityValue | null {
  if (before === null || before.state === "read" || before.state === "to-confirm") return now;
  if (now === null || now.value === before.readValue || now.value === before.value) return before;
  return { ...now, state: "to-confirm" };
}
