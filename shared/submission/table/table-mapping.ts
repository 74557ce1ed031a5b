import { z } from "zod";

export { firstColumnOf, headerShape, holdsShape, mappingAt } from "./header-shape.ts";

export const mappableTables = ["project-table", "application-table", "indicator-table"] as const;
export const MappableTable = z.enum(mappableTables);
export type MappableTable = z.infer<typeof MappableTable>;

/** What a column can mean, by what the table is. 附件3, 附件4, 量化指标表. */
export const rolesOfTable = {
  "project-table": [
    "sequence",
    "name",
    "organization",
    "content",
    "period",
    "start",
    "end",
    "totalInvestment",
    "funding",
    "remark",
  ],
  "application-table": ["sequence", "city", "name", "subject", "direction", "contact", "phone", "remark"],
  "indicator-table": ["sequence", "indicator", "value", "target", "requirement", "unit"],
} as const satisfies Record<MappableTable, readonly string[]>;

export type MappedRole = (typeof rolesOfTable)[MappableTable][number];
const allRoles = [...new Set(Object.values(rolesOfTable).flat())] as [MappedRole, ...MappedRole[]];

/** Roles several columns may have. */
const repeatable: ReadonlySet<MappedRole> = new Set(["funding", "value", "target", "requirement"]);

export const ColumnMapping = z.strictObject({
  /** 1 is the leftmost column of the header. */
  column: z.number().int().min(1).max(512),
  role: z.enum(allRoles),
  /** The year an indicator column is about. */
  year: z.number().int().min(1990).max(2100).nullable(),
  /** Unit of the column's numbers where the table does not say it; wins over what its header says. */
  unit: z.string().trim().min(1).max(20).nullable(),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** How a person says a table is to be read; counts for every table whose header has the same shape. */
export const TableMapping = z.strictObject({
  table: MappableTable,
  /** Fingerprint of the header texts (`headerShape`). */
  shape: z.string().min(2).max(20_000),
  headerRows: z.number().int().min(1).max(8),
  /** Header path of each column from the leftmost, to show to a person. */
  labels: z.array(z.string().max(500)).max(512),
  columns: z.array(ColumnMapping).min(1).max(512),
  /** Unit of all numbers without one, where neither their column nor the table says it. */
  unit: z.string().trim().min(1).max(20).nullable(),
});
export type TableMapping = z.infer<typeof TableMapping>;

/** Codes of what keeps a mapping from being used. */
export type MappingProblem =
  | "role-of-other-table"
  | "role-twice"
  | "column-twice"
  | "name-missing"
  | "value-missing";

/** What is wrong with the named columns, `null` when they can be used. */
export function mappingProblem(mapping: Pick<TableMapping, "table" | "columns">): MappingProblem | null {
  const allowed: readonly string[] = rolesOfTable[mapping.table];
  const roles = mapping.columns.map((column) => column.role);
  if (roles.some((role) => !allowed.includes(role))) return "role-of-other-table";
  if (roles.some((role, index) => !repeatable.has(role) && roles.indexOf(role) !== index))
    return "role-twice";
  if (new Set(mapping.columns.map((column) => column.column)).size < mapping.columns.length)
    return "column-twice";
  if (mapping.table !== "indicator-table") return roles.includes("name") ? null : "name-missing";
  if (!roles.includes("indicator")) return "name-missing";
  return roles.some((role) => role === "value" || role === "target" || role === "requirement")
    ? null
    : "value-missing";
}
