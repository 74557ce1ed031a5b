import { describe, expect, test } from "vitest";
import { cutLineBefore } from "../../../../renderer/features/panel/model/cut-line.ts";
import { moveInOrder } from "../../../../renderer/features/panel/model/tie-order.ts";
import type { DirectionRanking, RankRow } from "../../../../shared/scoring/ranking.ts";

const row = (submission: string, place: RankRow["place"], rank: number | null = 1): RankRow => ({
  submission,
  number: 1,
  name: submission,
  city: "长沙市",
  subject: "region",
  rank,
  score: rank === null ? null : "80.00",
  sheets: [],
  recused: [],
  missing: [],
  unranked: rank === null ? "no-sheets" : null,
  place,
  tie: "none",
  decision: null,
});
const direction = (seats: number | null, ...rows: RankRow[]): DirectionRanking => ({
  direction: "lean",
  seats,
  rows,
  provisional: false,
  openTie: null,
});

describe("the cut line", () => {
  test("stands before the first one without a place", () => {
    expect(cutLineBefore(direction(1, row("a", "recommended"), row("b", "reserve", 2)))).toBe("b");
  });

  test("stands before an undecided tie, which it cannot divide", () => {
    expect(cutLineBefore(direction(1, row("a", "tied-at-cut"), row("b", "tied-at-cut")))).toBe("a");
  });

  test("stands at the end when there are places for all", () => {
    expect(cutLineBefore(direction(3, row("a", "recommended")))).toBe("end");
  });

  test("with no place at all stands before the first", () => {
    expect(cutLineBefore(direction(0, row("a", "reserve")))).toBe("a");
  });

  test("is not drawn where places are not set or nobody is ranked", () => {
    expect(cutLineBefore(direction(null, row("a", "no-cut-line")))).toBeNull();
    expect(cutLineBefore(direction(2, row("a", "unranked", null)))).toBeNull();
  });
});

describe("the order of tied applicants", () => {
  test("moves one by one and stays at the ends", () => {
    expect(moveInOrder(["a", "b", "c"], "c", -1)).toEqual(["a", "c", "b"]);
    expect(moveInOrder(["a", "b"], "a", -1)).toEqual(["a", "b"]);
    expect(moveInOrder(["a", "b"], "b", 1)).toEqual(["a", "b"]);
    expect(moveInOrder(["a", "b"], "x", 1)).toEqual(["a", "b"]);
  });
});
