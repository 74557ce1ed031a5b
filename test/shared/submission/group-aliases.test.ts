import { describe, expect, it } from "vitest";
import { combineExtractions } from "../../../shared/submission/combine-extractions.ts";
import type { Extraction, Provenance } from "../../../shared/submission/fact.ts";
import type { GroupFile } from "../../../shared/submission/group-submissions.ts";
import { extractMailBody } from "../../../shared/submission/mail-body.ts";
import { groupSubmissions } from "../../support/group-submissions.ts";
import { document, extract, hunanScheme, table } from "./support.ts";

const filler = "园区深化放管服改革，完善公共服务体系，营造良好创新创业生态。".repeat(30);
const full = "湖南湘潭莲城经济技术开发区";

const plan = (opening: string): Extraction =>
  extract(
    document("# 双创示范基地建设实施方案", opening, "一、工作基础和成效", filler, "二、特色与优势", filler),
    "方案.docx",
  ).extraction;

const projectTable = (unit: string): Extraction =>
  extract(
    document("主要建设项目汇总表", `申报单位：${unit}`, (id) =>
      table(id, [
        ["项目名称", "建设单位", "总投资（万元）"],
        ["众创空间", "某公司", "100"],
      ]),
    ),
    "附件3.docx",
  ).extraction;

const file = (
  path: string,
  extraction: Extraction | null,
  provenance: Partial<Provenance> = {},
): GroupFile => ({
  file: path,
  sha256: [...path]
    .reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) % 0xffffff, 7)
    .toString(16)
    .padStart(64, "0"),
  provenance: { path, ...provenance },
  extraction,
  container: path.includes("!/") ? path.slice(0, path.lastIndexOf("!/")) : null,
});

const groups = (...files: GroupFile[]) => {
  const { submissions, roundFiles } = groupSubmissions(files, hunanScheme);
  return {
    submissions: submissions.map((group) => group.files.map((member) => member.file)),
    roundFiles: roundFiles.map((member) => member.file),
  };
};

describe("short names a file gives its applicant", () => {
  it.each([
    [`申报单位：${full}\n${full}（以下简称“莲城经开园”）位于湘潭市。`, ["莲城经开园"]],
    [`申报单位：${full}\n${full}(以下简称莲城经开园或莲城园)`, ["莲城经开园", "莲城园"]],
    [`申报单位：${full}\n${full}，以下称「莲城经开园」，`, ["莲城经开园"]],
    [
      "申报单位：长沙市示例高新技术产业开发区\n示例高新技术产业开发区（以下简称“示例高新园”）位于长沙市。",
      ["示例高新园"],
    ],
    [`申报单位：${full}\n${full}（以下简称“园区”）`, []],
    [`申报单位：${full}\n湖南省发展和改革委员会（以下简称“省发展改革委”）`, []],
    [`申报单位：${full}\n${full}（湘潭）`, []],
  ])("%s", (opening, aliases) => {
    expect(plan(opening).aliases ?? []).toEqual(aliases);
  });

  const own = plan(`申报单位：${full}\n${full}（以下简称“莲城经开园”）位于湘潭市。`);
  const table3 = projectTable("莲城经开园");

  it("bring a file under the short name to the applicant, in whatever order they come", () => {
    const expected = { submissions: [["1.eml!/附件3.docx", "2.eml!/方案.docx"]], roundFiles: [] };
    expect(groups(file("1.eml!/附件3.docx", table3), file("2.eml!/方案.docx", own))).toEqual(expected);
    expect(groups(file("2.eml!/方案.docx", own), file("1.eml!/附件3.docx", table3))).toEqual(expected);
  });

  it("are no contradiction, and the full name stands", () => {
    const combined = combineExtractions({
      scheme: hunanScheme,
      files: [
        { file: "附件3.docx", sha256: "1".repeat(64), extraction: table3 },
        { file: "方案.docx", sha256: "2".repeat(64), extraction: own },
      ],
      newId: () => "f",
    });
    expect(combined.identity.name).toMatchObject({ value: full, state: "read" });
  });

  it("tell nobody apart when two applicants give themselves the same", () => {
    const other = plan(
      "申报单位：湖南株洲莲城经济技术开发区\n湖南株洲莲城经济技术开发区（以下简称“莲城经开园”）位于株洲市。",
    );
    const { submissions } = groups(
      file("a/方案.docx", own),
      file("b/方案.docx", other),
      file("c/附件3.docx", table3),
    );
    expect(submissions).toEqual([["a/方案.docx"], ["b/方案.docx"], ["c/附件3.docx"]]);
  });
});

describe("the same applicant in several spellings and mails", () => {
  it.each([
    "湖南 湘潭莲城 经济技术开发区",
    "湘潭莲城经济技术开发区",
    "湘潭莲城经开区",
    "湘潭莲城经济技术开发区管委会",
  ])("%s is the same", (spelling) => {
    const { submissions } = groups(
      file("一.eml!/方案.docx", plan(`申报单位：${full}`)),
      file("二.eml!/附件3.docx", projectTable(spelling)),
    );
    expect(submissions).toHaveLength(1);
  });

  const evidence = extract(document("营业执照", "名称：某公司"), "证明.docx").extraction;
  const mine = file("一.eml!/方案.docx", plan(`申报单位：${full}`));

  it("a nameless attachment of a later mail goes where the subject says", () => {
    const later = file("二.eml!/证明.docx", evidence, { subject: `关于报送${full}补充材料的函` });
    expect(groups(mine, later).submissions).toEqual([["一.eml!/方案.docx", "二.eml!/证明.docx"]]);
  });

  it("a subject that names two applicants, or none, decides nothing", () => {
    const second = file("三.eml!/方案.docx", plan("申报单位：长沙示例科技大学"));
    const both = file("二.eml!/证明.docx", evidence, { subject: `${full}和长沙示例科技大学的证明` });
    const none = file("四.eml!/证明.docx", evidence, { subject: "补充材料" });
    expect(groups(mine, second, both, none)).toEqual({
      submissions: [["一.eml!/方案.docx"], ["三.eml!/方案.docx"]],
      roundFiles: ["二.eml!/证明.docx", "四.eml!/证明.docx"],
    });
  });

  it("a city's cover letter for several stays with the round, whomever its mail names", () => {
    const letter = extract(
      document(
        "# 关于推荐申报湖南省双创示范基地的函",
        "省发展改革委：",
        `现推荐${full}、长沙示例科技大学申报湖南省双创示范基地。`,
        "湘潭市发展和改革委员会",
      ),
      "推荐函.docx",
    ).extraction;
    expect(letter.kind).toBe("letter");
    const cover = file("二.eml!/推荐函.docx", letter, { subject: `${full}等申报材料` });
    const second = file("三.eml!/方案.docx", plan("申报单位：长沙示例科技大学"));
    expect(groups(mine, second, cover).roundFiles).toEqual(["二.eml!/推荐函.docx"]);
  });
});

describe("the text of a mail", () => {
  const body = (text: string) =>
    extractMailBody({
      document: document(...text.split("\n")),
      file: "一.eml",
      sha256: "e".repeat(64),
      scheme: hunanScheme,
    }).extraction;
  const attached = file("一.eml!/方案.docx", plan(`申报单位：${full}`));

  it("gives identity and values as questions only", () => {
    const read = body(`所在市州：湘潭市\n建设方向：精益创业\n更正：创新型企业数量66家。`);
    expect(read.kind).toBe("mail");
    expect(read.applicant).toMatchObject({
      city: { value: "湘潭市", sure: false },
      direction: { value: "lean", sure: false },
    });
    expect(read.facts).toMatchObject([{ key: "lean-firms", value: "66", sure: false, doubt: "mail-body" }]);
    const { submissions } = groups(attached, file("一.eml", read));
    expect(submissions).toEqual([["一.eml", "一.eml!/方案.docx"]]);
    const combined = combineExtractions({
      scheme: hunanScheme,
      files: [
        {
          file: "一.eml!/方案.docx",
          sha256: "2".repeat(64),
          extraction: plan(`申报单位：${full}\n建设方向：创业就业`),
        },
        { file: "一.eml", sha256: "e".repeat(64), extraction: read },
      ],
      newId: () => "f",
    });
    expect(combined.facts).toMatchObject([{ value: "66", state: "to-confirm" }]);
    expect(combined.identity.direction).toMatchObject({ value: "employment", state: "read" });
  });

  it("stays a mail when it says nothing new, and when applicants of several came in it", () => {
    const greeting = body("您好，材料见附件，请查收。");
    expect(groups(attached, file("一.eml", greeting)).submissions).toEqual([["一.eml!/方案.docx"]]);
    const second = file("一.eml!/乙.docx", plan("申报单位：长沙示例科技大学"));
    const told = groups(attached, second, file("一.eml", body("更正：创新型企业数量66家。")));
    expect(told.submissions.flat()).not.toContain("一.eml");
  });
});
