import { describe, expect, test } from "vitest";
import { compareNames, organisationName, relateNames } from "../../../shared/text/organisation-name.ts";

describe("the same unit", () => {
  test.each([
    ["湖南省株洲高新技术产业开发区", "株洲高新区"],
    ["湖南省株洲高新技术产业开发区", "湖南株洲国家高新技术产业开发区"],
    ["株洲市高新技术产业开发区", "株洲高新技术产业开发区管理委员会"],
    ["重庆市涪陵榨菜集团股份有限公司", "涪陵榨菜集团股份有限公司"],
    ["中 国 科 学 院\n自动化研究所", "中国科学院自动化研究所"],
    ["长沙远大科技有限责任公司", "长沙远大科技有限公司"],
    ["Ａ１２３公司", "A123公司"],
    ["南宁市横县人民政府", "广西壮族自治区南宁市横县"],
    ["𠮷林大学", "𠮷林大学"],
  ])("%s = %s", (one, other) => {
    expect(relateNames(one, other)).toBe("same");
    expect(relateNames(other, one)).toBe("same");
  });

  test("with its city, a district without one", () => {
    const register = organisationName("青海省西宁市城北区");
    expect(compareNames(organisationName("城北区", "西宁市"), register)).toBe("same");
    expect(compareNames(organisationName("城北区", "贺州市"), register)).toBe("different");
  });
});

describe("a question", () => {
  test.each([
    ["重庆大学国家大学科技园", "重庆大学"],
    ["江西省景德镇市珠山区（陶溪川）", "江西省景德镇市珠山区"],
    ["辽源经开区", "吉林省辽源经济开发区"],
    ["上海市长宁区", "上海市长宁区虹桥智谷"],
  ])("%s ~ %s", (one, other) => {
    expect(relateNames(one, other)).toBe("similar");
    expect(relateNames(other, one)).toBe("similar");
  });
});

describe("another unit", () => {
  test.each([
    ["中国石油天然气集团有限公司", "中国石油天然气股份有限公司"],
    ["吉林省吉林高新技术产业开发区", "长春高新技术产业开发区"],
    ["湖南大学", "湖北大学"],
    ["北京大学", "北京理工大学"],
    ["高新区", "株洲高新区"],
    ["远大有限公司", "远大集团有限公司"],
    ["", ""],
  ])("%s ≠ %s", (one, other) => {
    expect(relateNames(one, other)).toBe("different");
  });
});
