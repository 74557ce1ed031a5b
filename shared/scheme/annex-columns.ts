import type { Cell } from "../submission/document.ts";
import type { Grid } from "../submission/table/grid.ts";
import { compact } from "../text/normalise-text.ts";
import { readRules, subjectsIn } from "./rule-cell.ts";
import type { SubjectId } from "./scheme.ts";

/** What the columns of a 量化指标表 hold, by the words at their heads. */
export interface AnnexColumns {
  /** Columns whose header names exactly one type: 区域 | 高校 | 企业 | 院所. */
  readonly types: ReadonlyMap<number, SubjectId>;
  /** 最低要求: a bare number stands for a lower limit there. */
  readonly limits: ReadonlySet<number>;
  readonly names: ReadonlySet<number>;
  readonly units: ReadonlySet<number>;
  /** 指标解释, 备注: words about a row that are neither its name nor its rule. */
  readonly notes: ReadonlySet<number>;
}

/** Header rows of a table are at most so many. */
const headRows = 6;

const heads: readonly (readonly [Exclude<keyof AnnexColumns, "types">, RegExp])[] = [
  ["units", /^(?:计量|计算|指标)?单位$/],
  ["notes", /解释|说明|释义|定义|口径|备注|依据|来源|计算/],
  ["limits", /要求|门槛|标准|最低|下限/],
  ["names", /指标|内容|名称|条件/],
];

function typeColumns(grid: Grid): ReadonlyMap<number, SubjectId> {
  for (let row = 1; row <= Math.min(grid.rows, headRows); row += 1) {
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

/** Cells above the first row of the table that holds a rule; a title over all columns heads none of them. */
function headCells(grid: Grid, types: ReadonlyMap<number, SubjectId>): Cell[] {
  const cells: Cell[] = [];
  for (let row = 1; row <= Math.min(grid.rows, headRows); row += 1) {
    const own = grid.starting(row);
    if (own.some((cell) => readRules(cell.text, types.has(cell.column)).length > 0)) break;
    cells.push(...own.filter((cell) => cell.columnSpan < grid.columns));
  }
  return cells;
}

/** A table without headers has no such columns: then its cells speak for themselves. */
export function annexColumns(grid: Grid): AnnexColumns {
  const types = typeColumns(grid);
  const columns = {
    names: new Set<number>(),
    units: new Set<number>(),
    notes: new Set<number>(),
    limits: new Set<number>(),
  };
  for (const cell of headCells(grid, types)) {
    const words = compact(cell.text);
    const role = words.length <= 10 ? heads.find(([, pattern]) => pattern.test(words))?.[0] : undefined;
    for (let at = 0; role !== undefined && at < cell.columnSpan; at += 1) columns[role].add(cell.column + at);
  }
  return { types, ...columns };
}
