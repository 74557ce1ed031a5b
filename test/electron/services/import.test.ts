import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { findRound } from "../../../electron/db/rounds.ts";
import { examine } from "../../../electron/services/app.ts";
import { importSources } from "../../../electron/services/import.ts";
import { sampleSources } from "../../../electron/services/intake.ts";
import { spannedZip } from "../../support/cut-zip.ts";
import { mailWith } from "../../support/mail-fixture.ts";
import {
  ask,
  codeOf,
  freshFolder,
  freshProgram,
  importFiles,
  newRound,
  projectRoot,
  removeFolder,
  startProgram,
  upload,
} from "../../support/program.ts";
import { rawZip } from "../../support/raw-zip.ts";
import { contentOf } from "../../support/round-content.ts";

type Content = Awaited<ReturnType<typeof contentOf>>;

const sampleFile = (path: string) => readFileSync(join(projectRoot, "resources/samples/round", path));

let folder = "";
let program: Composed;
beforeEach(async () => {
  const fresh = await freshProgram();
  program = fresh.program;
  folder = fresh.folder;
  return fresh.end;
});

describe("the sample, in one go, in pieces and again", () => {
  let whole: Content;
  const own = freshFolder();
  let straight: Composed;
  let round = "";

  beforeAll(async () => {
    straight = await startProgram(own);
    const { job } = await ask(straight, "round/start-sample", {});
    await straight.context.jobs.settled(job);
    round = (await ask(straight, "round/list", {}))[0]?.id ?? "";
    whole = await contentOf(straight, round);
  });
  afterAll(async () => {
    await straight.close();
    removeFolder(own);
  });

  async function importSample(where: Composed, into: string, stopAfter = Number.POSITIVE_INFINITY) {
    const found = findRound(where.context.db, into);
    if (!found) throw new Error("no round");
    const abort = new AbortController();
    return importSources(where.context, found, sampleSources(where.context), {
      signal: abort.signal,
      report: ({ done }) => {
        if (done >= stopAfter) abort.abort();
      },
    });
  }

  test("importing the same again changes nothing", async () => {
    const again = await importSample(straight, round);
    expect(again.value).toMatchObject({ files: 0, submissions: 0 });
    expect(await contentOf(straight, round)).toEqual(whole);
  });

  test.each([1, 5, 9, 14])(
    "cancelled after %i sources it keeps what was read, and importing again completes it",
    async (stop) => {
      const id = await newRound(program);
      const { value } = await importSample(program, id, stop);
      expect(value.submissions).toBe(0);
      const partial = await ask(program, "intake/list", { round: id });
      expect(partial.submissions).toEqual([]);
      expect(partial.arrivals.length).toBe(value.files);
      expect(partial.arrivals.length).toBeGreaterThan(0);
      expect(partial.arrivals.length).toBeLessThan(whole.arrivals.length);
      expect(examine(program.context).healthy).toBe(true);
      const trail = await ask(program, "audit/list", { round: id, limit: 1 });
      expect(trail[0]?.action).toBe("import.cancel");
      await importSample(program, id);
      expect(await contentOf(program, id)).toEqual(whole);
    },
  );

  test("cancelled by the window the job says so, and the next one may start", async () => {
    const { job } = await ask(program, "round/start-sample", {});
    expect(await codeOf(program, "round/start-sample", {})).toBe("busy");
    await ask(program, "job/cancel", { job });
    await program.context.jobs.settled(job);
    expect(await ask(program, "job/get", { job })).toMatchObject({ state: "cancelled", result: null });
    const next = await ask(program, "round/start-sample", {});
    await program.context.jobs.settled(next.job);
    const { result } = await ask(program, "job/get", { job: next.job });
    expect(await contentOf(program, result?.round ?? "")).toEqual(whole);
  });

  test("the sample tried twice is two rounds, told apart by name", async () => {
    const { job } = await ask(straight, "round/start-sample", {});
    await straight.context.jobs.settled(job);
    const names = (await ask(straight, "round/list", {})).map(({ name }) => name);
    expect(names).toContain("示例：2021年湖南省双创示范基地评审（2）");
    expect(await contentOf(straight, round)).toEqual(whole);
  });
});

describe("odd things in an import", () => {
  test("a file that vanished is refused by name and the rest is read", async () => {
    const round = await newRound(program);
    const uploads = [
      await upload(program, "没了.docx", "bytes"),
      await upload(program, "衡阳市/附件1.xlsx", sampleFile("衡阳市/雁城经开区附件1.xlsx")),
    ];
    for (const name of readdirSync(join(folder, "uploads"))) {
      if (readFileSync(join(folder, "uploads", name), "utf8") === "bytes")
        rmSync(join(folder, "uploads", name));
    }
    const { job } = await ask(program, "intake/start-import", { round, uploads });
    await program.context.jobs.settled(job);
    expect(await ask(program, "job/get", { job })).toMatchObject({
      state: "done",
      result: { files: 1, refused: 1, submissions: 1 },
    });
    const trail = await ask(program, "audit/list", { round, limit: 10 });
    expect(trail.find(({ action }) => action === "import.unread")?.detail).toMatchObject({
      path: "没了.docx",
    });
  });

  test("files that cannot be read are arrivals with a reason, and the good ones beside them are read", async () => {
    const round = await newRound(program);
    const state = await importFiles(program, round, {
      "坏的.docx": "PK\u0003\u0004 not a zip",
      "空的.xlsx": "",
      "程序.exe": Buffer.from("MZ\u0090\u0000"),
      "株洲市/实施方案.docx": sampleFile("株洲市/株洲高新区/实施方案.docx"),
    });
    expect(state).toMatchObject({ state: "done", result: { files: 4 } });
    const { arrivals, submissions } = await ask(program, "intake/list", { round });
    const refused = arrivals.filter(({ status }) => status === "refused");
    expect(refused.map(({ path }) => path).sort()).toEqual(["坏的.docx", "程序.exe", "空的.xlsx"].sort());
    for (const { error } of refused) expect(error?.message).toMatch(/。$/);
    expect(submissions.map(({ name }) => name)).toContain("湖南省株洲高新技术产业开发区");
  });

  test("the same content under two names is read once and arrives twice", async () => {
    const round = await newRound(program);
    const plan = sampleFile("株洲市/株洲高新区/实施方案.docx");
    await importFiles(program, round, { "甲/方案.docx": plan, "乙/方案 副本.docx": plan });
    const { arrivals, submissions } = await ask(program, "intake/list", { round });
    expect(arrivals).toHaveLength(2);
    expect(new Set(arrivals.map(({ sha256 }) => sha256)).size).toBe(1);
    expect(submissions).toHaveLength(1);
    expect(submissions[0]?.files).toBe(1);
  });

  test("an archive cut over two mails is joined, and is named while a piece is missing", async () => {
    const plan = sampleFile("株洲市/株洲高新区/实施方案.docx");
    const [first, second] = spannedZip(rawZip([{ name: "株洲高新区/实施方案.docx", content: plan }]), [5000]);
    const mail = (name: string, hour: number, content: Uint8Array = Buffer.alloc(0)) =>
      mailWith({
        headers: [
          `Received: a by b; Fri, 26 Nov 2021 ${hour}:00:00 +0800`,
          "From: zhuzhou@example.cn",
          "Subject: s",
        ],
        attachments: [{ headers: [`Content-Disposition: attachment; filename="${name}"`], content }],
      });
    const round = await newRound(program);
    const statuses = async () =>
      (await ask(program, "intake/list", { round })).arrivals
        .map(({ path, status }) => `${path.split("!/").slice(1).join(" > ")} ${status}`)
        .filter((line) => !line.startsWith(" "))
        .sort();
    await importFiles(program, round, { "1.eml": mail("ZZ.z01", 16, first) });
    expect(await statuses()).toEqual(["ZZ.z01 refused"]);
    await importFiles(program, round, {
      "2.eml": mail("ZZ.zip", 17, second),
      "3.eml": mail("ZZ.z01", 18, first),
    });
    expect(await statuses()).toEqual([
      "ZZ.z01 ok",
      "ZZ.z01 ok",
      "ZZ.zip ok",
      "ZZ（已合并）.zip > 株洲高新区/实施方案.docx ok",
      "ZZ（已合并）.zip ok",
    ]);
    const { arrivals, submissions } = await ask(program, "intake/list", { round });
    expect(submissions.map(({ name }) => name)).toEqual(["湖南省株洲高新技术产业开发区"]);
    const joined = arrivals.find(({ path }) => path.endsWith("实施方案.docx"));
    expect(joined).toMatchObject({ sender: "zhuzhou@example.cn", receivedAt: "2021-11-26T10:00:00.000Z" });
  });

  test("a mail sent in numbered pieces is read once all have come, also when one came before the others", async () => {
    const whole = mailWith({
      headers: ["Subject: s"],
      attachments: [
        {
          headers: ["Content-Disposition: attachment; filename=plan.docx"],
          content: sampleFile("株洲市/株洲高新区/实施方案.docx"),
        },
      ],
    });
    const half = Math.floor(whole.length / 2);
    const piece = (number: number, body: Buffer) => {
      const head = `Received: a by b; Fri, 26 Nov 2021 1${number}:00:00 +0800\r\nFrom: zhuzhou@example.cn\r\nSubject: part\r\nContent-Type: message/partial; id="x"; number=${number}; total=2\r\n\r\n`;
      return Buffer.concat([Buffer.from(head), body]);
    };
    const [first, second] = [piece(1, whole.subarray(0, half)), piece(2, whole.subarray(half))];
    const round = await newRound(program);
    const arrived = async () =>
      (await ask(program, "intake/list", { round })).arrivals.map(({ path, status }) => `${path} ${status}`);
    await importFiles(program, round, { "1.eml": first });
    expect(await arrived()).toEqual(["1.eml partial"]);
    await importFiles(program, round, { "1.eml": first, "2.eml": second });
    // The first keeps what was true of it when it came alone.
    expect((await arrived()).sort()).toEqual([
      "1.eml partial",
      "2.eml ok",
      "2（已合并）.eml ok",
      "2（已合并）.eml!/plan.docx ok",
    ]);
    const { submissions } = await ask(program, "intake/list", { round });
    expect(submissions.map(({ name }) => name)).toEqual(["湖南省株洲高新技术产业开发区"]);
  });

  test("a second delivery of the same applicant is the next version, and the first stays", async () => {
    const round = await newRound(program);
    await importFiles(program, round, {
      "株洲高新区/实施方案.docx": sampleFile("株洲市/株洲高新区/实施方案.docx"),
    });
    const [first] = (await ask(program, "intake/list", { round })).submissions;
    await importFiles(program, round, {
      "补正/实施方案（补正）.docx": sampleFile("株洲市/株洲高新区/量化指标表.xlsx"),
    });
    const { submissions } = await ask(program, "intake/list", { round });
    expect(submissions.map(({ id, version, files }) => [id, version, files])).toEqual([[first?.id, 2, 2]]);
    const stored = program.context.db
      .prepare("SELECT version, reason FROM submission_version WHERE submission_id = ? ORDER BY version")
      .all(first?.id);
    expect(stored).toEqual([
      { version: 1, reason: "import" },
      { version: 2, reason: "supplement" },
    ]);
  });

  test("unknown uploads, unknown rounds and a round of an expert's are refused", async () => {
    const round = await newRound(program);
    const known = await upload(program, "a.txt", "内容");
    expect(await codeOf(program, "intake/start-import", { round, uploads: ["nothing"] })).toBe(
      "unknown-upload",
    );
    expect(await codeOf(program, "intake/start-import", { round: "none", uploads: [known] })).toBe(
      "not-found",
    );
    expect(await codeOf(program, "intake/start-import", { round, uploads: [] })).toBe("bad-input");
  });

  test("an import that cannot make its copy first fails with a code a person can act on", async () => {
    const round = await newRound(program);
    writeFileSync(join(folder, "backups"), "a file where the folder should be");
    const state = await importFiles(program, round, { "a.txt": "内容" });
    expect(state).toMatchObject({ state: "failed", failure: { code: "data-folder-unusable" } });
    expect((await ask(program, "intake/list", { round })).arrivals).toEqual([]);
  });

  test("every import is preceded by a copy, of which ten are kept", async () => {
    const round = await newRound(program);
    for (let index = 0; index < 12; index += 1)
      await importFiles(program, round, { [`${index}.txt`]: `第${index}份` });
    const copies = readdirSync(join(folder, "backups"));
    expect(copies).toHaveLength(10);
    expect(copies.every((name) => name.startsWith("pingshen-before-import-"))).toBe(true);
    const { checks } = await ask(program, "app/doctor", {});
    expect(checks.find(({ name }) => name === "backups")?.detail).toContain(copies.sort().at(-1));
  });
});
