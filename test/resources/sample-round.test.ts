import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { Decimal } from "decimal.js";
import { beforeAll, describe, expect, test } from "vitest";
import { deliveries } from "../../resources/samples/source/deliveries.ts";
import { makeRound, type SampleRound } from "../../resources/samples/source/make-round.ts";
import { planParts } from "../../resources/samples/source/plan.ts";
import type { Applicant } from "../../resources/samples/source/types.ts";

const home = join(import.meta.dirname, "../../resources/samples");
const applicants = [
  ...new Set(
    deliveries.flatMap(({ files }) => files.flatMap((file) => (file.applicant ? [file.applicant] : []))),
  ),
];

let round: SampleRound;
beforeAll(async () => {
  round = await makeRound();
});

describe("the sample round", () => {
  test("the committed files are the ones the script makes now", () => {
    const folder = join(home, "round");
    const committed = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
      .sort();
    expect(committed).toEqual([...round.files.keys()].sort());
    const different = committed.filter((path) => !readFileSync(join(folder, path)).equals(made(path)));
    expect(different, "run `npm run samples` and commit the result").toEqual([]);
  });

  test("expected.json is the one the script makes now", () => {
    expect(readFileSync(join(home, "expected.json"), "utf8")).toBe(round.expected);
  });

  test("is below two megabytes", () => {
    const bytes = [...round.files.values()].reduce((sum, data) => sum + data.length, 0);
    expect(bytes).toBeLessThan(2_000_000);
  });

  test("covers every subject type, every direction and more than ten applicants", () => {
    expect(applicants.length).toBeGreaterThanOrEqual(12);
    expect(new Set(applicants.map(({ subject }) => subject))).toEqual(
      new Set(["region", "university", "institute", "enterprise"]),
    );
    expect(new Set(applicants.map(({ direction }) => direction))).toEqual(
      new Set(["employment", "integration", "lean", "global"]),
    );
  });

  test("names every invented applicant 示例, the one real name apart", () => {
    const unmarked = applicants.filter(({ name }) => !name.includes("示例")).map(({ name }) => name);
    expect(unmarked).toEqual(["湖南省株洲高新技术产业开发区"]);
  });
});

describe.each(applicants)("$name", (applicant: Applicant) => {
  const text = planText(applicant);

  test("its plan has every sentence that states an expected value", () => {
    expect(applicant.stated.filter(({ sentence }) => !text.includes(sentence))).toEqual([]);
  });

  test("its yearly values and its mean agree", () => {
    const wrong = applicant.indicators.filter(({ expect: { years, value } }) => {
      if (years === undefined || value === null) return false;
      const sum = years.reduce((total, year) => total.plus(year ?? "NaN"), new Decimal(0));
      return !sum.div(3).equals(value);
    });
    expect(wrong).toEqual([]);
  });

  test("the parts of its project table add up to the total it states", () => {
    const sum = applicant.projects.rows.reduce((total, row) => total.plus(row.expect), new Decimal(0));
    const { expectTotal } = applicant.projects;
    expect(expectTotal === null || sum.equals(expectTotal)).toBe(true);
  });
});

test("plans have the lengths that the round is to show", () => {
  const lengths = Object.fromEntries(
    applicants.map((applicant) => [applicant.id, planText(applicant).length]),
  );
  const { "hh-wuxi": short = 0, "yz-xiaoxiang": long = 0, "xx-wuling": _unreadable, ...usual } = lengths;
  expect(short).toBeLessThan(1200);
  expect(long).toBeGreaterThan(10_000);
  for (const length of Object.values(usual)) {
    expect(length).toBeGreaterThan(2500);
    expect(length).toBeLessThan(6000);
  }
});

const made = (path: string): Buffer => round.files.get(path) ?? Buffer.alloc(0);

const planText = (applicant: Applicant): string =>
  planParts(applicant)
    .map((part) => (part.kind === "table" ? "" : part.text))
    .join("\n");
