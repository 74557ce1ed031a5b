import type { Workbook } from "exceljs";
import { isOpenInPrinciple, showThreshold } from "../../shared/scheme/check-threshold.ts";
import type { Finding } from "../../shared/scheme/finding.ts";
import {
  DecimalString,
  type Indicator,
  type Scheme,
  type Source,
  type SubjectId,
  subjectIds,
} from "../../shared/scheme/scheme.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import {
  addRow,
  applicantCells,
  applicantHeads,
  type Checked,
  type CheckTable,
  headRow,
  placesOf,
  sourceOf,
  startPage,
} from "./check-page.ts";
import type { CellValue } from "./sheet-cells.ts";

const kinds: readonly Finding["kind"][] = ["threshold", "recomputed", "confused-indicator", "contradiction"];

const about = (indicator: Indicator, finding: Finding): boolean =>
  kinds.includes(finding.kind) && finding.rule.split(":")[1] === indicator.id;

const thresholdOf = (submission: Checked, indicator: Indicator): Finding | undefined =>
  submission.findings.find((finding) => finding.kind === "threshold" && about(indicator, finding));

/** `9120（达标，要求≥8000，差额+1120）`; what was not reported or is not allowed is a word, never a number. */
function matrixCell(finding: Finding | undefined): string {
  if (finding === undefined) return "—";
  const status = say("zh", `status.${finding.status}`);
  const parts = [
    status,
    finding.expected === undefined || finding.expected === ""
      ? ""
      : say("zh", "export.check.cellExpected", { expected: finding.expected }),
    finding.margin === undefined ? "" : say("zh", "export.check.cellMargin", { margin: finding.margin }),
  ].filter((part) => part !== "");
  const value = finding.actual ?? "";
  return value === "" ? parts.join("，") : `${value}（${parts.join("，")}）`;
}

/** Applicants × indicators: the whole round on one page, as the panel looks at it. */
export function addMatrix(workbook: Workbook, table: CheckTable, scheme: Scheme): void {
  if (scheme.indicators.length === 0) return;
  const { page, widths } = startPage(workbook, table, say("zh", "export.check.matrix"), [
    ...applicantHeads,
    ...scheme.indicators.map(({ name, unit }) => [`${name}（${unit}）`, 20] as const),
  ]);
  table.checks.submissions.forEach((submission, i) => {
    const cells = scheme.indicators.map((indicator) => matrixCell(thresholdOf(submission, indicator)));
    addRow(page, headRow + 1 + i, widths, [...applicantCells(submission, table), ...cells]);
  });
}

const numberOr = (text: string): CellValue =>
  DecimalString.safeParse(text).success ? { number: text } : text;

const decimalsOf = (text: string): number => text.split(".")[1]?.length ?? 0;

const lineHeads = [
  [say("zh", "export.check.indicator"), 26],
  [say("zh", "export.check.unit"), 7],
  [say("zh", "export.check.kind"), 11],
  [say("zh", "export.check.actual"), 12],
  [say("zh", "export.check.expected"), 11],
  [say("zh", "export.check.margin"), 10],
  [say("zh", "export.check.status"), 9],
  [say("zh", "export.check.arithmetic"), 34],
  [say("zh", "export.check.evidence"), 44],
  [say("zh", "export.check.source"), 34],
] as const;

/** Every indicator of every applicant on a line of its own: value, threshold, margin, arithmetic, and where each stands. */
export function addIndicatorLines(workbook: Workbook, table: CheckTable, scheme: Scheme): void {
  if (scheme.indicators.length === 0) return;
  const { page, widths } = startPage(workbook, table, say("zh", "export.check.indicators"), [
    ...applicantHeads,
    ...lineHeads,
  ]);
  let at = headRow;
  for (const submission of table.checks.submissions)
    for (const indicator of scheme.indicators)
      for (const finding of submission.findings.filter((one) => about(indicator, one))) {
        const decimals = Math.max(decimalsOf(finding.actual ?? ""), decimalsOf(finding.margin ?? ""));
        addRow(
          page,
          ++at,
          widths,
          [
            ...applicantCells(submission, table),
            indicator.name,
            indicator.unit,
            say("zh", `findingKind.${finding.kind}`),
            numberOr(finding.actual ?? ""),
            finding.expected ?? "",
            numberOr(finding.margin ?? ""),
            say("zh", `status.${finding.status}`),
            finding.arithmetic ?? "",
            placesOf(finding),
            sourceOf(finding.source ?? indicator.source),
          ],
          decimals,
        );
      }
  page.autoFilter = {
    from: { row: headRow, column: 1 },
    to: { row: Math.max(at, headRow), column: widths.length },
  };
}

const ruleHeads = [
  [say("zh", "export.score.direction"), 14],
  [say("zh", "export.check.indicator"), 40],
  [say("zh", "export.check.unit"), 8],
  [say("zh", "export.score.subject"), 12],
  [say("zh", "export.check.expected"), 14],
  [say("zh", "export.check.source"), 60],
] as const;

const thresholdText = (scheme: Scheme, indicator: Indicator, subject: SubjectId): string => {
  const threshold = indicator.thresholds[subject];
  if (!threshold)
    return say("zh", isOpenInPrinciple(scheme, subject) ? "schemes.inPrinciple" : "status.not-allowed");
  return showThreshold(threshold) ?? say("zh", "status.no-threshold");
};

/** Where a type has no threshold, the sentence on what it may apply for says why. */
const ruleSource = (scheme: Scheme, indicator: Indicator, subject: SubjectId): Source =>
  indicator.thresholds[subject]?.source ??
  scheme.subjects.find(({ id }) => id === subject)?.source ??
  indicator.source;

/** The thresholds in force with the sentence each comes from: what the findings were measured against. */
export function addRules(workbook: Workbook, table: CheckTable, scheme: Scheme): void {
  if (scheme.indicators.length === 0) return;
  const { page, widths } = startPage(workbook, table, say("zh", "export.check.rules"), ruleHeads);
  const subjects = subjectIds.filter((id) => scheme.subjects.some((subject) => subject.id === id));
  let at = headRow;
  for (const indicator of scheme.indicators)
    for (const subject of subjects)
      addRow(page, ++at, widths, [
        table.directionNames[indicator.direction] ?? say("zh", `direction.${indicator.direction}`),
        indicator.name,
        indicator.unit,
        say("zh", `subject.${subject}`),
        thresholdText(scheme, indicator, subject),
        sourceOf(ruleSource(scheme, indicator, subject)),
      ]);
}
