import { expect, test } from "vitest";
import {
  filterRows,
  looseRows,
  matrixGroups,
  stateCounts,
} from "../../../../renderer/features/checks/matrix-groups.ts";
import type { Finding } from "../../../../shared/scheme/finding.ts";
import { say, type WordKey } from "../../../../shared/text/catalogue/index.ts";
import { schemeOf } from "../../../support/dossier.ts";

const words = { t: (key: WordKey, params?: Record<string, string>) => say("zh", key, params) };

const finding = (rule: string, status: Finding["status"]): Finding => ({
  rule,
  kind: rule.startsWith("recomputed") ? "recomputed" : "threshold",
  status,
  subject: rule,
  params: {},
  evidence: [],
});

const applicant = (
  number: number,
  of: { direction?: "lean" | null; subject?: "region" | "enterprise" | null },
  findings: Finding[],
) => ({
  submission: `s${number}`,
  number,
  name: `示例${number}开发区`,
  city: number === 1 ? "长沙市" : "湘潭市",
  subject: of.subject === undefined ? ("region" as const) : of.subject,
  direction: of.direction === undefined ? ("lean" as const) : of.direction,
  findings,
});

test("a notice with indicators is shown by direction, and filtered by the state of any cell and by words", () => {
  const scheme = schemeOf("guangxi-2020");
  const result = {
    submissions: [
      applicant(1, {}, [finding("threshold:lean-firms", "met")]),
      applicant(2, {}, [
        finding("threshold:lean-firms", "not-met"),
        finding("recomputed:lean-firms", "contradiction"),
      ]),
      applicant(3, { direction: null }, []),
    ],
    round: [],
  };
  const groups = matrixGroups(words, scheme, result);
  expect(groups.map(({ id, rows, columns }) => [id, rows.length, columns.length])).toEqual([
    ["employment", 0, 3],
    ["integration", 0, 3],
    ["lean", 2, 3],
    ["global", 0, 3],
  ]);
  const lean = groups[2];
  if (!lean) throw new Error("no group");
  const numbers = (status: Finding["status"] | "", text = "") =>
    filterRows(lean, { text, status }).map(({ number }) => number);
  expect([
    numbers(""),
    numbers("not-met"),
    numbers("contradiction"),
    numbers("", "长沙"),
    numbers("met", "湘潭"),
  ]).toEqual([[1, 2], [2], [2], [1], []]);
  expect(stateCounts(lean).get("contradiction")).toBe(1);
  expect(looseRows(groups, result).map(({ number }) => number)).toEqual([3]);
});

test("a notice with evaluation points is shown by type of applicant, a column for each point", () => {
  const scheme = schemeOf("shijiazhuang-2018");
  const own = scheme.points.filter(({ subject }) => subject === "region");
  const result = {
    submissions: [
      applicant(
        1,
        { direction: null },
        own.map(({ id }) => finding(`point:${id}`, "not-reported")),
      ),
      applicant(2, { direction: null, subject: null }, []),
    ],
    round: [],
  };
  const groups = matrixGroups(words, scheme, result);
  expect(groups.map(({ id, name, rows }) => [id, name, rows.length])).toEqual([
    ["points-region", "区域", 1],
    ["points-university", "高校", 0],
    ["points-institute", "科研院所", 0],
    ["points-enterprise", "企业", 0],
  ]);
  expect(groups[0]?.columns).toHaveLength(own.length);
  expect(groups[0]?.columns[0]?.finding(result.submissions[0] as never)?.status).toBe("not-reported");
  expect(looseRows(groups, result).map(({ number }) => number)).toEqual([2]);
});
