import { codePointLength, compact } from "../../text/normalise-text.ts";
import { isEmptyForm, readQuantities } from "../../text/quantity.ts";
import type { Cell } from "../document.ts";
import type { Grid } from "./grid.ts";
import { isHeaderWord, unitOfLabel } from "./label.ts";

/** 填报单位：… and its like: never part of a header. */
const metaLine =
  /^(?:填报|填表|报送|编报|编制|制表|上报|推荐|申报|汇总|审核)?(?:单位|部门|人|日期|时间)(?:名称)?(?:\(盖?章\)|\(公章\)|\(盖章\))?[:：]|^\(?(?:金额|计量|货币)?单位[:：]|^(?:联系人|联系电话|电话|负责人|日期)[:：]|^\d{4}年\d{1,2}月(?:\d{1,2}日)?$/;
const totalLabel =
  /^(?:\(?[一二三四五六七八九十]\)?[、.]?)?(?:(?:以上|各项|全部|项目|工程|(?:计划|估算)?总?投资|资金|金额|全[市省区州县])?(?:总)?合计数?|总计|共计|累计|小计|本[页类]?[小合]计)(?:$|[^\p{L}]|数|共|金额|投资|资金|总投资|个|项|家)/u;
const groupMark =
  /^(?:[一二三四五六七八九十]{1,3}(?:[、.．]|$)|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]+[类部]|[ⅠⅡⅢⅣⅤⅥ]+[、.]?)/;
const footnote = /^(?:注|备注|说明|填表说明|填报说明|填写说明|附注|※|\*)(?:[:：\d]|$)/;

const isMetaText = (text: string): boolean => metaLine.test(compact(text));
export const isTotalText = (text: string): boolean => totalLabel.test(compact(text));
export const isGroupText = (text: string): boolean => groupMark.test(compact(text));
export const isFootnoteText = (text: string): boolean => footnote.test(compact(text));

const plainNumber = /^\s*-?\d[\d,]*(?:\.\d+)?\s*%?\s*$/;
const mayCount = /[\d０-９一二两三四五六七八九十百千万]/;

/** A cell that is a number, with or without a unit, or an empty form such as — or 无. */
export function isValueText(text: string): boolean {
  if (text.length > 40) return false;
  if (plainNumber.test(text)) return true;
  if (!mayCount.test(text) || isEmptyForm(text)) return isEmptyForm(text);
  const clean = text.trim();
  const [first] = readQuantities(clean);
  return first !== undefined && first.start <= 1 && codePointLength(clean) - first.end <= 1;
}

export const isMetaRow = (grid: Grid, row: number): boolean =>
  grid.starting(row).length > 0 &&
  grid.starting(row).some((cell) => isMetaText(cell.text)) &&
  !hasHeaderWords(grid, row, 3);

/** Exactly one written cell, and nothing reaching in from above. */
export const soleCell = (grid: Grid, row: number): Cell | null => {
  const cells = grid.covering(row);
  const [only] = cells;
  return cells.length === 1 && only !== undefined && only.row === row ? only : null;
};

function hasHeaderWords(grid: Grid, row: number, atLeast: number): boolean {
  let count = 0;
  for (const cell of grid.covering(row)) if (!isMetaText(cell.text) && isHeaderWord(cell.text)) count += 1;
  return count >= atLeast;
}

/** 申报单位 | 某大学 | 所在市 | 株洲市: labels and values side by side, which is a form and not a header. */
function isFormRow(cells: readonly Cell[]): boolean {
  if (cells.length % 2 !== 0 || cells.length > 8) return false;
  return cells.every(
    (cell, index) => (index % 2 === 0) === (isHeaderWord(cell.text) && !isValueText(cell.text)),
  );
}

export interface HeaderGuess {
  /** Known column words made the decision; otherwise only the shape did. */
  readonly sure: boolean;
}

/** Could this row be the first row of a header? */
export function guessHeader(grid: Grid, row: number): HeaderGuess | null {
  const cells = grid.starting(row);
  const words = cells.filter((cell) => isHeaderWord(cell.text)).length;
  if (cells.length < 2 || words === 0 || isMetaRow(grid, row) || isFormRow(cells)) return null;
  const values = cells.filter((cell) => isValueText(cell.text)).length;
  if (values > 0 && cells.some((cell) => isTotalText(cell.text))) return null;
  // 2 | 近三年…平均投入 | 2017年 | 0.9亿元: a label may end like a header's, and the row holds what is counted.
  const counted = cells.filter((cell) => isValueText(cell.text) && !isHeaderWord(cell.text)).length;
  if (counted * 2 >= cells.length) return null;
  if (words >= 2 && words * 2 >= cells.length) return { sure: counted === 0 };
  const long = cells.some((cell) => compact(cell.text).length > 30);
  return values === 0 && !long && cells.length >= 3 ? { sure: false } : null;
}

/** Every row of a body is asked: as soon as more than half of its cells are no words of a header, it is none for certain. */
function maySurelyBegin(cells: readonly Cell[]): boolean {
  let others = 0;
  for (const cell of cells) {
    if (isHeaderWord(cell.text)) continue;
    others += 1;
    if (others * 2 > cells.length) return false;
  }
  return cells.length >= 2;
}

/** Is this row the first row of a header for certain, by its words? */
export const beginsHeader = (grid: Grid, row: number): boolean =>
  maySurelyBegin(grid.starting(row)) && guessHeader(grid, row)?.sure === true;

/** 1 2 3 4, 甲 乙 1 2 or (1) (2) (3)=(1)+(2) below a header. */
export function isIndexRow(grid: Grid, row: number): boolean {
  const cells = grid.starting(row);
  if (cells.length < 3) return false;
  const numbered = cells.filter((cell) =>
    /^\(?\d{1,2}\)?(?:=[\d()+\-*/×]+)?$|^[甲乙丙丁戊栏次]+$/.test(compact(cell.text)),
  );
  if (numbered.length !== cells.length) return false;
  const digits = cells
    .map((cell) => Number(/\d+/.exec(compact(cell.text))?.[0] ?? Number.NaN))
    .filter(Number.isFinite);
  return digits.every((digit, index) => index === 0 || digit === (digits[index - 1] ?? 0) + 1);
}

/** A unit stated by a line such as `单位：万元`, a title or a note. */
export const unitOfLine = (text: string): string | null =>
  /单位|\(|（/.test(text)
    ? (unitOfLabel(text.replace(/^.*?注[:：]/, "")) ?? statedInSentence(text))
    : statedInSentence(text);

function statedInSentence(text: string): string | null {
  const found = /单位(?:均|统一|都)?(?:为|是|[:：])[“"]?([^,，。;；"”]+)/.exec(compact(text))?.[1];
  return found === undefined ? null : unitOfLabel(`(${found})`);
}
