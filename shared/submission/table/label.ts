import { compact } from "../../text/normalise-text.ts";
import { parseUnit } from "../../text/unit.ts";
import { yearOfLabel } from "../../text/year.ts";

const footnoteMarks = /[*※①-⑳]|\[\d\]$/gu;
const brackets = /\(([^()]*)\)|\[([^[\]]*)\]|【([^【】]*)】|〔([^〔〕]*)〕/g;

/** A label without blanks, footnote marks and bracketed remarks: `项 目 名 称①（全称）` → `项目名称`. */
export function bareLabel(text: string): string {
  const label = compact(text).replace(footnoteMarks, "");
  const bare = label.replace(brackets, "").replace(/[:：]$/, "");
  return bare === "" ? label : bare;
}

/** As `bareLabel`, keeping what the brackets hold: `建设（起止）年限` → `建设起止年限`. */
export const openLabel = (text: string): string =>
  compact(text)
    .replace(footnoteMarks, "")
    .replace(/[()[\]【】〔〕:：]/g, "");

const headerWord = new RegExp(
  `^(?:${[
    "序号",
    "编号",
    "no\\.?",
    "项目",
    "建设项目",
    "(?:主要|量化|考核|评价|具体|基本)*指标(?:名称|内容|要求|值)?",
    ".{0,10}(?:名称|单位|主体|法人|业主|内容|规模|简介|年限|期限|工期|周期|年月|时间|日期|投资|投资额|金额|总额|资金|预算|自筹|贷款|来源|备注|说明|用途)",
    ".{0,6}(?:类型|类别|性质|方向|市州|地市|城市|地区|地点|联系人|负责人|电话|手机|方式|邮箱|地址|进度|进展|完成值|实际值|目标值|数值|要求|标准|增速|均值|平均值?|占比|数量|人数|合计|小计|情况|依据|材料)",
    "市州?",
    "年度|年份",
    ".{0,14}(?:人数|数量|投入|增速|金额|项目数)",
    "州",
    "数值",
    "定量要求",
    "中央",
    "省级",
    "市级",
    "县级",
    "地方",
    "其他",
    "其它",
    "社会资本",
    "合计",
  ].join("|")})$`,
  "i",
);

/** Numbers are the most frequent cells; a bare year is the only one that can be a label. */
const plainNumber = /^\s*-?(?!(?:19|20)\d\d\s*$)\d[\d,]*(?:\.\d+)?\s*%?\s*$/;

/** Does this cell read like a column's label? Years (`2020年`) do too. */
export function isHeaderWord(text: string): boolean {
  if (text.length > 60 || plainNumber.test(text)) return false;
  const bare = bareLabel(text);
  if (bare.length > 20 || bare === "") return false;
  return headerWord.test(bare) || headerWord.test(openLabel(text)) || isYearLabel(bare);
}

const isYearLabel = (bare: string): boolean =>
  bare.length <= 12 && yearOfLabel(bare) !== null && /^\D*\d{4}(?:年.*)?$/.test(bare);

/** Unit named by a label: `总投资（万元）`, `金额/亿元`, `单位：万元`, `（金额单位：亿元人民币）`. */
export function unitOfLabel(text: string): string | null {
  const clean = compact(text);
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
