import { expect, test } from "vitest";
import { writeReviewOpinions } from "../../../electron/export/review-opinions.ts";
import type { ScoreTable } from "../../../electron/export/score-table-input.ts";
import { inspectOne, outlineOf } from "../../support/inspect-bytes.ts";
import { at, rankedRound, type TestApplicant } from "./support.ts";

const applicants: readonly TestApplicant[] = [
  {
    name: "示例甲园区",
    city: "长沙市",
    subject: "region",
    direction: "lean",
    scores: [["25", "25", "15", "15"], ["20", "20", "15", "15"], null],
  },
  {
    name: "示例乙研究院",
    city: "常德市",
    subject: "institute",
    direction: "lean",
    scores: [["10", "10", "5", "5"]],
  },
];

const round = rankedRound(applicants, { method: "mean", minimumSheets: 1, seats: { lean: 1 } });
const comment = "产业基础好。\n投资来源须核实。";
const table: ScoreTable = {
  ...round,
  round: "示例轮次",
  directionNames: {},
  at,
  detail: {
    ...round.detail,
    rows: round.detail.rows.map((row) =>
      row.expert === "e1" && row.submission === "s1"
        ? {
            ...row,
            remark: "建议推荐",
            items: row.items.map((item, index) => (index === 0 ? { ...item, comment } : item)),
          }
        : row,
    ),
  },
};

test("opinions stand under each applicant by number of the expert, with the result, and name nobody", async () => {
  const file = await inspectOne("a.docx", await writeReviewOpinions(table));
  const lines = outlineOf(file).map((line) => line.replace(/^\S+ /, ""));
  const [itemName = ""] = round.detail.form.items.map((item) => item.name);
  expect(lines).toEqual([
    "专家评审意见",
    "示例轮次",
    "一、精益创业方向",
    "（一）示例甲园区",
    "得分75.00，名次1，拟推荐。",
    "专家1（合计80分）：",
    `${itemName}：产业基础好。`,
    "投资来源须核实。",
    "建议推荐",
    "专家2（合计70分）：未写意见。",
    "专家3：回避。",
    "（二）示例乙研究院",
    "得分30.00，名次2，线下。",
    "专家1（合计30分）：未写意见。",
  ]);
});
