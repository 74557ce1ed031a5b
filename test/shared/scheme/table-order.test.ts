import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDossier } from "../../../shared/scheme/check-dossier.ts";
import type { Finding } from "../../../shared/scheme/finding.ts";
import type { ReadFact } from "../../../shared/submission/fact.ts";
import { dossier } from "../../support/dossier.ts";
import { document, extract, guangxiScheme, table } from "../submission/support.ts";

const indicators = guangxiScheme.indicators.filter(({ direction }) => direction === "integration");
const rows = indicators.map(({ name, unit }, index) => [name, unit, String(9000 + index)] as const);
const projects = [
  ["示例平台一期", "甲公司", "2020-2022", "1200"],
  ["示例平台二期", "乙公司", "2021-2023", "800.5"],
  ["示例中试基地", "丙研究院", "2021-2024", "3000"],
] as const;

const shuffled = <Item>(list: readonly Item[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

const factOf = (read: ReadFact, index: number) => ({
  id: `f${index}`,
  read,
  state: read.sure ? ("read" as const) : ("to-confirm" as const),
  key: read.key,
  value: read.value,
  unit: read.unit,
  ...(read.year === undefined ? {} : { year: read.year }),
  role: read.role,
  correction: null,
});

/** What is found, without the places: those move with the rows. */
const withoutPlaces = ({ evidence: _places, ...finding }: Finding) => finding;

function findingsOf(lines: readonly (readonly string[])[], projectLines: readonly (readonly string[])[]) {
  const indicatorFile = extract(
    document((id) => table(id, [["指标内容", "单位", "数值"], ...lines])),
    "附件1.xlsx",
    guangxiScheme,
  ).extraction;
  const projectFile = extract(
    document("项目汇总表（单位：万元）", (id) =>
      table(id, [["项目名称", "建设单位", "建设年限", "总投资（万元）"], ...projectLines]),
    ),
    "项目表.xlsx",
    guangxiScheme,
  ).extraction;
  expect(indicatorFile.facts).toHaveLength(rows.length);
  expect(projectFile.projects).toHaveLength(projects.length);
  const own = dossier(1, ["某区", "南宁市", "region", "integration"], {
    facts: indicatorFile.facts.map(factOf),
    projects: projectFile.projects,
  });
  return checkDossier(guangxiScheme, own, { registry: [] }).map(withoutPlaces);
}

test("findings do not depend on the order of the rows of an indicator table or a project table", () => {
  const expected = findingsOf(rows, projects);
  expect(expected.filter(({ kind }) => kind === "threshold").map(({ status }) => status)).toEqual([
    "met",
    "met",
    "met",
  ]);
  fc.assert(
    fc.property(shuffled(rows), shuffled(projects), (lines, projectLines) => {
      expect(findingsOf(lines, projectLines)).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});
