import { describe, expect, it } from "vitest";
import { diffDossiers, isSameContent } from "../../../shared/submission/diff-dossiers.ts";
import type { ReadSection } from "../../../shared/submission/fact.ts";
import { dossier, evidence, fact, file, identity, project, sha } from "../../support/dossier.ts";

const who = ["示例大学", "长沙市", "university", "employment"] as const;
const section = (id: string | null, title: string, chars: number): ReadSection => ({
  section: id,
  title,
  chars,
  evidence: evidence(title),
});

const first = dossier(1, who, {
  version: 1,
  facts: [
    fact("employment-jobs", "2400", { year: 2018 }),
    fact("employment-jobs", "2900", { year: 2019 }),
    fact("employment-funding", "2000", { state: "to-confirm" }),
    fact("employment-growth", "5"),
  ],
  projects: [
    project("孵化器", "1000"),
    project("实训基地", "500"),
    project("同名", "1"),
    project("同名", "2"),
  ],
  outline: [
    section("basis", "一、工作基础", 1500),
    section("plan", "三、思路", 900),
    section(null, "附：", 10),
  ],
  files: [file("plan", { sha256: sha("1") }), file("evidence", { sha256: sha("2"), name: "旧证明.pdf" })],
});

describe("a supplement", () => {
  const second = dossier(1, who, {
    version: 2,
    identity: { ...first.identity, direction: identity("integration"), city: null },
    facts: [
      fact("employment-jobs", "2400", { year: 2018, state: "confirmed" }),
      fact("employment-jobs", "3000", { year: 2019 }),
      fact("employment-jobs", "3100", { year: 2020 }),
      fact("employment-funding", "2000", { state: "rejected" }),
      fact("employment-growth", "5"),
      fact("employment-growth", "6", { role: "target" }),
    ],
    projects: [
      project("孵化器", "1200", { period: "2021-2023" }),
      project("新平台", null),
      project("同名", "1"),
      project("同名", "3"),
    ],
    outline: [
      section("basis", "一、工作基础", 1600),
      section("plan", "三、思路", 900),
      section("goal", "四、目标", 800),
    ],
    files: [
      file("plan", { sha256: sha("3") }),
      file("project-table", { sha256: sha("4"), name: "附件3.xlsx" }),
    ],
    statedTotals: [{ value: "1200", shownDecimals: 0, evidence: evidence("1200") }],
    totalChars: 5000,
  });

  it("is told item by item, in the order of the older version, with nothing that stayed", () => {
    expect(diffDossiers(first, second)).toEqual({
      before: 1,
      after: 2,
      identity: [
        { field: "city", before: "长沙市", after: null },
        { field: "direction", before: "employment", after: "integration" },
      ],
      facts: [
        {
          key: "employment-jobs",
          unit: "人",
          year: 2019,
          role: "value",
          change: "changed",
          before: [{ value: "2900", state: "read" }],
          after: [{ value: "3000", state: "read" }],
        },
        {
          key: "employment-funding",
          unit: "万元",
          year: null,
          role: "value",
          change: "removed",
          before: [{ value: "2000", state: "to-confirm" }],
          after: [],
        },
        {
          key: "employment-jobs",
          unit: "人",
          year: 2020,
          role: "value",
          change: "added",
          before: [],
          after: [{ value: "3100", state: "read" }],
        },
        {
          key: "employment-growth",
          unit: "%",
          year: null,
          role: "target",
          change: "added",
          before: [],
          after: [{ value: "6", state: "read" }],
        },
      ],
      sections: [
        {
          section: "basis",
          change: "changed",
          before: { title: "一、工作基础", chars: 1500 },
          after: { title: "一、工作基础", chars: 1600 },
        },
        { section: null, change: "removed", before: { title: "附：", chars: 10 }, after: null },
        { section: "goal", change: "added", before: null, after: { title: "四、目标", chars: 800 } },
      ],
      projects: [
        {
          name: "孵化器",
          change: "changed",
          fields: [
            { field: "period", before: "", after: "2021-2023" },
            { field: "totalInvestment", before: "1000", after: "1200" },
          ],
        },
        { name: "实训基地", change: "removed", fields: [] },
        { name: "同名", change: "changed", fields: [{ field: "totalInvestment", before: "2", after: "3" }] },
        { name: "新平台", change: "added", fields: [] },
      ],
      statedTotals: { before: [], after: ["1200"] },
      files: [
        { sha256: sha("3"), name: "plan.docx", change: "changed" },
        { sha256: sha("4"), name: "附件3.xlsx", change: "added" },
        { sha256: sha("2"), name: "旧证明.pdf", change: "removed" },
      ],
      totalChars: { before: 4800, after: 5000 },
    });
  });

  it("read the other way round swaps the sides", () => {
    const there = diffDossiers(first, second);
    const back = diffDossiers(second, first);
    const swapped = { added: "removed", removed: "added", changed: "changed" } as const;
    const told = (diff: typeof there) =>
      diff.facts.map((change) => `${change.key} ${change.year} ${change.role} ${change.change}`).sort();
    expect(told(back)).toEqual(
      there.facts
        .map((change) => `${change.key} ${change.year} ${change.role} ${swapped[change.change]}`)
        .sort(),
    );
  });
});

it("says nothing where only a person's confirming, ids and places differ", () => {
  const confirmed = {
    ...first,
    version: 2,
    facts: first.facts.map((known) => ({ ...known, id: `${known.id}x`, state: "confirmed" as const })),
  };
  expect(isSameContent(diffDossiers(first, confirmed))).toBe(true);
  expect(isSameContent(diffDossiers(first, { ...confirmed, totalChars: 1 }))).toBe(false);
});

it("tells each value once, and nothing where a further file repeats what was known", () => {
  const jobs = (value: string, more = {}) => fact("employment-jobs", value, { year: 2019, ...more });
  const before = dossier(1, who, {
    version: 1,
    facts: [jobs("2900"), jobs("2900"), fact("employment-growth", "5")],
  });
  const after = dossier(1, who, {
    version: 2,
    facts: [
      jobs("2900", { state: "confirmed" }),
      jobs("3000"),
      jobs("2900"),
      jobs("3000"),
      fact("employment-growth", "5"),
      fact("employment-growth", "5"),
    ],
  });
  const { facts } = diffDossiers(before, after);
  expect(facts.map((change) => [change.key, change.before, change.after])).toEqual([
    [
      "employment-jobs",
      [{ value: "2900", state: "read" }],
      [
        { value: "2900", state: "confirmed" },
        { value: "3000", state: "read" },
      ],
    ],
  ]);
});
