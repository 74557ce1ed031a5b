import { describe, expect, test } from "vitest";
import { writeRecommendationList } from "../../../electron/export/recommendation-list.ts";
import { writeScoreTable } from "../../../electron/export/score-table.ts";
import { namesAsStored, scoresAsStored } from "../../../electron/services/printed-as-stored.ts";
import type { Ranking } from "../../../shared/scoring/ranking.ts";
import { at, hunanCities, rankedRound, type TestApplicant } from "../export/support.ts";

const applicant = (name: string, first: string): TestApplicant => ({
  name,
  city: "长沙市",
  subject: "region",
  direction: "lean",
  scores: [[first, "25.5", "15", "15"]],
});
const round = rankedRound(
  [applicant("示例甲园区", "25"), applicant("示例甲园区管委会", "24"), applicant("示例乙", "5")],
  {
    method: "mean",
    minimumSheets: 1,
    seats: { lean: 2 },
  },
);
const { ranking } = round;

const listOf = (of: Ranking, layout: "annex" | "numbered" | "inline" = "annex"): Promise<Buffer> =>
  writeRecommendationList({
    title: "示例名单",
    ranking: of,
    cities: hunanCities,
    directionNames: {},
    order: "score",
    layout,
    at,
  });
const tableOf = (of: Ranking): Promise<Buffer> =>
  writeScoreTable({ ...round, ranking: of, round: "示例轮次", directionNames: {}, at });

const changed = (change: (row: Ranking["directions"][number]["rows"][number]) => object): Ranking => ({
  ...ranking,
  directions: ranking.directions.map((direction) => ({
    ...direction,
    rows: direction.rows.map((row) => ({ ...row, ...change(row) })),
  })),
});

describe("what was written is read back", () => {
  test.each(["annex", "numbered", "inline"] as const)(
    "all recommended names of a list laid out as %s, one name within another too",
    async (layout) => {
      expect(await namesAsStored("a.docx", await listOf(ranking, layout), ranking)).toBe(2);
    },
  );

  test("a name too many or too few is never handed out", async () => {
    const all = changed(() => ({ place: "recommended" }));
    await expect(namesAsStored("a.docx", await listOf(all), ranking)).rejects.toThrow("names 示例乙");
    await expect(namesAsStored("a.docx", await listOf(ranking), all)).rejects.toThrow("does not name 示例乙");
  });

  test("every score to the digit", async () => {
    expect(await scoresAsStored("a.xlsx", await tableOf(ranking), ranking)).toBe(3);
    const other = changed((row) => (row.name === "示例乙" ? { score: "60.51" } : {}));
    await expect(scoresAsStored("a.xlsx", await tableOf(ranking), other)).rejects.toThrow(
      "示例乙, not 60.51",
    );
  });
});
