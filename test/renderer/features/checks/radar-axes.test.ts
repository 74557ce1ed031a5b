import { expect, test } from "vitest";
import { outlineOf, radarOf, spotOf } from "../../../../renderer/features/checks/radar-axes.ts";
import type { Finding } from "../../../../shared/scheme/finding.ts";
import { schemeOf } from "../../../support/dossier.ts";

const guangxi = schemeOf("guangxi-2020");
const shijiazhuang = schemeOf("shijiazhuang-2018");

const finding = (rule: string, status: Finding["status"], actual?: string): Finding => ({
  rule,
  kind: rule.startsWith("point") ? "point" : "threshold",
  status,
  subject: rule,
  ...(actual === undefined ? {} : { actual }),
  params: {},
  evidence: [],
});

const applicant = (findings: Finding[], direction: "employment" | null) => ({
  submission: "s1",
  number: 1,
  name: "示例",
  city: "",
  subject: "region" as const,
  direction,
  findings,
});

test("a spoke is what the value is of its threshold; what is missing has no length, not 0", () => {
  const { axes, most } = radarOf(
    guangxi,
    applicant(
      [
        finding("threshold:employment-jobs", "met", "12000"),
        finding("threshold:employment-funding", "not-reported"),
        finding("threshold:employment-growth", "not-met", "4"),
      ],
      "employment",
    ),
    [],
  );
  expect(most).toBe(200);
  expect(axes.map(({ value, share, status }) => [value, share, status])).toEqual([
    ["12000", 120, "met"],
    [null, null, "not-reported"],
    ["4", 80, "not-met"],
  ]);
  expect(outlineOf(axes)).toEqual([[2, 0]]);
});

test("an indicator that does not measure this type has no spoke", () => {
  const { axes } = radarOf(
    guangxi,
    applicant([finding("threshold:employment-jobs", "met", "1")], "employment"),
    [],
  );
  expect(axes.map(({ id }) => id)).toEqual(["employment-jobs"]);
});

test("evaluation points are counted by part; a part nobody answered is open and not none of them", () => {
  const own = shijiazhuang.points.filter(({ subject }) => subject === "region");
  const [first] = own;
  if (!first) throw new Error("no points");
  const part = own.filter(({ group }) => group === first.group);
  const { axes, most } = radarOf(
    shijiazhuang,
    applicant(
      own.map(({ id }) => finding(`point:${id}`, id === first.id ? "met" : "not-reported")),
      null,
    ),
    [],
  );
  expect(most).toBe(100);
  expect(axes[0]).toMatchObject({ name: first.group, value: `1/${part.length}`, status: "not-reported" });
  expect(axes.slice(1).map(({ share, value }) => [share, value])).toEqual(
    axes.slice(1).map(() => [null, null]),
  );
});

test("where the notice gives no thresholds, a number is compared with the greatest of the same direction and type", () => {
  const scheme = schemeOf("hunan-2021");
  const one = (jobs: string) =>
    applicant([finding("threshold:employment-jobs", "no-threshold", jobs)], "employment");
  const [small, great] = [one("4500"), one("9000")];
  const other = { ...one("50000"), subject: "university" as const };
  const { axes, scale, most } = radarOf(scheme, small, [small, great, other]);
  expect([scale, most]).toEqual(["greatest", 100]);
  expect(axes.map(({ value, share, status }) => [value, share, status])).toEqual([
    ["4500", 50, "no-threshold"],
  ]);
});

test("spokes go clockwise from the top, and nothing is drawn beyond the edge", () => {
  const round = ({ x, y }: { x: number; y: number }) => [Math.round(x), Math.round(y)];
  expect([0, 1, 2, 3].map((index) => round(spotOf(index, 4, 100, 200, 60)))).toEqual([
    [0, -30],
    [30, 0],
    [0, 30],
    [-30, 0],
  ]);
  expect(round(spotOf(0, 4, 900, 200, 60))).toEqual([0, -60]);
});
