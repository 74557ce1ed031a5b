import { drawGrid, type Grid } from "../../resources/samples/write/grid.ts";
import { type Part, writeWord } from "../../resources/samples/write/word.ts";
import { writeWorkbook } from "../../resources/samples/write/workbook.ts";

/**
 * Submissions as they might be mailed, always the same for the same number: a plan in Word and a project table in Excel, with
 * the fonts, borders, headers and page numbers such papers have, written by the libraries that write the sample round.
 */
export interface GeneratedSubmission {
  readonly name: string;
  readonly city: string;
  readonly plan: Buffer;
  readonly projects: Buffer;
}

const cities = [
  "长沙市",
  "株洲市",
  "湘潭市",
  "衡阳市",
  "邵阳市",
  "岳阳市",
  "常德市",
  "张家界市",
  "益阳市",
  "郴州市",
  "永州市",
  "怀化市",
  "娄底市",
];
const directions = ["创业就业", "融通创新", "精益创业", "全球化创业"];
const phrases = [
  "围绕创新链布局产业链，推动各类创新创业要素向园区集聚",
  "建成众创空间、科技企业孵化器和加速器相互衔接的孵化链条",
  "完善知识产权服务体系，开展专利导航和高价值专利培育",
  "设立双创引导基金，带动社会资本投向种子期和初创期企业",
  "推动大中小企业融通发展，开放供应链、数据和应用场景",
  "支持科研人员离岗创业，落实职务科技成果权属改革试点",
  "举办创新创业大赛和项目路演，促进人才、技术与资本对接",
  "深化“放管服”改革，实现企业开办一件事一次办",
  "加强返乡创业服务，带动高校毕业生和农民工就业创业",
  "建设国际合作平台，与多个国家和地区的园区共建离岸基地",
];

/** About so many characters of running text. */
function prose(seed: number, characters: number): string[] {
  const paragraphs: string[] = [];
  let written = 0;
  for (let index = 0; written < characters; index += 1) {
    const sentences = Array.from(
      { length: 6 },
      (_, at) => phrases[(seed * 7 + index * 3 + at) % phrases.length] ?? "",
    );
    const text = `${sentences.join("，")}，第${seed}号园区在第${index + 1}阶段形成可复制的经验。`;
    paragraphs.push(text);
    written += text.length;
  }
  return paragraphs;
}

function indicatorTable(seed: number): Grid {
  const value = (base: number) => String(base + (seed % 50));
  return drawGrid(
    [
      [
        ["指标名称", 1, 2],
        ["单位", 1, 2],
        ["近三年情况", 3],
      ],
      [["2018年"], ["2019年"], ["2020年"]],
    ],
    [
      ["创新型企业数量", "个", value(50), value(55), value(60)],
      ["专业化创新创业支持平台数量", "个", value(7), value(8), value(9)],
      ["每万人拥有专利数量", "件", value(5), value(6), value(7)],
    ],
    [30, 10, 15, 15, 15],
  );
}

const goalTable = (seed: number): Grid =>
  drawGrid(
    [[["预期目标（2024年）", 3]], [["序号"], ["目标"], ["数值"]]],
    Array.from({ length: 6 }, (_, index) => [String(index + 1), phrases[index] ?? "", String(seed + index)]),
    [10, 60, 15],
  );

const sections = [
  ["一、工作基础", 1500],
  ["二、主要特色", 1500],
  ["三、未来3年的发展思路和主要建设任务", 1000],
  ["四、预期发展目标", 1000],
] as const;

function planOf(number: number, name: string, city: string): Promise<Buffer> {
  const lines = [
    `申报单位：${name}`,
    `所在市州：${city}`,
    "主体类型：区域",
    `建设方向：${directions[number % directions.length] ?? ""}方向`,
  ];
  const body = sections.map(([title, characters], index): Part[] => [
    { kind: "h1", text: title },
    ...prose(number + index, characters).map((text): Part => ({ kind: "p", text })),
  ]);
  const [first = [], ...others] = body;
  return writeWord({
    header: "双创示范基地申报材料",
    headings: "styled",
    parts: [
      { kind: "title", text: `${name}双创示范基地建设实施方案` },
      ...lines.map((text): Part => ({ kind: "line", text })),
      ...first,
      { kind: "table", grid: indicatorTable(number) },
      ...others.flat(),
      { kind: "table", grid: goalTable(number) },
    ],
  });
}

const rowsPerTable = 60;

function projectsOf(number: number, name: string, count = rowsPerTable): Promise<Buffer> {
  const rows = Array.from({ length: count }, (_, index) => {
    const total = 1000 + ((number * 37 + index * 91) % 9000);
    const own = Math.floor(total / 2);
    return [
      String(index + 1),
      `${phrases[index % 10]?.slice(0, 12)}项目${index + 1}`,
      name,
      phrases[(index + number) % 10] ?? "",
      `202${index % 3}-2024年`,
      String(total),
      String(own),
      String(total - own),
      "",
    ];
  });
  const grid = drawGrid(
    [
      [
        ["序号", 1, 2],
        ["项目名称", 1, 2],
        ["建设单位", 1, 2],
        ["建设内容", 1, 2],
        ["建设期限", 1, 2],
        ["投资（万元）", 3],
        ["备注", 1, 2],
      ],
      [["总投资"], ["自筹"], ["银行贷款"]],
    ],
    rows,
    [6, 26, 26, 40, 14, 10, 10, 10, 10],
  );
  const lines = ["附件3 主要建设项目汇总表", `填报单位：${name}`, "单位：万元"];
  return writeWorkbook([{ name: "附件3", lines, grid, notes: [], numbersAsText: false }]);
}

/** A project table as no applicant sends one, to see what a large workbook costs. */
export const largeWorkbook = (rows: number): Promise<Buffer> =>
  projectsOf(0, "长沙示例高新技术产业园区", rows);

export async function generateSubmission(number: number): Promise<GeneratedSubmission> {
  const city = cities[number % cities.length] ?? "长沙市";
  const name = `${city.replace("市", "")}示例第${String(number + 1).padStart(4, "0")}高新技术产业园区`;
  return { name, city, plan: await planOf(number, name, city), projects: await projectsOf(number, name) };
}
