import { describe, expect, it } from "vitest";
import { canonicalText } from "../../../shared/seal/canonical.ts";
import { dossierStatement, formStatement } from "../../../shared/seal/statements.ts";
import type { Dossier } from "../../../shared/submission/dossier.ts";
import { form, makeDossier } from "../../support/sealed-round.ts";

const base = makeDossier("s1");
const textOf = (dossier: Dossier) => canonicalText(dossierStatement(dossier));
const [fact] = base.facts;
const [file] = base.files;
if (fact === undefined || file === undefined)
  throw new Error("the dossier of the tests has a fact and a file");

describe("what a signature says about a dossier", () => {
  it("changes with everything an expert judges", () => {
    const name = base.identity.name;
    const changes: Dossier[] = [
      makeDossier("s2"),
      makeDossier("s1", 2),
      makeDossier("s1", 1, "别的单位"),
      { ...base, identity: { ...base.identity, name: name && { ...name, state: "rejected" } } },
      { ...base, identity: { ...base.identity, direction: null } },
      { ...base, files: [] },
      { ...base, files: [{ ...file, sha256: "0".repeat(64) }] },
      { ...base, facts: [] },
      { ...base, facts: [{ ...fact, value: "53" }] },
      { ...base, facts: [{ ...fact, year: 2020 }] },
      { ...base, facts: [{ ...fact, role: "target" }] },
      { ...base, facts: [{ ...fact, state: "rejected" }] },
    ];
    const texts = changes.map(textOf);
    // A rejected fact is as if it were not there.
    expect(texts[11]).toBe(texts[7]);
    expect(new Set([textOf(base), ...texts]).size).toBe(changes.length);
  });

  it("does not change with clerical matter or with the order of lists", () => {
    const other = { ...fact, id: "f2", key: "lean-patents", value: "5" };
    const two: Dossier = { ...base, facts: [fact, other] };
    expect(textOf({ ...two, facts: [other, fact] })).toBe(textOf(two));
    expect(textOf({ ...base, number: 9, sender: null, receivedAt: null, digest: "x" })).toBe(textOf(base));
    expect(textOf({ ...base, facts: [{ ...fact, id: "f9", state: "confirmed", correction: null }] })).toBe(
      textOf(base),
    );
  });

  it("can be made of text with half a surrogate pair", () => {
    expect(textOf(makeDossier("s1", 1, "坏字\ud842"))).toContain("坏字\ufffd");
  });
});

describe("what a signature says about a form", () => {
  it("changes with the order of the items", () => {
    expect(canonicalText(formStatement({ ...form, items: form.items.toReversed() }))).not.toBe(
      canonicalText(formStatement(form)),
    );
  });
});
