import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { cli } from "../../support/cli.ts";
import { ask, freshFolder, projectRoot, removeFolder, startProgram } from "../../support/program.ts";

const folder = freshFolder();
afterAll(() => removeFolder(folder));
const sample = (path: string) => join(projectRoot, "resources/samples/round", path);

describe("schemes and register", () => {
  test("schemes are listed with what identifies them", async () => {
    const { code, json } = await cli(["schemes", "--json"]);
    expect(code).toBe(0);
    expect(json).toContainEqual({
      id: "guangxi-2020",
      title: expect.any(String),
      issuer: expect.any(String),
      documentNo: expect.stringContaining("1737"),
      year: 2020,
    });
    for (const entry of json)
      expect(Object.keys(entry).sort()).toEqual(["documentNo", "id", "issuer", "title", "year"]);
  });

  test("with a database, the schemes kept beside it are there too, in their newest version", async () => {
    const own = freshFolder();
    const db = join(own, "评审.db");
    const program = await startProgram(own, { databaseFile: db });
    const { scheme } = await ask(program, "scheme/save", {
      draft: await ask(program, "scheme/derive", {
        scheme: "hunan-2021",
        id: "hunan-2022",
        title: "湖南2022",
        issuer: "湖南省发展和改革委员会",
        documentNo: "",
        year: 2022,
      }),
    });
    await ask(program, "scheme/save", { draft: { ...scheme, title: "湖南2022（修订）" } });
    await program.close();
    const listed = await cli(["schemes", "--db", db, "--json"]);
    expect(listed.json).toHaveLength(6);
    expect(listed.json).toContainEqual(
      expect.objectContaining({ id: "hunan-2022", title: "湖南2022（修订）", year: 2022 }),
    );
    const shown = await cli(["scheme", "hunan-2022", "--db", db, "--json"]);
    expect([shown.code, shown.json.version]).toEqual([0, 2]);
    expect((await cli(["scheme", "hunan-2022", "--json"])).code).toBe(1);
    expect((await cli(["schemes", "--db", join(own, "没有.db"), "--json"])).json.error.code).toBe(
      "not-found",
    );
    removeFolder(own);
  });

  test("a scheme shows its 21 thresholds, pairs, quotas and outline", async () => {
    const { code, json } = await cli(["scheme", "guangxi-2020", "--json"]);
    expect(code).toBe(0);
    expect(json).toMatchObject({
      id: "guangxi-2020",
      deadline: expect.anything(),
      scoreSheet: { items: expect.any(Array) },
    });
    const cells = json.indicators.flatMap((one: { thresholds: object }) => Object.values(one.thresholds));
    expect(cells).toHaveLength(21);
    const jobs = json.indicators.find((one: { id: string }) => one.id === "employment-jobs");
    expect(jobs).toMatchObject({
      direction: "employment",
      name: expect.any(String),
      unit: "人",
      source: expect.anything(),
    });
    expect(jobs.thresholds.region).toMatchObject({ op: expect.any(String), value: "10000" });
    expect(json.outline.map((one: { targetChars: number }) => one.targetChars)).toEqual([
      1500, 1500, 1000, 1000,
    ]);
    expect(json.subjects.find((one: { id: string }) => one.id === "enterprise").directions).toEqual([
      "integration",
    ]);
    const other = await cli(["scheme", "nowhere-1999", "--json"]);
    expect([other.code, other.json.error.code]).toEqual([1, "not-found"]);
  });

  test("the register holds the 92 bases of the third batch", async () => {
    const { code, json } = await cli(["registry", "--json"]);
    expect(code).toBe(0);
    const third = json.filter((one: { batch: string }) => one.batch === "第三批");
    expect(third).toHaveLength(92);
    expect(third[0]).toMatchObject({
      name: expect.any(String),
      direction: "employment",
      level: "national",
      source: expect.any(String),
    });
  });
});

describe("inspect", () => {
  const lines = (out: string) =>
    out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));

  test("gives one line for a file, with facts and their places", async () => {
    const { code, out } = await cli([
      "inspect",
      sample("株洲市/株洲高新区/量化指标表.xlsx"),
      "--scheme",
      "hunan-2021",
    ]);
    expect(code).toBe(0);
    const [line, ...more] = lines(out);
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      file: sample("株洲市/株洲高新区/量化指标表.xlsx"),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      status: "ok",
      kind: "indicator-table",
      applicant: { name: "湖南省株洲高新技术产业开发区" },
      projects: [],
      messages: expect.any(Array),
      ms: expect.any(Number),
    });
    expect(line.facts.length).toBeGreaterThan(5);
    for (const fact of line.facts) {
      expect(fact).toMatchObject({
        key: expect.any(String),
        value: expect.stringMatching(/^-?\d+(\.\d+)?$/),
        unit: expect.any(String),
        role: expect.stringMatching(/^(value|target|requirement)$/),
        evidence: {
          file: sample("株洲市/株洲高新区/量化指标表.xlsx"),
          block: expect.any(String),
          cell: expect.stringMatching(/^[A-Z]+\d+$/),
          text: expect.any(String),
        },
      });
    }
  });

  test("gives one line more for each file inside a mail or an archive", async () => {
    const { code, out } = await cli(["inspect", sample("永州市双创示范基地申报材料.eml"), "--json"]);
    expect(code).toBe(0);
    const all = lines(out);
    expect(all[0]).toMatchObject({ file: sample("永州市双创示范基地申报材料.eml"), kind: "mail" });
    const inner = `${sample("永州市双创示范基地申报材料.eml")}!/永州市双创示范基地申报材料.zip`;
    expect(all.map(({ file }) => file)).toContain(inner);
    const plan = all.find(({ kind }) => kind === "plan");
    expect(plan.file.startsWith(`${inner}!/`)).toBe(true);
    expect(plan).toMatchObject({
      applicant: { name: "永州示例潇湘农业科技园区", city: "永州市", subject: "region", direction: "lean" },
    });
    expect(plan.outline[0]).toMatchObject({ title: expect.any(String), chars: expect.any(Number) });
    const projects = all.find(({ kind }) => kind === "project-table").projects;
    expect(projects[0]).toMatchObject({
      name: expect.any(String),
      organization: expect.any(String),
      totalInvestment: expect.any(String),
      period: expect.any(String),
      evidence: expect.anything(),
    });
  });

  test("names why a file was refused, still reads the good one beside it, and exits with 1", async () => {
    writeFileSync(join(folder, "坏的.xlsx"), "PK\u0003\u0004 and nothing more");
    const { code, out, err } = await cli([
      "inspect",
      sample("衡阳市/雁城经开区证明材料（加密）.docx"),
      join(folder, "坏的.xlsx"),
      sample("衡阳市/雁城经开区附件1.xlsx"),
    ]);
    expect(code).toBe(1);
    const all = lines(out);
    expect(all.map(({ status, error }) => error?.code ?? status)).toEqual(["encrypted", "broken", "ok"]);
    expect(all[0].error.message).toMatch(/。/);
    expect(err).toBe("");
  });

  test("writes nothing, and refuses what is not there", async () => {
    const before = readdirSync(folder);
    const missing = await cli(["inspect", join(folder, "没有.docx"), "--json"]);
    expect([missing.code, missing.json.error.code]).toEqual([1, "not-found"]);
    const scheme = await cli(["inspect", sample("衡阳市/附件4.xlsx"), "--scheme", "nowhere"]);
    expect(scheme.code).toBe(1);
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe("wrong usage", () => {
  test.each([
    [[]],
    [["nothing"]],
    [["scheme"]],
    [["round"]],
    [["round", "destroy"]],
    [["round", "create", "--db", "x.db"]],
    [["round", "create", "--scheme", "hunan-2021"]],
    [["import", "--round", "r", "--db", "x.db"]],
    [["check", "--round", "r"]],
    [["schemes", "--jsn"]],
    [["export", "everything", "--round", "r", "--db", "x", "--out", "y"]],
    [["export", "score-table", "--order", "alphabetical", "--round", "r", "--db", "x", "--out", "y"]],
    [["verify"]],
    [["keygen", "--name", "x"]],
    [["demo"]],
    [["panel-sign", "--db", "x.db"]],
  ])("%j exits with 2 and says how it is used", async (words) => {
    const { code, out, err } = await cli(words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/--|<command>|scheme <id>/);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test("--help exits with 0 and names every command of the contract", async () => {
    const { code, err } = await cli(["--help"]);
    expect(code).toBe(0);
    for (const name of [
      "schemes",
      "scheme",
      "registry",
      "inspect",
      "round create",
      "import",
      "check",
      "pack",
      "keygen",
      "enrol",
      "sign",
      "merge",
      "verify",
      "rank",
      "export",
      "demo",
      "doctor",
    ])
      expect(err).toContain(`  ${name} `);
  });
});

describe("a database that cannot be used", () => {
  test.each([
    ["that is not there", "none.db", "not-found"],
    ["that is a folder", "folder.db", "data-folder-unusable"],
    ["that is no database", "text.db", "database-damaged"],
  ])("one %s is refused with a sentence, and none is made", async (_, name, code) => {
    mkdirSync(join(folder, "folder.db"), { recursive: true });
    writeFileSync(join(folder, "text.db"), "这不是数据库".repeat(300));
    const before = readdirSync(folder).sort();
    const answer = await cli(["doctor", "--db", join(folder, name), "--json"]);
    expect([answer.code, answer.json.error.code]).toEqual([1, code]);
    expect(answer.err).toMatch(/。.*\[/s);
    expect(answer.err).not.toMatch(/\n\s+at /);
    expect(readdirSync(folder).sort()).toEqual(before);
  });
});
