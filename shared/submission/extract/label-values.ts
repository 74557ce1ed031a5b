import { normaliseText, rawSpan } from "../../text/normalise-text.ts";
import type { Block, Cell, Document, TableBlock } from "../document.ts";
import type { Evidence } from "../evidence.ts";
import { cellAddress, gridOf } from "../table/grid.ts";
import { isHeaderWord, openLabel } from "../table/label.ts";
import { type Context, cellEvidence, textEvidence } from "./context.ts";

/** `申报单位：某大学` in a line, or a label cell with its value beside it: what was written after a label. */
export interface LabelValue {
  readonly label: string;
  readonly value: string;
  readonly evidence: Evidence;
}

const labels = {
  name: /^(?:联合|共同|牵头)?(?:申报|申请|创建|承担)(?:单位|主体)(?:名称|全称)?(?:盖章|公章)?$|^(?:承担主体|主体名称|单位名称|单位全称|示范基地名称|基地名称|申报主体名称)$/,
  city: /^(?:所在|所属|推荐)(?:市州?|地区?|城市|地市|市县)$|^(?:市州|设区市|所在地市|所在市\(州\))$/,
  subject: /^(?:承担|申报|建设|示范基地)?(?:主体)?(?:类型|类别)$|^(?:主体|基地|单位)(?:类型|类别|性质)$/,
  direction: /^(?:申报|建设|重点|主要|创建|示范)*方向$/,
  contact: /^(?:项目)?联系人(?:姓名)?$/,
  phone: /^(?:联系)?(?:电话|手机|方式)$|^联系人电话$/,
  reporter: /^填报单位(?:盖章)?$/,
} as const;

export type LabelKind = keyof typeof labels;
const kinds = Object.keys(labels) as LabelKind[];

/** Every label begins with a Chinese character, perhaps behind a mark or in brackets; no number does. */
const noLabel = /^[\dA-Za-z]/;

function labelKind(text: string): LabelKind | null {
  if (noLabel.test(text)) return null;
  const label = openLabel(text);
  return label.length > 12 ? null : (kinds.find((kind) => labels[kind].test(label)) ?? null);
}

export type Labelled = LabelValue & { readonly kind: LabelKind };

const line = /(?:^|[\n\s,，;；(])((?:[\u4e00-\u9fff]\s*){2,10}(?:\([^()]{1,6}\))?)\s*:\s*([^\n;；]+)/g;

/** A value ends where the next label of the same line begins. */
const nextLabel = /\s{2,}|[,，]?\s*(?:联系电话|联系人|填报日期|填报时间|日期|单位)\s*:/;

/** （申报单位：某大学）ends with a bracket that was opened before its label. */
const withoutOuterBracket = (value: string): string =>
  value.endsWith(")") && value.split(")").length > value.split("(").length
    ? value.slice(0, -1).trimEnd()
    : value;

function fromText(context: Context, block: Block, text: string, cell?: string): Labelled[] {
  const normalised = normaliseText(text);
  const found: Labelled[] = [];
  for (const match of normalised.text.matchAll(line)) {
    const kind = labelKind(match[1] ?? "");
    const rest = match[2] ?? "";
    const value = withoutOuterBracket(
      rest
        .slice(0, rest.search(nextLabel) === -1 ? rest.length : rest.search(nextLabel))
        .trim()
        .replace(/[。.]$/, ""),
    );
    if (kind === null || value === "" || value.length > 60) continue;
    const at = match.index + match[0].length - rest.length + rest.indexOf(value);
    const span = rawSpan(normalised, at, at + value.length);
    const evidence = textEvidence(context, block.id, span, span.text);
    found.push({
      kind,
      label: match[1] ?? "",
      value: span.text,
      evidence: cell === undefined ? evidence : { ...evidence, cell },
    });
  }
  return found;
}

/** 精益创业方向 ends like a label and is an answer; 主要建设内容 beside 申报单位 is the next column of a header. */
const isLabelBeside = (kind: LabelKind, text: string): boolean =>
  labelKind(text) !== null || (kind === "name" && isHeaderWord(text));

const severalBeside: ReadonlySet<LabelKind> = new Set(["name", "subject", "direction"]);

/** 申报单位 | 甲大学 | 乙学院: a table turned on its side has an answer in each column. */
function valuesAfter(cells: readonly Cell[], from: number): Cell[] {
  const end = cells.findIndex(
    ({ text }, index) =>
      index >= from && (isHeaderWord(text) || labelKind(text) !== null || /[:：]/.test(text)),
  );
  return cells.slice(from, end === -1 ? cells.length : end);
}

function fromTable(context: Context, block: TableBlock): Labelled[] {
  const grid = gridOf(block);
  const found: Labelled[] = [];
  for (let row = 1; row <= Math.min(grid.rows, 60); row += 1) {
    const cells = grid.covering(row);
    cells.forEach((cell, index) => {
      if (cell.row !== row) return;
      if (/[:：]/.test(cell.text))
        found.push(...fromText(context, block, cell.text, cellAddress(block, cell)));
      const kind = labelKind(cell.text);
      const beside = cells[index + 1];
      if (
        kind === null ||
        beside === undefined ||
        isLabelBeside(kind, beside.text) ||
        beside.text.length > 120
      )
        return;
      const beyond = severalBeside.has(kind) ? valuesAfter(cells, index + 2) : [];
      const below = grid.at(cell.row + cell.rowSpan, cell.column);
      const isHeader =
        cells.filter((other) => labelKind(other.text) !== null).length * 2 > cells.length && below !== null;
      if (isHeader) return;
      for (const value of [beside, ...beyond])
        found.push({
          kind,
          label: cell.text,
          value: value.text.trim(),
          evidence: cellEvidence(context, block, value),
        });
    });
  }
  return found;
}

/** Every labelled value of a document, in reading order. */
export const labelledValues = (context: Context, document: Document): Labelled[] =>
  document.blocks.flatMap((block) => {
    if (block.kind === "table") return fromTable(context, block);
    return block.kind === "image" || !/[:：]/.test(block.text) ? [] : fromText(context, block, block.text);
  });
