import type { Part } from "../write/word.ts";
import {
  ecology,
  finance,
  guarantees,
  mechanism,
  pick,
  policy,
  problems,
  steps,
  thinking,
} from "./common.ts";
import { indicatorGrid, projectGrid } from "./tables.ts";
import type { Applicant, Passage } from "./types.ts";

const directionNames = {
  employment: "创业就业",
  integration: "融通创新",
  lean: "精益创业",
  global: "全球化创业",
};
const subjectNames = { region: "区域", university: "高校", institute: "科研院所", enterprise: "企业" };

export const directionName = (applicant: Applicant): string => `${directionNames[applicant.direction]}方向`;
export const subjectName = (applicant: Applicant): string => `${subjectNames[applicant.subject]}示范基地`;

const ordinals = [
  "一",
  "二",
  "三",
  "四",
  "五",
  "六",
  "七",
  "八",
  "九",
  "十",
  "十一",
  "十二",
  "十三",
  "十四",
  "十五",
];
export const ordinal = (at: number): string => ordinals[at] ?? `${at + 1}`;

/** 建设实施方案 after the outline of 附件2. */
export function planParts(applicant: Applicant): Part[] {
  return [
    ...cover(applicant),
    ...basis(applicant),
    ...features(applicant),
    ...future(applicant),
    ...goals(applicant),
  ];
}

function cover(applicant: Applicant): Part[] {
  const fields = [
    ["申报单位", applicant.name],
    ["所在市州", applicant.city],
    ["主体类型", subjectName(applicant)],
    ["建设方向", directionName(applicant)],
    ["联系人及电话", `${applicant.contact.name}  ${applicant.contact.phone}`],
  ];
  const title: Part[] = [
    { kind: "title", text: applicant.name },
    { kind: "title", text: "湖南省双创示范基地建设实施方案（示例）" },
  ];
  if (applicant.cover === "lines")
    return [...title, ...fields.map(([name, text]): Part => ({ kind: "line", text: `${name}：${text}` }))];
  const cells = fields.flatMap(([name = "", text = ""], i) => [
    { row: i + 1, column: 1, text: name, rowSpan: 1, columnSpan: 1, head: true },
    { row: i + 1, column: 2, text, rowSpan: 1, columnSpan: 1, head: false },
  ]);
  return [...title, { kind: "table", grid: { columns: 2, rows: fields.length, cells, widths: [1, 3] } }];
}

function basis(applicant: Applicant): Part[] {
  const common: Passage[] = applicant.brief
    ? []
    : [
        { title: "工作机制建设", paragraphs: [pick(mechanism, applicant, 0)] },
        { title: "创新创业生态培育", paragraphs: [pick(ecology, applicant, 1)] },
        { title: "金融和投融资环境营造", paragraphs: [pick(finance, applicant, 2)] },
        { title: "政策统筹与经验推广", paragraphs: [pick(policy, applicant, 3)] },
        { title: "存在的主要问题", paragraphs: [pick(problems, applicant, 1)] },
      ];
  return [{ kind: "h1", text: "一、工作基础" }, ...passages([...applicant.basis, ...common])];
}

function features(applicant: Applicant): Part[] {
  const parts: Part[] = [{ kind: "h1", text: "二、主要特色" }, ...passages(applicant.features)];
  if (!applicant.indicatorPlaces.includes("plan")) return parts;
  return [
    ...parts,
    { kind: "h2", text: `（${ordinal(applicant.features.length)}）量化指标情况` },
    { kind: "p", text: "主要量化指标完成情况及预期目标见下表，数据来源为统计、人社、市场监管等部门。" },
    { kind: "centre", text: applicant.indicatorTitle },
    { kind: "table", grid: indicatorGrid(applicant) },
  ];
}

function future(applicant: Applicant): Part[] {
  const tasks = applicant.tasks.flatMap((task, i): Part[] => [
    ...(i === 0 ? [{ kind: "h2", text: "（二）主要建设任务" } as const] : []),
    ...task.paragraphs.map(
      (text, at): Part => ({ kind: "p", text: at === 0 ? `${i + 1}．${task.title}。${text}` : text }),
    ),
  ]);
  const projects = applicant.projects.format === "docx" ? projectParts(applicant) : [];
  return [
    { kind: "h1", text: "三、未来三年发展思路和主要建设任务" },
    { kind: "h2", text: "（一）发展思路" },
    { kind: "p", text: pick(thinking, applicant, 0) },
    ...tasks,
    ...projects,
    ...(applicant.brief ? [] : closing(applicant, projects.length > 0 ? 3 : 2)),
  ];
}

function closing(applicant: Applicant, first: number): Part[] {
  return [
    { kind: "h2", text: `（${ordinal(first)}）实施步骤` },
    { kind: "p", text: pick(steps, applicant, 2) },
    { kind: "h2", text: `（${ordinal(first + 1)}）保障措施` },
    { kind: "p", text: pick(guarantees, applicant, 3) },
  ];
}

function projectParts(applicant: Applicant): Part[] {
  const { unit } = applicant.projects;
  return [
    { kind: "h2", text: "（三）重大项目" },
    { kind: "centre", text: "附件3  湖南省双创示范基地主要建设项目汇总表（示例）" },
    { kind: "line", text: `填报单位：${applicant.name}` },
    ...(unit.place === "line" ? [{ kind: "right", text: `单位：${unit.text}` } as const] : []),
    { kind: "table", grid: projectGrid(applicant.projects) },
  ];
}

function goals(applicant: Applicant): Part[] {
  return [
    { kind: "h1", text: "四、预期发展目标" },
    ...applicant.goals.map((text): Part => ({ kind: "p", text })),
    { kind: "right", text: applicant.name },
    { kind: "right", text: "2021年11月18日" },
  ];
}

function passages(items: readonly Passage[]): Part[] {
  return items.flatMap((item, i): Part[] => [
    { kind: "h2", text: `（${ordinal(i)}）${item.title}` },
    ...item.paragraphs.map((text): Part => ({ kind: "p", text })),
  ]);
}
