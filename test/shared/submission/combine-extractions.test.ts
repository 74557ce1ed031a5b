import { describe, expect, it } from "vitest";
import { combineExtractions } from "../../../shared/submission/combine-extractions.ts";
import type { Application } from "../../../shared/submission/fact.ts";
import { document, extract, hunanScheme, sha256, table } from "./support.ts";

const planText = (direction: string, statement: string) =>
  document(
    "# 长沙示例科技大学双创示范基地建设实施方案",
    "申报单位：长沙示例科技大学",
    `建设方向：${direction}`,
    "一、工作基础",
    statement,
    "二、主要特色",
    "特色鲜明。",
  );
const plan = extract(
  planText("创业就业", "近三年吸纳重点人群年平均就业2800人。拥有专利300件。"),
  "方案.docx",
).extraction;
const indicators = extract(
  document((id) =>
    table(id, [
      ["序号", "指标名称", "完成值"],
      ["1", "近三年吸纳或带动重点人群的年平均就业人数（人）", "约2900"],
      ["2", "每万人拥有专利数量（件）", "6.8"],
    ]),
  ),
  "附件1.docx",
).extraction;

const files = [
  { file: "附件1.docx", sha256, extraction: indicators },
  { file: "方案.docx", sha256, extraction: plan },
];

const counter = () => {
  let next = 0;
  return () => {
    next += 1;
    return `f${next}`;
  };
};

const combine = (applications: readonly Application[] = [], given = files) =>
  combineExtractions({ scheme: hunanScheme, files: given, applications, newId: counter() });

const row = (direction: Application["direction"]): Application => ({
  city: "长沙市",
  name: "长沙示例科技大学",
  subject: "university",
  direction,
  contact: "",
  evidence: { file: "附件4.xlsx", sha256, block: "b1", cell: "C4", text: "长沙示例科技大学" },
});

describe("combineExtractions", () => {
  it("keeps every fact with its place; a sure reading is read, any other is to confirm", () => {
    expect(
      combine().facts.map(({ id, key, value, state, read }) => [id, key, value, state, read?.evidence.file]),
    ).toEqual([
      ["f1", "employment-jobs", "2800", "read", "方案.docx"],
      ["f2", "employment-jobs", "2900", "to-confirm", "附件1.docx"],
      ["f3", "lean-patents", "6.8", "read", "附件1.docx"],
    ]);
  });

  it("does not ask about a look-alike once the indicator itself was read", () => {
    expect(plan.facts.map((fact) => fact.doubt)).toContain("confused-indicator");
    expect(combine().facts.map((fact) => fact.read?.doubt)).not.toContain("confused-indicator");
  });

  it("takes identity from the plan and what it leaves open from the city's table", () => {
    const { identity } = combine([row("employment")]);
    expect([identity.name?.value, identity.name?.state]).toEqual(["长沙示例科技大学", "read"]);
    expect([identity.city?.value, identity.subject?.value, identity.direction?.value]).toEqual([
      "长沙市",
      "university",
      "employment",
    ]);
    expect(Object.values(identity).map((value) => value?.state)).toEqual(["read", "read", "read", "read"]);
  });

  it("makes a question of a direction on which plan and table differ, and keeps the plan's", () => {
    const { direction } = combine([row("lean")]).identity;
    expect([direction?.value, direction?.state, direction?.evidence?.file]).toEqual([
      "employment",
      "to-confirm",
      "方案.docx",
    ]);
  });

  it("takes outline and length from the plan", () => {
    const { outline, totalChars } = combine();
    expect([outline.map((section) => section.section), totalChars]).toEqual([
      ["basis", "features"],
      plan.totalChars,
    ]);
  });

  it("does not depend on the order of the files", () => {
    expect(combine([row("lean")], files.toReversed())).toEqual(combine([row("lean")]));
  });
});
