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
 * corrected, rejected or typed by a person stays so where the same was read again; what is newly read is new.
 */
export function carryOver(previous: Dossier, fresh: Omit<Dossier, "digest">): Omit<Dossier, "digest"> {
  const before = new Map(
    previous.facts
      .filter(decided)
      .flatMap((fact) => (fact.read === null ? [] : [[readKey(fact.read), fact] as const])),
  );
  const typed = previous.facts.filter((fact) => fact.read === null);
  const facts = fresh.facts.map((fact) => {
    const known = fact.read === null ? undefined : before.get(readKey(fact.read));
    return known ?? fact;
  });
  const identity = { ...fresh.identity };
  for (const field of identityFields)
    identity[field] = carryIdentity(previous.identity[field], fresh.identity[field]);
  return { ...fresh, facts: [...facts, ...typed], identity };
}

/** A person's word stands unless the newly read value differs from what that person saw: then it is asked again. */
function carryIdentity(before: IdentityValue | null, now: IdentityValue | null): IdentityValue | null {
  if (before === null || before.state === "read" || before.state === "to-confirm") return now;
  if (now === null || now.value === before.readValue || now.value === before.value) return before;
  return { ...now, state: "to-confirm" };
}
