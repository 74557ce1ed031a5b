import { describe, expect, test } from "vitest";
import { rank } from "../../../shared/scoring/rank.ts";
import { rankGroupOf, rankGroupsOf } from "../../../shared/scoring/rank-group.ts";
import { schemeOf } from "../../support/dossier.ts";
import { rankInput, sheets, submission } from "../../support/ranking-input.ts";

const source = { place: "示例通知", quote: "各类限报" };

describe("what is ranked together", () => {
  test("directions where the notice knows them, else all, else the types its quotas name", () => {
    expect(rankGroupsOf(schemeOf("guangxi-2020"))).toEqual(["employment", "integration", "lean", "global"]);
    const shijiazhuang = schemeOf("shijiazhuang-2018");
    expect(rankGroupsOf(shijiazhuang)).toEqual(["all"]);
    const quota = { id: "q", cities: null, perDirection: false, max: 1, source };
    expect(rankGroupsOf({ ...shijiazhuang, quotas: [{ ...quota, subject: "enterprise" }] })).toEqual([
      "region",
      "university",
      "institute",
      "enterprise",
    ]);
    expect(rankGroupsOf({ ...shijiazhuang, quotas: [{ ...quota, subject: null }] })).toEqual(["all"]);
  });

  test("who belongs where, and who nowhere", () => {
    expect(rankGroupOf(["lean", "global"], { direction: "global", subject: "region" })).toBe("global");
    expect(rankGroupOf(["lean"], { direction: null, subject: "region" })).toBeNull();
    expect(rankGroupOf(["all"], { direction: null, subject: null })).toBe("all");
    expect(rankGroupOf(["region", "enterprise"], { direction: null, subject: "enterprise" })).toBe(
      "enterprise",
    );
    expect(rankGroupOf(["region"], { direction: null, subject: null })).toBeNull();
  });

  test("types are ranked apart; an unknown type is said, not guessed", () => {
    const ranking = rank(
      rankInput({
        directions: ["region", "enterprise"],
        rule: { method: "mean", decimals: 2, minimumSheets: 1, seats: { region: 1 } },
        submissions: [
          submission(1, { direction: null }),
          submission(2, { direction: null, subject: "enterprise" }),
          submission(3, { direction: null, subject: null }),
          submission(4, { direction: "lean" }),
        ],
        sheets: [...sheets("s1", "80"), ...sheets("s2", "90"), ...sheets("s3", "70"), ...sheets("s4", "85")],
      }),
    );
    expect(
      ranking.directions.map(({ direction, rows }) => [
        direction,
        rows.map(({ name, place }) => [name, place]),
      ]),
    ).toEqual([
      [
        "region",
        [
          ["单位4", "recommended"],
          ["单位1", "reserve"],
        ],
      ],
      ["enterprise", [["单位2", "no-cut-line"]]],
    ]);
    expect(ranking.unplaced.map(({ name, unranked }) => [name, unranked])).toEqual([["单位3", "no-subject"]]);
  });
});
