import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import { evidence, schemeOf } from "../../support/dossier.ts";
import { blocksOf, inspectOne } from "../../support/inspect-bytes.ts";
import {
  ask,
  codeOf,
  freshFolder,
  importFiles,
  projectRoot,
  removeFolder,
  startProgram,
  upload,
} from "../../support/program.ts";
import { seedApplicant } from "../../support/seeded-round.ts";

const sample = join(projectRoot, "resources/samples/round");
const folder = freshFolder();
let now = "2021-12-01T02:00:00.000Z";
let program: Composed;

beforeAll(async () => {
  program = await startProgram(folder, { now: () => now });
});
afterAll(async () => {
  await program.close();
  removeFolder(folder);
});

const restart = async () => {
  await program.close();
  program = await startProgram(folder, { now: () => now });
};

describe("schemes of one's own", () => {
  const notice = {
    id: "gansu-2022",
    title: "甘肃2022",
    issuer: "甘肃省发展改革委",
    documentNo: "",
    year: 2022,
  };

  test("five documents come with the program, and only notices can be reviewed under", async () => {
    const list = await ask(program, "scheme/list", {});
    expect(list.map(({ id, purpose, origin }) => [id, purpose, origin])).toEqual([
      ["guangxi-2020", "review", "package"],
      ["guangxi-plan-2021", "plan", "package"],
      ["hunan-2021", "review", "package"],
      ["national-2020", "register", "package"],
      ["shijiazhuang-2018", "review", "package"],
    ]);
    for (const scheme of ["national-2020", "guangxi-plan-2021"])
      expect(await codeOf(program, "round/create", { scheme, name: "x" })).toBe("not-for-review");
  });

  test("a draft takes words, never numbers, from the scheme it is derived from", async () => {
    const draft = await ask(program, "scheme/derive", { scheme: "guangxi-2020", ...notice });
    const numbers = draft.indicators.flatMap((one) =>
      Object.values(one.thresholds).map((cell) => cell.value),
    );
    expect(new Set(numbers)).toEqual(new Set([null]));
    expect([draft.deadline, draft.quotas, draft.totalChars]).toEqual([null, [], null]);
    expect(draft.indicators[0]?.source.place).toMatch(/^默认值，取自桂发改高技函〔2020〕1737号/);
    expect(await ask(program, "scheme/validate", { draft })).toEqual([]);
    expect(
      await codeOf(program, "scheme/derive", { scheme: "guangxi-2020", ...notice, id: "hunan-2021" }),
    ).toBe("scheme-taken");
  });

  test("saving makes versions; a round keeps the one it was made with; a restart finds the newest", async () => {
    const draft = await ask(program, "scheme/derive", { scheme: "guangxi-2020", ...notice });
    const first = await ask(program, "scheme/save", { draft });
    const round = await ask(program, "round/create", { scheme: "gansu-2022", name: "甘肃第一轮" });
    const second = await ask(program, "scheme/save", {
      draft: { ...first.scheme, title: "甘肃2022（修订）" },
    });
    expect([first.scheme.version, second.scheme.version]).toEqual([1, 2]);
    expect(second.digest).not.toBe(first.digest);
    await restart();
    expect((await ask(program, "scheme/get", { scheme: "gansu-2022" })).title).toBe("甘肃2022（修订）");
    expect((await ask(program, "round/get", { round: round.id })).scheme.version).toBe(1);
    const versions = await ask(program, "scheme/list-versions", { scheme: "gansu-2022" });
    expect(versions.map(({ version, digest }) => [version, digest])).toEqual([
      [2, second.digest],
      [1, first.digest],
    ]);
  });

  test("an exported scheme imported on another laptop is the same scheme", async () => {
    const { file, digest } = await ask(program, "scheme/export", { scheme: "gansu-2022" });
    const other = freshFolder();
    const elsewhere = await startProgram(other);
    const id = await upload(elsewhere, "gansu.json", readFileSync(file.path));
    const imported = await ask(elsewhere, "scheme/import", { upload: id });
    const { version: _one, ...there } = imported.scheme;
    const { version: _two, ...here } = await ask(program, "scheme/get", { scheme: "gansu-2022" });
    expect(there).toEqual(here);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    await elsewhere.close();
    removeFolder(other);
  });

  test("a wrong one is refused with field and reason in words; a scheme of the package is never replaced", async () => {
    const guangxi = schemeOf("guangxi-2020");
    const wrong = { ...guangxi, id: "wrong-1", year: "2020", rules: [] };
    const problems = await ask(program, "scheme/validate", { draft: wrong });
    expect(problems.map(({ field, code }) => [field, code])).toEqual([
      ["year", "wrong-kind"],
      ["rules", "unknown-field"],
    ]);
    const refused = await program.call("scheme/save", { draft: wrong });
    expect(refused).toMatchObject({
      ok: false,
      code: "scheme-invalid",
      params: { field: "year", count: "2" },
    });
    expect(await codeOf(program, "scheme/save", { draft: guangxi })).toBe("scheme-of-package");
    const text = await upload(program, "a.json", '{\n"id": "x",\n"title" "y"\n}');
    expect(await program.call("scheme/import", { upload: text })).toMatchObject({
      code: "not-json",
      params: { line: "3" },
    });
    const lines = JSON.stringify(
      { ...wrong, year: 2020, rules: undefined, deadline: { date: "2020" } },
      null,
      1,
    );
    const broken = await upload(program, "b.json", lines);
    const line = String(lines.split("\n").findIndex((row) => row.includes('"date": "2020"')) + 1);
    const answer = await program.call("scheme/import", { upload: broken });
    expect(answer).toMatchObject({ code: "scheme-invalid", params: { field: "deadline.date", line } });
    expect(answer.ok ? "" : answer.params.sentence).toContain(`第 ${line} 行，`);
  });

  test("a file with a rule of an unknown kind is refused as a whole, also in the folder of own schemes", async () => {
    const shijiazhuang = schemeOf("shijiazhuang-2018");
    const strange = {
      ...shijiazhuang,
      id: "strange-1",
      points: shijiazhuang.points.map((point) =>
        point.measure === null ? point : { ...point, measure: { ...point.measure, kind: "guess" } },
      ),
    };
    const written = JSON.stringify(strange, null, 1);
    const id = await upload(program, "strange.json", written);
    const refused = await program.call("scheme/import", { upload: id });
    expect(refused).toMatchObject({ code: "scheme-invalid", params: { count: "5" } });
    mkdirSync(join(folder, "schemes"), { recursive: true });
    writeFileSync(join(folder, "schemes", "strange-1.v1.json"), written);
    writeFileSync(join(folder, "schemes", "torn.v1.json"), '{\n"id": ');
    await restart();
    const list = await ask(program, "scheme/list-refused", {});
    expect(
      list.map(({ file, problems }) => [file.split(/[\\/]/).at(-1), problems[0]?.line, problems.length]),
    ).toEqual([
      ["strange-1.v1.json", lineOf(written, '"kind": "guess"'), 5],
      ["torn.v1.json", 2, 1],
    ]);
    expect((await ask(program, "scheme/list", {})).map(({ id: one }) => one)).not.toContain("strange-1");
    rmSync(join(folder, "schemes", "strange-1.v1.json"));
    rmSync(join(folder, "schemes", "torn.v1.json"));
    await restart();
  });

  test("the notice of a scheme opens as a document", async () => {
    const { document } = await ask(program, "notice/get", { scheme: "hunan-2021" });
    const text = document.blocks.map((block) => (block.kind === "table" ? "" : block.text)).join("\n");
    expect(text).toContain("长沙市推荐不超过4个主体创建省双创示范基地");
    expect(text).not.toMatch(/0731-\d{8}/);
    expect(await codeOf(program, "notice/get", { scheme: "gansu-2022" })).toBe("notice-missing");
    expect((await ask(program, "notice/list", {})).map(({ scheme }) => scheme)).toEqual([
      "guangxi-2020",
      "guangxi-plan-2021",
      "hunan-2021",
      "national-2020",
      "shijiazhuang-2018",
    ]);
  });

  test("a scheme of one's own keeps the text it was made from; the file read later replaces the earlier one", async () => {
    const scheme = "gansu-2022";
    const textOf = async () =>
      (await ask(program, "notice/get", { scheme })).document.blocks.map((block) =>
        block.kind === "table" ? block.cells.map(({ text }) => text).join("|") : block.text,
      );
    expect(await codeOf(program, "notice/keep", { scheme, text: " \n" })).toBe("nothing-found");
    expect(await codeOf(program, "notice/keep", { scheme: "hunan-2021", text: "x" })).toBe(
      "scheme-of-package",
    );
    await ask(program, "notice/keep", { scheme, text: "一、申报数量\n兰州市不超过2个。" });
    expect(await textOf()).toEqual(["一、申报数量", "兰州市不超过2个。"]);
    await ask(program, "notice/keep", { scheme, text: "一、申报数量\n兰州市不超过3个。" });
    const csv = annexRows()
      .map((row) => row.map((cell) => `"${cell}"`).join(","))
      .join("\n");
    const id = await upload(program, "附件1.csv", `\ufeff${csv}`);
    const { document, file, sha256 } = await ask(program, "scheme/read-annex", { upload: id, scheme: null });
    await ask(program, "notice/keep", { scheme, read: { document, file, sha256 } });
    const kept = await textOf();
    expect(kept.slice(0, 4)).toEqual(["录入的通知原文", "一、申报数量", "兰州市不超过3个。", "附件1.csv"]);
    expect(kept[4]).toContain("区域类≥10000 高校类≥2500");
    expect((await ask(program, "notice/list", {})).at(-1)).toMatchObject({ scheme, origin: "own" });
    await restart();
    expect(await textOf()).toEqual(kept);
  });
});

describe("the annex table of a notice", () => {
  test("of Guangxi, read as a file, gives the thresholds of the scheme, each with its cell", async () => {
    const rows = annexRows();
    const csv = rows.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\n");
    const id = await upload(program, "附件1.csv", `\ufeff${csv}`);
    const { proposals } = await ask(program, "scheme/read-annex", { upload: id, scheme: "hunan-2021" });
    const guangxi = schemeOf("guangxi-2020");
    const cells = guangxi.indicators.flatMap((indicator) =>
      Object.entries(indicator.thresholds).map(([subject, { op, value }]) =>
        [indicator.id, indicator.unit, indicator.measure, indicator.direction, subject, op, value].join(" "),
      ),
    );
    const read = proposals.flatMap((one) =>
      one.thresholds.map((cell) =>
        [one.indicator, one.unit, one.measure, one.direction, cell.subject, cell.op, cell.value].join(" "),
      ),
    );
    expect(read.toSorted()).toEqual(cells.toSorted());
    expect(proposals.flatMap((one) => one.questions)).toEqual([]);
    const first = proposals[0]?.thresholds[0]?.evidence;
    expect(first).toMatchObject({ file: "附件1.csv", text: "区域类≥10000 高校类≥2500" });
  });
});

const lineOf = (text: string, part: string): number =>
  text.split("\n").findIndex((row) => row.includes(part)) + 1;

/** The lines of annex 1 as the notice prints them. */
function annexRows(): string[][] {
  const text = readFileSync(join(projectRoot, "test/fixtures/notices/guangxi-2020.txt"), "utf8");
  return text
    .split("\n")
    .filter((line) => line.includes("\t"))
    .map((line) => line.split("\t").map((cell) => cell.trim()));
}

describe("register and plan", () => {
  const row = (name: string, part: object = {}) => ({
    details: {
      register: "guangxi",
      name,
      level: "province" as const,
      direction: "lean" as const,
      subject: "region" as const,
      province: "广西壮族自治区",
      city: "南宁市",
      batch: "2020年",
      source: "公布文件",
      ...part,
    },
    confirmed: [],
  });

  test("bases are added all or none; doubles are refused, unknown cities and likenesses have to be answered", async () => {
    expect(
      await codeOf(program, "register/add", { rows: [row("青秀区"), row("南宁市青秀区人民政府")] }),
    ).toBe("already-listed");
    expect((await ask(program, "register/list", { register: "guangxi" })).bases).toEqual([]);
    const strange = row("示例园区", { city: "沈阳市" });
    expect(await codeOf(program, "register/add", { rows: [strange] })).toBe("question-open");
    const added = await ask(program, "register/add", {
      rows: [row("青秀区"), { ...strange, confirmed: ["unknown-city"] }],
    });
    expect(added.map((base) => base.name)).toEqual(["青秀区", "示例园区"]);
  });

  test("what was added counts towards the plan; other targets take a value with its source", async () => {
    const board = await ask(program, "plan/get-board", { scheme: "guangxi-plan-2021" });
    expect(board.tasks).toHaveLength(27);
    const regional = board.rows.find((one) => one.target.id === "regional-bases");
    expect(regional).toMatchObject({ state: "short", value: "2", gap: "28", origin: "register" });
    const set = { scheme: "guangxi-plan-2021", target: "rd-intensity", asOf: "2022年", source: "统计公报" };
    expect(await ask(program, "plan/set-value", { ...set, value: "1.1" })).toMatchObject({
      state: "short",
      gap: "0.15",
      entered: { source: "统计公报", by: "经办人" },
    });
    expect(await codeOf(program, "plan/set-value", { ...set, target: "nothing", value: "1" })).toBe(
      "unknown-target",
    );
  });

  test("an evaluation under the national document, and what it does to the list", async () => {
    const { bases } = await ask(program, "register/list", { text: "宾川县" });
    const base = bases[0]?.id ?? "";
    const act = {
      kind: "evaluated",
      scheme: "national-2020",
      year: 2022,
      outcome: "exit",
      effect: "remove",
      deadline: null,
      reason: "评估",
    } as const;
    expect(await ask(program, "register/act", { base, act })).toMatchObject({ status: "removed" });
    expect(await codeOf(program, "register/act", { base, act })).toBe("base-removed");
    const { file } = await ask(program, "register/export", { register: "national-2020" });
    const read = await inspectOne("a.docx", readFileSync(file.path));
    const lines = blocksOf(read).map((block) => (block.kind === "table" ? "" : block.text));
    expect(lines).toContain("第三批双创示范基地名单（91个）");
    expect(lines.join()).not.toContain("宾川县");
    expect((await ask(program, "registry/list", {})).filter((one) => one.name.includes("宾川"))).toHaveLength(
      1,
    );
    await restart();
    expect((await ask(program, "register/list", { status: "removed" })).bases).toHaveLength(1);
  });

  test("a list file is read with its questions", async () => {
    const csv = "序号,示范基地名称,建设方向,主体类型\n1,青秀区,精益创业,区域\n2,新的示例大学,创业就业,高校\n";
    const id = await upload(program, "名单.csv", `\ufeff${csv}`);
    const { rows } = await ask(program, "register/read-list", { upload: id, register: "guangxi" });
    expect(rows.map((one) => [one.name, one.questions.map((question) => question.code)])).toEqual([
      ["青秀区", ["listed-already"]],
      ["新的示例大学", []],
    ]);
  });
});

describe("a round of Shijiazhuang", () => {
  let round = "";
  let submission = "";
  beforeAll(async () => {
    round = (await ask(program, "round/create", { scheme: "shijiazhuang-2018", name: "2018" })).id;
    const plan =
      "石家庄市鹿泉区双创示范基地建设方案\n申报单位：石家庄市鹿泉区人民政府\n主体类型：区域\n一、工作基础\n已搭建政企共建公共服务平台。\n全区重点建设项目20个，其中高新技术及战略性新兴产业项目11个。\n";
    await importFiles(program, round, { "鹿泉区/实施方案.txt": plan });
    const { submissions } = await ask(program, "intake/list", { round });
    submission = submissions[0]?.id ?? "";
    await ask(program, "submission/set-identity", {
      submission,
      field: "subject",
      value: "region",
      reason: "核对",
    });
  });

  test("its points are answered with evidence, numbers computed, and the check shows it", async () => {
    expect(await ask(program, "point/list", { submission })).toHaveLength(19);
    const progress = () => ask(program, "point/progress", { round });
    expect(await progress()).toContainEqual({ submission, answered: 0, total: 19 });
    const answered = await ask(program, "point/answer", {
      submission,
      point: "region-1-1",
      verdict: "yes",
      evidence: [evidence("已搭建政企共建公共服务平台。")],
    });
    expect(answered.finding.status).toBe("met");
    const proposed = await ask(program, "point/propose", { submission, point: "region-5-3" });
    expect(proposed.map(({ input, value, doubts, evidence: at }) => [input, value, doubts, at.file])).toEqual(
      [
        ["part", "11", [], "鹿泉区/实施方案.txt"],
        ["whole", "20", [], "鹿泉区/实施方案.txt"],
      ],
    );
    expect(await codeOf(program, "point/propose", { submission, point: "enterprise-1-1" })).toBe(
      "unknown-point",
    );
    const share = await ask(program, "point/answer", {
      submission,
      point: "region-5-3",
      verdict: null,
      inputs: { part: "11", whole: "20" },
    });
    expect(share.finding).toMatchObject({ status: "not-met", actual: "55", expected: "≥60%" });
    expect(
      await codeOf(program, "point/answer", { submission, point: "enterprise-1-1", verdict: "yes" }),
    ).toBe("unknown-point");
    const check = await ask(program, "check/run", { round });
    const points = check.submissions[0]?.findings.filter((finding) => finding.kind === "point") ?? [];
    expect(points).toHaveLength(19);
    expect(points.filter((finding) => finding.status === "not-reported")).toHaveLength(17);
    // Answered twice is answered once.
    await ask(program, "point/answer", { submission, point: "region-1-1", verdict: "no" });
    expect(await progress()).toContainEqual({ submission, answered: 2, total: 19 });
  });

  test("the points of one applicant are read without those of the others", async () => {
    const another = seedApplicant(program, round, 900, { name: "别家", subject: "region" });
    program.context.db
      .prepare(
        "INSERT INTO point_answer (id, submission_id, point, answer, at) VALUES ('odd', ?, 'x', '{', '')",
      )
      .run(another);
    expect(await ask(program, "point/list", { submission })).toHaveLength(19);
    expect(await codeOf(program, "point/list", { submission: another })).toBe("internal");
  });

  test("a passage is linked to a task of the plan", async () => {
    const link = { scheme: "guangxi-plan-2021", task: "task-2", submission, evidence: evidence("平台") };
    await ask(program, "plan/link-passage", link);
    const links = await ask(program, "plan/list-links", { scheme: "guangxi-plan-2021", submission });
    const { submissions } = await ask(program, "intake/list", { round });
    const applicant = submissions.find(({ id }) => id === submission)?.name;
    expect(links).toMatchObject([
      { task: "task-2", submission, round, applicant, evidence: { text: "平台" } },
    ]);
    expect(await codeOf(program, "plan/link-passage", { ...link, task: "task-99" })).toBe("unknown-task");
  });
});

describe("补正", () => {
  let round = "";
  let submission = "";
  beforeAll(async () => {
    round = (await ask(program, "round/create", { scheme: "hunan-2021", name: "示例轮次" })).id;
    const base = join(sample, "株洲市/株洲高新区");
    await importFiles(program, round, {
      "株洲高新区/实施方案.docx": readFileSync(join(base, "实施方案.docx")),
      "株洲高新区/量化指标表.xlsx": readFileSync(join(base, "量化指标表.xlsx")),
    });
    submission = (await ask(program, "intake/list", { round })).submissions[0]?.id ?? "";
  });

  test("a letter asks for what is missing, with its place, and starts a clock that a new file ends", async () => {
    const items = await ask(program, "correction/propose", { submission });
    expect(items.find((item) => item.rule === "attachment:3")?.text).toBe(
      "缺少“湖南省双创示范基地主要建设项目汇总表”，请补报。",
    );
    expect(await codeOf(program, "correction/make", { submission, items, deadline: "2021-11-30" })).toBe(
      "deadline-past",
    );
    const { file, clock } = await ask(program, "correction/make", {
      submission,
      items,
      deadline: "2021-12-08",
    });
    expect(clock).toMatchObject({ state: "waiting", daysLeft: 7 });
    const lines = blocksOf(await inspectOne("a.docx", readFileSync(file.path))).map((block) =>
      block.kind === "table" ? "" : block.text,
    );
    expect(lines[0]).toBe("关于补正双创示范基地申报材料的通知");
    expect(lines.join("\n")).toContain("请于2021年12月8日前将补正材料");
    expect(lines.join("\n")).toContain("（示例）");
    expect(lines.slice(-2)).toEqual(["湖南省发展和改革委员会", "2021年12月1日"]);
    now = "2021-12-09T02:00:00.000Z";
    expect(await ask(program, "correction/list", { round })).toMatchObject([
      { state: "overdue", daysLeft: -1 },
    ]);
    await importFiles(program, round, {
      "株洲高新区/项目汇总表.xlsx": readFileSync(join(sample, "株洲市/株洲高新区/项目汇总表.xlsx")),
    });
    const [after] = await ask(program, "correction/list", { round });
    expect(after).toMatchObject({ state: "answered", arrived: ["项目汇总表.xlsx"] });
  });

  test("a preview says which findings would change, and changes nothing", async () => {
    const hunan = schemeOf("hunan-2021");
    const draft: Scheme = {
      ...hunan,
      id: "hunan-2022",
      indicators: hunan.indicators.map((indicator) => ({
        ...indicator,
        thresholds: Object.fromEntries(
          Object.entries(indicator.thresholds).map(([subject, cell]) => [subject, { ...cell, value: "1" }]),
        ),
      })),
    };
    const before = await ask(program, "check/run", { round });
    const { changes } = await ask(program, "scheme/preview", { round, draft });
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.every((change) => change.rule.startsWith("threshold:"))).toBe(true);
    expect(new Set(changes.map((change) => change.before?.status))).toEqual(new Set(["no-threshold"]));
    expect(await ask(program, "check/run", { round })).toEqual(before);
  });
});

test("answers, events and letters can never be changed or deleted", () => {
  for (const table of ["base_event", "target_value", "task_link", "point_answer", "correction"]) {
    expect(program.context.db.prepare(`SELECT count(*) AS n FROM ${table}`).get()).not.toEqual({ n: 0 });
    expect(() => program.context.db.exec(`UPDATE ${table} SET at = ''`)).toThrow("append-only");
    expect(() => program.context.db.exec(`DELETE FROM ${table}`)).toThrow("append-only");
  }
});
