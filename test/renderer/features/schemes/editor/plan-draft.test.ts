import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sectionsFor } from "../../../../../renderer/features/schemes/editor/draft-scheme.ts";
import { chineseNumber } from "../../../../../renderer/features/schemes/editor/plan-text.ts";
import {
  targetsFromText,
  unreadStatements,
} from "../../../../../renderer/features/schemes/editor/target-draft.ts";
import { departmentsOf, tasksFromText } from "../../../../../renderer/features/schemes/editor/task-draft.ts";
import { deriveScheme } from "../../../../../shared/scheme/derive-scheme.ts";
import { schemeProblems } from "../../../../../shared/scheme/scheme-problems.ts";
import { schemeOf } from "../../../../support/dossier.ts";

const plan = schemeOf("guangxi-plan-2021");
const notice = readFileSync(
  join(import.meta.dirname, "../../../../../resources/schemes/notices/guangxi-plan-2021.txt"),
  "utf8",
);
const between = (from: string, to: string): string => notice.slice(notice.indexOf(from), notice.indexOf(to));
const draft = deriveScheme(plan, {
  id: "shili-plan-2031",
  title: "示例省三年行动计划（2031—2033年）",
  issuer: "示例省人民政府办公厅",
  documentNo: "",
  year: 2031,
});

describe("the tasks of a plan pasted as they stand in it", () => {
  const tasks = tasksFromText(
    between("二、重点任务", "三、保障措施").replace(/#+\s*$/, ""),
    "正文",
    plan.province,
    [],
  );

  it("become the 27 tasks of the Guangxi plan, with action, departments in full, text and place", () => {
    const known = plan.tasks ?? [];
    expect(tasks.map(({ source: _source, ...task }) => task)).toEqual(
      known.map(({ source: _source, ...task }) => task),
    );
    expect(tasks.map(({ source }) => source.place)).toEqual(known.map(({ source }) => source.place));
    // Where a page of print ends inside the brackets the kept sentence of the scheme is the part on one page.
    expect(tasks.every(({ source }, index) => source.quote.includes(known[index]?.source.quote ?? "?"))).toBe(
      true,
    );
  });

  it("can be saved as they are, and a task without departments asks for them", () => {
    expect(schemeProblems({ ...draft, tasks })).toEqual([]);
    const bare = tasksFromText("（一）示例行动。\n1. 示例任务。做一件事。", "二、任务", "示例省", ["task-1"]);
    expect(bare).toMatchObject([
      { id: "task-2", number: 1, action: "示例行动", title: "示例任务", text: "做一件事。", lead: [] },
    ]);
    expect(schemeProblems({ ...draft, tasks: bare }).map(({ field, code }) => [field, code])).toEqual([
      ["tasks[0].lead", "too-few"],
    ]);
  });

  it("a plan with lettered tasks and no numbers is read too, and text before the first task is none", () => {
    const read = tasksFromText(
      "前言，不是任务。\n三、主要任务\n(十二) 建好平台。各地要建好平台。（责任单位：省科技厅、教育厅）",
      "正文",
      "示例省",
      [],
    );
    expect(read).toMatchObject([
      {
        number: 12,
        action: "",
        title: "建好平台",
        lead: ["省科技厅", "省教育厅"],
        source: { place: "三、主要任务（十二）", quote: "（责任单位：省科技厅、教育厅）" },
      },
    ]);
  });

  it("every pasted task is read once, in its order, with its departments, wherever lines end", () => {
    const word = fc.stringMatching(/^[甲乙丙丁戊己庚辛]{2,6}$/);
    const task = fc.record({
      title: word,
      text: fc.array(word, { minLength: 1, maxLength: 4 }),
      lead: fc.array(word, { minLength: 1, maxLength: 3 }),
      cooperating: fc.array(word, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(task, { maxLength: 6 }), (given) => {
        const typed = given.map(({ title, text, lead, cooperating }, index) => {
          const helpers =
            cooperating.length === 0
              ? ""
              : `；配合单位：${cooperating.map((name) => `省${name}厅`).join("、")}`;
          return `${index + 1}. ${title}。${text.join("\n\n")}。（牵头单位：${lead.map((name) => `省${name}厅`).join("、")}${helpers}）`;
        });
        const read = tasksFromText(typed.join("\n"), "正文", "示例省", []);
        expect(
          read.map(({ number, title, text, lead, cooperating }) => ({
            number,
            title,
            text,
            lead,
            cooperating,
          })),
        ).toEqual(
          given.map(({ title, text, lead, cooperating }, index) => ({
            number: index + 1,
            title,
            text: `${text.join("")}。`,
            lead: lead.map((name) => `省${name}厅`),
            cooperating: cooperating.map((name) => `省${name}厅`),
          })),
        );
      }),
    );
  });

  it("an area is written out for short names only, never before an office that has its own", () => {
    expect(departmentsOf("省科技厅、财政厅，示例税务局、市场监管局", "示例")).toEqual([
      "省科技厅",
      "省财政厅",
      "示例税务局",
      "市场监管局",
    ]);
    expect(departmentsOf("市科技局、市场监管局、各区人民政府、共青团示例市委", "示例")).toEqual([
      "市科技局",
      "市市场监管局",
      "各区人民政府",
      "共青团示例市委",
    ]);
    expect(departmentsOf("", "示例")).toEqual([]);
  });

  it("Chinese ordinals are numbers", () => {
    expect(["一", "九", "十", "十二", "二十", "二十七", "九十九"].map(chineseNumber)).toEqual([
      1, 9, 10, 12, 20, 27, 99,
    ]);
  });
});

describe("the targets of a plan pasted as they stand in it", () => {
  const targets = targetsFromText(
    between("——要素投入", "## **二、重点任务"),
    "一、总体要求（二）行动目标",
    2021,
    [],
  );

  it("become the 13 targets of the Guangxi plan: value, unit, comparison, year and part; what is counted is for a person to say", () => {
    const facts = (list: NonNullable<typeof plan.targets>) =>
      list.map(({ op, value, unit, year, group, source }) => [op, value, unit, year, group, source.place]);
    expect(facts(targets)).toEqual(facts(plan.targets ?? []));
    for (const [index, known] of (plan.targets ?? []).entries())
      expect(targets[index]?.name).toContain(known.name);
    expect(targets.every(({ count }) => count === null)).toBe(true);
    expect(schemeProblems({ ...draft, targets })).toEqual([]);
  });

  it("words decide the comparison, and what no program can decide is not read", () => {
    const read = targetsFromText(
      "到２０３３年，示例企业超过1,200家；能耗不超过5万吨，示例园区达到３个左右；约有8个平台，示例增速不低于6.5%。",
      "二、目标",
      2031,
      [],
    );
    expect(read.map(({ name, op, value, unit, year }) => [name, op, value, unit, year])).toEqual([
      ["示例企业", ">", "1200", "家", 2033],
      ["能耗", "<=", "5", "万吨", 2033],
      ["示例增速", ">=", "6.5", "%", 2033],
    ]);
  });

  it("sentences with an amount no program can decide are named, not lost", () => {
    const typed =
      "——示例部分。到2033年，示例平台达到约300个，示例企业超过1200家；示例基金规模20亿元左右，带动作用更强。";
    expect(targetsFromText(typed, "正文", 2031, []).map(({ name }) => name)).toEqual(["示例企业"]);
    expect(unreadStatements(typed)).toEqual(["示例平台达到约300个", "示例基金规模20亿元左右"]);
    expect(unreadStatements(between("——要素投入", "## **二、重点任务**"))).toEqual([]);
  });

  it("any text gives targets with a number, and never one without its words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (typed) => {
        for (const { name, value, unit, source } of targetsFromText(typed, "位置", 2031, [])) {
          expect(value).toMatch(/^\d+(\.\d+)?$/);
          expect([name.trim(), unit.trim(), source.quote].every((word) => word !== "")).toBe(true);
        }
      }),
    );
  });
});

describe("the parts of the editor", () => {
  it("a plan is made of targets and tasks; whatever else stands in a draft is shown as well", () => {
    expect(sectionsFor(draft)).toEqual(["basics", "targets", "tasks"]);
    expect(sectionsFor({ ...draft, points: schemeOf("shijiazhuang-2018").points })).toContain("points");
    expect(sectionsFor(schemeOf("guangxi-2020"))).not.toContain("tasks");
    expect(sectionsFor(schemeOf("shijiazhuang-2018"))).toContain("targets");
    expect(sectionsFor(schemeOf("national-2020"))).toEqual(["basics", "list", "pairs", "grades"]);
  });

  it("a list made from a list keeps its directions and evaluation as defaults, and not the list", () => {
    const national = schemeOf("national-2020");
    const list = deriveScheme(national, {
      id: "guojia-2031",
      title: "第四批",
      issuer: "国务院办公厅",
      documentNo: "",
      year: 2031,
    });
    expect(list.purpose).toBe("register");
    expect(list.register).toBeUndefined();
    expect(list.evaluation?.outcomes.map(({ name }) => name)).toEqual(["表彰激励", "调整退出"]);
    expect(list.evaluation?.source.place).toContain("请按新通知核对");
    expect(list.directions.map(({ id }) => id)).toEqual(national.directions.map(({ id }) => id));
    expect(schemeProblems(list)).toEqual([]);
    expect(
      schemeProblems({ ...list, register: { id: "", title: "", source: { place: "", quote: "" } } }),
    ).toMatchObject([
      { field: "register.id", code: "empty" },
      { field: "register.title", code: "empty" },
      { field: "register.source.place", code: "empty" },
      { field: "register.source.quote", code: "empty" },
    ]);
  });

  it("a plan made from a plan holds none of its targets, tasks or other rules", () => {
    expect(draft).toMatchObject({ purpose: "plan", targets: [], tasks: [], province: "广西壮族自治区" });
    expect({
      ...draft,
      id: "",
      title: "",
      issuer: "",
      documentNo: "",
      year: 0,
      targets: 0,
      tasks: 0,
    }).toEqual({
      ...plan,
      id: "",
      title: "",
      issuer: "",
      documentNo: "",
      year: 0,
      targets: 0,
      tasks: 0,
    });
    expect(schemeProblems(draft)).toEqual([]);
  });
});
