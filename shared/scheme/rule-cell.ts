import { normalDecimal } from "../scoring/decimal.ts";
import type { Qualifier } from "../submission/fact.ts";
import { compact } from "../text/normalise-text.ts";
import { type Quantity, readQuantities } from "../text/quantity.ts";
import { parseUnit } from "../text/unit.ts";
import type { SubjectId, Threshold } from "./scheme.ts";

/** One rule of a cell such as `区域类≥10000 高校类≥2500` or `区域和高校类≥5`. */
export interface CellRule {
  /** Empty: the cell names no type. */
  readonly subjects: readonly SubjectId[];
  readonly op: Threshold["op"];
  /** 1万 is 10000. */
  readonly value: string;
  /** Unit written beside the number; empty: none. */
  readonly unit: string;
  /** Written with 万, 亿 or the like and no unit: it counts 元 or 人, whatever the unit of its table. */
  readonly scaled: boolean;
}

const types: readonly (readonly [SubjectId, RegExp])[] = [
  ["region", /区域|园区|地区/],
  ["university", /高校|院校|大学/],
  ["institute", /院所|科研机构/],
  ["enterprise", /企业/],
];
const type = "(?:区域|园区|地区|高校|高等院校|院校|大学|科研院所|院所|科研机构|企业)(?:类|型)?";
/** Types directly in front of a number; between them and it only words that link. */
const who = new RegExp(`(${type}(?:(?:和|、|及|与|或|/)${type})*)(?:[:：为应须需均都各达到]|分别)*$`);

const ops: Partial<Record<Qualifier, Threshold["op"]>> = {
  "at-least": ">=",
  "more-than": ">",
  "at-most": "<=",
  "less-than": "<",
};

export const subjectsIn = (text: string): SubjectId[] =>
  types.filter(([, pattern]) => pattern.test(text)).map(([id]) => id);

/** 达到10000人 asks for that many; a number without any such word is a rule only where `bare` says so. */
function opOf(quantity: Quantity, before: string, bare: boolean): Threshold["op"] | null {
  if (quantity.qualifier !== undefined) return ops[quantity.qualifier] ?? null;
  return bare || /达到?$/.test(before) ? ">=" : null;
}

/** 近三年 and 每3年 say when, not how much. */
const isPeriod = ({ unit, qualifier }: Quantity): boolean =>
  qualifier !== "at-least" && unit !== null && parseUnit(unit)?.dimension === "time";

function ruleOf(quantity: Quantity, before: string, bare: "nowhere" | "with-type" | "anywhere"): CellRule[] {
  const subjects = subjectsIn(who.exec(before)?.[1] ?? "");
  const op = opOf(quantity, before, bare === "anywhere" || (bare === "with-type" && subjects.length > 0));
  if (op === null || isPeriod(quantity)) return [];
  const rule = {
    subjects,
    op,
    value: normalDecimal(quantity.value),
    unit: quantity.unit ?? "",
    scaled: quantity.unit === null && quantity.scale !== undefined,
  };
  // 5—10 is two limits, and asks for a person by that.
  const { high } = quantity;
  return high === undefined ? [rule] : [rule, { ...rule, op: "<=", value: normalDecimal(high) }];
}

/**
 * Every rule a cell of a 量化指标表 holds. A number without ≥, 不少于, 以上 or the like is none, unless `bare` says it stands for ≥: the only one
 * of the cell, or behind a type.
 */
export function readRules(text: string, bare = false): CellRule[] {
  const plain = compact(text);
  const quantities = readQuantities(plain);
  const alone = quantities.filter((quantity) => !isPeriod(quantity)).length === 1;
  let end = 0;
  return quantities.flatMap((quantity) => {
    const before = plain.slice(end, quantity.at);
    end = quantity.to;
    return ruleOf(quantity, before, bare ? (alone ? "anywhere" : "with-type") : "nowhere");
  });
}
