import { z } from "zod";
import { Exact, normalDecimal } from "../scoring/decimal.ts";
import type { Cell, Document, TableBlock } from "../submission/document.ts";
import { Evidence } from "../submission/evidence.ts";
import { matchLabel } from "../submission/extract/match-indicators.ts";
import { directionOfText } from "../submission/identity/identity-words.ts";
import { cellAddress, type Grid, gridOf } from "../submission/table/grid.ts";
import { compact } from "../text/normalise-text.ts";
import { isEmptyForm } from "../text/quantity.ts";
import { convert, parseUnit } from "../text/unit.ts";
import { type AnnexColumns, annexColumns } from "./annex-columns.ts";
import { type CellRule, readRules } from "./rule-cell.ts";
import { DecimalString, DirectionId, type Indicator, type Scheme, SubjectId } from "./scheme.ts";

export const ProposedThreshold = z.object({
  /** `null`: the cell names no type; a person has to say whom it is for. */
  subject: SubjectId.nullable(),
  op: z.enum([">=", ">", "<=", "<"]),
  value: DecimalString,
  evidence: Evidence,
});
export type ProposedThreshold = z.infer<typeof ProposedThreshold>;

const proposalQuestions = [
  "direction-unknown",
  "indicator-unknown",
  "unit-missing",
  "unit-differs",
  "subject-unknown",
  "same-type-twice",
  "cell-unread",
] as const;
type Question = (typeof proposalQuestions)[number];

/** An indicator of an annex table with the rules of its row, each to be confirmed against its cell. */
export const ThresholdProposal = z.object({
  /** Indicator of the scheme it was matched with by meaning; `null`: a new one. */
  indicator: z.string().nullable(),
  /** Without examples and unit. */
  name: z.string(),
  unit: z.string(),
  measure: z.enum(["stock", "yearly-mean", "yearly-growth"]),
  direction: DirectionId.nullable(),
  thresholds: z.array(ProposedThreshold),
  evidence: Evidence,
  questions: z.array(z.enum(proposalQuestions)),
});
export type ThresholdProposal = z.infer<typeof ThresholdProposal>;

interface Source {
  readonly file: string;
  readonly sha256: string;
  readonly document: Document;
}

const evidenceOf = (source: Source, block: TableBlock, cell: Cell): Evidence => ({
  file: source.file,
  sha256: source.sha256,
  block: block.id,
  cell: cellAddress(block, cell),
  start: 0,
  end: Array.from(cell.text).length,
  text: cell.text,
});

const bracketed = /[(（]([^()（）]*)[)）]/g;
const examples = /[、，,;；]|包括|包含|含|等$|^如|^指/;

/** The last bracket that holds a unit: `…(包括返乡农民工等)的年平均就业人数(人)`. */
const unitIn = (label: string): string =>
  [...label.matchAll(bracketed)]
    .map((found) => found[1] ?? "")
    .findLast((text) => parseUnit(text) !== null) ?? "";

/** Without units and examples; （年均） is part of the name. */
const nameIn = (label: string): string =>
  label
    .replace(bracketed, (all, inner: string) =>
      parseUnit(inner) !== null || examples.test(inner) ? "" : all,
    )
    .trim();

/** What a row says about its kind of number, in its name before its notes; `null`: nothing. */
function measureOf(name: string, notes: string): ThresholdProposal["measure"] | null {
  if (/增速|增长率|增幅/.test(name)) return "yearly-growth";
  return /年平均|年均|平均每年/.test(name) || /年平均|年均/.test(notes) ? "yearly-mean" : null;
}

type Rule = CellRule & { readonly subject: SubjectId | null; readonly evidence: Evidence };

const rulesIn = (cell: Cell, columns: AnnexColumns): CellRule[] =>
  columns.notes.has(cell.column) || columns.units.has(cell.column)
    ? []
    : readRules(cell.text, columns.types.has(cell.column) || columns.limits.has(cell.column));

const rulesOf = (source: Source, grid: Grid, cells: readonly Cell[], columns: AnnexColumns): Rule[] =>
  cells.flatMap((cell) =>
    rulesIn(cell, columns).flatMap((rule) => {
      const subjects = rule.subjects.length > 0 ? rule.subjects : [columns.types.get(cell.column) ?? null];
      const evidence = evidenceOf(source, grid.block, cell);
      return subjects.map((subject) => ({ ...rule, subject, evidence }));
    }),
  );

/** The cell that says what is measured: the longest one that is neither a number nor a rule, in the column of names where there is one. */
function labelOf(cells: readonly Cell[], ruled: readonly Cell[], columns: AnnexColumns): Cell | null {
  const worded = cells.filter((cell) => !ruled.includes(cell) && /\p{Script=Han}{2}/u.test(cell.text));
  const other = worded.filter(({ column }) => !columns.notes.has(column) && !columns.units.has(column));
  const named = other.filter(({ column }) => columns.names.has(column));
  const [found] = [named, other, worded].filter((list) => list.length > 0);
  return found?.toSorted((one, another) => another.text.length - one.text.length)[0] ?? null;
}

/** The unit of a row: in its name, in a column of units, as the indicator it stands for has it, or beside its numbers. */
function unitOf(
  label: Cell,
  cells: readonly Cell[],
  columns: AnnexColumns,
  known: string,
  rules: readonly Rule[],
) {
  const column = cells.find((cell) => columns.units.has(cell.column) && parseUnit(cell.text) !== null);
  return (
    unitIn(label.text) || compact(column?.text ?? "") || known || (rules.find(({ unit }) => unit)?.unit ?? "")
  );
}

/** The number of a rule in the unit of its row, exact: 1万人 is 10000 人. `null`: the units do not go together. */
function valueIn(rule: CellRule, unit: string): string | null {
  const factor = parseUnit(unit)?.factor;
  if (rule.scaled)
    return factor === undefined ? rule.value : normalDecimal(new Exact(rule.value).div(factor));
  if (rule.unit === "" || rule.unit === unit) return rule.value;
  const converted = convert(rule.value, rule.unit, unit);
  return converted.ok ? normalDecimal(converted.value) : null;
}

/** Its unit is another thing; or it is 1.2万 in a row of 万元, which may be 1.2万元 or 1.2亿元. */
const isUnitOpen = (rule: CellRule, unit: string): boolean =>
  valueIn(rule, unit) === null || (rule.scaled && parseUnit(unit)?.factor.gt(1) === true);

const isUnread = (cell: Cell, columns: AnnexColumns): boolean =>
  columns.types.has(cell.column) && !isEmptyForm(cell.text) && rulesIn(cell, columns).length === 0;

function questionsOf(
  proposal: Omit<ThresholdProposal, "questions">,
  rules: readonly Rule[],
  unread: boolean,
): Question[] {
  const types = rules.map((rule) => rule.subject);
  const asked: Question[] = [];
  if (proposal.direction === null) asked.push("direction-unknown");
  if (proposal.indicator === null) asked.push("indicator-unknown");
  if (proposal.unit === "") asked.push("unit-missing");
  if (rules.some((rule) => isUnitOpen(rule, proposal.unit))) asked.push("unit-differs");
  if (types.includes(null)) asked.push("subject-unknown");
  if (new Set(types).size < types.length) asked.push("same-type-twice");
  if (unread) asked.push("cell-unread");
  return asked;
}

interface Row {
  readonly cells: readonly Cell[];
  readonly ruled: readonly Cell[];
  readonly label: Cell;
  readonly direction: DirectionId | null;
}

/** Rows with a rule, each with the direction spoken of in it or above it. */
function rowsOf(grid: Grid, columns: AnnexColumns): Row[] {
  const rows: Row[] = [];
  let direction: DirectionId | null = null;
  for (let row = 1; row <= grid.rows; row += 1) {
    const cells = grid.covering(row);
    const ruled = cells.filter((cell) => rulesIn(cell, columns).length > 0);
    const label = labelOf(cells, ruled, columns);
    // Among the other cells of a row stands its direction column, often one merged cell for several rows.
    const own = cells.filter((cell) => !ruled.includes(cell) && !columns.notes.has(cell.column));
    const spoken = directionOfText(own.map(({ text }) => text).join(" "));
    if (ruled.length > 0 && label !== null) {
      rows.push({ cells, ruled, label, direction: directionOfText(label.text) ?? spoken ?? direction });
      continue;
    }
    direction = spoken ?? direction;
  }
  return rows;
}

/** The indicator a row speaks of. A look-alike is another one (拥有专利数量 beside 每万人拥有专利数量), and so is a second row of the same words. */
function indicatorOf(scheme: Scheme | null, label: Cell, taken: ReadonlySet<string>): Indicator | null {
  const [found] = scheme === null ? [] : matchLabel(scheme, compact(label.text));
  return found === undefined || found.confused || taken.has(found.indicator.id) ? null : found.indicator;
}

function proposalsOfTable(
  source: Source,
  block: TableBlock,
  scheme: Scheme | null,
  taken: Set<string>,
): ThresholdProposal[] {
  const grid = gridOf(block);
  const columns = annexColumns(grid);
  return rowsOf(grid, columns).map(({ cells, ruled, label, direction }) => {
    const matched = indicatorOf(scheme, label, taken);
    if (matched !== null) taken.add(matched.id);
    const rules = rulesOf(source, grid, ruled, columns);
    const unit = unitOf(label, cells, columns, matched?.unit ?? "", rules);
    const notes = cells.filter(({ column }) => columns.notes.has(column)).map(({ text }) => text);
    const name = nameIn(label.text);
    const proposal = {
      indicator: matched?.id ?? null,
      name,
      unit,
      measure: measureOf(name, notes.join(" ")) ?? matched?.measure ?? "stock",
      direction: direction ?? matched?.direction ?? null,
      thresholds: rules.map((rule) => ({
        subject: rule.subject,
        op: rule.op,
        value: valueIn(rule, unit) ?? rule.value,
        evidence: rule.evidence,
      })),
      evidence: evidenceOf(source, block, label),
    };
    const unread = cells.some((cell) => isUnread(cell, columns));
    return { ...proposal, questions: questionsOf(proposal, rules, unread) };
  });
}

/** Reads the 量化指标 table of a notice: every row with a rule becomes a proposal with its cells. Nothing is taken over by itself. */
export function proposeThresholds(source: Source, scheme: Scheme | null): ThresholdProposal[] {
  const taken = new Set<string>();
  return source.document.blocks.flatMap((block) =>
    block.kind === "table" ? proposalsOfTable(source, block, scheme, taken) : [],
  );
}
