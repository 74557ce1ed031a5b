import { compact } from "../../text/normalise-text.ts";
import { parseUnit } from "../../text/unit.ts";
import { yearOfLabel } from "../../text/year.ts";

const footnoteMarks = /[*※①-⑳]|\[\d\]$/gu;
const brackets = /\(([^()]*)\)|\[([^[\]]*)\]|【([^【】]*)】|〔([^〔〕]*)〕/g;

const mayBeMarked = /[*※①-⑳()[\]【】〔〕:：]/u;

/** A label without blanks, footnote marks and bracketed remarks: `项 目 名 称①（全称）` → `项目名称`. */
export const bareLabel = (text: string): string => bareOf(compact(text));

function bareOf(compacted: string): string {
  if (!mayBeMarked.test(compacted)) return compacted;
  const label = compacted.replace(footnoteMarks, "");
  const bare = label.replace(brackets, "").replace(/[:：]$/, "");
  return bare === "" ? label : bare;
}

/** As `bareLabel`, keeping what the brackets hold: `建设（起止）年限` → `建设起止年限`. */
export const openLabel = (text: string): string => openOf(compact(text));

const openOf = (compacted: string): string =>
  mayBeMarked.test(compacted)
    ? compacted.replace(footnoteMarks, "").replace(/[()[\]【】〔〕:：]/g, "")
    : compacted;

/** Words a column's label ends with, and how many characters may stand before them. */
const endings: ReadonlyMap<string, number> = new Map(
  [
    { before: 0, words: "序号 编号 项目 建设项目 市 市州 年度 年份 州 定量要求" },
    { before: 0, words: "中央 省级 市级 县级 地方 其他 其它 社会资本" },
    {
      before: 6,
      words: "类型 类别 性质 方向 市州 地市 城市 地区 地点 联系人 负责人 电话 手机 方式 邮箱 地址",
    },
    {
      before: 6,
      words: "进度 进展 完成值 实际值 目标值 数值 要求 标准 增速 均值 平均 平均值 占比 数量 人数",
    },
    { before: 6, words: "合计 小计 情况 依据 材料" },
    { before: 10, words: "名称 单位 主体 法人 业主 内容 规模 简介 年限 期限 工期 周期 年月 时间 日期" },
    { before: 10, words: "投资 投资额 金额 总额 资金 预算 自筹 贷款 来源 备注 说明 用途" },
    { before: 14, words: "人数 数量 投入 增速 金额 项目数" },
  ].flatMap(({ before, words }) => words.split(" ").map((word) => [word, before] as const)),
);
const longestEnding = Math.max(...[...endings.keys()].map((word) => word.length));

const numberLabel = /^no\.?$/i;
const indicatorLabel = /^(?:主要|量化|考核|评价|具体|基本)*指标(?:名称|内容|要求|值)?$/;

const lastCharacters = new Set([...endings.keys()].map((word) => word.at(-1)));

/** Most cells are values, which the last character tells. */
const endsInWord = (label: string): boolean => lastCharacters.has(label.at(-1)) && hasEnding(label);

function hasEnding(label: string): boolean {
  for (let length = 1; length <= longestEnding && length <= label.length; length += 1) {
    const before = endings.get(label.slice(-length));
    if (before !== undefined && label.length - length <= before) return true;
  }
  return false;
}

const isHeaderLabel = (label: string): boolean =>
  endsInWord(label) ||
  (label.length <= 3 && numberLabel.test(label)) ||
  (label.includes("指标") && indicatorLabel.test(label));

/** Numbers are the most frequent cells; a bare year is the only one that can be a label. */
const plainNumber = /^\s*-?(?!(?:19|20)\d\d\s*$)\d[\d,]*(?:\.\d+)?\s*%?\s*$/;

/** Does this cell read like a column's label? Years (`2020年`) do too. */
export function isHeaderWord(text: string): boolean {
  if (text.length > 60 || plainNumber.test(text)) return false;
  const compacted = compact(text);
  const bare = bareOf(compacted);
  if (bare.length > 20 || bare === "") return false;
  if (isHeaderLabel(bare) || isYearLabel(bare)) return true;
  const open = openOf(compacted);
  return open !== bare && isHeaderLabel(open);
}

const isYearLabel = (bare: string): boolean =>
  bare.length <= 12 && /^\D*\d{4}(?:年.*)?$/.test(bare) && yearOfLabel(bare) !== null;

const mayNameUnit = /[([【〔/,，]|单位[:：]/;

/** Unit named by a label: `总投资（万元）`, `金额/亿元`, `单位：万元`, `（金额单位：亿元人民币）`. */
export function unitOfLabel(text: string): string | null {
  const clean = compact(text);
  if (!mayNameUnit.test(clean)) return null;
  const bracketed = [...clean.matchAll(brackets)].map(
    (found) => found[1] ?? found[2] ?? found[3] ?? found[4] ?? "",
  );
  const stated = /单位[:：]([^,，;；)）\]]+)/.exec(clean)?.[1];
  const slashed = /[/,，]([^/,，()]+)$/.exec(clean)?.[1];
  for (const part of [
    ...(stated === undefined ? [] : [stated]),
    ...bracketed,
    ...(slashed === undefined ? [] : [slashed]),
  ]) {
    for (const piece of part.split(/[,，;；]/)) {
      const unit = parseUnit(piece.replace(/^(?:金额|计量)?单位(?:为|[:：])?/, ""));
      if (unit !== null) return unit.name;
    }
  }
  return null;
}
