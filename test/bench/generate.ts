import {
  cell,
  documentXml,
  paragraph,
  relationships,
  sheetXml,
  table,
  xlsxWith,
} from "../support/office-fixture.ts";
import { rawZip } from "../support/raw-zip.ts";

/** Submissions as they might be mailed, always the same for the same number: a plan in Word and a project table in Excel. */
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

const heading = (text: string): string => paragraph(text, '<w:outlineLvl w:val="0"/>');
const merged = (text: string, columns: number): string => cell(text, `<w:gridSpan w:val="${columns}"/>`);

/** The vertical merge as Word writes it: begun in one row, continued in the next. */
const down = (text: string): string => cell(text, '<w:vMerge w:val="restart"/>');
const goesOn = (): string => cell("", "<w:vMerge/>");

function indicatorTable(seed: number): string {
  const value = (base: number) => String(base + (seed % 50));
  return table(
    [down("指标名称"), down("单位"), merged("近三年情况", 3)],
    [goesOn(), goesOn(), cell("2018年"), cell("2019年"), cell("2020年")],
    [cell("创新型企业数量"), cell("个"), cell(value(50)), cell(value(55)), cell(value(60))],
    [cell("专业化创新创业支持平台数量"), cell("个"), cell(value(7)), cell(value(8)), cell(value(9))],
    [cell("每万人拥有专利数量"), cell("件"), cell(value(5)), cell(value(6)), cell(value(7))],
  );
}

const goalTable = (seed: number): string =>
  table(
    [merged("预期目标（2024年）", 3)],
    [cell("序号"), cell("目标"), cell("数值")],
    ...Array.from({ length: 6 }, (_, index) => [
      cell(String(index + 1)),
      cell(phrases[index] ?? ""),
      cell(String(seed + index)),
    ]),
  );

const sections = [
  ["一、工作基础", 1500],
  ["二、主要特色", 1500],
  ["三、未来3年的发展思路和主要建设任务", 1000],
  ["四、预期发展目标", 1000],
] as const;

const office = "application/vnd.openxmlformats-officedocument";

/** Complete enough for LibreOffice, which opens no part whose type is not stated. */
const contentTypes = (types: Readonly<Record<string, string>>): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
    types,
  )
    .map(([part, type]) => `<Override PartName="${part}" ContentType="${office}.${type}+xml"/>`)
    .join("")}</Types>`;

const documentOf = (body: string): Buffer =>
  rawZip([
    {
      name: "[Content_Types].xml",
      content: contentTypes({ "/word/document.xml": "wordprocessingml.document.main" }),
    },
    { name: "_rels/.rels", content: relationships(["officeDocument", "word/document.xml"]) },
    { name: "word/document.xml", content: documentXml(body) },
    { name: "word/_rels/document.xml.rels", content: relationships() },
  ]);

function planOf(number: number, name: string, city: string): Buffer {
  const direction = directions[number % directions.length] ?? "";
  const body = sections.map(([title, characters], index) =>
    [heading(title), ...prose(number + index, characters).map((text) => paragraph(text))].join(""),
  );
  return documentOf(
    [
      paragraph(`${name}双创示范基地建设实施方案`),
      paragraph(`申报单位：${name}`),
      paragraph(`所在市州：${city}`),
      paragraph("主体类型：区域"),
      paragraph(`建设方向：${direction}方向`),
      body[0],
      indicatorTable(number),
      body.slice(1).join(""),
      goalTable(number),
    ].join(""),
  );
}

const columns = [
  "序号",
  "项目名称",
  "建设单位",
  "建设内容",
  "建设期限",
  "总投资",
  "自筹",
  "银行贷款",
  "备注",
];
const rowsPerTable = 60;

function projectsOf(number: number, name: string, count = rowsPerTable): Buffer {
  const strings: string[] = [];
  const known = new Map<string, number>();
  const shared = (text: string): number => {
    const at = known.get(text) ?? strings.push(text) - 1;
    known.set(text, at);
    return at;
  };
  const letter = (index: number) => "ABCDEFGHI"[index] ?? "A";
  const row = (at: number, values: readonly (string | number)[]) =>
    `<row r="${at}">${values
      .map((value, index) =>
        typeof value === "number"
          ? `<c r="${letter(index)}${at}"><v>${value}</v></c>`
          : value === ""
            ? ""
            : `<c r="${letter(index)}${at}" t="s"><v>${shared(value)}</v></c>`,
      )
      .join("")}</row>`;
  const header = ["序号", "项目名称", "建设单位", "建设内容", "建设期限", "投资（万元）", "", "", "备注"];
  const data = Array.from({ length: count }, (_, index) => {
    const total = 1000 + ((number * 37 + index * 91) % 9000);
    const own = Math.floor(total / 2);
    return row(index + 6, [
      index + 1,
      `${phrases[index % 10]?.slice(0, 12)}项目${index + 1}`,
      name,
      phrases[(index + number) % 10] ?? "",
      `202${index % 3}-2024年`,
      total,
      own,
      total - own,
      "",
    ]);
  });
  const rows = [
    row(1, ["附件3 主要建设项目汇总表"]),
    row(2, [`填报单位：${name}`]),
    row(3, ["单位：万元"]),
    row(4, header),
    row(
      5,
      columns.map((text, index) => (index >= 5 && index <= 7 ? text : "")),
    ),
    ...data,
  ];
  const merges = [
    "A1:I1",
    "A2:I2",
    "A3:I3",
    "F4:H4",
    ...["A", "B", "C", "D", "E", "I"].map((one) => `${one}4:${one}5`),
  ];
  const xml = sheetXml(
    rows.join(""),
    `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`,
  );
  return xlsxWith({
    sheets: [{ name: "附件3", xml }],
    strings: strings.map((text) => `<si><t>${text}</t></si>`).join(""),
    parts: {
      "[Content_Types].xml": contentTypes({
        "/xl/workbook.xml": "spreadsheetml.sheet.main",
        "/xl/worksheets/sheet1.xml": "spreadsheetml.worksheet",
        "/xl/sharedStrings.xml": "spreadsheetml.sharedStrings",
      }),
    },
  });
}

/** A project table as no applicant sends one, to see what a large workbook costs. */
export const largeWorkbook = (rows: number): Buffer => projectsOf(0, "长沙示例高新技术产业园区", rows);

export function generateSubmission(number: number): GeneratedSubmission {
  const city = cities[number % cities.length] ?? "长沙市";
  const name = `${city.replace("市", "")}示例第${String(number + 1).padStart(4, "0")}高新技术产业园区`;
  return { name, city, plan: planOf(number, name, city), projects: projectsOf(number, name) };
}
