import { describe, expect, test } from "vitest";
import { foldBases } from "../../../shared/register/fold-bases.ts";
import { planBoard, type TargetValue, tasksOf } from "../../../shared/scheme/plan-board.ts";
import { noticeOf, registry, schemeOf } from "../../support/dossier.ts";

const plan = schemeOf("guangxi-plan-2021");
const bases = foldBases(registry(), []);
const plain = (text: string) => text.replace(/[\s*#]/g, "");
const entered = (target: string, value: string, at = "2023-01-01T00:00:00Z"): TargetValue => ({
  target,
  value,
  asOf: "2022年底",
  source: "统计公报",
  by: "张三",
  at,
});
const row = (target: string, values: readonly TargetValue[] = []) =>
  planBoard(plan, bases, values).find((one) => one.target.id === target);

describe("the plan of 桂政办发〔2021〕10号", () => {
  const notice = plain(noticeOf("guangxi-plan-2021"));

  test("has its 27 tasks in 8 actions, each word for word", () => {
    expect(plan.tasks?.map((task) => task.number)).toEqual(
      Array.from({ length: 27 }, (_, index) => index + 1),
    );
    expect(new Set(plan.tasks?.map((task) => task.action)).size).toBe(8);
    for (const task of plan.tasks ?? []) {
      expect(notice).toContain(plain(`${task.number}.${task.title}。${task.text}`));
      for (const department of [...task.lead, ...task.cooperating])
        expect(notice).toContain(department.replace(/^自治区/, ""));
    }
  });

  test("names departments as the plan distributes them", () => {
    const first = plan.tasks?.[0];
    expect(first?.lead).toEqual(["自治区科技厅"]);
    expect(first?.cooperating).toEqual([
      "自治区工业和信息化厅",
      "自治区发展改革委",
      "自治区农业农村厅",
      "自治区卫生健康委",
      "自治区国资委",
      "自治区大数据发展局",
      "自治区通信管理局",
    ]);
    expect(tasksOf(plan.tasks ?? [], "自治区退役军人厅").map((task) => task.number)).toEqual([8]);
    expect(tasksOf(plan.tasks ?? [], "")).toHaveLength(27);
  });

  test("has every measurable target for 2023", () => {
    expect(plan.targets?.map(({ name, op, value, unit, year }) => [name, op, value, unit, year])).toEqual([
      ["全社会研发投入", ">=", "300", "亿元", 2023],
      ["研发投入强度", ">=", "1.25", "%", 2023],
      ["财政用于科学技术支出", ">=", "120", "亿元", 2023],
      ["每万人就业人员中研发人员数量", ">=", "9", "人", 2023],
      ["国家级双创示范基地", ">=", "6", "个", 2023],
      ["自治区级双创示范基地", ">=", "30", "个", 2023],
      ["高新区", ">=", "17", "个", 2023],
      ["国家级高新区", ">=", "5", "个", 2023],
      ["自治区级高新区", ">=", "12", "个", 2023],
      ["创新飞地", ">=", "4", "个", 2023],
      [
        "国家级和自治区级重点实验室、工程（技术）研究中心、技术创新中心和企业技术中心等各类载体",
        ">=",
        "1000",
        "家",
        2023,
      ],
      ["新登记市场主体", ">=", "100", "万家", 2023],
      ["带动新增就业人口", ">=", "65", "万人", 2023],
    ]);
  });
});

describe("the board", () => {
  test("counts what the register can count, and names whom", () => {
    expect(row("national-bases")).toMatchObject({ state: "short", origin: "register", value: "3", gap: "3" });
    expect(row("national-bases")?.counted).toContain("广西壮族自治区南宁市横县");
  });

  test("nothing known is unknown, never 0 and never a gap", () => {
    for (const target of ["regional-bases", "rd-intensity"])
      expect(row(target)).toMatchObject({ state: "unknown", origin: "none", value: null, gap: null });
  });

  test.each([
    ["1.24", "short", "0.01"],
    ["1.25", "reached", "0"],
    ["1.3", "reached", "0"],
    ["0", "short", "1.25"],
  ])("研发投入强度 %s: %s, gap %s", (value, state, gap) => {
    expect(row("rd-intensity", [entered("rd-intensity", value)])).toMatchObject({
      state,
      gap,
      origin: "entered",
    });
  });

  test("an entered value wins over the count, the latest over earlier ones, and the count stays visible", () => {
    const late = entered("national-bases", "6", "2023-05-01T00:00:00Z");
    const found = row("national-bases", [late, entered("national-bases", "5")]);
    expect(found).toMatchObject({ state: "reached", value: "6", origin: "entered", entered: late });
    expect(found?.counted).toHaveLength(3);
  });
});
