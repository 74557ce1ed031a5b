import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import type { RoundGrading } from "../../../shared/scheme/round-grading.ts";
import { blocksOf, inspectOne } from "../../support/inspect-bytes.ts";
import { ask, codeOf, freshProgram, passphrase } from "../../support/program.ts";
import { type Applicant, type OpenedRound, scoreSheet, seedRound } from "../../support/seeded-round.ts";
import { openWorkbook } from "../export/support.ts";

const now = "2018-07-20T02:00:00.000Z";
let program: Composed;
let round: OpenedRound;

const applicants: readonly Applicant[] = [
  { name: "示例县", city: "石家庄市", subject: "region", direction: null },
  { name: "示例大学", city: "石家庄市", subject: "university", direction: null },
  { name: "示例研究所", city: "石家庄市", subject: "institute", direction: null },
  { name: "示例公司", city: "石家庄市", subject: "enterprise", direction: null },
];
const grading: RoundGrading = {
  levels: [
    { id: "a", name: "优秀", minimum: "40", share: "25" },
    { id: "b", name: "合格", minimum: "30", share: null },
    { id: "c", name: "不合格", minimum: null, share: null },
  ],
  veto: [{ id: "fraud", text: "弄虚作假" }],
};
const scores: readonly (readonly [string, string])[] = [
  ["25", "20"],
  ["20", "22"],
  ["10", "10"],
  ["18", "14"],
];

beforeAll(async () => {
  const fresh = await freshProgram({ now: () => now });
  program = fresh.program;
  round = await seedRound(program, {
    scheme: "shijiazhuang-2018",
    applicants,
    experts: ["王甲"],
    rule: { seats: { all: 3 } },
    settings: { grading },
  });
  const [expert] = round.experts;
  if (!expert) throw new Error("no expert");
  for (const [index, submission] of round.submissions.entries())
    await scoreSheet(program, { round: round.round, expert: expert.id, submission }, scores[index] ?? []);
  await ask(program, "result/sign", {
    round: round.round,
    expert: expert.id,
    keyId: expert.key.keyId,
    passphrase,
  });
  return fresh.end;
});

const textsOf = async (path: string): Promise<string[]> =>
  blocksOf(await inspectOne("a.docx", readFileSync(path))).map((block) =>
    block.kind === "table" ? "" : block.text,
  );

describe("a notice without directions", () => {
  test("a missing direction is no open question, and everybody is ranked in one order", async () => {
    const { submissions } = await ask(program, "intake/list", { round: round.round });
    expect(submissions.map(({ questions }) => questions)).toEqual([0, 0, 0, 0]);
    const ranking = await ask(program, "ranking/get", { round: round.round });
    expect(ranking.unplaced).toEqual([]);
    expect(ranking.directions.map(({ direction, seats }) => [direction, seats])).toEqual([["all", 3]]);
    expect(
      ranking.directions[0]?.rows.map(({ name, rank, score, place }) => [name, rank, score, place]),
    ).toEqual([
      ["示例县", 1, "45.00", "recommended"],
      ["示例大学", 2, "42.00", "recommended"],
      ["示例公司", 3, "32.00", "recommended"],
      ["示例研究所", 4, "20.00", "reserve"],
    ]);
  });

  test("the list goes by the notice's types, or in the panel's own order", async () => {
    const make = async (order: "administrative" | "score") => {
      const what = "recommendation-list";
      const { files } = await ask(program, "export/make", { round: round.round, what, order });
      return (await textsOf(files[0]?.path ?? "")).filter((text) => text !== "").slice(3);
    };
    expect(await make("administrative")).toEqual([
      "一、区域（1个）",
      "示例县",
      "二、高校及科研院所（1个）",
      "示例大学",
      "三、企业（1个）",
      "示例公司",
    ]);
    expect(await make("score")).toEqual(["示例县", "示例大学", "示例公司"]);
  });
});

describe("grades of the round", () => {
  const view = () => ask(program, "grading/get", { round: round.round });
  const short = async () =>
    (await view()).rows.map(({ name, levelName, reason }) => [name, levelName, reason].join(" "));

  test("line, share and veto decide; a veto is recorded with its reason and can be taken back", async () => {
    expect(await short()).toEqual([
      "示例县 优秀 line",
      "示例大学 合格 line",
      "示例公司 合格 line",
      "示例研究所 不合格 line",
    ]);
    const [first = ""] = round.submissions;
    const veto = { round: round.round, submission: first, veto: "fraud", holds: true, reason: "材料不实" };
    expect(await codeOf(program, "grading/set-veto", { ...veto, veto: "other" })).toBe("unknown-veto");
    expect(await codeOf(program, "grading/set-veto", { ...veto, reason: " " })).toBe("bad-input");
    await ask(program, "grading/set-veto", veto);
    expect(await short()).toEqual([
      "示例大学 优秀 line",
      "示例公司 合格 line",
      "示例县 不合格 veto",
      "示例研究所 不合格 line",
    ]);
    expect((await view()).rows.find(({ submission }) => submission === first)?.marks).toMatchObject([
      { veto: "fraud", holds: true, reason: "材料不实", at: now },
    ]);
    await ask(program, "grading/set-veto", { ...veto, holds: false, reason: "核实无误" });
    expect((await short())[0]).toBe("示例县 优秀 line");
    expect(() => program.context.db.exec("DELETE FROM veto_mark")).toThrow(/append-only/);
  });

  test("stand on a sheet of the score table, with what they rest on", async () => {
    const { files, asStored } = await ask(program, "export/make", {
      round: round.round,
      what: "score-table",
    });
    expect(asStored).toEqual({ what: "scores", count: 4 });
    const page = (await openWorkbook(readFileSync(files[0]?.path ?? ""))).getWorksheet("等级");
    const rows: string[] = [];
    page?.eachRow((row, number) => {
      if (number > 3) rows.push([2, 4, 5, 6, 7].map((column) => row.getCell(column).text).join("|"));
    });
    expect(page?.getCell("A2").text).toBe(
      "优秀：不低于 40 分，本级及以上不超过 25%，现为至多 1 家；合格：不低于 30 分；不合格：其余\n" +
        "比例按本轮次全部有得分的单位计算，不分方向和主体类型，有否决情形的也计入：现有 4 家。家数取整，不进位。",
    );
    expect(rows.slice(1)).toEqual([
      "示例大学|42|合格|按分数线和比例|",
      "示例公司|32|合格|按分数线和比例|",
      "示例研究所|20|不合格|按分数线和比例|",
    ]);
    expect(rows[0]).toMatch(
      /^示例县\|45\|优秀\|按分数线和比例\|认定“弄虚作假”：材料不实（.+）\n撤销“弄虚作假”：核实无误（.+）$/,
    );
  });

  test("grades are frozen with the round; those that make no sense are refused in words", async () => {
    const view = await ask(program, "round/get", { round: round.round });
    expect(view.scheme.grading?.levels.map(({ name }) => name)).toEqual(["优秀", "合格", "不合格"]);
    const fresh = await ask(program, "round/create", { scheme: "shijiazhuang-2018", name: "另一轮" });
    const save = (levels: RoundGrading["levels"]) =>
      program.call("round/save-settings", {
        round: fresh.id,
        settings: { ...fresh.settings, grading: { levels, veto: [] } },
      });
    const [a, b, c] = grading.levels;
    if (!a || !b || !c) throw new Error("three levels");
    expect(await save([a, b, { ...c, minimum: "10" }])).toMatchObject({
      code: "bad-grading",
      params: { fault: "last-level-limited" },
    });
    expect(await save([b, { ...a, share: null }, c])).toMatchObject({ params: { fault: "line-rises" } });
    expect(await save([{ ...a, share: "120" }, c])).toMatchObject({ params: { fault: "share-not-percent" } });
    expect(await save([a, { ...b, name: "优秀" }, c])).toMatchObject({ params: { fault: "level-repeated" } });
    expect(await save([a, { ...b, share: "10" }, c])).toMatchObject({ params: { fault: "share-falls" } });
    expect(await save([a, b, c])).toMatchObject({ ok: true });
    expect(await codeOf(program, "grading/get", { round: fresh.id })).toBe("round-not-open");
  });

  test("以上 without the number itself is a switch of the round, frozen with it", async () => {
    const fresh = await ask(program, "round/create", { scheme: "hunan-2021", name: "词语" });
    const saved = await ask(program, "round/save-settings", {
      round: fresh.id,
      settings: {
        ...fresh.settings,
        boundWords: "exclusive",
        baseYears: [2018, 2019, 2020],
        growthMethod: "compound",
      },
    });
    expect(saved.scheme.settings).toMatchObject({
      boundWords: "exclusive",
      baseYears: [2018, 2019, 2020],
      growthMethod: "compound",
    });
    expect(saved.notice.settings.boundWords).toBeUndefined();
  });
});

describe("years of evaluation", () => {
  const register = "shijiazhuang";
  const scheme = "shijiazhuang-2018";
  const details = (name: string, subject: "region" | "university" | "institute" | "enterprise") => ({
    details: {
      register,
      name,
      level: "city" as const,
      direction: null,
      subject,
      province: "河北省",
      city: "石家庄市",
      batch: "2018年",
      source: "市政府公布名单",
    },
    confirmed: ["direction-unknown" as const, "unknown-city" as const, "similar" as const],
  });
  const evaluate = (
    base: string,
    outcome: string,
    effect: "keep" | "rectify" | "remove",
    more: object = {},
  ) =>
    program.call("register/act", {
      base,
      act: {
        kind: "evaluated",
        scheme,
        year: 2018,
        outcome,
        effect,
        deadline: null,
        reason: "评估报告",
        ...more,
      },
    });
  const year = (of: number) => ask(program, "evaluation/get", { scheme, register, year: of });
  const rowsOf = async (of: number) =>
    (await year(of)).groups.flatMap(({ id, rows }) =>
      rows.map((row) => [id, row.name, row.results.at(-1)?.name ?? null, row.due].join(" ")),
    );

  test("support, 整改 with its days, and the loss of the title after it, through to the list", async () => {
    const [one = "", two = "", three = ""] = (
      await ask(program, "register/add", {
        rows: [
          details("示例园区", "region"),
          details("示例学院", "university"),
          details("样本科技公司", "enterprise"),
        ],
      })
    ).map(({ id }) => id);
    expect(await rowsOf(2018)).toEqual([
      "region 示例园区  evaluate",
      "university 示例学院  evaluate",
      "enterprise 样本科技公司  evaluate",
    ]);
    expect(await codeOf(program, "evaluation/export", { scheme, register, year: 2018 })).toBe(
      "nothing-evaluated",
    );
    expect(await evaluate(one, "support", "keep")).toMatchObject({ ok: true });
    const rectify = { deadline: "2018-06-30", reevaluation: "2018-08-31" };
    expect(
      await evaluate(two, "rectify", "rectify", { ...rectify, reevaluation: "2018-06-01" }),
    ).toMatchObject({
      code: "reevaluation-too-early",
    });
    expect(await evaluate(two, "rectify", "rectify", rectify)).toMatchObject({
      value: { status: "rectifying", deadline: "2018-06-30", reevaluation: "2018-08-31" },
    });
    expect(await evaluate(three, "rectify", "rectify", { deadline: "2018-07-01" })).toMatchObject({
      ok: true,
    });
    const seen = await year(2018);
    expect(seen.counts).toEqual([
      { outcome: "support", name: "支持", count: 1 },
      { outcome: "rectify", name: "限期整改", count: 2 },
      { outcome: "revoke", name: "取消称号", count: 0 },
    ]);
    expect(seen.open).toBe(1);
    expect(seen.groups.flatMap(({ rows }) => rows.map(({ due, daysLeft }) => [due, daysLeft]))).toEqual([
      ["none", null],
      ["rectify", -20],
      ["re-evaluate", -19],
    ]);
    expect(await evaluate(three, "revoke", "remove", { reason: "整改仍未改善" })).toMatchObject({
      value: { status: "removed", deadline: null },
    });
    const { file } = await ask(program, "evaluation/export", { scheme, register, year: 2018 });
    expect((await textsOf(file.path)).filter((text) => text !== "")).toEqual([
      "附件",
      "2018年shijiazhuang绩效评估结果",
      "一、支持（共1个）",
      "积极宣传推广其经验做法，并安排专项资金予以支持。",
      "（一）区域（共1个）",
      "示例园区",
      "二、限期整改（共1个）",
      "责成其限期整改。",
      "（一）高校及科研院所（共1个）",
      "示例学院（整改期限：2018年6月30日，复评时间：2018年8月31日）",
      "三、取消称号（共1个）",
      "取消其市“双创”示范基地称号。",
      "（一）企业（共1个）",
      "样本科技公司",
    ]);
  });

  test("the next year asks again about those still named, and knows what was found before", async () => {
    const next = await year(2019);
    expect(next.years).toEqual([2018]);
    expect(
      next.groups.flatMap(({ rows }) => rows.map(({ name, due, before }) => [name, due, before?.name])),
    ).toEqual([
      ["示例园区", "evaluate", "支持"],
      ["示例学院", "rectify", "限期整改"],
    ]);
  });

  test("the national document is evaluated by functional type", async () => {
    const national = await ask(program, "evaluation/get", {
      scheme: "national-2020",
      register: "national-2020",
      year: 2022,
    });
    expect(national.groups.map(({ id, rows }) => [id, rows.length])).toEqual([
      ["employment", 25],
      ["integration", 27],
      ["lean", 32],
      ["global", 8],
    ]);
    expect(national.counts.map(({ name }) => name)).toEqual(["表彰激励", "调整退出"]);
    expect(await codeOf(program, "evaluation/get", { scheme: "hunan-2021", register, year: 2022 })).toBe(
      "no-evaluation",
    );
  });
});
