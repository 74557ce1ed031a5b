import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeResult, type MergeContext } from "../../../shared/seal/judge-result.ts";
import type { ResultPayload } from "../../../shared/seal/payloads.ts";
import { catalogue, isWordKey } from "../../../shared/text/catalogue/index.ts";
import { scoreForm } from "../../support/score-form.ts";
import { mergeContext, resultPayload } from "../../support/sealed-round.ts";

const key = "k".repeat(43);
const digest = "d".repeat(64);
type Sheet = ResultPayload["sheets"][number];

const judge = (payload: ResultPayload, context: Partial<MergeContext> = {}, signedWith = key) =>
  judgeResult({ payload, key: signedWith, digest }, mergeContext(key, context));

const codeOf = (...args: Parameters<typeof judge>) => {
  const judgement = judge(...args);
  return judgement.kind === "refused" ? judgement.code : "accepted";
};

/** The good result with its first sheet changed. */
const changed = (more: Partial<Sheet>): ResultPayload => {
  const payload = resultPayload(key);
  return {
    ...payload,
    sheets: payload.sheets.map((sheet, index) => (index === 0 ? { ...sheet, ...more } : sheet)),
  };
};

const refusalOf = (more: Partial<Sheet>) => {
  const judgement = judge(changed(more));
  return judgement.kind === "accepted"
    ? [judgement.refused[0]?.code, judgement.accepted.map((sheet) => sheet.submission)]
    : [judgement.code, []];
};

const scored = (basis: string, plan: string) => [
  { item: "basis", score: basis, comment: "" },
  { item: "plan", score: plan, comment: "" },
];

describe("a good result", () => {
  it("is accepted whole, recusals too, sheets unchanged", () => {
    const payload = resultPayload(key);
    expect(judge(payload)).toEqual({
      kind: "accepted",
      accepted: payload.sheets,
      refused: [],
      replaces: null,
    });
  });

  it("replaces the earlier result of the same expert, and no other's", () => {
    const merged = [
      { expert: "e1", sequence: 1, digest: "1" },
      { expert: "e1", sequence: 3, digest: "3" },
      { expert: "e2", sequence: 9, digest: "9" },
    ];
    expect(judge(resultPayload(key, { sequence: 4 }), { merged })).toMatchObject({
      kind: "accepted",
      replaces: 3,
    });
  });
});

describe("a whole result is refused", () => {
  it("for another round, scheme or form", () => {
    const payload = resultPayload(key);
    expect([
      codeOf({ ...payload, round: { id: "r2", name: "别的轮次" } }),
      codeOf({ ...payload, scheme: { id: payload.scheme.id, digest: "0".repeat(64) } }),
      codeOf(payload, { form: { digest: "0".repeat(64), form: scoreForm({ basis: "40", plan: "60" }) } }),
    ]).toEqual(["other-round", "other-scheme", "other-form"]);
  });

  it("when key and named expert do not belong together", () => {
    const payload = resultPayload(key);
    const otherKey = "o".repeat(43);
    const both = [
      { id: "e1", name: "王五", key },
      { id: "e2", name: "赵六", key: otherKey },
    ];
    expect([
      codeOf(payload, {}, otherKey),
      codeOf(payload, { experts: both }, otherKey),
      codeOf({ ...payload, expert: { ...payload.expert, id: "e2" } }, { experts: both }),
      codeOf({ ...payload, expert: { ...payload.expert, key: otherKey } }, { experts: both }),
      codeOf(payload, { experts: [{ id: "e1", name: "王五", key: null }] }),
    ]).toEqual(["unknown-key", "wrong-expert", "wrong-expert", "wrong-expert", "unknown-key"]);
  });

  it("when it is merged already or a newer one is", () => {
    const payload = resultPayload(key, { sequence: 2 });
    const merged = (sequence: number, of = "x") => ({ merged: [{ expert: "e1", sequence, digest: of }] });
    expect([
      codeOf(payload, merged(2, digest)),
      codeOf(payload, merged(3)),
      codeOf(payload, merged(2)),
      codeOf(payload, merged(1)),
    ]).toEqual(["duplicate", "superseded", "superseded", "accepted"]);
  });

  it("when it has no sheet or none that can be taken, so that it pushes out no earlier good one", () => {
    expect(codeOf(resultPayload(key, { sheets: [] }))).toBe("malformed");
    const judgement = judge(resultPayload(key), { assignments: [] });
    expect(judgement).toMatchObject({ kind: "refused", code: "not-assigned", params: { submission: "s1" } });
    expect(judgement.kind === "refused" && judgement.sheets.map((sheet) => sheet.code)).toEqual(
      Array(3).fill("not-assigned"),
    );
  });
});

describe("one bad sheet is refused and the good ones are taken", () => {
  it("for another dossier version, by number or by content", () => {
    expect([refusalOf({ version: 2 }), refusalOf({ dossier: "0".repeat(64) })]).toEqual(
      Array(2).fill(["other-dossier-version", ["s2", "s3"]]),
    );
  });

  it("for scores out of range, off the step, missing, doubled, unknown or not in normal form", () => {
    expect(
      [
        refusalOf({ items: scored("40.5", "45"), total: "85.5" }),
        refusalOf({ items: scored("-1", "45"), total: "44" }),
        refusalOf({ items: scored("35.3", "50"), total: "85.3" }),
        refusalOf({ items: scored("35.5", "50").slice(0, 1), total: "35.5" }),
        refusalOf({ items: [], total: null }),
        refusalOf({ items: [...scored("35.5", "50"), ...scored("35.5", "50").slice(0, 1)] }),
        refusalOf({ items: [...scored("35.5", "50"), { item: "bonus", score: "0", comment: "" }] }),
        refusalOf({ items: scored("35.50", "50") }),
      ].map(([code]) => code),
    ).toEqual([
      "score-out-of-range",
      "score-out-of-range",
      "score-out-of-range",
      "incomplete",
      "incomplete",
      "malformed",
      "malformed",
      "malformed",
    ]);
  });

  it("for a total that is not the very sum of its items", () => {
    expect(
      [refusalOf({ total: "85" }), refusalOf({ total: "85.50" }), refusalOf({ total: null })].map(
        ([code]) => code,
      ),
    ).toEqual(Array(3).fill("wrong-sum"));
  });

  it("for a recusal that carries scores all the same", () => {
    expect(refusalOf({ recusal: { ground: "relative", reason: "" } })[0]).toBe("malformed");
  });

  it("for a submission that stands twice: neither of the two is taken", () => {
    const payload = resultPayload(key);
    const [first] = payload.sheets;
    const judgement = judge({ ...payload, sheets: first ? [...payload.sheets, first] : [] });
    expect(judgement.kind === "accepted" && judgement.accepted.map((sheet) => sheet.submission)).toEqual([
      "s2",
      "s3",
    ]);
  });

  it("but a recusal is taken whatever version was read", () => {
    const recusal = { recusal: { ground: "relative" as const, reason: "" }, items: [], total: null };
    expect(judge(changed({ ...recusal, version: 7 }))).toMatchObject({ kind: "accepted", refused: [] });
  });
});

describe("merging", () => {
  it("accepts each sheet or refuses it with a reason, and loses none", () => {
    const score = fc.integer({ min: -2, max: 130 }).map((halves) => String(halves / 2));
    const items = fc
      .subarray(["basis", "plan", "bonus"])
      .chain((ids) =>
        fc.tuple(...ids.map((item) => score.map((value) => ({ item, score: value, comment: "" })))),
      );
    const sheet = fc.record({
      submission: fc.constantFrom("s1", "s2", "s3", "s4"),
      version: fc.constantFrom(1, 2),
      items,
      total: fc.option(score, { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(sheet, { maxLength: 6 }), (sheets) => {
        const template = resultPayload(key).sheets;
        const payload = resultPayload(key, {
          sheets: sheets.map((entry, index) => ({ ...(template[index % 2] as Sheet), ...entry })),
        });
        const judgement = judge(payload);
        const refused = judgement.kind === "accepted" ? judgement.refused : judgement.sheets;
        const accepted = judgement.kind === "accepted" ? judgement.accepted : [];
        expect(accepted.length + refused.length).toBe(sheets.length);
        for (const { items: entries, total } of accepted)
          expect(entries.reduce((sum, entry) => sum + Number(entry.score), 0)).toBe(Number(total));
      }),
    );
  });

  it("has a sentence for every refusal, and every name in it is filled", () => {
    const samples = [
      judge(resultPayload(key, { round: { id: "x", name: "y" } })),
      judge(changed({ version: 9 })),
      judge(changed({ items: scored("99", "50") })),
      judge(changed({ items: [] })),
      judge(changed({ total: "1" })),
      judge(resultPayload(key), { merged: [{ expert: "e1", sequence: 5, digest: "x" }] }),
      judge(resultPayload(key, { expert: { id: "e2", name: "赵六", key } })),
    ];
    for (const sample of samples) {
      const found = sample.kind === "refused" ? sample : sample.refused[0];
      const name = `merge.${found?.code}`;
      if (!isWordKey(name)) throw new Error(name);
      for (const text of [catalogue.zh[name], catalogue.en[name]])
        for (const [, param] of text.matchAll(/\{(\w+)\}/g))
          expect(found?.params).toHaveProperty(param ?? "");
    }
  });
});
