import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rank } from "../../../shared/scoring/rank.ts";
import type { RankInput } from "../../../shared/scoring/rank-input.ts";
import { rankInput, sheet, submission } from "../../support/ranking-input.ts";

const experts = ["e1", "e2", "e3", "e4", "e5"];

/** Rounds with few different totals, so that ties are common; `null` is a recusal, a missing sheet is left out. */
const rounds = fc
  .record({
    totals: fc.array(
      fc.array(fc.option(fc.integer({ min: 0, max: 12 }), { nil: null }), { minLength: 3, maxLength: 5 }),
      { minLength: 1, maxLength: 9 },
    ),
    method: fc.constantFrom("mean" as const, "trimmed" as const),
    seats: fc.integer({ min: 0, max: 9 }),
    decimals: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ totals, method, seats, decimals }) =>
    rankInput({
      rule: { method, decimals, minimumSheets: 1, seats: { lean: seats, global: 1 } },
      submissions: totals.map((_, index) =>
        submission(index + 1, { direction: index % 4 === 3 ? "global" : "lean" }),
      ),
      assignments: totals.flatMap((_, index) =>
        experts.map((expert) => ({ expert, submission: `s${index + 1}` })),
      ),
      sheets: totals.flatMap((row, index) =>
        row.map((total, position) =>
          sheet(`s${index + 1}`, experts[position] ?? "", total === null ? null : String(total * 5)),
        ),
      ),
    }),
  );

const shuffled = <Item>(items: readonly Item[], seed: number): Item[] =>
  items
    .map((item, index) => ({ item, key: Math.imul(index + 1, 2654435761 ^ seed) >>> 0 }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);

const shuffle = (input: RankInput, seed: number): RankInput => ({
  ...input,
  submissions: shuffled(input.submissions, seed),
  sheets: shuffled(input.sheets, seed + 1),
  assignments: shuffled(input.assignments, seed + 2),
  experts: shuffled(input.experts, seed + 3),
});

const rowOf = (input: RankInput, id: string) =>
  rank(input)
    .directions.flatMap((direction) => direction.rows)
    .find((row) => row.submission === id);

describe("every ranking", () => {
  it("is the same whatever order the facts come in", () => {
    fc.assert(
      fc.property(rounds, fc.integer(), (input, seed) => {
        expect(rank(shuffle(input, seed))).toEqual(rank(input));
      }),
    );
  });

  it("never lowers a rank because one expert gave more points", () => {
    fc.assert(
      fc.property(rounds, fc.nat(), fc.integer({ min: 1, max: 40 }), (input, pick, more) => {
        const scored = input.sheets.filter((entry) => entry.total !== null);
        const chosen = scored[pick % Math.max(1, scored.length)];
        if (chosen === undefined) return;
        const before = rowOf(input, chosen.submission);
        const raised = input.sheets.map((entry) =>
          entry === chosen ? { ...entry, total: String(Number(entry.total) + more) } : entry,
        );
        const after = rowOf({ ...input, sheets: raised }, chosen.submission);
        expect(after?.rank ?? 0).toBeLessThanOrEqual(before?.rank ?? 0);
      }),
    );
  });

  it("lists every submission once, every sheet once, and nobody both recused and counted", () => {
    fc.assert(
      fc.property(rounds, (input) => {
        const rows = rank(input).directions.flatMap((direction) => direction.rows);
        expect(rows.map((row) => row.submission).sort()).toEqual(
          input.submissions.map((entry) => entry.submission).sort(),
        );
        for (const row of rows) {
          const people = [...row.sheets.map((entry) => entry.expert), ...row.recused, ...row.missing];
          expect(people.sort()).toEqual(experts);
        }
      }),
    );
  });

  it("recommends nobody beyond the seats, and fills them as far as no tie is open", () => {
    fc.assert(
      fc.property(rounds, (input) => {
        for (const { rows, seats, openTie } of rank(input).directions) {
          if (seats === null) continue;
          const recommended = rows.filter((row) => row.place === "recommended").length;
          const ranked = rows.filter((row) => row.rank !== null).length;
          expect(recommended + (openTie?.seatsLeft ?? 0)).toBe(Math.min(seats, ranked));
          if (openTie !== null) expect(openTie.submissions.length).toBeGreaterThan(openTie.seatsLeft);
        }
      }),
    );
  });

  it("has no open tie left once the panel has decided it", () => {
    fc.assert(
      fc.property(rounds, (input) => {
        const decisions = rank(input).directions.flatMap(({ direction, openTie }, index) =>
          openTie === null
            ? []
            : [
                {
                  id: `d${index}`,
                  kind: "tie-order" as const,
                  direction,
                  order: openTie.submissions.toReversed(),
                  score: openTie.score,
                  reason: "理由",
                  by: "组长",
                  at: "2021-12-01T00:00:00Z",
                },
              ],
        );
        expect(rank({ ...input, decisions }).directions.map((direction) => direction.openTie)).toEqual(
          input.directions.map(() => null),
        );
      }),
    );
  });
});
