import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { mailWith } from "../../support/mail-fixture.ts";
import { ask, freshProgram, importFiles, newRound, projectRoot } from "../../support/program.ts";

const plan = readFileSync(join(projectRoot, "resources/samples/round/株洲市/株洲高新区/实施方案.docx"));
const other = readFileSync(join(projectRoot, "resources/samples/round/衡阳市/雁城经开区附件1.xlsx"));
const applicant = "湖南省株洲高新技术产业开发区";

let program: Composed;
let round = "";
beforeEach(async () => {
  const fresh = await freshProgram();
  program = fresh.program;
  round = await newRound(program, "多次导入");
  return fresh.end;
});

const list = () => ask(program, "intake/list", { round });
const only = async () => {
  const { submissions } = await list();
  const [first, ...more] = submissions;
  expect(more).toEqual([]);
  if (!first) throw new Error("no submission");
  return first;
};

function mail(subject: string, body: string, attachments: Readonly<Record<string, Uint8Array>> = {}): Buffer {
  return mailWith({
    headers: [
      "From: clerk@example.cn",
      `Subject: ${subject}`,
      "Date: Mon, 22 Nov 2021 09:00:00 +0800",
      "Message-ID: <1@example.cn>",
    ],
    body,
    attachments: Object.entries(attachments).map(([name, content]) => ({
      headers: [
        "Content-Type: application/octet-stream",
        `Content-Disposition: attachment; filename="${name}"`,
      ],
      content,
    })),
  });
}

const correction = "更正：创新型企业数量应为 61 家，以此为准。";

describe("the text of a mail that comes after the submission it is about", () => {
  test("joins it when its attachment was there already", async () => {
    await importFiles(program, round, { "实施方案.docx": plan });
    const before = await only();
    await importFiles(program, round, { "补充.eml": mail("补充说明", correction, { "plan.docx": plan }) });
    const after = await only();
    expect([after.version, after.files]).toEqual([before.version + 1, before.files + 1]);
    const { facts } = await ask(program, "submission/get", { submission: after.id });
    expect(
      facts
        .filter((fact) => fact.read?.evidence.file === "补充.eml")
        .map(({ value, state }) => [value, state]),
    ).toEqual([["61", "to-confirm"]]);
  });

  test("joins it when only its subject names the applicant, and only once", async () => {
    await importFiles(program, round, { "实施方案.docx": plan });
    const { version } = await only();
    const file = mail(`关于${applicant}补充材料的说明`, correction);
    await importFiles(program, round, { "说明.eml": file });
    await importFiles(program, round, { "说明.eml": file });
    expect((await only()).version).toBe(version + 1);
  });

  test("stays with the round when it says nothing of an applicant, or its attachments belong to two", async () => {
    await importFiles(program, round, { "甲/实施方案.docx": plan, "乙/附件1.xlsx": other });
    const before = (await list()).submissions.map(({ id, version }) => [id, version]);
    await importFiles(program, round, {
      "a.eml": mail("你好", "材料已收到，谢谢。", { "plan.docx": plan }),
      "b.eml": mail("两家更正", correction, { "plan.docx": plan, "other.xlsx": other }),
    });
    expect((await list()).submissions.map(({ id, version }) => [id, version])).toEqual(before);
  });
});

describe("a file that was refused and comes again", () => {
  /** As a slow machine, or an encrypted file, would have left it. */
  function refuse(code: string): void {
    const { db } = program.context;
    const error = JSON.stringify({ code, place: "实施方案.docx", message: "…。" });
    db.prepare(
      "UPDATE reading SET status = 'refused', error = ?, kind = 'unknown', document = NULL, extraction = NULL",
    ).run(error);
    db.exec("DELETE FROM search_block; DELETE FROM search_source");
  }

  test.each(["timeout", "out-of-memory", "cancelled", "broken"])(
    "is read again after %s, and its submission gets a new version",
    async (code) => {
      await importFiles(program, round, { "实施方案.docx": plan });
      const before = await only();
      refuse(code);
      const state = await importFiles(program, round, { "实施方案.docx": plan });
      expect(state.result).toMatchObject({ files: 1, refused: 0 });
      const [arrival, ...more] = (await list()).arrivals;
      expect([arrival?.status, arrival?.kind, more.length]).toEqual(["ok", "plan", 0]);
      expect((await only()).version).toBe(before.version + 1);
      const versions = await ask(program, "submission/get-versions", { submission: before.id });
      expect(versions.map(({ reason }) => reason)).toEqual(["reread", "import"]);
      const { total } = await ask(program, "search/find", {
        round,
        text: "双创",
        submission: null,
        limit: 5,
      });
      expect(total).toBeGreaterThan(0);
    },
  );

  test("stays refused where that says what the file is", async () => {
    await importFiles(program, round, { "实施方案.docx": plan });
    refuse("encrypted");
    await importFiles(program, round, { "实施方案.docx": plan });
    const [arrival] = (await list()).arrivals;
    expect([arrival?.status, arrival?.error?.code]).toEqual(["refused", "encrypted"]);
    expect((await only()).version).toBe(1);
  });
});

test("an import says how much lay inside of mails, and one entry of the trail says who imported how much", async () => {
  const state = await importFiles(program, round, {
    "报送.eml": mail("报送", "附件请查收", { "plan.docx": plan, "other.xlsx": other }),
    "坏的.docx": Buffer.from("PK\u0003\u0004 not a zip"),
  });
  expect(state).toMatchObject({
    state: "done",
    done: 2,
    total: 2,
    inside: 2,
    result: { files: 4, refused: 1 },
  });
  const trail = await ask(program, "audit/list", { round, limit: 50 });
  expect(trail.filter(({ action }) => action === "import.finish")).toMatchObject([
    { actor: "经办人", detail: { sources: "2/2", files: "4", refused: "1", submissions: "2" } },
  ]);
});
