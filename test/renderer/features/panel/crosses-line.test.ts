import { expect, test } from "vitest";
import { crossesLine } from "../../../../renderer/features/panel/model/crosses-line.ts";
import { compareRules, withoutEachExpert } from "../../../../shared/scoring/compare-rules.ts";
import { rank } from "../../../../shared/scoring/rank.ts";
import type { Decision, RankRow } from "../../../../shared/scoring/ranking.ts";
import { rankInput, sheets, submission } from "../../../support/ranking-input.ts";

const input = rankInput({
  submissions: [submission(1), submission(2), submission(3)],
  sheets: [
    ...sheets("s1", "90", "90", "60"),
    ...sheets("s2", "82", "82", "82"),
    ...sheets("s3", "82", "82", "82"),
  ],
});
const decision: Decision = {
  id: "d1",
  kind: "tie-order",
  direction: "lean",
  order: ["s3", "s2"],
  score: "82.00",
  reason: "示例",
  by: "组长",
  at: "2021-12-10T02:00:00.000Z",
};

const leanOf = (seats: number) => {
  const ranking = rank({ ...input, rule: { ...input.rule, seats: { lean: seats } }, decisions: [decision] });
  const direction = ranking.directions.find((entry) => entry.direction === "lean");
  if (direction === undefined) throw new Error("no direction");
  return { rule: ranking.rule, direction };
};
const rowOf = (rows: readonly RankRow[], id: string): RankRow => {
  const row = rows.find((entry) => entry.submission === id);
  if (row === undefined) throw new Error(`no ${id}`);
  return row;
};

test("an applicant that stands clearly on the other side of the line without one expert has crossed it", () => {
  const { rule, direction } = leanOf(2);
  const without = withoutEachExpert(rule, direction);
  const last = rowOf(direction.rows, "s1");
  expect(last.place).toBe("reserve");
  expect(
    (without.get("s1") ?? []).filter((entry) => crossesLine(last, entry)).map(({ expert }) => expert),
  ).toEqual(["e3"]);
});

test("a tie across the line, which the panel has decided, is no crossing", () => {
  const { rule, direction } = leanOf(1);
  const first = rowOf(direction.rows, "s3");
  expect(first.place).toBe("recommended");
  const { mean, median } = compareRules(rule, direction, direction.rows);
  const [tied, beaten] = [mean.get("s3"), median.get("s3")];
  expect(tied && [tied.side, crossesLine(first, tied)]).toEqual(["tied", false]);
  expect(beaten && [beaten.side, crossesLine(first, beaten)]).toEqual(["out", true]);
});
