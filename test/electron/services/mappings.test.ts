import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { findBrokenLink } from "../../../electron/db/audit.ts";
import { saveMapping } from "../../../electron/db/mappings.ts";
import type { InputOf } from "../../../shared/contract/index.ts";
import { MappingFile } from "../../../shared/contract/mapping.ts";
import { mailWith } from "../../support/mail-fixture.ts";
import {
  ask,
  codeOf,
  freshFolder,
  freshProgram,
  importFiles,
  newRound,
  removeFolder,
  startProgram,
} from "../../support/program.ts";

let program: Composed;
let round = "";
beforeEach(async () => {
  const fresh = await freshProgram();
  program = fresh.program;
  round = await newRound(program, "认表");
  return fresh.end;
});

/** Nothing in this header is a word the reader knows. */
const strange = (name: string, money: string): string =>
  [
    "甲,事项,牵头方,盘子,何时",
    `1,${name},某大学,${money},2021-2023`,
    `2,${name}二期,某高新区,3.45,2022`,
  ].join("\n");
const plan = "申报单位：望月示例创业园\n所在市州：长沙市\n建设方向：精益创业\n创新型企业数量60家。";

const columns = [
  { column: 2, role: "name", year: null, unit: null },
  { column: 3, role: "organization", year: null, unit: null },
  { column: 4, role: "totalInvestment", year: null, unit: "亿元" },
  { column: 5, role: "period", year: null, unit: null },
] as const;

async function place(path: string): Promise<InputOf<"mapping/save">["target"]> {
  const { arrivals } = await ask(program, "intake/list", { round });
  const sha256 = arrivals.find((arrival) => arrival.path === path)?.sha256 ?? "";
  const { document } = await ask(program, "document/get", { round, sha256 });
  const block = document?.blocks.find((known) => known.kind === "table")?.id ?? "";
  return { place: { round, sha256, block, firstRow: 1, lastRow: 1 } };
}

const save = async (
  path: string,
  part: Partial<InputOf<"mapping/save">> = {},
): Promise<InputOf<"mapping/save">> => ({
  round,
  target: await place(path),
  name: "某市的项目表",
  table: "project-table",
  columns: [...columns],
  unit: null,
  ...part,
});

const onlySubmission = async () => {
  const { submissions } = await ask(program, "intake/list", { round });
  expect(submissions).toHaveLength(1);
  return ask(program, "submission/get", { submission: submissions[0]?.id ?? "" });
};

describe("a header a clerk has named", () => {
  beforeEach(async () => {
    await importFiles(program, round, {
      "望月示例创业园/方案.txt": plan,
      "望月示例创业园/表.csv": strange("众创空间", "1.2"),
    });
  });

  test("is applied at once: the dossier has a new version that says what changed", async () => {
    const before = await onlySubmission();
    expect([before.version, before.projects]).toEqual([1, []]);
    const { saved, reread } = await ask(program, "mapping/save", await save("望月示例创业园/表.csv"));
    expect(reread).toEqual({ files: 1, submissions: 1, frozen: 0 });
    expect(saved).toMatchObject({
      name: "某市的项目表",
      mapping: { labels: ["甲", "事项", "牵头方", "盘子", "何时"] },
    });
    const after = await onlySubmission();
    expect(
      after.projects.map(({ name, totalInvestment, evidence }) => [name, totalInvestment, evidence.cell]),
    ).toEqual([
      ["众创空间", "12000", "r2c2"],
      ["众创空间二期", "34500", "r3c2"],
    ]);
    const { submission } = after;
    const versions = await ask(program, "submission/get-versions", { submission });
    expect(versions.map(({ version, reason, digest }) => [version, reason, digest])).toEqual([
      [2, "mapping", after.digest],
      [1, "import", before.digest],
    ]);
    const diff = await ask(program, "submission/diff", { submission, before: 1, after: 2 });
    expect(diff.projects).toEqual([
      { name: "众创空间", change: "added", fields: [] },
      { name: "众创空间二期", change: "added", fields: [] },
    ]);
    expect([diff.identity, diff.facts, diff.files]).toEqual([[], [], []]);
  });

  test("counts for tables of the same shape that are imported later", async () => {
    await ask(program, "mapping/save", await save("望月示例创业园/表.csv"));
    await importFiles(program, round, { "望月示例创业园/补充表.csv": strange("创新飞地", "2") });
    const dossier = await onlySubmission();
    expect(dossier.projects.map(({ name }) => name)).toContain("创新飞地");
    expect(dossier.files.find((file) => file.name === "补充表.csv")).toMatchObject({ kind: "project-table" });
  });

  test("can be named otherwise, and forgotten: the tables are read again each time", async () => {
    const { saved } = await ask(program, "mapping/save", await save("望月示例创业园/表.csv"));
    const renamed = await ask(program, "mapping/save", {
      ...(await save("望月示例创业园/表.csv")),
      target: { id: saved.id },
      columns: columns.map((column) =>
        column.role === "totalInvestment" ? { ...column, unit: "万元" } : column,
      ),
    });
    expect(renamed.saved.id).toBe(saved.id);
    expect((await onlySubmission()).projects.map((project) => project.totalInvestment)).toEqual([
      "1.2",
      "3.45",
    ]);
    expect(await ask(program, "mapping/list", {})).toHaveLength(1);
    expect(await ask(program, "mapping/remove", { round, id: saved.id })).toMatchObject({
      reread: { submissions: 1 },
    });
    expect((await onlySubmission()).projects).toEqual([]);
    expect(await ask(program, "mapping/list", {})).toEqual([]);
    expect(findBrokenLink(program.context.db)).toBeNull();
  });

  test("saving the same again changes no version", async () => {
    await ask(program, "mapping/save", await save("望月示例创业园/表.csv"));
    const again = await ask(program, "mapping/save", await save("望月示例创业园/表.csv"));
    expect(again.reread).toEqual({ files: 0, submissions: 0, frozen: 0 });
    expect((await onlySubmission()).version).toBe(2);
  });

  test("a decision of the clerk stays when a table is read again", async () => {
    const before = await onlySubmission();
    const fact = before.facts[0];
    await ask(program, "submission/correct-fact", {
      submission: before.submission,
      fact: fact?.id ?? "",
      value: "61",
      year: null,
      reason: "电话核实",
    });
    await ask(program, "mapping/save", await save("望月示例创业园/表.csv"));
    expect((await onlySubmission()).facts).toMatchObject([{ value: "61", state: "corrected" }]);
  });

  test("goes to another laptop as a file, and is refused when the file is not one", async () => {
    expect(await codeOf(program, "mapping/export", {})).toBe("not-found");
    await ask(program, "mapping/save", await save("望月示例创业园/表.csv"));
    const file = await ask(program, "mapping/export", {});
    const text = readFileSync(file.path, "utf8");
    const other = freshFolder();
    const second = await startProgram(other);
    const there = (await ask(second, "round/create", { scheme: "guangxi-2020", name: "另一台" })).id;
    expect(await ask(second, "mapping/import", { round: there, text })).toMatchObject({
      added: 1,
      replaced: 0,
    });
    expect(await ask(second, "mapping/import", { round: there, text })).toMatchObject({
      added: 0,
      replaced: 1,
    });
    const [mine] = await ask(program, "mapping/list", {});
    const [theirs] = await ask(second, "mapping/list", {});
    expect(theirs).toMatchObject({ name: mine?.name, mapping: mine?.mapping });
    for (const bad of [
      "{",
      "{}",
      text.replace('"name"', '"nom"'),
      text.replaceAll('"role": "name"', '"role": "remark"'),
    ])
      expect(await codeOf(second, "mapping/import", { round: there, text: bad })).toBe(
        "mapping-file-unusable",
      );
    await second.close();
    removeFolder(other);
  });

  test("goes alone into a file, when others are not chosen", async () => {
    await ask(program, "mapping/save", await save("望月示例创业园/表.csv"));
    const [stored] = await ask(program, "mapping/list", {});
    if (!stored) throw new Error("nothing stored");
    const other = { ...stored, id: "other", name: "另一种", mapping: { ...stored.mapping, shape: "other" } };
    saveMapping(program.context.db, other);
    const namesIn = async (ids?: string[]) => {
      const file = await ask(program, "mapping/export", ids ? { ids } : {});
      return MappingFile.parse(JSON.parse(readFileSync(file.path, "utf8"))).mappings.map(({ name }) => name);
    };
    expect(await namesIn(["other"])).toEqual(["另一种"]);
    expect((await namesIn()).toSorted()).toEqual([stored.name, "另一种"].toSorted());
    expect(await codeOf(program, "mapping/export", { ids: ["other", "none"] })).toBe("not-found");
    expect(await codeOf(program, "mapping/export", { ids: [] })).toBe("bad-input");
  });

  test("is refused where no header stands and while the columns are not named", async () => {
    const input = await save("望月示例创业园/表.csv");
    if (!("place" in input.target)) throw new Error("no place");
    const nowhere = { place: { ...input.target.place, firstRow: 90, lastRow: 91 } };
    expect(await codeOf(program, "mapping/save", { ...input, target: nowhere })).toBe("no-header");
    const high = { place: { ...input.target.place, firstRow: 1, lastRow: 9 } };
    expect(await codeOf(program, "mapping/save", { ...input, target: high })).toBe("no-header");
    expect(await codeOf(program, "mapping/save", { ...input, columns: [columns[1]] })).toBe(
      "mapping-unusable",
    );
    expect(await codeOf(program, "mapping/save", { ...input, target: { id: "none" } })).toBe("not-found");
    expect(await ask(program, "mapping/list", {})).toEqual([]);
  });
});

test("a supplement makes a new version beside the old one, with the difference in words a clerk can read", async () => {
  await importFiles(program, round, { "望月示例创业园/方案.txt": plan });
  await importFiles(program, round, {
    "补正/望月示例创业园/指标.txt": `${plan.replace("60家", "66家")}\n专业化创新创业支持平台数量9个。`,
  });
  const now = await onlySubmission();
  const diff = await ask(program, "submission/diff", { submission: now.submission, before: 1, after: 2 });
  expect(
    diff.facts.map(({ key, change, after }) => [key, change, after.map(({ value }) => value).sort()]),
  ).toEqual([
    ["lean-firms", "changed", ["60", "66"]],
    ["lean-platforms", "added", ["9"]],
  ]);
  expect(diff.files).toMatchObject([{ name: "指标.txt", change: "added" }]);
  expect(await codeOf(program, "submission/diff", { submission: now.submission, before: 1, after: 9 })).toBe(
    "not-found",
  );
});

describe("what comes later finds its applicant", () => {
  const full = "湖南湘潭莲城经济技术开发区";
  const own = `申报单位：${full}\n${full}（以下简称“莲城经开园”）位于湘潭市。\n所在市州：湘潭市`;
  const list = "项目名称,建设单位,总投资（万元）\n众创空间,某公司,100";

  test("by a short name its plan gave it", async () => {
    await importFiles(program, round, { "一/方案.txt": own });
    await importFiles(program, round, { "二/附件3.txt": `申报单位：莲城经开园\n更多材料见附件。` });
    expect((await onlySubmission()).files.map((file) => file.name)).toEqual(["方案.txt", "附件3.txt"]);
  });

  test("by the folder it lies in", async () => {
    await importFiles(program, round, { "一/方案.txt": own });
    await importFiles(program, round, { [`${full}/附件3.csv`]: list });
    const dossier = await onlySubmission();
    expect([dossier.version, dossier.projects.length]).toEqual([2, 1]);
  });

  test("by the subject of its mail; the text of the mail is a question", async () => {
    await importFiles(program, round, { "一/方案.txt": own });
    const mail = mailWith({
      headers: [
        "From: office@example.cn",
        `Subject: =?UTF-8?B?${Buffer.from(`${full}补充材料`).toString("base64")}?=`,
        "Date: Fri, 26 Nov 2021 10:00:00 +0800",
      ],
      body: "您好，附件3补上。\n更正：创新型企业数量66家。\n建设方向：精益创业",
      attachments: [
        {
          headers: ["Content-Type: text/csv", 'Content-Disposition: attachment; filename="table.csv"'],
          content: list,
        },
      ],
    });
    await importFiles(program, round, { "补充.eml": mail });
    const dossier = await onlySubmission();
    expect(dossier.files.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["project-table"]));
  });

  test("the text of the mail an applicant came in gives questions, never answers", async () => {
    const mail = mailWith({
      headers: ["From: office@example.cn", "Subject: materials", "Date: Fri, 26 Nov 2021 10:00:00 +0800"],
      body: "更正：创新型企业数量66家。\n建设方向：精益创业",
      attachments: [
        {
          headers: [
            "Content-Type: text/plain; charset=utf-8",
            'Content-Disposition: attachment; filename="plan.txt"',
          ],
          content: own,
        },
      ],
    });
    await importFiles(program, round, { "申报.eml": mail });
    const dossier = await onlySubmission();
    expect(dossier.identity.direction).toMatchObject({ value: "lean", state: "to-confirm" });
    expect(dossier.facts).toMatchObject([
      {
        key: "lean-firms",
        value: "66",
        state: "to-confirm",
        read: { doubt: "mail-body", evidence: { file: "申报.eml" } },
      },
    ]);
  });
});
