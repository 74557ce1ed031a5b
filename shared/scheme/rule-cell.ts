import { Exact, normalDecimal } from "../scoring/decimal.ts";
import { compact } from "../text/normalise-text.ts";
import type { SubjectId, Threshold } from "./scheme.ts";

/** One rule of a cell such as `区域类≥10000 高校类≥2500` or `区域和高校类≥5`. */
export interface CellRule {
  /** Empty: the cell names no type. */
  readonly subjects: readonly SubjectId[];
  readonly op: Threshold["op"];
  readonly value: string;
  /** Unit written beside the number; empty: none. */
  readonly unit: string;
}

const types: readonly (readonly [SubjectId, RegExp])[] = [
  ["region", /区域|园区|地区/],
  ["university", /高校|院校|大学/],
  ["institute", /院所|科研机构/],
  ["enterprise", /企业/],
];
const type = "(?:区域|园区|地区|高校|高等院校|院校|大学|科研院所|院所|科研机构|企业)";
const who = `(${type}(?:类|型)?(?:(?:和|、|及|与|或|/)${type}(?:类|型)?)*)`;
const sign =
  "(≥|>=|≧|>|≤|<=|≦|<|不少于|不低于|不小于|至少|达到|超过|大于|高于|不超过|不高于|不多于|小于|低于)";
const number = "(\\d+(?:,\\d{3})*(?:\\.\\d+)?)";
const unit = "(万亿元|亿元|万元|元|%|个百分点|万人|人次|人|家|个|项|次|场|件)?";
const rule = new RegExp(`(?:${who}[:：]?)?${sign}?${number}${unit}(以上|及以上|以下)?`, "g");

const ops: Readonly<Record<string, Threshold["op"]>> = {
  "≥": ">=",
  ">=": ">=",
  "≧": ">=",
  不少于: ">=",
  不低于: ">=",
  不小于: ">=",
  至少: ">=",
  达到: ">=",
  ">": ">",
  超过: ">",
  大于: ">",
  高于: ">",
  "≤": "<=",
  "<=": "<=",
  "≦": "<=",
  不超过: "<=",
  不高于: "<=",
  不多于: "<=",
  "<": "<",
  小于: "<",
  低于: "<",
};

const opOf = (sign: string | undefined, tail: string | undefined): Threshold["op"] | null => {
  if (sign !== undefined) return ops[sign] ?? null;
  return tail === undefined ? null : tail.endsWith("以上") ? ">=" : "<=";
};

export const subjectsIn = (text: string): SubjectId[] =>
  types.filter(([, pattern]) => pattern.test(text)).map(([id]) => id);

/** Every rule a cell of a 量化指标表 holds. A number without ≥, 不少于, 以上 or the like is none, unless `bare` says it stands for ≥. */
export function readRules(text: string, bare = false): CellRule[] {
  return [...compact(text).matchAll(rule)].flatMap(([, subjects, sign, value = "", unit = "", tail]) => {
    const op = opOf(sign, tail) ?? (bare ? ">=" : null);
    if (op === null) return [];
    const plain = normalDecimal(new Exact(value.replaceAll(",", "")));
    return [{ subjects: subjects === undefined ? [] : subjectsIn(subjects), op, value: plain, unit }];
  });
}
