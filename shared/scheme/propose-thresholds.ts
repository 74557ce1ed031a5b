import { z } from "zod";
import type { Cell, Document, TableBlock } from "../submission/document.ts";
import { Evidence } from "../submission/evidence.ts";
import { matchLabel } from "../submission/extract/match-indicators.ts";
import { directionOfText } from "../submission/identity/identity-words.ts";
import { cellAddress, type Grid, gridOf } from "../submission/table/grid.ts";
import { compact } from "../text/normalise-text.ts";
import { parseUnit } from "../text/unit.ts";
import { readRules, subjectsIn } from "./rule-cell.ts";
import { DecimalString, DirectionId, type Scheme, SubjectId, type Threshold } from "./scheme.ts";

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
] as const;

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

/** The last bracket that holds a unit: `…(包括返乡农民工等)的年平均就业人数(人)`. */
const unitIn = (label: string): string =>
  [...label.matchAll(bracketed)]
    .map((found) => found[1] ?? "")
    .findLast((text) => parseUnit(text) !== null) ?? "";

const nameIn = (label: string): string => label.replace(bracketed, "").trim();

const measureOf = (name: string): ThresholdProposal["measure"] =>
  /增速|增长率|增幅/.test(name)
    ? "yearly-growth"
    : /年平均|年均|平均每年/.test(name)
      ? "yearly-mean"
      : "stock";

/** Columns whose header names exactly one type: 区域 | 高校 | 企业 | 院所. */
function typeColumns(grid: Grid): ReadonlyMap<number, SubjectId> {
  for (let row = 1; row <= Math.min(grid.rows, 6); row += 1) {
    const found = grid.starting(row).flatMap((cell): [number, SubjectId][] => {
      const [subject, ...others] = subjectsIn(cell.text);
      const short = compact(cell.text).length <= 8;
      return subject !== undefined && others.length === 0 && short ? [[cell.column, subject]] : [];
    });
    if (found.length >= 2 && new Set(found.map(([, subject]) => subject)).size === found.length)
      return new Map(found);
  }
  return new Map();
}

type CellThreshold = ProposedThreshold & { readonly unit: string };

function thresholdsOf(
  source: Source,
  grid: Grid,
  cells: readonly Cell[],
  columns: ReadonlyMap<number, SubjectId>,
): CellThreshold[] {
  return cells.flatMap((cell) => {
    const own = columns.get(cell.column);
    return readRules(cell.text, own !== undefined).flatMap((rule) => {
      const subjects = rule.subjects.length > 0 ? rule.subjects : [own ?? null];
      return subjects.map((subject) => ({
        subject,
        op: rule.op satisfies Threshold["op"],
        value: rule.value,
        unit: rule.unit,
        evidence: evidenceOf(source, grid.block, cell),
      }));
    });
  });
}

/** The cell that says what is measured: the longest one that is neither a number nor a rule. */
const labelOf = (cells: readonly Cell[], rules: readonly Cell[]): Cell | null =>
  cells
    .filter((cell) => !rules.includes(cell) && /\p{Script=Han}{2}/u.test(cell.text))
    .toSorted((one, other) => other.text.length - one.text.length)[0] ?? null;

function questionsOf(proposal: Omit<ThresholdProposal, "questions">, units: readonly string[]) {
  const types = proposal.thresholds.map((threshold) => threshold.subject);
  const asked: (typeof proposalQuestions)[number][] = [];
  if (proposal.direction === null) asked.push("direction-unknown");
  if (proposal.indicator === null) asked.push("indicator-unknown");
  if (proposal.unit === "") asked.push("unit-missing");
  if (units.some((unit) => unit !== "" && unit !== proposal.unit)) asked.push("unit-differs");
  if (types.includes(null)) asked.push("subject-unknown");
  if (new Set(types).size < types.length) asked.push("same-type-twice");
  return asked;
}

function proposalsOfTable(source: Source, block: TableBlock, scheme: Scheme | null): ThresholdProposal[] {
  const grid = gridOf(block);
  const columns = typeColumns(grid);
  const proposals: ThresholdProposal[] = [];
  let direction: DirectionId | null = null;
  for (let row = 1; row <= grid.rows; row += 1) {
    const cells = grid.covering(row);
    const ruled = cells.filter((cell) => readRules(cell.text, columns.has(cell.column)).length > 0);
    const label = labelOf(cells, ruled);
    // Among the other cells of a row stands its direction column, often one merged cell for several rows.
    const spoken = directionOfText(
      cells.flatMap((cell) => (ruled.includes(cell) ? [] : [cell.text])).join(" "),
    );
    if (ruled.length === 0 || label === null) {
      direction = spoken ?? direction;
      continue;
    }
    const found = thresholdsOf(source, grid, ruled, columns);
    const matched = scheme === null ? null : (matchLabel(scheme, compact(label.text))[0]?.indicator ?? null);
    const name = nameIn(label.text);
    const proposal = {
      indicator: matched?.id ?? null,
      name,
      unit: unitIn(label.text) || matched?.unit || "",
      measure: measureOf(name),
      direction: directionOfText(label.text) ?? spoken ?? direction ?? matched?.direction ?? null,
      thresholds: found.map(({ unit: _unit, ...threshold }) => threshold),
      evidence: evidenceOf(source, block, label),
    };
    const questions = questionsOf(
      proposal,
      found.map((threshold) => threshold.unit),
    );
    proposals.push({ ...proposal, questions });
  }
  return proposals;
}

/** Reads the 量化指标 table of a notice: every row with a rule becomes a proposal with its cells. Nothing is taken over by itself. */
export const proposeThresholds = (source: Source, scheme: Scheme | null): ThresholdProposal[] =>
  source.document.blocks.flatMap((block) =>
    block.kind === "table" ? proposalsOfTable(source, block, scheme) : [],
  );
