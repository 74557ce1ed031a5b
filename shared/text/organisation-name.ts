import { compact } from "./normalise-text.ts";

const provinces = [
  "北京市",
  "天津市",
  "河北省",
  "山西省",
  "内蒙古自治区",
  "辽宁省",
  "吉林省",
  "黑龙江省",
  "上海市",
  "江苏省",
  "浙江省",
  "安徽省",
  "福建省",
  "江西省",
  "山东省",
  "河南省",
  "湖北省",
  "湖南省",
  "广东省",
  "广西壮族自治区",
  "海南省",
  "重庆市",
  "四川省",
  "贵州省",
  "云南省",
  "西藏自治区",
  "陕西省",
  "甘肃省",
  "青海省",
  "宁夏回族自治区",
  "新疆维吾尔自治区",
];
const provincePrefix = new RegExp(`^(?:${provinces.join("|")})(?=.{3})`);
/** 湖南株洲高新区; a province whose short name is also a city of its own (吉林) or opens names (北京大学) stays. */
const shortPrefix =
  /^(?:湖南|广西|河北|山西|内蒙古|辽宁|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|广东|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆)(?=.{2,}(?:开发区|新区|园区|县|区|市)$)/;

const punctuation = /[\s"'“”‘’《》<>·•.,，、。;；:：_*-]/g;
const bracketed = /[(（【[][^)）】\]]*[)）】\]]/g;
const brackets = /[()（）【】[\]]/g;
const organ = /(?<=.{3})(?:管理委员会|管委会|人民政府)$/;
const zoneKind = "(?:高新技术产业开发区|经济技术开发区)";

/** Usual short forms of an official name, written out. The pairs are the ones the published lists themselves use. */
const writtenOut: readonly (readonly [RegExp, string])[] = [
  [/有限责任公司/g, "有限公司"],
  [/高新技术(?:产业)?(?:园区|开发区)|高新产业开发区|高新开发区|高新区/g, "高新技术产业开发区"],
  [/经开区/g, "经济技术开发区"],
  [new RegExp(`(?:国家级|国家)(?=${zoneKind})`, "g"), ""],
  [new RegExp(`(?<=.{2})市(?=${zoneKind})`, "g"), ""],
];

/** Words of a kind of place without its name: they name nobody. */
const nameless = new RegExp(
  `^(?:${zoneKind}|大学|学院|国家大学科技园|科技园|工业园区|有限公司|集团有限公司)$`,
);

/** 经开区 stands for both: 经济技术开发区 and 经济开发区 are two kinds, so this likeness is only a question. */
const blurred = (name: string): string => name.replace(/经济开发区/g, "经济技术开发区");

const writeOut = (name: string): string =>
  writtenOut.reduce((text, [pattern, full]) => text.replace(pattern, full), name.replace(organ, ""));

function variants(name: string, city: string): string[] {
  const plain = name.replace(provincePrefix, "");
  const short = plain.replace(shortPrefix, "");
  const stem = city.replace(/市$/, "");
  const placed = stem !== "" && !short.includes(stem) ? [`${city}${short}`] : [];
  return [name, plain, short, ...placed]
    .map(writeOut)
    .filter((key) => key.length >= 2 && !nameless.test(key));
}

/** An official name ready to be compared. */
export interface OrganisationName {
  readonly raw: string;
  /** An equal key: the same name up to blanks, widths, the province in front and usual short forms. */
  readonly keys: readonly string[];
  /** The same without what stands in brackets; equal only here is a question, not an answer. */
  readonly outline: readonly string[];
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/**
 * Prepares a name for comparison. `city` helps where an applicant leaves its city out (`珠山区` of 景德镇市). Province in front,
 * 管委会 and 人民政府 behind, 高新区 for 高新技术产业开发区, 有限责任公司 for 有限公司 do not make another unit; 集团, 股份 and every other word do.
 */
export function organisationName(raw: string, city = ""): OrganisationName {
  const text = compact(raw).replace(punctuation, "");
  const place = compact(city).replace(provincePrefix, "");
  return {
    raw,
    keys: unique(variants(text.replace(brackets, ""), place)),
    outline: unique(variants(text.replace(bracketed, ""), place).map(blurred)),
  };
}

const meet = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((key) => other.includes(key));

const within = (inner: readonly string[], outer: readonly string[]): boolean =>
  inner.some((part) => part.length >= 4 && outer.some((whole) => whole.includes(part)));

/** `same`; `similar`: one name holds the other or differs in brackets only, for a person to decide; `different`. */
export type NameRelation = "same" | "similar" | "different";

export function compareNames(one: OrganisationName, other: OrganisationName): NameRelation {
  if (meet(one.keys, other.keys)) return "same";
  const touching =
    meet(one.outline, other.outline) ||
    within(one.outline, other.outline) ||
    within(other.outline, one.outline);
  return touching ? "similar" : "different";
}

/** Compares two written names directly, e.g. an applicant with an expert's employer. */
export const relateNames = (one: string, other: string): NameRelation =>
  compareNames(organisationName(one), organisationName(other));
