import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FileKind, RefusalCode } from "../../../shared/submission/document.ts";
import { drawGrid, type Head } from "../write/grid.ts";
import { type Part, writeWord } from "../write/word.ts";
import { writeWorkbook } from "../write/workbook.ts";
import { directionName, planParts, subjectName } from "./plan.ts";
import { indicatorGrid, projectGrid } from "./tables.ts";
import type { Applicant } from "./types.ts";

/** A file of the round and what a correct reader says about it. */
export interface SampleFile {
  /** Path inside its mail, archive or folder. */
  readonly name: string;
  readonly kind: FileKind;
  readonly applicant?: Applicant;
  readonly refusal?: RefusalCode;
  /** A picture of a page: nothing in it can be read. */
  readonly scan?: true;
  /** Facts of this kind are in the file. */
  readonly holds: readonly ("indicators" | "stated" | "projects" | "applications")[];
  readonly applications?: readonly Applicant[];
  readonly make: () => Promise<Buffer>;
}

const header = "示例材料（虚构，仅供演示）";

export const planFile = (name: string, applicant: Applicant): SampleFile => ({
  name,
  kind: "plan",
  applicant,
  holds: [
    "stated",
    ...(applicant.indicatorPlaces.includes("plan") ? (["indicators"] as const) : []),
    ...(applicant.projects.format === "docx" ? (["projects"] as const) : []),
  ],
  make: () => writeWord({ header, headings: applicant.headings, parts: planParts(applicant) }),
});

/**
 * A plan as WPS saves it when the name says .docx: Word 97 inside. The bytes are kept in `old-word/`, made once from
 * `planFile` with `soffice --convert-to doc:"MS Word 97"`, because no library here writes that format.
 */
export const oldWordPlan = (name: string, applicant: Applicant, kept: string): SampleFile => ({
  ...planFile(name, applicant),
  make: async () => readFileSync(join(import.meta.dirname, "old-word", kept)),
});

export const indicatorFile = (name: string, applicant: Applicant): SampleFile => ({
  name,
  kind: "indicator-table",
  applicant,
  holds: ["indicators"],
  make: () =>
    writeWorkbook([
      {
        name: "量化指标",
        lines: [
          applicant.indicatorTitle,
          `填报单位：${applicant.name}        填报日期：2021年11月18日`,
          `主体类型：${subjectName(applicant)}    建设方向：${directionName(applicant)}    所在市州：${applicant.city}`,
        ],
        grid: indicatorGrid(applicant),
        notes: ["注：近三年指2018年、2019年、2020年；“/”表示该指标不分年度填报。本表为示例，数据虚构。"],
        numbersAsText: applicant.variant % 2 === 0,
      },
    ]),
});

export const projectFile = (name: string, applicant: Applicant): SampleFile => ({
  name,
  kind: "project-table",
  applicant,
  holds: ["projects"],
  make: () => {
    const { unit } = applicant.projects;
    const title = "附件3  湖南省双创示范基地主要建设项目汇总表（示例）";
    return writeWorkbook([
      {
        name: "附件3",
        lines: [
          unit.place === "title" ? `${title}（单位：${unit.text}）` : title,
          `填报单位：${applicant.name}`,
          ...(unit.place === "line" ? [unit.text] : []),
        ],
        grid: projectGrid(applicant.projects),
        notes: ["注：本表为示例，项目和数据均为虚构。"],
        numbersAsText: applicant.variant % 2 === 0,
      },
    ]);
  },
});

const applicationHeads: readonly [Head[][], Head[][], Head[][]] = [
  [[["序号"], ["市州"], ["申报单位"], ["主体类型"], ["建设方向"], ["联系人"], ["联系电话"], ["备注"]]],
  [[["序号"], ["申报单位名称"], ["所在地"], ["类别"], ["申报方向"], ["联系人"], ["电话"], ["备注"]]],
  [
    [
      ["序  号", 1, 2],
      ["推荐市州", 1, 2],
      ["申报主体", 3],
      ["联系方式", 2],
      ["备 注", 1, 2],
    ],
    [["单位名称"], ["主体类别"], ["重点方向"], ["联系人"], ["手机/座机"]],
  ],
];

/** 附件4: no column headers of the real annex are known, so each city writes its own. */
export const applicationFile = (
  name: string,
  city: string,
  applicants: readonly Applicant[],
  style: 0 | 1 | 2,
): SampleFile => ({
  name,
  kind: "application-table",
  holds: ["applications"],
  applications: applicants,
  make: () => {
    const heads = applicationHeads[style];
    const body = applicants.map((a, i) => {
      const subject = subjectName(a).replace("示范基地", style === 1 ? "类" : "");
      const direction = style === 0 ? directionName(a) : directionName(a).replace("方向", "");
      const place = style === 1 ? [a.name, a.city] : [a.city, a.name];
      return [`${i + 1}`, ...place, subject, direction, a.contact.name, a.contact.phone, "示例"];
    });
    return writeWorkbook([
      {
        name: "申报汇总表",
        lines: [
          "附件4  2021年湖南省双创示范基地申报汇总表（示例）",
          `填报单位（盖章）：${city}发展和改革委员会（示例）`,
        ],
        grid: drawGrid(heads, body, [7, 18, 40, 16, 16, 12, 18, 12]),
        notes: ["注：本表为示例，单位和联系方式均为虚构。"],
        numbersAsText: true,
      },
    ]);
  },
});

export const letterFile = (
  name: string,
  city: string,
  documentNo: string,
  applicants: readonly Applicant[],
): SampleFile => ({
  name,
  kind: "letter",
  holds: [],
  make: () => writeWord({ header, headings: "bold", parts: letterParts(city, documentNo, applicants) }),
});

function letterParts(city: string, documentNo: string, applicants: readonly Applicant[]): Part[] {
  const list = applicants.map((a) => `${a.name}（${subjectName(a)}，${directionName(a)}）`).join("、");
  return [
    { kind: "title", text: `${city}发展和改革委员会` },
    { kind: "centre", text: `${documentNo}（示例）` },
    { kind: "title", text: "关于推荐申报2021年湖南省双创示范基地的报告（示例）" },
    { kind: "line", text: "省发展改革委：" },
    {
      kind: "p",
      text: `按照《关于组织申报2021年度湖南省大众创业万众创新示范基地的通知》要求，我委组织有关单位开展申报，对建设实施方案进行了初审和现场核查，并征求了科技、人社、财政等部门意见。经研究，现推荐${list}共${applicants.length}个主体申报2021年湖南省双创示范基地。`,
    },
    {
      kind: "p",
      text: "我委承诺对申报材料的真实性、完整性负责，并将按照建设实施方案落实相关条件，做好跟踪服务。有关申报材料随文报送，请予审定。",
    },
    { kind: "line", text: "附件：1．建设实施方案  2．量化指标表  3．主要建设项目汇总表  4．申报汇总表" },
    { kind: "right", text: `${city}发展和改革委员会（示例）` },
    { kind: "right", text: "2021年11月24日" },
  ];
}

export const proofFile = (name: string, applicant: Applicant, text: readonly string[]): SampleFile => ({
  name,
  kind: "evidence",
  applicant,
  holds: [],
  make: () =>
    writeWord({
      header,
      headings: "bold",
      parts: [
        { kind: "title", text: "证明材料（示例）" },
        ...text.map((line): Part => ({ kind: "p", text: line })),
        { kind: "right", text: applicant.name },
        { kind: "right", text: "2021年11月12日" },
      ],
    }),
});

export const noiseFile = (name: string, data: Buffer): SampleFile => ({
  name,
  kind: "noise",
  holds: [],
  make: async () => data,
});

export const refusedFile = (
  name: string,
  kind: FileKind,
  applicant: Applicant,
  refusal: RefusalCode,
  make: () => Promise<Buffer>,
): SampleFile => ({ name, kind, applicant, refusal, holds: [], make });

export const scanFile = (name: string, applicant: Applicant, make: () => Promise<Buffer>): SampleFile => ({
  name,
  kind: "evidence",
  applicant,
  scan: true,
  holds: [],
  make,
});
