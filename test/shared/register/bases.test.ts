import { describe, expect, test } from "vitest";
import type { Base, BaseAct, BaseDetails, BaseEvent } from "../../../shared/register/base.ts";
import { countBases } from "../../../shared/register/count-bases.ts";
import { entriesOfBases, foldBases } from "../../../shared/register/fold-bases.ts";
import { judgeAct } from "../../../shared/register/judge-act.ts";
import { proposeBases } from "../../../shared/register/propose-bases.ts";
import { rectificationOf } from "../../../shared/register/rectification.ts";
import { searchBases } from "../../../shared/register/search-bases.ts";
import { checkDossier } from "../../../shared/scheme/check-dossier.ts";
import type { Cell } from "../../../shared/submission/document.ts";
import { dossier, registry, schemeOf } from "../../support/dossier.ts";

const published = registry();
const evaluation = schemeOf("shijiazhuang-2018").evaluation;

const details = (name: string, part: Partial<BaseDetails> = {}): BaseDetails => ({
  register: "shijiazhuang",
  name,
  level: "city",
  direction: null,
  subject: "region",
  province: "河北省",
  city: "石家庄市",
  batch: "2018年",
  source: "认定文件",
  ...part,
});
const event = (base: string, act: BaseAct, id = `e-${base}-${act.kind}`): BaseEvent => ({
  id,
  base,
  at: "2019-01-01T00:00:00Z",
  by: "张三",
  act,
});
const evaluated = (outcome: string, effect: "keep" | "rectify" | "remove", deadline: string | null = null) =>
  ({
    kind: "evaluated",
    scheme: "shijiazhuang-2018",
    year: 2019,
    outcome,
    effect,
    deadline,
    reason: "评估报告",
  }) as const;
const added = event("b1", { kind: "added", details: details("石家庄市鹿泉区") });
const baseOf = (events: readonly BaseEvent[], id = "b1"): Base => {
  const found = foldBases([], events).find((base) => base.id === id);
  if (!found) throw new Error(id);
  return found;
};
const judge = (events: readonly BaseEvent[], act: BaseAct) =>
  judgeAct(foldBases([], events), baseOf(events), act, evaluation);

describe("yearly evaluation", () => {
  const asked = event("b1", evaluated("rectify", "rectify", "2019-06-30"), "e2");

  test("限期整改 needs a day, and runs until it is restored or the title is lost", () => {
    expect(judge([added], evaluated("rectify", "rectify"))).toMatchObject({
      ok: false,
      code: "deadline-missing",
    });
    const base = baseOf([added, asked]);
    expect([base.status, base.deadline]).toEqual(["rectifying", "2019-06-30"]);
    expect(rectificationOf(base, "2019-06-30")).toEqual({
      deadline: "2019-06-30",
      daysLeft: 0,
      overdue: false,
    });
    expect(rectificationOf(base, "2019-07-02")).toMatchObject({ daysLeft: -2, overdue: true });
    const restored = baseOf([added, asked, event("b1", { kind: "restored", reason: "整改到位" }, "e3")]);
    expect([restored.status, rectificationOf(restored, "2019-07-02")]).toEqual(["named", null]);
  });

  test("the title is lost only after 整改, and then nothing more can be evaluated", () => {
    const remove = evaluated("revoke", "remove");
    expect(judge([added], remove)).toMatchObject({ ok: false, code: "outcome-too-early" });
    expect(judge([added, asked], remove).ok).toBe(true);
    const restored = event("b1", { kind: "restored", reason: "到位" }, "e3");
    expect(judge([added, asked, restored], remove)).toMatchObject({ code: "outcome-too-early" });
    const gone = [added, asked, event("b1", remove, "e4")];
    expect(baseOf(gone)).toMatchObject({ status: "removed", history: gone });
    expect(judge(gone, evaluated("support", "keep"))).toMatchObject({ code: "base-removed" });
  });

  test("an outcome the scheme does not know is refused", () => {
    expect(judge([added], evaluated("gold", "keep"))).toMatchObject({ code: "unknown-outcome" });
    expect(judge([added], evaluated("support", "remove"))).toMatchObject({ code: "unknown-outcome" });
  });
});

describe("names of a base", () => {
  const hengxian = published.find((entry) => entry.name.includes("横县"));
  const id = `${hengxian?.register}:${hengxian?.name}`;
  const renamed = event(id, { kind: "alias", name: "横州市", source: "更名批复" });

  test("no list says another name by itself", () => {
    expect(foldBases(published, []).flatMap((base) => base.aliases)).toEqual([]);
  });

  test("another name, once it is entered, shuts out like the printed one", () => {
    const guangxi = schemeOf("guangxi-2020");
    const statusWith = (events: readonly BaseEvent[]) =>
      checkDossier(guangxi, dossier(1, ["横州市", "南宁市", "region", "lean"]), {
        registry: entriesOfBases(foldBases(published, events)),
      }).find((finding) => finding.kind === "exclusion")?.status;
    expect(statusWith([])).toBe("met");
    expect(statusWith([renamed])).toBe("not-allowed");
    const removed = event(id, evaluated("exit", "remove"), "e9");
    expect(statusWith([renamed, removed])).toBe("to-confirm");
  });

  test("a name another base has is refused", () => {
    const bases = foldBases(published, []);
    const [first, second] = bases;
    if (!first || !second) throw new Error("no bases");
    expect(
      judgeAct(bases, first, { kind: "alias", name: second.name, source: "x" }, undefined),
    ).toMatchObject({
      ok: false,
      code: "already-listed",
    });
  });
});

describe("search and counts", () => {
  const bases = foldBases(published, []);
  const any = { text: "", register: null, level: null, direction: null, subject: null, status: null };

  test("every word has to be there, in whatever width it is typed", () => {
    expect(searchBases(bases, { ...any, text: "广西" }).map((base) => base.name)).toEqual([
      "广西壮族自治区南宁市横县",
      "广西壮族自治区柳州高新技术产业开发区",
      "广西壮族自治区桂林高新技术产业开发区",
    ]);
    expect(searchBases(bases, { ...any, text: "广西 高新", direction: "lean" })).toHaveLength(1);
    expect(searchBases(bases, { ...any, direction: "global" })).toHaveLength(8);
    expect(searchBases(bases, { ...any, text: "没有这个" })).toEqual([]);
  });

  test("what no list speaks of is not counted as 0", () => {
    const count = { direction: null, within: "广西" } as const;
    expect(countBases(bases, { ...count, level: "national" })).toHaveLength(3);
    expect(countBases(bases, { ...count, level: "province" })).toBeNull();
  });
});

describe("import of a table", () => {
  const rows = [
    ["序号", "市州", "示范基地名称", "建设方向", "主体类型"],
    ["1", "长沙市", "长沙示例高新技术产业开发区", "精益创业", "区域"],
    ["2", "深圳市", "示例大学", "创业就业", "高校"],
    ["3", "岳阳市", "长沙示例高新区", "", "区域"],
    ["4", "岳阳市", "湖南省岳阳市城陵矶新港区", "精益创业", "区域"],
  ];
  const cells: Cell[] = rows.flatMap((line, row) =>
    line.flatMap((text, column) =>
      text === "" ? [] : [{ text, row: row + 1, column: column + 1, rowSpan: 1, columnSpan: 1 }],
    ),
  );
  const document = {
    blocks: [{ kind: "table" as const, id: "b1", sheet: "名单", hidden: false, rows: 5, columns: 5, cells }],
  };
  const listed = foldBases(published, []);
  const source = { file: "名单.xlsx", sha256: "a".repeat(64), document };
  const read = proposeBases(source, listed, schemeOf("hunan-2021").cities);

  test("asks about doubles, unknown cities and missing directions, each at its cell", () => {
    expect(read.rows.map(({ name, direction, subject, city }) => [name, direction, subject, city])).toEqual([
      ["长沙示例高新技术产业开发区", "lean", "region", "长沙市"],
      ["示例大学", "employment", "university", "深圳市"],
      ["长沙示例高新区", null, "region", "岳阳市"],
      ["湖南省岳阳市城陵矶新港区", "lean", "region", "岳阳市"],
    ]);
    expect(read.rows.map((row) => row.questions.map((question) => question.code))).toEqual([
      [],
      ["unknown-city"],
      ["repeated", "direction-unknown"],
      ["listed-already"],
    ]);
    expect(read.rows[1]?.evidence).toMatchObject({ file: "名单.xlsx", block: "b1", cell: "C3" });
  });
});
