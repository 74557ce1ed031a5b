import type { Scheme } from "../scheme/scheme.ts";
import type { ScoreForm } from "../scoring/sheet.ts";
import type { Dossier, Fact, IdentityValue } from "../submission/dossier.ts";
import { canonicalText } from "./canonical.ts";

/** Text from foreign files may hold half a surrogate pair, which no canonical JSON can carry. */
const clean = (text: string): string => text.toWellFormed();

const inForce = (value: IdentityValue | null): string | null =>
  value === null || value.state === "rejected" ? null : clean(value.value);

const factEntry = (fact: Fact) => ({
  key: clean(fact.key),
  role: fact.role,
  year: fact.year ?? null,
  value: fact.value,
  unit: clean(fact.unit),
  qualifier: fact.read?.qualifier ?? null,
});

/** Order by canonical text: the same set gives the same list, whatever order the database returns it in. */
function stable<Entry>(entries: readonly Entry[]): Entry[] {
  const keyed = entries.map((entry) => ({ entry, key: canonicalText(entry) }));
  return keyed
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ entry }) => entry);
}

/**
 * What an expert's signature says about the dossier that was read: which submission, which version, the identity and the
 * values in force, every file by digest. Its digest is `Dossier.digest`. Clerical matter (who confirmed what, when, file
 * names and paths, reading messages) is left out, so that it can grow without making signed sheets stale.
 */
export const dossierStatement = (dossier: Omit<Dossier, "digest">) => ({
  type: "pingshen/dossier",
  format: 1,
  submission: dossier.submission,
  version: dossier.version,
  identity: {
    name: inForce(dossier.identity.name),
    city: inForce(dossier.identity.city),
    subject: inForce(dossier.identity.subject),
    direction: inForce(dossier.identity.direction),
  },
  files: stable(dossier.files.map(({ sha256, bytes, kind }) => ({ sha256, bytes, kind }))),
  facts: stable(dossier.facts.filter((fact) => fact.state !== "rejected").map(factEntry)),
});

/** The scheme in force, whole: every rule, number and quoted sentence. */
export const schemeStatement = (scheme: Scheme) => ({ type: "pingshen/scheme", format: 1, scheme });

/** The frozen form. The order of its items is part of it: experts saw them in this order. */
export const formStatement = (form: ScoreForm) => ({ type: "pingshen/form", format: 1, form });
