import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { headingNumber } from "../../../electron/export/gb9704.ts";
import {
  type RecommendationList,
  writeRecommendationList,
} from "../../../electron/export/recommendation-list.ts";
import {
  at,
  convert,
  hasOffice,
  hasPoppler,
  hunanCities,
  rankedRound,
  type TestApplicant,
  unzip,
} from "./support.ts";

const high = [["25", "25", "15", "15"]];
const middle = [["22", "22", "15", "15"]];
const low = [["10", "10", "5", "5"]];

const applicants: readonly TestApplicant[] = [
  { name: "永州示例农业科技园区", city: "永州市", subject: "region", direction: "lean", scores: high },
  { name: "常德示例智能制造研究院", city: "常德", subject: "institute", direction: "lean", scores: middle },
  {
    name: "长沙示例高新技术产业开发区",
    city: "长沙市",
    subject: "region",
    direction: "lean",
    scores: middle,
  },
  { name: "落选者示例园区", city: "株洲市", subject: "region", direction: "lean", scores: low },
  {
    name: "湖南示例重工股份有限公司",
    city: "长沙市",
    subject: "enterprise",
    direction: "integration",
    scores: high,
  },
  {
    name: "湘潭示例高新技术产业开发区",
    city: "湘潭市",
    subject: "region",
    direction: "integration",
    scores: middle,
  },
];

const { ranking } = rankedRound(applicants, {
  method: "mean",
  minimumSheets: 1,
  seats: { lean: 3, integration: 2, employment: 0, global: 0 },
});

const list: RecommendationList = {
  title: "2021年湖南省大众创业万众创新示范基地推荐名单",
  ranking,
  cities: hunanCities,
  directionNames: {},
  order: "administrative",
  layout: "annex",
  at,
};

const linesOf = async (changes: Partial<RecommendationList>): Promise<string[]> => {
  const xml = await part("word/document.xml", changes);
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, body = ""]) =>
    [...body.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gs)].map(([, text]) => text).join(""),
  );
};

const part = async (name: string, changes: Partial<RecommendationList> = {}): Promise<string> => {
  const parts = await unzip(await writeRecommendationList({ ...list, ...changes }));
  return parts.get(name)?.toString("utf8") ?? "";
};

describe("the recommendation list", () => {
  test("follows the annex of 国办发〔2020〕51号: counts in headings, one full name per line, no numbers, units after places", async () => {
    expect(await linesOf({})).toEqual([
      "附件",
      "",
      "2021年湖南省大众创业万众创新",
      "示范基地推荐名单（5个）",
      "",
      "一、融通创新方向（2个）",
      "湘潭示例高新技术产业开发区",
      "湖南示例重工股份有限公司",
      "二、精益创业方向（3个）",
      "长沙示例高新技术产业开发区",
      "永州示例农业科技园区",
      "常德示例智能制造研究院",
    ]);
  });

  test("never names an applicant that is not recommended", async () => {
    for (const layout of ["annex", "numbered", "inline"] as const)
      expect((await linesOf({ layout })).join("")).not.toContain("落选者");
  });

  test("gives the panel's order on demand, numbered", async () => {
    expect(await linesOf({ order: "score", layout: "numbered" })).toEqual([
      "附件",
      "",
      "2021年湖南省大众创业万众创新",
      "示范基地推荐名单（共5个）",
      "",
      "一、融通创新方向（共2个）",
      "1、湖南示例重工股份有限公司",
      "2、湘潭示例高新技术产业开发区",
      "二、精益创业方向（共3个）",
      "1、永州示例农业科技园区",
      "2、常德示例智能制造研究院",
      "3、长沙示例高新技术产业开发区",
    ]);
  });

  test("gives one paragraph per subject type on demand", async () => {
    expect((await linesOf({ layout: "inline" })).slice(5)).toEqual([
      "一、区域示范基地（共3个）",
      "湘潭示例高新技术产业开发区、长沙示例高新技术产业开发区、永州示例农业科技园区。",
      "二、科研院所示范基地（共1个）",
      "常德示例智能制造研究院。",
      "三、企业示范基地（共1个）",
      "湖南示例重工股份有限公司。",
    ]);
  });

  test("has the page of GB/T 9704: margins, grid and outside page numbers", async () => {
    const xml = await part("word/document.xml");
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/);
    expect(xml).toMatch(/<w:docGrid [^>]*w:type="linesAndChars"/);
    expect(xml).toMatch(/<w:docGrid [^>]*w:linePitch="579"/);
    expect(xml).toMatch(/<w:docGrid [^>]*w:charSpace="-849"/);
    expect(await part("word/settings.xml")).toContain("<w:evenAndOddHeaders/>");
    const footers = [await part("word/footer1.xml"), await part("word/footer2.xml")];
    expect(footers.map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1]).sort()).toEqual([
      "left",
      "right",
    ]);
    for (const footer of footers) {
      expect(footer).toContain("— ");
      expect(footer).toContain('<w:sz w:val="28"/>');
      expect(footer).toContain('w:eastAsia="宋体"');
    }
  });

  test("every paragraph has an exact pitch of 579 and every run names its fonts and size", async () => {
    const xml = await part("word/document.xml");
    const paragraphs = [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, body = ""]) => body);
    const looks = paragraphs.map((body) => [
      /w:line="579" w:lineRule="exact"/.test(body),
      /w:eastAsia="([^"]+)"/.exec(body)?.[1],
      /w:ascii="([^"]+)"/.exec(body)?.[1],
      /w:hAnsi="([^"]+)"/.exec(body)?.[1],
      /<w:sz w:val="(\d+)"/.exec(body)?.[1],
      /w:firstLineChars="200"/.test(body),
    ]);
    const latin = "Times New Roman";
    expect(looks.slice(0, 7)).toEqual([
      [true, "黑体", latin, latin, "32", false],
      [true, "仿宋", latin, latin, "32", false],
      [true, "方正小标宋简体", latin, latin, "44", false],
      [true, "方正小标宋简体", latin, latin, "44", false],
      [true, "仿宋", latin, latin, "32", false],
      [true, "黑体", latin, latin, "32", true],
      [true, "仿宋", latin, latin, "32", true],
    ]);
  });

  test("names a replacement for a font that cannot come with the program, and no theme font", async () => {
    expect(await part("word/fontTable.xml")).toContain(
      '<w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/></w:font>',
    );
    expect(await part("word/document.xml")).not.toContain("Theme");
    expect(await part("word/styles.xml")).not.toContain("Theme");
  });

  test("is the same bytes for the same data", async () => {
    expect((await writeRecommendationList(list)).equals(await writeRecommendationList(list))).toBe(true);
  });

  test("escapes what a name may contain", async () => {
    const odd = rankedRound(
      [{ name: `示例<甲>&"乙"𬀩园区`, city: "长沙市", subject: "region", direction: "lean", scores: high }],
      {
        method: "mean",
        minimumSheets: 1,
      },
    );
    expect((await linesOf({ ranking: odd.ranking })).at(-1)).toBe("示例&lt;甲&gt;&amp;&quot;乙&quot;𬀩园区");
  });
});

test("first-level headings are numbered in Chinese", () => {
  expect([1, 4, 9, 10, 11, 19, 20, 21, 99].map(headingNumber)).toEqual([
    "一",
    "四",
    "九",
    "十",
    "十一",
    "十九",
    "二十",
    "二十一",
    "九十九",
  ]);
});

describe("in LibreOffice", () => {
  test.skipIf(!hasOffice || !hasPoppler)(
    "a page holds 22 lines (skipped where soffice or poppler is missing)",
    async () => {
      const many = rankedRound(
        Array.from(
          { length: 40 },
          (_, i): TestApplicant => ({
            name: `示例园区第${i + 1}号`,
            city: "长沙市",
            subject: "region",
            direction: "lean",
            scores: high,
          }),
        ),
        { method: "mean", minimumSheets: 1, seats: { lean: 40 } },
      );
      const pdf = convert(await writeRecommendationList({ ...list, ranking: many.ranking }), "docx", "pdf");
      const text = execFileSync("pdftotext", ["-layout", "-f", "2", "-l", "2", "-", "-"], {
        input: pdf,
      })
        .toString()
        .replaceAll(" ", "");
      const lines = text.split("\n").filter((line) => line.includes("示例园区"));
      expect(lines.length).toBe(22);
      expect(text).toMatch(/—2—/);
    },
  );
});
