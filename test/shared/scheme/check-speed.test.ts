import { expect, test } from "vitest";
import type { CheckContext } from "../../../shared/scheme/check-dossier.ts";
import { checkRound } from "../../../shared/scheme/check-round.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import type { Dossier } from "../../../shared/submission/dossier.ts";
import { countLooks } from "../../support/count-looks.ts";
import { dossier, evidence, fact, file, project, registry, schemeOf } from "../../support/dossier.ts";

const hunan = schemeOf("hunan-2021");
const shijiazhuang = schemeOf("shijiazhuang-2018");
const cityOf = (number: number): string => hunan.cities[number % hunan.cities.length] ?? "";

/** Everything a submission can have: yearly values, targets, a project table with total and count, a row in the city's table. */
const submission = (number: number): Dossier =>
  dossier(number, [`第${number}高新技术产业开发区`, cityOf(number), "region", "lean"], {
    facts: hunan.indicators.flatMap(({ id }) => [
      fact(id, "12"),
      ...[2018, 2019, 2020].map((year) => fact(id, "12", { year })),
      fact(id, "30", { role: "target" }),
    ]),
    projects: Array.from({ length: 8 }, (_, row) => project(`项目${row}`, "100")),
    statedTotals: [{ value: "800", shownDecimals: 0, evidence: evidence("800", "b3", "项目表.xlsx") }],
    statedCounts: [{ count: 8, evidence: evidence("合计：8 个", "b3", "项目表.xlsx") }],
    files: [file("plan"), file("indicator-table"), file("project-table")],
  });

const thousand = Array.from({ length: 1000 }, (_, index) => submission(index + 1));
const points = shijiazhuang.points.filter((point) => point.subject === "region");
const context: CheckContext = {
  registry: registry(),
  applications: thousand.map(({ number, identity }) => ({
    city: cityOf(number),
    name: identity.name?.value ?? "",
    subject: "region",
    direction: "lean",
    contact: "",
    evidence: evidence(identity.name?.value ?? "", `b${number}`, "附件4.xlsx"),
  })),
  papers: hunan.cities.map((city) => ({ kind: "letter", city, file: `${city}.docx`, refused: false })),
  answers: new Map(
    thousand.map((one) => [
      one.submission,
      points.map((point) => ({
        point: point.id,
        verdict: "yes" as const,
        effect: "有成效",
        inputs: { part: "3", whole: "4", before: "1", after: "2", own: "3", province: "1", city: "2" },
        evidence: [evidence("佐证")],
        by: "张三",
        at: "2018-08-01T00:00:00Z",
      })),
    ]),
  ),
};

const looksInto = (scheme: Scheme, dossiers: readonly Dossier[]): number =>
  countLooks(dossiers, (watched) => checkRound(scheme, watched, context));

test.each([
  ["Hunan 2021", hunan],
  ["Shijiazhuang 2018", shijiazhuang],
])(
  "1,000 submissions under every rule of %s are looked into about four times as often as 250",
  (_name, scheme) => {
    const small = looksInto(scheme, thousand.slice(0, 250));
    const large = looksInto(scheme, thousand);
    expect(small).toBeGreaterThan(250 * 10);
    // Linear is 4, quadratic would be 16.
    expect(large / small).toBeLessThan(5);
  },
);
