import { describe, expect, it } from "vitest";
import { isEmptyForm, readQuantities } from "../../../shared/text/quantity.ts";

/** `value|unit|qualifier|year` of each quantity, as short as a table can be read. */
const short = (text: string): string[] =>
  readQuantities(text).map((found) =>
    [
      found.high === undefined ? found.value : `${found.value}~${found.high}`,
      found.unit ?? "",
      found.qualifier ?? "",
      found.year === undefined ? "" : String(found.year),
    ].join("|"),
  );

describe("readQuantities", () => {
  it.each<[string, string[]]>([
    ["12000人", ["12000|人||"]],
    ["１２，０００人", ["12000|人||"]],
    ["12,000.50万元", ["12000.5|万元||"]],
    ["1.2亿元", ["1.2|亿元||"]],
    ["1200万美元", ["1200|万美元||"]],
    ["3千人", ["3|千人||"]],
    ["1.2万", ["12000|||"]],
    ["十二家", ["12|家||"]],
    ["两百余家", ["200|家|more-than|"]],
    ["一万一千二百人", ["11200|人||"]],
    ["三百五十六家", ["356|家||"]],
    ["百分之五", ["5|%||"]],
    ["百分之7.5", ["7.5|%||"]],
    ["7.5％", ["7.5|%||"]],
    ["5个百分点", ["5|个百分点||"]],
    ["3.2万人次", ["3.2|万人次||"]],
    ["-3.2%", ["-3.2|%||"]],
    ["－3.2％", ["-3.2|%||"]],
    ["年均增速为-3.2%", ["-3.2|%||"]],
    ["同比负增长2%", ["-2|%||"]],
    ["12.5‰", ["12.5|‰||"]],
    ["引进世界500强企业8家", ["8|家||"]],
    ["985高校2所", ["2|所||"]],
    ["6.8件/万人", ["6.8|件/万人||"]],
    ["1亿2000万元", ["120000000|元||"]],
    ["1亿2000万", ["120000000|||"]],
    ["1万2千人", ["12000|人||"]],
    ["3亿零500万元", ["305000000|元||"]],
    ["1亿元2000万元", ["1|亿元||", "2000|万元||"]],
    ["12 000", ["12000|||"]],
    ["12 000 000元", ["12000000|元||"]],
    ["年平均12\u2009500人", ["12500|人||"]],
    ["面积、产值（依次）  56 120 130", ["56|||", "120|||", "130|||"]],
    ["8000+4000", ["8000|||", "4000|||"]],
    ["10000+", ["10000||more-than|"]],
    ["0", ["0|||"]],
    ["十二", ["12|||"]],
  ])("reads %s", (text, expected) => {
    expect(short(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ["10000人以上", ["10000|人|at-least|"]],
    ["不少于15个", ["15|个|at-least|"]],
    ["不低于5%", ["5|%|at-least|"]],
    ["≥10000", ["10000||at-least|"]],
    ["不得少于15个", ["15|个|at-least|"]],
    ["不应低于5%", ["5|%|at-least|"]],
    ["大于等于10件", ["10|件|at-least|"]],
    ["大于或等于10件", ["10|件|at-least|"]],
    ["⩾10", ["10||at-least|"]],
    ["≮10", ["10||at-least|"]],
    ["不得高于20%", ["20|%|at-most|"]],
    ["小于等于20%", ["20|%|at-most|"]],
    ["≯20%", ["20|%|at-most|"]],
    ["不超过20家", ["20|家|at-most|"]],
    ["20家以下", ["20|家|at-most|"]],
    ["超过1.2万人", ["1.2|万人|more-than|"]],
    ["突破100家", ["100|家|more-than|"]],
    ["达到100余家", ["100|家|more-than|"]],
    ["不满50人", ["50|人|less-than|"]],
    ["约12000人", ["12000|人|about|"]],
    ["12000人左右", ["12000|人|about|"]],
    ["近万人", ["10000|人|about|"]],
    ["约人民币壹亿贰仟万元整", ["120000000|元|about|"]],
    ["近三年就业12000人", ["3|年|about|", "12000|人||"]],
    ["力争达到1.5万人", ["1.5|万人|expected|"]],
    ["预计带动就业8000人", ["8000|人|expected|"]],
  ])("reads the qualifier of %s", (text, expected) => {
    expect(short(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    [
      "2018年、2019年和2020年分别为8400人、9300人和9660人，年均9120人",
      ["8400|人||2018", "9300|人||2019", "9660|人||2020", "9120|人||"],
    ],
    [
      "2018-2020年分别投入1.2亿元、9,800万元和1.05亿元",
      ["1.2|亿元||2018", "9800|万元||2019", "1.05|亿元||2020"],
    ],
    ["2018年120家，2019年130家", ["120|家||2018", "130|家||2019"]],
    ["2018：9000人；2019：10200人", ["9000|人||2018", "10200|人||2019"]],
    ["2020年1万，2019年2万", ["10000|||2020", "20000|||2019"]],
    ["8400人（2018年）、9300人（2019年）", ["8400|人||2018", "9300|人||2019"]],
    ["9120人（2018年8400人、2019年9300人）", ["9120|人||", "8400|人||2018", "9300|人||2019"]],
    ["2018—2020年分别为120,130,140人", ["120|人||2018", "130|人||2019", "140|人||2020"]],
    ["2018-2020年分别达9800、10200、11000人", ["9800|人||2018", "10200|人||2019", "11000|人||2020"]],
    ["较2019年增长5.2%", ["5.2|%||"]],
    ["二〇二〇年拥有专利三百件", ["300|件||2020"]],
  ])("gives each value of %s its year", (text, expected) => {
    expect(short(text)).toEqual(expected);
  });

  it("reads a range as its two ends, and a range of years as none", () => {
    expect(short("15-20个")).toEqual(["15~20|个||"]);
    expect(short("2000-2500人")).toEqual(["2000~2500|人||"]);
    expect(short("5%-10%")).toEqual(["5~10|%||"]);
    expect(short("2018-2020")).toEqual([]);
    expect(short("2016-03~\n2019-12")).toEqual([]);
  });

  it.each([
    "国办发〔2020〕51号",
    "0731-89991015",
    "13877126827",
    "2020年9月25日",
    "第3批",
    "5G",
    "ISO9001",
    "10²",
    "比例达到4∶1",
    "“十四五”期间",
    "一批创新型企业",
    "万众创新",
    "数百家企业",
    "三位一体",
  ])("finds no quantity in %s", (text) => {
    expect(readQuantities(text)).toEqual([]);
  });

  it("does not make m2 of ㎡: the area stays 500", () => {
    expect(short("建筑面积500㎡")).toEqual(["500|㎡||"]);
  });

  it("counts places in code points, so that a rare character before the number shifts nothing", () => {
    expect(readQuantities("𠮷大学拥有平台 １２ 个")).toEqual([
      expect.objectContaining({ value: "12", unit: "个", start: 8, end: 12, raw: "１２ 个" }),
    ]);
  });

  it("skips list numbers and reads what follows", () => {
    expect(short("1.建设平台5个")).toEqual(["5|个||"]);
    expect(short("（1）建设平台5个")).toEqual(["5|个||"]);
  });
});

describe("isEmptyForm", () => {
  it("takes —, /, 无, 暂无 and blanks for not reported", () => {
    for (const text of ["", " ", "　", "—", "——", "-", "/", "无", "暂无", "N/A", "…"]) {
      expect(isEmptyForm(text), text).toBe(true);
    }
  });

  it("never takes a written zero for empty", () => {
    for (const text of ["0", "０", "0.0", "零"]) expect(isEmptyForm(text), text).toBe(false);
  });
});
