import { describe, expect, test } from "vitest";
import { writePublicityNotice } from "../../../electron/export/publicity-notice.ts";
import type { RecommendationList } from "../../../electron/export/recommendation-list.ts";
import type { PublicityTerms } from "../../../shared/contract/export.ts";
import { inspectOne, outlineOf } from "../../support/inspect-bytes.ts";
import { at, hunanCities, rankedRound } from "./support.ts";

const { ranking } = rankedRound(
  [
    {
      name: "示例甲园区",
      city: "长沙市",
      subject: "region",
      direction: "lean",
      scores: [["25", "25", "15", "15"]],
    },
    {
      name: "示例乙园区",
      city: "长沙市",
      subject: "region",
      direction: "lean",
      scores: [["5", "5", "5", "5"]],
    },
  ],
  { method: "mean", minimumSheets: 1, seats: { lean: 1 } },
);
const list: RecommendationList = {
  title: "2021年湖南省大众创业万众创新示范基地推荐名单",
  ranking,
  cities: hunanCities,
  directionNames: {},
  order: "administrative",
  layout: "annex",
  at,
};
const nothing: PublicityTerms = { from: "", to: "", contact: "", phone: "", address: "" };

const linesOf = async (terms: PublicityTerms): Promise<string[]> =>
  outlineOf(await inspectOne("a.docx", await writePublicityNotice(list, terms))).map((line) =>
    line.replace(/^\S+ /, ""),
  );

describe("the public notice", () => {
  test("names the recommended applicants only, with the period and where objections go", async () => {
    const lines = await linesOf({
      from: "2021年12月13日",
      to: "2021年12月21日",
      contact: "李某",
      phone: "0731-00000000",
      address: "长沙市示例路1号",
    });
    expect(lines).toContain("公示时间：2021年12月13日至2021年12月21日。");
    expect(lines).toContain("联系人：李某，联系电话：0731-00000000，通信地址：长沙市示例路1号。");
    expect(lines).toContain("示例甲园区");
    expect(lines.join("")).not.toContain("示例乙园区");
    expect(lines.join("")).toContain("书面形式实名");
  });

  test("leaves a line to write on where the office has said nothing, and invents no period", async () => {
    const lines = await linesOf(nothing);
    expect(lines).toContain("公示时间：＿＿＿＿＿＿至＿＿＿＿＿＿。");
    expect(lines.join("")).not.toMatch(/工作日|\d\s*天/);
  });
});
