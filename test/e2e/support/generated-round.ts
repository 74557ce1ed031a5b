import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateSubmission } from "../../bench/generate.ts";
import { cell, docxWith, paragraph, table } from "../../support/office-fixture.ts";
import { ask, importFiles, startProgram } from "../../support/program.ts";
import { type HandedRound, handOut } from "./handed-round.ts";

/** As many applicants as a province hands to one panel, each with a plan of forty pages and a project table. */
export const APPLICANTS = 30;

/** About 620 characters on a page of 22 lines × 28. */
const CHARACTERS = 40 * 620;

const phrases = [
  "建立由县长任组长的双创工作领导小组，部门分工明确，每季度调度一次",
  "建成众创空间、科技企业孵化器和加速器相互衔接的孵化链条",
  "推动大中小企业融通创新，开放供应链、数据和应用场景",
  "设立双创引导基金，带动社会资本投向种子期和初创期企业",
  "深化“放管服”改革，实现企业开办一件事一次办",
  "支持科研人员离岗创业，落实职务科技成果权属改革试点",
  "举办创新创业大赛和项目路演，促进人才、技术与资本对接",
];

const sections = ["一、工作基础", "二、主要特色", "三、未来3年的发展思路和主要建设任务", "四、预期发展目标"];

function prose(seed: number, characters: number): string {
  const paragraphs: string[] = [];
  for (let written = 0, index = 0; written < characters; index += 1) {
    const words = Array.from({ length: 5 }, (_, at) => phrases[(seed + index * 2 + at * 3) % phrases.length]);
    const text = `（${index + 1}）${words.join("；")}。2020年服务企业${seed * 37 + index}家，投入${seed + index}万元。`;
    written += text.length;
    paragraphs.push(paragraph(text));
  }
  return paragraphs.join("");
}

const yearly = (seed: number): string =>
  table(
    [cell("指标"), cell("单位"), cell("2018年"), cell("2019年"), cell("2020年")],
    ["创新型企业数量", "专业化创新创业支持平台数量"]
      .flatMap((name, index) =>
        [name, index === 0 ? "家" : "个", 40 + seed, 45 + seed, 52 + seed].map((text) => cell(String(text))),
      )
      .slice(0, 5),
  );

function planOf(number: number, name: string, city: string): Buffer {
  const body = sections.map(
    (title, index) =>
      paragraph(title, '<w:outlineLvl w:val="0"/>') +
      prose(number + index, CHARACTERS / sections.length) +
      (index === 0 ? yearly(number) : ""),
  );
  return docxWith(
    [
      paragraph(`${name}双创示范基地建设实施方案`),
      paragraph(`申报单位：${name}`),
      paragraph(`所在市州：${city}`),
      paragraph("主体类型：区域"),
      paragraph("建设方向：精益创业方向"),
      ...body,
    ].join(""),
  );
}

/** Mailed files really imported, the round opened, a pack for each of three experts. */
export async function makeGeneratedRound(): Promise<HandedRound> {
  const dataFolder = mkdtempSync(join(tmpdir(), "pingshen-generated-"));
  const program = await startProgram(dataFolder);
  const { id: round } = await ask(program, "round/create", { scheme: "hunan-2021", name: "三十家的轮次" });
  const files: Record<string, Uint8Array> = {};
  for (let number = 0; number < APPLICANTS; number += 1) {
    const { name, city, projects } = await generateSubmission(number);
    files[`${name}/${name}实施方案.docx`] = planOf(number, name, city);
    files[`${name}/附件3.xlsx`] = projects;
  }
  await importFiles(program, round, files);
  const handed = await handOut(program, round);
  await program.close();
  return handed;
}
