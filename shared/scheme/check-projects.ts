import { Exact, normalDecimal } from "../scoring/decimal.ts";
import type { Dossier } from "../submission/dossier.ts";
import type { Project } from "../submission/fact.ts";
import { byText } from "../text/by-text.ts";
import { compact } from "../text/normalise-text.ts";
import type { Finding } from "./finding.ts";
import { makeFinding } from "./make-finding.ts";
import { shownStep, stepOfDecimals } from "./shown-step.ts";

type Stated = Dossier["statedTotals"][number];

const unit = "万元";

/** Step of an amount as its row shows it; the whole table may have been in 亿元. */
const stepIn = (row: Project, value: string): Exact => shownStep(row.evidence.text, value);

const stepOfStated = ({ evidence, value, shownDecimals }: Stated): Exact =>
  /\d/.test(evidence.text) ? shownStep(evidence.text, value) : stepOfDecimals(shownDecimals);

const placeOf = (evidence: Project["evidence"]): string => `${evidence.sha256}/${evidence.block}`;

/** Rows of the table the total stands in; a total read from another block is compared with the whole file. */
function rowsOf(stated: Stated, projects: readonly Project[]): Project[] {
  const table = projects.filter((row) => placeOf(row.evidence) === placeOf(stated.evidence));
  return table.length > 0 ? table : projects.filter((row) => row.evidence.sha256 === stated.evidence.sha256);
}

const sumSteps = (steps: readonly Exact[]): Exact =>
  steps.reduce((total, step) => total.plus(step), new Exact(0)).div(2);

/** Rows and total agree within what rounding each shown number may explain (1352 亿元 stated for 1351.78). */
function checkTotal(stated: Stated, projects: readonly Project[], rule: string): Finding[] {
  const rows = rowsOf(stated, projects);
  if (rows.length === 0) return [];
  const base = {
    rule,
    kind: "project-sum",
    subject: "",
    unit,
    actual: normalDecimal(stated.value),
    evidence: [stated.evidence, ...rows.map((row) => row.evidence)],
  } as const;
  const shown = rows.flatMap((row) =>
    row.totalInvestment === null
      ? []
      : { amount: row.totalInvestment, step: stepIn(row, row.totalInvestment) },
  );
  const amounts = shown.map((row) => row.amount);
  const without = rows.filter((row) => row.totalInvestment === null).map((row) => row.name);
  if (without.length > 0) {
    const params = { rows: without.sort(byText).join("、"), count: String(without.length) };
    return [makeFinding({ ...base, status: "to-confirm", reason: "row-without-amount", params })];
  }
  const sum = amounts.reduce((total, amount) => total.plus(amount), new Exact(0));
  const margin = new Exact(stated.value).minus(sum);
  const slack = sumSteps([stepOfStated(stated), ...shown.map((row) => row.step)]);
  const tolerance = normalDecimal(slack);
  return [
    makeFinding({
      ...base,
      status: margin.abs().lte(slack) ? "met" : "contradiction",
      expected: normalDecimal(sum),
      margin: normalDecimal(margin),
      arithmetic: `${inOrder(amounts).map(normalDecimal).join(" + ")} = ${normalDecimal(sum)}; ± ${tolerance}`,
      params: { tolerance, count: String(rows.length) },
    }),
  ];
}

const inOrder = (amounts: readonly string[]): Exact[] =>
  amounts.map((amount) => new Exact(amount)).sort((one, other) => one.cmp(other));

const plainNumber = /^\d{1,12}(?:\.\d{1,2})?$/;

/** In hundredths, as a whole number a float holds exactly; `null` for a number too long for it. */
const hundredths = (value: string): number | null =>
  plainNumber.test(value) ? Math.round(Number(value) * 100) : null;

/** True when whole numbers alone show that the parts give the total; false leaves it to exact decimals. */
function addsUp(parts: readonly string[], total: string): boolean {
  let left = hundredths(total);
  for (const part of parts) {
    const amount = hundredths(part);
    if (left === null || amount === null) return false;
    left -= amount;
  }
  return left === 0;
}

/** 资金来源: the parts of a project's money give its 总投资. */
function checkFunding(project: Project, rule: string): Finding[] {
  if (project.totalInvestment === null || project.funding.length < 2) return [];
  const parts = project.funding.map((part) => part.value);
  if (addsUp(parts, project.totalInvestment)) return [];
  const sum = parts.reduce((total, part) => total.plus(part), new Exact(0));
  const margin = new Exact(project.totalInvestment).minus(sum);
  const slack = sumSteps([project.totalInvestment, ...parts].map((value) => stepIn(project, value)));
  if (margin.abs().lte(slack)) return [];
  return [
    makeFinding({
      rule,
      kind: "project-sum",
      status: "contradiction",
      reason: "funding",
      subject: project.name,
      unit,
      expected: normalDecimal(sum),
      actual: normalDecimal(project.totalInvestment),
      margin: normalDecimal(margin),
      arithmetic: `${parts.map(normalDecimal).join(" + ")} = ${normalDecimal(sum)}; ± ${normalDecimal(slack)}`,
      params: { tolerance: normalDecimal(slack) },
      evidence: [project.evidence],
    }),
  ];
}

/** By everything they say, so that the order they came in never matters. */
function sorted<Row>(rows: readonly Row[]): Row[] {
  if (rows.length < 2) return [...rows];
  const keyed = rows.map((row) => ({ row, key: JSON.stringify(row) }));
  return keyed.sort((one, other) => byText(one.key, other.key)).map(({ row }) => row);
}

interface Investment {
  readonly sum: Exact;
  readonly slack: Exact;
}

/** What a table says the rows of one project cost together; `null` when one of them has no amount. */
function investmentOf(rows: readonly Project[]): Investment | null {
  const amounts = rows.flatMap(({ totalInvestment }) => totalInvestment ?? []);
  if (amounts.length < rows.length) return null;
  return {
    sum: amounts.reduce((total, amount) => total.plus(amount), new Exact(0)),
    slack: sumSteps(rows.map((row) => stepIn(row, row.totalInvestment ?? "0"))),
  };
}

/** The same project with different 总投资 in two tables: a 补正 beside what it corrects, 附件3 beside a table of the plan. */
function checkRepeated(rows: readonly Project[]): Finding[] {
  const tables = Map.groupBy(rows, ({ evidence }) => placeOf(evidence));
  const stated = [...tables.values()].flatMap((own) => investmentOf(own) ?? []);
  const inTurn = stated.toSorted((one, other) => one.sum.cmp(other.sum));
  const [least, most] = [inTurn[0], inTurn.at(-1)];
  if (least === undefined || most === undefined) return [];
  const margin = most.sum.minus(least.sum);
  if (margin.lte(least.slack.plus(most.slack))) return [];
  const values = [...new Set(inTurn.map(({ sum }) => normalDecimal(sum)))];
  const [first] = rows;
  return [
    makeFinding({
      rule: `contradiction:project:${first?.name ?? ""}`,
      kind: "contradiction",
      status: "contradiction",
      reason: "several-tables",
      subject: first?.name ?? "",
      actual: values.join(" / "),
      unit,
      margin: normalDecimal(margin),
      params: { values: values.join("、") },
      evidence: rows.map(({ evidence }) => evidence),
    }),
  ];
}

/** Rows of each name; none where all stand in one table, as nothing can differ there. */
function rowsByName(projects: readonly Project[]): Project[][] {
  if (new Set(projects.map(({ evidence }) => placeOf(evidence))).size < 2) return [];
  const named = projects.filter(({ name }) => compact(name) !== "");
  return [...Map.groupBy(sorted(named), ({ name }) => compact(name)).values()];
}

/**
 * Sums inside 附件3 主要建设项目汇总表, in 万元, and projects that stand in several tables. A row without an amount is never
 * counted as 0.
 */
export function checkProjects(dossier: Dossier): Finding[] {
  const totals = sorted(dossier.statedTotals);
  const projects = totals.length === 0 ? [] : sorted(dossier.projects);
  // Most rows add up: only the others have to be put into an order.
  const funding = new Map(
    dossier.projects.map((project) => [project, checkFunding(project, `project-sum:${project.name}`)]),
  );
  const wrong = sorted(dossier.projects.filter((project) => funding.get(project)?.length !== 0));
  return [
    ...totals.flatMap((stated, index) => checkTotal(stated, projects, `project-sum:total-${index + 1}`)),
    ...wrong.flatMap((project) => funding.get(project) ?? []),
    ...rowsByName(dossier.projects).flatMap(checkRepeated),
  ];
}
