import { describe, expect, it } from "vitest";
import { readNarrative } from "../../../../shared/submission/extract/read-narrative.ts";
import { sliceCodePoints } from "../../../support/slice-code-points.ts";
import { factLine, hunanScheme, sha256 } from "../support.ts";

function read(text: string, future = false) {
  const messages: { code: string; place: string; text: string }[] = [];
  const facts = readNarrative(
    { file: "方案.docx", sha256, scheme: hunanScheme, messages },
    { block: "b7", text, future },
  );
  for (const { evidence } of facts) {
    expect(text).toContain(evidence.text);
    expect(evidence.text).toContain(sliceCodePoints(text, evidence.start ?? 0, evidence.end ?? 0));
  }
  return { facts: facts.map(factLine), texts: facts.map((fact) => fact.evidence.text), messages };
}

describe("readNarrative", () => {
  it.each<[string, string[]]>([
    [
      "近三年吸纳或带动重点人群年平均就业人数12000人，支持创新创业年平均投入1.5亿元，新孵化企业数量年均增速8.5%。",
      [
        "employment-jobs 12000人 @b7 19-25",
        "employment-funding 15000万元 @b7 37-42",
        "employment-growth 8.5% @b7 54-58",
      ],
    ],
    [
      "2018年、2019年和2020年吸纳重点人群就业分别为8400人、9300人和9660人，年均9120人。",
      [
        "employment-jobs 8400人 2018 @b7 28-33",
        "employment-jobs 9300人 2019 @b7 34-39",
        "employment-jobs 9660人 2020 @b7 40-45",
        "employment-jobs 9120人 @b7 48-53",
      ],
    ],
    [
      "截至2020年底，拥有创新型企业56家，建成专业化创新创业支撑平台12个，每万人拥有专利6.8件。",
      ["lean-firms 56个 @b7 16-19", "lean-platforms 12个 @b7 33-36", "lean-patents 6.8件 @b7 44-48"],
    ],
    [
      "建有18个产学研融合创新创业平台，56家创新型企业。",
      ["integration-platforms 18个 @b7 2-5", "lean-firms 56个 @b7 17-20"],
    ],
    [
      "大中小企业产学研合作项目年平均45项，合作金额年平均9200万元。",
      ["integration-projects 45个 @b7 15-18", "integration-funding 9200万元 @b7 26-32"],
    ],
    [
      "吸引外籍高层次人才十二人，与国外联合开展创新创业活动年平均5场次。",
      ["global-talents 12人 @b7 9-12", "global-events 5次 @b7 29-32"],
    ],
    ["近三年年平均吸纳带动重点人群就业一万一千二百人。", ["employment-jobs 11200人 @b7 16-23"]],
    ["园区拥有创新型企业超过30家。", ["lean-firms 30个 more-than @b7 9-14"]],
  ])("reads %s", (text, expected) => {
    expect(read(text).facts).toEqual(expected);
  });

  it("shows the statement a value stands in, up to the value", () => {
    expect(read("园区占地20平方公里。近三年吸纳重点人群年平均就业9120人，增长明显。").texts).toEqual([
      "近三年吸纳重点人群年平均就业9120人",
    ]);
  });

  it.each<[string, string]>([
    ["近三年吸纳带动重点人群年平均就业约12000人。", "employment-jobs 12000人 about ?about"],
    ["预计全年吸纳带动重点人群年平均就业12000人。", "employment-jobs 12000人 expected ?expected"],
    ["近三年累计带动就业27360人。", "employment-jobs 27360人 ?total-not-mean"],
    ["近三年带动就业27360人。", "employment-jobs 27360人 ?mean-or-total"],
    ["新孵化企业120家，较2019年增长5.2%。", "employment-growth 5.2% ?single-year-growth"],
    ["拥有专利3200件。", "lean-patents 3200件 ?confused-indicator"],
    ["拥有创新型企业15-20家。", "lean-firms 15个 ?range"],
    ["近三年吸纳重点人群年平均就业人数达到9120。", "employment-jobs 9120人 ?unit-missing"],
    ["开展产学研合作，技术改造项目投资金额3.2亿元。", "integration-funding 32000万元 ?far-words"],
  ])("asks a person about %s", (text, expected) => {
    expect(read(text).facts.map((line) => line.replace(/ @.*/, ""))).toEqual([expected]);
  });

  it("takes plans for the future for targets, with the year they are for", () => {
    expect(read("到2024年，力争拥有创新型企业100家以上，吸纳重点人群就业年均1.5万人。").facts).toEqual([
      "lean-firms 100个 2024 expected target @b7 16-22",
      "employment-jobs 15000人 2024 target @b7 33-38",
    ]);
    expect(read("拥有创新型企业100家。", true).facts).toEqual(["lean-firms 100个 target @b7 7-11"]);
    expect(read("2020年拥有创新型企业56家。", true).facts).toEqual(["lean-firms 56个 @b7 12-15"]);
  });

  it("takes a repeated threshold for a requirement", () => {
    expect(read("近三年吸纳带动重点人群年平均就业人数9120人（要求≥10000人）。").facts).toEqual([
      "employment-jobs 9120人 @b7 18-23",
      "employment-jobs 10000人 at-least requirement @b7 26-33",
    ]);
  });

  it("does not take the parts of a number for the number", () => {
    expect(read("拥有各类产学研融合创新创业平台23个，其中国家级平台2个、省级平台4个。").facts).toEqual([
      "integration-platforms 23个 @b7 15-18",
      "integration-platforms 2个 ?part-of @b7 26-28",
      "integration-platforms 4个 ?part-of @b7 33-35",
    ]);
  });

  it("takes the sum of an enumeration, and asks where no sum is given", () => {
    expect(read("拥有产学研融合创新创业平台：国家级3个、省级5个，共8个。").facts).toEqual([
      "integration-platforms 3个 ?part-of @b7 17-19",
      "integration-platforms 5个 ?part-of @b7 22-24",
      "integration-platforms 8个 @b7 26-28",
    ]);
    expect(
      read("拥有产学研融合创新创业平台：国家级3个、省级5个。").facts.map((line) => line.replace(/ @.*/, "")),
    ).toEqual([
      "integration-platforms 3个 ?several-candidates",
      "integration-platforms 5个 ?several-candidates",
    ]);
  });

  it("keeps the number whose own clause names the indicator beside one that borrows its words", () => {
    expect(read("引进外籍高层次专家5名、海外人才20名。").facts).toEqual([
      "global-talents 5人 @b7 9-11",
      "global-talents 20人 ?part-of @b7 16-19",
    ]);
  });

  it("does not let words from another clause turn a look-alike into the indicator", () => {
    expect(read("每万人有效专利拥有量达12.5件，拥有专利总数3200件。").facts).toEqual([
      "lean-patents 12.5件 @b7 11-16",
      "lean-patents 3200件 ?confused-indicator @b7 23-28",
    ]);
  });

  it("reads a unit in brackets behind the number", () => {
    expect(read("每万人拥有专利数量为6.8（件）。").facts).toEqual(["lean-patents 6.8件 @b7 10-16"]);
  });

  it("does not take the number of the whole city for the applicant's", () => {
    expect(read("全市创新型企业1200家，其中我区56家。").facts[0]).toBe(
      "lean-firms 1200个 ?wider-area @b7 7-12",
    );
    expect(read("创新型企业56家，位居全市第一。").facts).toEqual(["lean-firms 56个 @b7 5-8"]);
  });

  it("does not lose a number written in two parts, nor 约 before 人民币", () => {
    expect(read("近三年支持创新创业年平均投入1亿2000万元。").facts).toEqual([
      "employment-funding 12000万元 @b7 14-22",
    ]);
    expect(read("近三年支持创新创业年平均投入约人民币1.2亿元。").facts).toEqual([
      "employment-funding 12000万元 about ?about @b7 14-23",
    ]);
  });

  it("does not take an average per firm for the applicant's number", () => {
    expect(read("平均每户带动就业22人，创业企业平均带动就业6人。").facts).toEqual([]);
  });

  it("never converts what is measured differently, and says so", () => {
    expect(read("近三年支持创新创业年平均投入约1200万美元。")).toEqual({
      facts: [],
      texts: [],
      messages: [
        {
          code: "other-currency",
          place: "b7",
          text: expect.stringContaining("近三年支持创新创业年平均投入约1200万美元"),
        },
      ],
    });
    expect(read("吸纳带动重点人群就业年平均3.2万人次。").messages).toEqual([
      {
        code: "unit-mismatch",
        place: "b7",
        text: expect.stringContaining("吸纳带动重点人群就业年平均3.2万人次"),
      },
    ]);
  });

  it("leaves no message where nothing is odd", () => {
    expect(read("拥有创新型企业56家，占地20平方公里，年产值300亿元。").messages).toEqual([]);
  });
});
