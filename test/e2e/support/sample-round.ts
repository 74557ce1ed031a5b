import { cpSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Composed } from "../../../electron/compose.ts";
import { ask, bringKey, passphrase, startProgram, upload } from "../../support/program.ts";
import { maxima, scoreSheet, seedApplicant } from "../../support/seeded-round.ts";

/** The bundled sample round as a clerk would have it at two stages, each in a data folder of its own. */
export interface SampleStage {
  readonly dataFolder: string;
  readonly round: string;
  readonly submissions: readonly { readonly id: string; readonly name: string; readonly direction: string }[];
  readonly experts: readonly { readonly id: string; readonly name: string; readonly keyId: string }[];
  /** A plan in Word and a project table in Excel, to be opened in the intake. */
  readonly files: { readonly plan: FileInUse; readonly table: FileInUse };
  /** A round of a notice with evaluation points in place of thresholds. */
  readonly other: { readonly round: string; readonly submission: string };
}

export interface FileInUse {
  readonly submission: string;
  readonly sha256: string;
}

export interface SampleRound {
  /** Imported and partly confirmed, with experts, assignments and one letter: everything may still be changed. */
  readonly preparing: SampleStage;
  /** Open; one expert has begun, two have signed, their results are merged, and lists are made. */
  readonly open: SampleStage;
}

const folder = (name: string): string => mkdtempSync(join(tmpdir(), `pingshen-sample-${name}-`));

export async function makeSampleRound(): Promise<SampleRound> {
  const dataFolder = folder("preparing");
  let program = await startProgram(dataFolder);
  const { job } = await ask(program, "round/start-sample", {});
  await program.context.jobs.settled(job);
  const round = (await ask(program, "job/get", { job })).result?.round ?? "";
  const { submissions: listed } = await ask(program, "intake/list", { round });
  const submissions = listed.map(({ id, name, direction }) => ({ id, name, direction: direction ?? "" }));
  const experts = await seat(program, round, submissions);
  await writeLetter(program, submissions[0]?.id ?? "");
  await ask(program, "plan/set-value", await targetOf(program));
  await setRules(program, round);
  const files = {
    plan: await fileOf(program, submissions, "plan"),
    table: await fileOf(program, submissions, "project-table"),
  };
  const other = await withPoints(program);
  await program.close();

  const openFolder = folder("open");
  cpSync(dataFolder, openFolder, { recursive: true });
  program = await startProgram(openFolder);
  await review(program, round, submissions, experts);
  await program.close();
  return {
    preparing: { dataFolder, round, submissions, experts, files, other },
    open: { dataFolder: openFolder, round, submissions, experts, files, other },
  };
}

async function seat(program: Composed, round: string, submissions: SampleStage["submissions"]) {
  const experts: { id: string; name: string; keyId: string }[] = [];
  for (const name of ["赵示例", "钱示例", "孙示例"]) {
    const key = await bringKey(program, name);
    const { id } = await ask(program, "expert/save", {
      round,
      expert: null,
      name,
      employer: "示例研究中心",
      avoid: [],
    });
    await ask(program, "expert/enrol", { round, expert: id, identity: key.text });
    await ask(program, "assignment/set", {
      round,
      expert: id,
      submissions: submissions.map((one) => one.id),
      assigned: true,
    });
    experts.push({ id, name, keyId: key.keyId });
  }
  return experts;
}

async function writeLetter(program: Composed, submission: string): Promise<void> {
  const items = await ask(program, "correction/propose", { submission });
  if (items.length > 0)
    await ask(program, "correction/make", {
      submission,
      items,
      deadline: inDays(program.context.ports.now(), 20),
      note: "",
      office: "",
    });
}

/** A day so many days from now: a letter waits for its answer on whatever day the pictures are made. */
const inDays = (now: string, days: number): string =>
  new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);

/** The first file of a kind whose reader was sure of nothing less than all of it. */
async function fileOf(
  program: Composed,
  submissions: SampleStage["submissions"],
  kind: "plan" | "project-table",
): Promise<FileInUse> {
  for (const { id } of submissions) {
    const { files } = await ask(program, "submission/get", { submission: id });
    const file = files.find((one) => one.kind === kind && one.status === "ok" && one.name.endsWith("x"));
    if (file !== undefined) return { submission: id, sha256: file.sha256 };
  }
  throw new Error(`no ${kind}`);
}

/** What a clerk copies from the annex; the numbers are invented for the sample. */
async function setRules(program: Composed, round: string): Promise<void> {
  const view = await ask(program, "round/get", { round });
  const [region, others] = [
    ["8000", "3000", "5"],
    ["1500", "2000", "5"],
  ];
  const open = view.notice.indicators.filter(({ direction }) => direction === "employment");
  const thresholds = Object.fromEntries(
    open.flatMap(({ id, thresholds: cells }, index) =>
      Object.keys(cells).map((subject) => [
        `${id}/${subject}`,
        (subject === "region" ? region : others)?.[index] ?? "1",
      ]),
    ),
  );
  await ask(program, "round/save-settings", {
    round,
    settings: {
      ...view.settings,
      thresholds: { ...view.settings.thresholds, ...thresholds },
      maxima: Object.fromEntries(
        view.notice.scoreSheet.items.map((item, index) => [item.id, maxima[index] ?? "10"]),
      ),
      commentRule: { atMost: "0.3", atLeast: "0.95" },
      rule: {
        method: "mean",
        decimals: 2,
        minimumSheets: 2,
        seats: { employment: 2, integration: 1, lean: 2, global: 1 },
      },
    },
  });
}

async function withPoints(program: Composed): Promise<SampleStage["other"]> {
  const view = await ask(program, "round/create", {
    scheme: "shijiazhuang-2018",
    name: "示例：石家庄市2018年双创示范基地",
  });
  const submission = seedApplicant(program, view.id, 1, {
    name: "示例正定数字经济产业园",
    city: "石家庄市",
    text: "园区成立双创工作领导小组，设立引导基金，建有众创空间3个。",
  });
  const [point] = await ask(program, "point/list", { submission });
  if (point !== undefined)
    await ask(program, "point/answer", {
      submission,
      point: point.point.id,
      verdict: "yes",
      effect: "每季度调度",
    });
  return { round: view.id, submission };
}

async function targetOf(program: Composed) {
  const { rows } = await ask(program, "plan/get-board", { scheme: "guangxi-plan-2021" });
  const row = rows[0];
  if (row === undefined) throw new Error("the plan has no targets");
  return {
    scheme: "guangxi-plan-2021",
    target: row.target.id,
    value: "3",
    asOf: "2022年底",
    source: "示例统计公报",
  };
}

async function review(
  program: Composed,
  round: string,
  submissions: SampleStage["submissions"],
  experts: SampleStage["experts"],
): Promise<void> {
  await bringKey(program, "李经办");
  const { submissions: all } = await ask(program, "intake/list", { round });
  await ask(program, "round/open", {
    round,
    questions: all.reduce((sum, submission) => sum + submission.questions, 0),
  });
  const uploads: string[] = [];
  for (const [place, expert] of experts.entries()) {
    if (place === 0) continue;
    for (const [index, { id }] of submissions.entries())
      await scoreSheet(program, { round, expert: expert.id, submission: id }, scoresOf(index, place));
    const { file } = await ask(program, "result/sign", {
      round,
      expert: expert.id,
      keyId: expert.keyId,
      passphrase,
    });
    uploads.push(await upload(program, file.name, readFileSync(file.path)));
  }
  await ask(program, "result/merge", { round, uploads });
  await begin(program, round, experts[0]?.id ?? "", submissions);
  await ask(program, "export/make", { round, what: "check-table" });
  await ask(program, "export/make", { round, what: "score-table" });
}

/** Whole and half points between a third and nine tenths of each maximum, some of them equal for two applicants. */
const scoresOf = (index: number, place: number): string[] =>
  maxima.map((max, item) => {
    const half = ((index * 7 + place * 5 + item * 3) % 10) / 2;
    return String(Number(max) - 3 - half);
  });

/** The first expert is in the middle of it: two scored, one recused, notes on the first. */
async function begin(
  program: Composed,
  round: string,
  expert: string,
  submissions: SampleStage["submissions"],
): Promise<void> {
  const [first, second, third] = submissions;
  const at = (submission = "") => ({ round, expert, submission });
  for (const one of [first, second]) await ask(program, "desk/declare", { ...at(one?.id), recusal: null });
  await ask(program, "desk/declare", {
    ...at(third?.id),
    recusal: { ground: "adviser", reason: "近三年任该单位顾问" },
  });
  const { form } = await ask(program, "desk/list", { round, expert });
  for (const item of form.items)
    await ask(program, "desk/save-item", { ...at(second?.id), item: item.id, score: "16.5", comment: "" });
  for (const item of form.items.slice(0, 2))
    await ask(program, "desk/save-item", {
      ...at(first?.id),
      item: item.id,
      score: item.max,
      comment: "机制健全，有考核办法。",
    });
  await note(program, at(first?.id), form.items[0]?.id ?? "");
}

async function note(
  program: Composed,
  at: { round: string; expert: string; submission: string },
  item: string,
): Promise<void> {
  const { files } = await ask(program, "submission/get", { submission: at.submission });
  const file = files.find(({ kind }) => kind === "plan") ?? files[0];
  if (file === undefined) return;
  const { document } = await ask(program, "document/get", { round: at.round, sha256: file.sha256 });
  const block = document?.blocks.find((one) => one.kind === "paragraph" && one.text.length > 20);
  if (block?.kind !== "paragraph") return;
  await ask(program, "note/save", {
    ...at,
    note: `note-${at.submission.slice(0, 20)}`,
    evidence: {
      file: file.name,
      sha256: file.sha256,
      block: block.id,
      start: 0,
      end: 12,
      text: [...block.text].slice(0, 12).join(""),
    },
    items: [item],
    text: "这一段写得具体，可与他处数字核对。",
  });
}
