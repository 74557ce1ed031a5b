import { drawGrid, type Grid, type Head } from "../write/grid.ts";
import type { Applicant, IndicatorRow, ProjectRow, ProjectTable } from "./types.ts";

const none: readonly [string, string, string] = ["/", "/", "/"];

/** 附件1 in one of the shapes in which such tables arrive. */
export function indicatorGrid(applicant: Applicant): Grid {
  const { indicators, indicatorLayout } = applicant;
  if (indicatorLayout === "unit-in-label") return unitInLabel(indicators);
  if (indicatorLayout === "three-header-rows") return threeHeaderRows(indicators);
  if (indicatorLayout === "plain-word") return plain(indicators);
  return wide(indicators);
}

function wide(rows: readonly IndicatorRow[]): Grid {
  return drawGrid(
    [
      [
        ["序  号", 1, 2],
        ["指 标 内 容", 1, 2],
        ["计量单位", 1, 2],
        ["近三年完成情况", 3],
        ["三年平均\n（或现状）", 1, 2],
        ["2024年目标", 1, 2],
        ["备注", 1, 2],
      ],
      [["2018年"], ["2019年"], ["2020年"]],
    ],
    rows.map((row, i) => [
      `${i + 1}`,
      row.label,
      row.unit,
      ...(row.years ?? none),
      row.value,
      row.target,
      row.note ?? "",
    ]),
    [6, 40, 10, 12, 12, 12, 14, 14, 16],
  );
}

function unitInLabel(rows: readonly IndicatorRow[]): Grid {
  return drawGrid(
    [
      [
        ["序号"],
        ["量化指标（单位）"],
        ["2018年度"],
        ["2019年度"],
        ["2020年度"],
        ["年平均/现状值"],
        ["2024年预期"],
      ],
    ],
    rows.map((row, i) => [
      `（${i + 1}）`,
      `${row.label}（${row.unit}）`,
      ...(row.years ?? none),
      row.value,
      row.target,
    ]),
    [7, 46, 13, 13, 13, 15, 15],
  );
}

function threeHeaderRows(rows: readonly IndicatorRow[]): Grid {
  return drawGrid(
    [
      [["基本信息", 3], ["实际完成情况", 4], ["预期目标"]],
      [
        ["序号", 1, 2],
        ["指标名称", 1, 2],
        ["单位", 1, 2],
        ["分年度", 3],
        ["年平均值\n或期末数", 1, 2],
        ["到2024年", 1, 2],
      ],
      [["2018年"], ["2019年"], ["2020年"]],
    ],
    rows.map((row, i) => [`${i + 1}`, row.label, row.unit, ...(row.years ?? none), row.value, row.target]),
    [6, 42, 9, 12, 12, 12, 14, 14],
  );
}

function plain(rows: readonly IndicatorRow[]): Grid {
  return drawGrid(
    [[["指标"], ["单位"], ["2018年"], ["2019年"], ["2020年"], ["近三年平均或现状"], ["2024年目标值"]]],
    rows.map((row) => [row.label, row.unit, ...(row.years ?? none), row.value, row.target]),
    [30, 8, 11, 11, 11, 15, 14],
  );
}

/** 附件3 主要建设项目汇总表. */
export function projectGrid(table: ProjectTable): Grid {
  const unit = table.unit.place === "header" ? `（${table.unit.text}）` : "";
  const funding = table.fundingNames.length;
  const heads = table.layout === "plain" ? plainHeads(unit, table) : mergedHeads(unit, table);
  const body = projectBody(table);
  return drawGrid(heads, body, [6, 30, 22, 44, 16, 13, ...Array.from({ length: funding }, () => 11), 14]);
}

function plainHeads(unit: string, table: ProjectTable): Head[][] {
  return [
    [
      ["序号"],
      ["项目名称"],
      ["承担主体"],
      ["主要建设内容及规模"],
      ["建设起止年限"],
      [`总投资${unit}`],
      ...table.fundingNames.map((name): Head => [`${name}${unit}`]),
      ["备注"],
    ],
  ];
}

function mergedHeads(unit: string, table: ProjectTable): Head[][] {
  return [
    [
      ["序 号", 1, 2],
      ["项 目 名 称", 1, 2],
      ["建设单位", 1, 2],
      ["主要建设内容", 1, 2],
      ["建设年限", 1, 2],
      [`投资情况${unit}`, 1 + table.fundingNames.length],
      ["备注", 1, 2],
    ],
    [["总投资"], ...table.fundingNames.map((name): Head => [name])],
  ];
}

function projectBody(table: ProjectTable): string[][] {
  const columns = 7 + table.fundingNames.length;
  const total = ["", "合  计", "", "", "", table.total, ...Array.from({ length: columns - 6 }, () => "")];
  const rows: string[][] = [];
  if (table.totalRow === "first") rows.push(total);
  for (const group of groupsOf(table)) {
    if (group.title !== "") rows.push([group.title]);
    group.rows.forEach((row, i) => {
      rows.push([
        `${i + 1}`,
        row.name,
        row.organization,
        row.content,
        row.period,
        row.total,
        ...row.funding,
        row.remark,
      ]);
    });
  }
  if (table.totalRow === "last") rows.push(total);
  return rows;
}

function groupsOf(table: ProjectTable): { title: string; rows: readonly ProjectRow[] }[] {
  if (table.groups === undefined) return [{ title: "", rows: table.rows }];
  let start = 0;
  return table.groups.map((group) => {
    const rows = table.rows.slice(start, start + group.count);
    start += group.count;
    return { title: group.title, rows };
  });
}
