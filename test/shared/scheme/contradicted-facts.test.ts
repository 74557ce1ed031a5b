import { describe, expect, it } from "vitest";
import { contradictedFacts } from "../../../shared/scheme/check-contradictions.ts";
import { dossier, fact, schemeOf } from "../../support/dossier.ts";

const scheme = schemeOf("hunan-2021");
const who = ["示例高新区", "株洲市", "region", "employment"] as const;
const jobs = (id: string, value: string, more = {}) =>
  fact("employment-jobs", value, { id, unit: "人", ...more });

describe("values that contradict each other", () => {
  it("are named with their rivals, year by year, where the check finds a contradiction", () => {
    const facts = [
      jobs("old", "12600", { year: 2018, state: "confirmed" }),
      jobs("new", "12800", { year: 2018 }),
      jobs("again", "12800", { year: 2018 }),
      jobs("other-year", "13900", { year: 2019 }),
      jobs("about", "12700", { year: 2018, state: "rejected" }),
      jobs("target", "18000", { year: 2018, role: "target" }),
    ];
    expect([...contradictedFacts(scheme, dossier(1, who, { facts }))].sort()).toEqual([
      ["again", ["12600"]],
      ["new", ["12600"]],
      ["old", ["12800"]],
    ]);
  });

  it("are none where rounding explains the difference, or only one is left", () => {
    const rounded = [jobs("plan", "13900", { text: "1.39万人" }), jobs("table", "13912", { text: "13912" })];
    const left = [jobs("old", "12600", { state: "rejected" }), jobs("new", "12800")];
    for (const facts of [rounded, left]) {
      expect([...contradictedFacts(scheme, dossier(1, who, { facts }))]).toEqual([]);
    }
  });
});
