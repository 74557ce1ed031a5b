import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { itemsOf } from "../../../shared/correction/ask-for.ts";
import { checkRound } from "../../../shared/scheme/check-round.ts";
import type { Finding } from "../../../shared/scheme/finding.ts";
import { sentenceOf } from "../../../shared/scheme/finding-words.ts";
import type { Application } from "../../../shared/submission/fact.ts";
import { dossier, evidence, project, schemeOf } from "../../support/dossier.ts";

const hunan = schemeOf("hunan-2021");

const row = (name: string, part: Partial<Application> = {}): Application => ({
  city: "长沙市",
  name,
  subject: "region",
  direction: "lean",
  contact: "",
  evidence: { ...evidence(name, "b1", "附件4.xlsx"), cell: "C4" },
  ...part,
});
const arrived = [
  dossier(1, ["长沙示例高新技术产业开发区", "长沙市", "region", "lean"]),
  dossier(2, ["长沙示例大学", "长沙市", "university", "employment"]),
  dossier(3, ["岳阳示例园区", "岳阳市", "region", "lean"]),
];
const check = (applications: readonly Application[]) => {
  const checked = checkRound(hunan, arrived, { registry: [], applications });
  const own = (id: string) =>
    (checked.perSubmission.get(id) ?? []).filter((finding) => finding.kind === "application-table");
  return { own, round: checked.round.filter((finding) => finding.kind === "application-table") };
};
const short = (findings: readonly Finding[]) =>
  findings.map(({ rule, status, reason }) => [rule, status, reason].filter(Boolean).join(" "));

describe("申报汇总表 beside what arrived", () => {
  const rows = [
    row("长沙示例高新区"),
    row("长沙示例大学", { subject: "university", direction: "integration" }),
    row("长沙示例制造有限公司", { subject: "enterprise", direction: "integration" }),
  ];

  test("the same, a different direction, and one that never arrived", () => {
    const { own, round } = check(rows);
    expect(short(own("s1"))).toEqual(["application-table:listed met"]);
    expect(short(own("s2"))).toEqual(["application-table:direction contradiction"]);
    expect(short(round)).toEqual(["application-table:missing:长沙示例制造有限公司 not-reported listed-only"]);
    const [different] = own("s2");
    expect(different && sentenceOf("zh", different)).toBe(
      "建设方向：申报汇总表写“融通创新”，申报材料为“创业就业”，不一致；请与推荐单位核对后更正有误的一处。",
    );
    expect(itemsOf(own("s2")).map((item) => [item.text, item.places])).toEqual([
      [
        "申报汇总表与申报材料的建设方向不一致（汇总表：融通创新；材料：创业就业），请核对后更正。",
        ["指标表.xlsx · “employment”", "附件4.xlsx · C4"],
      ],
    ]);
  });

  test("arrived and not listed is a contradiction only where the table of the city has arrived", () => {
    const { own } = check([row("长沙示例大学", { subject: "university", direction: "employment" })]);
    expect(short(own("s1"))).toEqual(["application-table:listed contradiction not-listed"]);
    expect(short(own("s3"))).toEqual([]);
  });

  test("a similar name is a question; the same name from another city is another unit", () => {
    const { round } = check([row("长沙示例高新技术产业开发区（西区）")]);
    expect(short(round)).toEqual([
      "application-table:missing:长沙示例高新技术产业开发区（西区） to-confirm similar",
    ]);
    expect(short(check([row("岳阳示例园区", { city: "株洲市" })]).own("s3"))).toEqual([]);
  });

  test("the order of rows and submissions does not matter", () => {
    const whole = checkRound(hunan, arrived, { registry: [], applications: rows });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rows, { minLength: 3 }),
        fc.shuffledSubarray(arrived, { minLength: 3 }),
        (some, those) => {
          const shuffled = checkRound(hunan, those, { registry: [], applications: some });
          expect(shuffled.round).toEqual(whole.round);
          expect(new Map(shuffled.perSubmission)).toEqual(new Map(whole.perSubmission));
        },
      ),
    );
  });
});

describe("papers of a city", () => {
  const papers = [
    { kind: "letter", city: "长沙市", file: "长沙市/推荐文件.docx", refused: false },
    { kind: "application-table", city: "长沙市", file: "附件4.xlsx", refused: true },
  ] as const;
  const found = (list: typeof papers | readonly [] | undefined) =>
    checkRound(hunan, arrived, { registry: [], ...(list ? { papers: list } : {}) }).round.filter(
      (finding) => finding.kind === "attachment",
    );

  test("are asked for once per city that has a submission", () => {
    expect(short(found(papers))).toEqual([
      "attachment:4:长沙市 to-confirm unread",
      "attachment:4:岳阳市 not-reported per-city",
      "attachment:letter:长沙市 met",
      "attachment:letter:岳阳市 not-reported per-city",
    ]);
    expect(found(papers).at(-1)?.subject).toBe("推荐申报文件（岳阳市）");
    expect(found(undefined)).toEqual([]);
  });
});

describe("counts beside rows", () => {
  const rows = [project("甲", "100"), project("乙", "200")];
  const counted = (count: number) =>
    checkRound(
      hunan,
      [
        dossier(1, ["某园", "长沙市", "region", "lean"], {
          projects: rows,
          statedCounts: [
            { count, evidence: { ...evidence(`合计：${count} 个`, "b3", "项目表.xlsx"), cell: "A9" } },
          ],
        }),
      ],
      { registry: [] },
    )
      .perSubmission.get("s1")
      ?.find((finding) => finding.kind === "count");

  test.each([
    [2, "met"],
    [3, "contradiction"],
    [0, "contradiction"],
  ])("%i stated for 2 rows: %s", (count, status) => {
    expect(counted(count)).toMatchObject({ status, expected: "2", actual: String(count) });
  });
});
