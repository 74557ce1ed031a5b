import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRules, withoutEachExpert } from "../../../shared/scoring/compare-rules.ts";
import { rank } from "../../../shared/scoring/rank.ts";
import type { RankInput } from "../../../shared/scoring/rank-input.ts";
import { rankInput, sheet, submission } from "../../support/ranking-input.ts";

const experts = ["e1", "e2", "e3", "e4", "e5"];

const roundOf = (
  totals: readonly (readonly (string | null)[])[],
  rule: Partial<RankInput["rule"]> = {},
): RankInput =>
  rankInput({
    rule: { method: "mean", decimals: 2, minimumSheets: 1, seats: { lean: 1 }, ...rule },
    submissions: totals.map((_, index) => submission(index + 1, { direction: "lean" })),
    assignments: [],
    sheets: totals.flatMap((row, index) =>
      row.map((total, position) => sheet(`s${index + 1}`, experts[position] ?? "", total)),
    ),
  });

const leanOf = (input: RankInput) => {
  const ranking = rank(input);
  const direction = ranking.directions.find((entry) => entry.direction === "lean");
  if (direction === undefined) throw new Error("no direction");
  return { ranking, direction, rows: ranking.directions.flatMap((entry) => entry.rows) };
};

const compared = (input: RankInput) => {
  const { direction, rows } = leanOf(input);
  return compareRules(input.rule, direction, rows);
};

const rounds = fc
  .record({
    totals: fc.array(
      fc.array(fc.option(fc.integer({ min: 0, max: 12 }), { nil: null }), { minLength: 3, maxLength: 5 }),
      { minLength: 1, maxLength: 8 },
    ),
    method: fc.constantFrom("mean" as const, "trimmed" as const),
    seats: fc.integer({ min: 0, max: 8 }),
  })
  .map(({ totals, method, seats }) =>
    roundOf(
      totals.map((row) => row.map((total) => (total === null ? null : String(total * 5)))),
      { method, seats: { lean: seats } },
    ),
  );

describe("other ways to make a score", () => {
  it("give each its score and its rank, beside the cut line", () => {
    const ways = compared(
      roundOf([
        ["90", "90", "60"],
        ["82", "82", "82"],
      ]),
    );
    expect(ways.mean.get("s1")).toEqual({ score: "80.00", rank: 2, side: "out" });
    expect(ways.median.get("s1")).toEqual({ score: "90.00", rank: 1, side: "in" });
    expect(ways.trimmed.get("s1")).toEqual({ score: "90.00", rank: 1, side: "in" });
    expect(ways.median.get("s2")).toEqual({ score: "82.00", rank: 2, side: "out" });
  });

  it("take the middle of the two middle totals of an even number", () => {
    expect(compared(roundOf([["70", "80.5", "90", "81"]])).median.get("s1")?.score).toBe("80.75");
  });

  it("have no score where there are too few totals", () => {
    expect(compared(roundOf([["70", "80"]])).trimmed.get("s1")).toEqual({
      score: null,
      rank: null,
      side: null,
    });
  });

  it("place a severe and a mild expert on one scale", () => {
    const ways = compared(
      roundOf([
        ["50", null, "80"],
        ["60", "90", null],
        [null, "80", "70"],
      ]),
    );
    // e1: 50, 60; e2: 90, 80; e3: 80, 70. All: mean 71.67, deviation 13.44; each is one deviation off his mean.
    expect(["s1", "s2", "s3"].map((id) => ways.standardised.get(id)?.score)).toEqual([
      "71.67",
      "85.10",
      "58.23",
    ]);
  });

  it("say that equal applicants across the cut line are tied there", () => {
    const ways = compared(roundOf([["80"], ["80"]]));
    expect([...ways.mean.values()]).toEqual([
      { score: "80.00", rank: 1, side: "tied" },
      { score: "80.00", rank: 1, side: "tied" },
    ]);
  });

  it("agree with the ranking itself where they are the rule of the round", () => {
    fc.assert(
      fc.property(rounds, (input) => {
        const { direction } = leanOf(input);
        const standings = compared(input)[input.rule.method];
        for (const row of direction.rows.filter((entry) => entry.rank !== null)) {
          expect(standings.get(row.submission)).toEqual({
            score: row.score,
            rank: row.rank,
            side: { recommended: "in", reserve: "out", "tied-at-cut": "tied" }[row.place as string],
          });
        }
      }),
    );
  });
});

describe("leaving one expert out", () => {
  it("shows where the applicant would stand, by each expert", () => {
    const input = roundOf([
      ["90", "90", "60"],
      ["82", "82", "82"],
    ]);
    const { direction } = leanOf(input);
    expect(withoutEachExpert(input.rule, direction).get("s1")).toEqual([
      { expert: "e1", score: "75.00", rank: 2, side: "out" },
      { expert: "e2", score: "75.00", rank: 2, side: "out" },
      { expert: "e3", score: "90.00", rank: 1, side: "in" },
    ]);
  });

  it("is the ranking of the same round without that expert's sheets", () => {
    fc.assert(
      fc.property(rounds, fc.constantFrom(...experts), (input, expert) => {
        const { direction } = leanOf(input);
        const ranked = new Set(direction.rows.flatMap((row) => (row.rank === null ? [] : [row.submission])));
        const rest = {
          ...input,
          submissions: input.submissions.filter((entry) => ranked.has(entry.submission)),
          sheets: input.sheets.filter((entry) => ranked.has(entry.submission) && entry.expert !== expert),
        };
        const expected = new Map(leanOf(rest).direction.rows.map((row) => [row.submission, row.rank]));
        for (const [submissionId, standings] of withoutEachExpert(input.rule, direction)) {
          const standing = standings.find((entry) => entry.expert === expert);
          if (standing !== undefined) expect(standing.rank).toBe(expected.get(submissionId));
        }
      }),
    );
  });
});
