import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementOf, expertScales } from "../../../shared/scoring/agreement.ts";

/** A line for each expert, a place for each applicant; a dot is no sheet. */
function rowsOf(...lines: readonly string[]) {
  const table = lines.map((line) => line.split(" "));
  const width = Math.max(...table.map((line) => line.length));
  return Array.from({ length: width }, (_, at) => ({
    sheets: table.flatMap((line, expert) => {
      const total = line[at] ?? ".";
      return total === "." ? [] : [{ expert: `e${expert}`, total }];
    }),
  }));
}

const sheet = fc.integer({ min: 0, max: 100 }).map(String);
const complete = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 8 }))
  .chain(([experts, applicants]) =>
    fc.array(fc.array(sheet, { minLength: experts, maxLength: experts }), {
      minLength: applicants,
      maxLength: applicants,
    }),
  )
  .map((table) =>
    table.map((totals) => ({ sheets: totals.map((total, at) => ({ expert: `e${at}`, total })) })),
  );

const shown = (coefficient: ReturnType<typeof agreementOf>["alpha"]): string =>
  "value" in coefficient ? coefficient.value : coefficient.undefined;

describe("agreement of the experts", () => {
  it("gives Krippendorff's own example, with sheets missing, the value he gives", () => {
    const rows = rowsOf(
      "1 2 3 3 2 1 4 1 2 . . .",
      "1 2 3 3 2 2 4 1 2 5 . 3",
      ". 3 3 3 2 3 4 2 2 5 1 .",
      "1 2 3 3 2 4 4 1 2 5 1 .",
    );
    expect(agreementOf(rows)).toMatchObject({
      experts: 4,
      applicants: 11,
      alpha: { value: "0.849" },
      concordance: { undefined: "other-applicants" },
    });
  });

  it("gives Kendall's W of orders without and with ties as worked out by hand", () => {
    const orders = rowsOf("40 30 20 10", "30 40 20 10", "40 30 10 20");
    expect(agreementOf(orders).concordance).toEqual({ value: "0.822" });
    // Ranks 1.5 1.5 3, 1 2 3 and 1 2.5 2.5: sums 3.5 6 8.5, S = 12.5, W = 12 × 12.5 ÷ (9 × 24 − 3 × 12).
    expect(agreementOf(rowsOf("9 9 5", "9 8 7", "9 5 5")).concordance).toEqual({ value: "0.833" });
  });

  it("says why there is no coefficient instead of giving a number", () => {
    expect(agreementOf([])).toMatchObject({ alpha: { undefined: "one-expert" } });
    expect(agreementOf(rowsOf("80 70 60"))).toMatchObject({
      alpha: { undefined: "one-expert" },
      concordance: { undefined: "one-expert" },
    });
    expect(agreementOf(rowsOf("80", "70"))).toMatchObject({
      alpha: { undefined: "one-applicant" },
      concordance: { undefined: "one-applicant" },
    });
    expect(agreementOf(rowsOf("80 80", "80 80"))).toMatchObject({
      alpha: { undefined: "no-variation" },
      concordance: { undefined: "no-variation" },
    });
  });

  it("is 1 when all experts give the same totals, unless all totals are equal", () => {
    fc.assert(
      fc.property(complete, (rows) => {
        const same = rows.map(({ sheets }) => ({
          sheets: sheets.map((one) => ({ ...one, total: sheets[0]?.total ?? "0" })),
        }));
        const varied = new Set(same.map(({ sheets }) => sheets[0]?.total)).size > 1;
        const { alpha, concordance } = agreementOf(same);
        expect([shown(alpha), shown(concordance)]).toEqual(
          varied ? ["1.000", "1.000"] : ["no-variation", "no-variation"],
        );
      }),
    );
  });

  it("does not depend on the order of applicants or experts, nor on another scale for all", () => {
    fc.assert(
      fc.property(complete, (rows) => {
        const turned = rows.toReversed().map(({ sheets }) => ({ sheets: sheets.toReversed() }));
        const scaled = rows.map(({ sheets }) => ({
          sheets: sheets.map((one) => ({ ...one, total: String((Number(one.total) + 5) * 2) })),
        }));
        expect(agreementOf(turned)).toEqual(agreementOf(rows));
        expect(agreementOf(scaled)).toEqual(agreementOf(rows));
      }),
    );
  });

  it("stays between 0 and 1 for the orders, and at 1 or below for the totals", () => {
    fc.assert(
      fc.property(complete, (rows) => {
        const { alpha, concordance } = agreementOf(rows);
        if ("value" in alpha) expect(Number(alpha.value)).toBeLessThanOrEqual(1);
        if ("value" in concordance) {
          expect(Number(concordance.value)).toBeGreaterThanOrEqual(0);
          expect(Number(concordance.value)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe("what each expert's totals were like", () => {
  it("compares an expert with the others on the same applicants only", () => {
    const rows = rowsOf("90 80 .", "80 70.5 60", "70 70.5 .");
    expect(expertScales(rows, 2)).toEqual([
      { expert: "e0", sheets: 2, mean: "85.00", lowest: "80", highest: "90", shift: "12.25" },
      { expert: "e1", sheets: 3, mean: "70.17", lowest: "60", highest: "80", shift: "-2.38" },
      { expert: "e2", sheets: 2, mean: "70.25", lowest: "70", highest: "70.5", shift: "-9.88" },
    ]);
  });

  it("has nothing to compare an expert with who scored alone", () => {
    expect(expertScales(rowsOf("90 80"), 1)).toEqual([
      { expert: "e0", sheets: 2, mean: "85.0", lowest: "80", highest: "90", shift: null },
    ]);
  });
});
