import { describe, expect, test } from "vitest";
import { isAskable, itemsOf, placeOf } from "../../../shared/correction/ask-for.ts";
import { clockOf, type SentCorrection } from "../../../shared/correction/correction.ts";
import { checkDossier } from "../../../shared/scheme/check-dossier.ts";
import { dossier, evidence, fact, file, schemeOf, sha } from "../../support/dossier.ts";

const guangxi = schemeOf("guangxi-2020");
const who = ["青秀区", "南宁市", "region", "lean"] as const;
const asked = (part: Parameters<typeof dossier>[2]) =>
  itemsOf(checkDossier(guangxi, dossier(1, who, part), { registry: [] }));

describe("what a letter asks for", () => {
  test("a missing value, a section and two values that differ, each with its place", () => {
    const items = asked({
      facts: [
        fact("lean-firms", "40", {
          block: "b3",
          text: "拥有创新型企业40家，比上年增加十二家，其中专精特新企业二十家",
        }),
        fact("lean-firms", "66", { block: "b7", text: "66" }),
        fact("lean-platforms", "9"),
      ],
      outline: guangxi.outline
        .slice(1)
        .map(({ id, title }) => ({ section: id, title, chars: 1500, evidence: evidence(title) })),
    });
    expect(items.map((item) => item.text)).toEqual([
      "“拥有创新型企业的数量”填报为 40，不是可以直接采用的准确数（约数、范围、合计数、单位或口径不一致），请报送准确数值（单位：个）并说明口径。",
      "“拥有创新型企业的数量”在材料中有不同数值（40、66个），请明确以哪一个为准并说明。",
      "“每万人拥有专利数量”没有填报，请补报数值（单位：件）并附佐证材料。",
      "方案中缺少“工作基础”一节，请补充。",
    ]);
    expect(items[1]?.places).toEqual([
      "指标表.xlsx · “拥有创新型企业40家，比上年增加十二家，其中专精…”",
      "指标表.xlsx · “66”",
    ]);
  });

  test("a place is named as the applicant finds it in its own file", () => {
    const place = { ...evidence("40"), file: "长沙市.zip!/园区/方案.docx", block: "b9", cell: "r4c3" };
    expect(placeOf(place)).toBe("方案.docx · 4 行 3 列");
    expect(placeOf({ ...place, file: "湘潭.eml!/附件1.xlsx", cell: "C5" })).toBe("附件1.xlsx · C5");
  });

  test("not a value below its threshold, not what the clerk has to settle", () => {
    const items = asked({
      facts: [
        fact("lean-firms", "3"),
        fact("lean-platforms", "9", { state: "to-confirm" }),
        fact("lean-patents", "7"),
      ],
    });
    expect(items.filter((item) => item.rule.startsWith("threshold:"))).toEqual([]);
    const late = checkDossier(guangxi, dossier(1, who, { receivedAt: "2020-12-01T00:00:00Z" }), {
      registry: [],
    });
    expect(late.filter((finding) => finding.kind === "deadline").map(isAskable)).toEqual([false]);
  });

  test("without a plan the plan is asked for, not each of its sections", () => {
    const items = asked({ files: [] });
    expect(items.filter((item) => item.rule.startsWith("outline:"))).toEqual([]);
    expect(items.find((item) => item.rule === "attachment:2")?.text).toContain("请补报");
  });
});

describe("the clock of a letter", () => {
  const sent: SentCorrection = {
    id: "c1",
    submission: "s1",
    version: 1,
    items: [{ rule: "attachment:3", status: "not-reported", text: "缺少附件3，请补报。", places: [] }],
    deadline: "2021-12-08",
    note: "",
    files: [sha("b")],
    letter: "补正通知.docx",
    by: "张三",
    at: "2021-12-01T00:00:00Z",
  };
  const now = (today: string, files = [file("plan")], part: Partial<SentCorrection> = {}) => {
    const { state, daysLeft, arrived } = clockOf({ ...sent, ...part }, dossier(1, who, { files }), today);
    return [state, daysLeft, ...arrived];
  };

  test("runs through its last day, and is over on the next", () => {
    expect(now("2021-12-01")).toEqual(["waiting", 7]);
    expect(now("2021-12-08")).toEqual(["waiting", 0]);
    expect(now("2021-12-09")).toEqual(["overdue", -1]);
  });

  test("ends with a file that was not there, late or not; the same file again is no answer", () => {
    const supplement = file("project-table", { sha256: sha("d"), name: "附件3.xlsx" });
    expect(now("2021-12-20", [file("plan"), supplement])).toEqual(["answered", null, "附件3.xlsx"]);
    expect(now("2021-12-20", [file("plan"), file("plan")])).toEqual(["overdue", -12]);
  });

  test("without a day it waits", () => {
    expect(now("2030-01-01", [file("plan")], { deadline: null })).toEqual(["waiting", null]);
  });
});
