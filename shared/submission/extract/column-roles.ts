import type { Column } from "../table/header-block.ts";
import type { MappableTable } from "../table/table-mapping.ts";
import type { TableReading } from "../table/table-reading.ts";

type Rule<Role extends string> = readonly [Role, RegExp];

const sequence = /^(?:序号?|编号|项目编号|no\.?|号)$/i;

const projectRules = [
  ["name", /^(?:建设|重点|重大|主要|工程)?(?:项目|工程)(?:名称|全称)?$|^名称$/],
  ["content", /建设内容|建设规模|主要内容|项目内容|项目简介|项目概况|内容及规模|^内容$/],
  [
    "organization",
    /(?:建设|项目|申报|责任|实施|承担|承建|牵头|业主|建设责任)(?:单位|主体)|项目法人|业主|投资主体|依托单位|^(?:单位|法人)(?:名称)?$/,
  ],
  ["period", /(?:建设|起止|实施)+(?:年限|期限|工期|时间|周期|年月|起止)|起止|建设期|^(?:期限|年限|工期)$/],
  ["start", /^(?:计划|拟|预计|项目)?(?:开工|开始|启动)(?:时间|年月|日期|年份)?$/],
  ["end", /^(?:计划|拟|预计|项目)?(?:完工|竣工|建成|结束|完成|投产)(?:时间|年月|日期|年份)$/],
  ["remark", /备注|^说明$/],
] as const satisfies readonly Rule<string>[];

const applicationRules = [
  [
    "city",
    /^(?:所在|所属|推荐|申报)?(?:市州|市\(州\)|地市|设区市|市|城市|州市|地区|市州名称|州)(?:名称)?$|^(?:所在|推荐)(?:地|市|区域)/,
  ],
  ["subject", /主体(?:类型|类别|性质)|^(?:类型|类别|申报类型|申报类别|单位性质|基地类型|单位类型)$/],
  ["direction", /方向/],
  [
    "name",
    /(?:申报|承担|申请|创建|建设|推荐)(?:单位|主体|对象)|主体名称|基地名称|^(?:示范基地|单位|名称|单位全称|基地)(?:名称)?$/,
  ],
  ["contact", /联系人|负责人/],
  ["phone", /电话|手机|联系方式/],
  ["remark", /备注/],
] as const satisfies readonly Rule<string>[];

export type ProjectRole = (typeof projectRules)[number][0] | "totalInvestment" | "funding";
export type ApplicationRole = (typeof applicationRules)[number][0];

function roleByRules<Role extends string>(rules: readonly Rule<Role>[], column: Column): Role | null {
  const last = column.path.at(-1) ?? "";
  const open = column.open.at(-1) ?? "";
  if (sequence.test(last)) return null;
  for (const [role, pattern] of rules) if (pattern.test(last) || pattern.test(open)) return role;
  return null;
}

const totalWord = /总投资|投资总额|投资规模|总金额|^投资额?$|^(?:项目|计划|估算)投资额?$/;
const sumWord = /^(?:合计|小计|总额|总计|总数|总投资|金额)$/;
const notTotal = /累计|已完成|完成投资|截至|已安排|年度|(?:19|20)\d\d年|下达|当年|本年/;
const sourceWord = /来源|资金筹措|资金构成|资金落实|投资构成|其中/;
const source =
  /^(?:中央|国家|省级?|市级?|县级?|区级?|地方|各级|上级|园区)?(?:预算内|财政|配套|专项|补助|政府)?(?:预算内)?(?:资金|投资|补助|专项|投入)?$|^其[他它](?:资金)?$|融资/;
/** Says by itself where the money comes from; the others need a parent that speaks of sources. */
const namedSource = /自筹|自有|贷款|社会(?:资本|投资|资金)|债券|预算内|财政/;

/** 总投资 counts whatever its parents say, unless they speak of a year or of what is already spent. */
function moneyRole(column: Column): ProjectRole | null {
  const path = column.path.join("/");
  const last = column.path.at(-1) ?? "";
  const parents = column.path.slice(0, -1).join("/");
  if (notTotal.test(path)) return null;
  if (totalWord.test(last) || (totalWord.test(parents) && sumWord.test(last))) return "totalInvestment";
  if (sourceWord.test(parents) && sumWord.test(last)) return null;
  if (namedSource.test(last)) return "funding";
  const amongSources = sourceWord.test(parents) || totalWord.test(parents);
  return amongSources && last !== "" && source.test(last) ? "funding" : null;
}

/** 合计 below 资金情况 or 投资 is what the project costs, where no column says 总投资. */
const plainSum = (column: Column): boolean =>
  sumWord.test(column.path.at(-1) ?? "") &&
  /投资|资金/.test(column.path.slice(0, -1).join("/")) &&
  !notTotal.test(column.path.join("/"));

function withTotal(columns: readonly Column[], roles: Roles<ProjectRole>): Roles<ProjectRole> {
  if ([...roles.values()].includes("totalInvestment")) return roles;
  const sum = columns.find((column) => !roles.has(column.index) && plainSum(column));
  return sum === undefined ? roles : new Map([...roles, [sum.index, "totalInvestment" as const]]);
}

/** Column index → what it means; `funding` may stand for several columns, every other role for its first. */
export type Roles<Role extends string> = ReadonlyMap<number, Role>;

function assign<Role extends string>(
  columns: readonly Column[],
  roleOf: (column: Column) => Role | null,
  many: Role | null,
): Roles<Role> {
  const roles = new Map<number, Role>();
  const used = new Set<Role>();
  for (const column of columns) {
    const role = roleOf(column);
    if (role === null || (role !== many && used.has(role))) continue;
    used.add(role);
    roles.set(column.index, role);
  }
  return roles;
}

const projectRoleNames: ReadonlySet<string> = new Set<ProjectRole>([
  ...projectRules.map(([role]) => role),
  "totalInvestment",
  "funding",
]);
const applicationRoleNames: ReadonlySet<string> = new Set<ApplicationRole>(
  applicationRules.map(([role]) => role),
);

/** What a person said the columns mean, when the person said the table is of this kind. */
function mappedRoles<Role extends string>(
  { mapped }: TableReading,
  table: MappableTable,
  names: ReadonlySet<string>,
): Roles<Role> | null {
  if (mapped === undefined) return null;
  if (mapped.table !== table) return new Map();
  const isRole = (role: string): role is Role => names.has(role);
  return new Map(
    [...mapped.columns].flatMap(([index, { role }]) => (isRole(role) ? [[index, role] as const] : [])),
  );
}

export const projectRoles = (reading: TableReading): Roles<ProjectRole> =>
  mappedRoles<ProjectRole>(reading, "project-table", projectRoleNames) ??
  withTotal(
    reading.columns,
    assign<ProjectRole>(
      reading.columns,
      (column) => moneyRole(column) ?? roleByRules(projectRules, column),
      "funding",
    ),
  );

export const applicationRoles = (reading: TableReading): Roles<ApplicationRole> =>
  mappedRoles<ApplicationRole>(reading, "application-table", applicationRoleNames) ??
  assign<ApplicationRole>(reading.columns, (column) => roleByRules(applicationRules, column), null);

export const columnOf = <Role extends string>(roles: Roles<Role>, role: Role): number | null => {
  for (const [index, known] of roles) if (known === role) return index;
  return null;
};

/** Columns that only projects have: their 建设内容 may well speak of what indicators count. */
export function isPlainProjectTable(roles: Roles<ProjectRole>): boolean {
  const has = new Set(roles.values());
  const told = has.has("organization") || has.has("content") || has.has("period");
  return has.has("name") && has.has("totalInvestment") && told;
}

/** A project table names projects and says who, what, when or how much. */
export function isProjectTable(roles: Roles<ProjectRole>, title: string | null): boolean {
  const has = new Set(roles.values());
  if (!has.has("name")) return false;
  const told = (["totalInvestment", "organization", "content", "period", "funding"] as const).filter((role) =>
    has.has(role),
  ).length;
  return told >= 2 || (told === 1 && /项目/.test(title ?? ""));
}

/** A table of applicants names them beside type, direction or city, and carries no money. */
export function isApplicationTable(roles: Roles<ApplicationRole>): boolean {
  const has = new Set(roles.values());
  return has.has("name") && (has.has("direction") || has.has("subject")) && has.size >= 3;
}
