import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import type { Dossier } from "../../../shared/submission/dossier.ts";
import {
  ask,
  codeOf,
  freshProgram,
  importFiles,
  newRound,
  projectRoot,
  upload,
} from "../../support/program.ts";
import { type Applicant, maxima, seedApplicant, seedRound } from "../../support/seeded-round.ts";

let program: Composed;
let round = "";
let number = 0;

beforeAll(async () => {
  const fresh = await freshProgram();
  program = fresh.program;
  round = await newRound(program, "核实");
  await ask(program, "app/save-preferences", {
    role: "clerk",
    name: "李经办",
    locale: "zh",
    theme: "light",
    scale: 100,
  });
  return fresh.end;
});

const facts = [
  { key: "lean-firms", value: "52", unit: "个" },
  { key: "lean-platforms", value: "9", unit: "个", sure: false },
];

function seed(more: Partial<Applicant> = {}): string {
  number += 1;
  return seedApplicant(program, round, number, { name: `长沙示例${number}号园区`, facts, ...more });
}
const get = (submission: string) => ask(program, "submission/get", { submission });
const factOf = (dossier: Dossier, key: string) => {
  const fact = dossier.facts.find((one) => one.key === key);
  if (!fact) throw new Error(key);
  return fact;
};
const by = { by: "李经办", reason: "电话核实" };

describe("what a clerk makes of what was read", () => {
  let submission = "";
  beforeEach(() => {
    submission = seed();
  });

  test("accepting answers the question and keeps the reading", async () => {
    const before = await get(submission);
    const asked = factOf(before, "lean-platforms");
    expect(asked.state).toBe("to-confirm");
    const after = await ask(program, "submission/confirm", {
      submission,
      facts: [asked.id],
      identity: ["name"],
    });
    expect(factOf(after, "lean-platforms")).toEqual({ ...asked, state: "confirmed" });
    expect(factOf(after, "lean-firms").state).toBe("read");
    expect(after.identity.name?.state).toBe("confirmed");
    expect(after.version).toBe(1);
    // The digest stands for what a reviewer reads: accepting a value does not change it, correcting one does.
    expect(after.digest).toBe(before.digest);
  });

  test("a corrected value says who, when and why, and still shows what was read", async () => {
    const before = await get(submission);
    const read = factOf(before, "lean-firms");
    const after = await ask(program, "submission/correct-fact", {
      submission,
      fact: read.id,
      value: "55",
      year: 2020,
      reason: by.reason,
    });
    const fact = factOf(after, "lean-firms");
    expect(fact).toMatchObject({
      value: "55",
      year: 2020,
      state: "corrected",
      read: read.read,
      correction: by,
    });
    expect(fact.read?.value).toBe("52");
    expect(after.digest).not.toBe(before.digest);
    const again = await ask(program, "submission/correct-fact", {
      submission,
      fact: read.id,
      value: "53",
      year: null,
      reason: "再核",
    });
    expect(factOf(again, "lean-firms")).toMatchObject({ value: "53", state: "corrected", read: read.read });
    expect(factOf(again, "lean-firms")).not.toHaveProperty("year");
    const trail = await ask(program, "audit/list", { round, limit: 2 });
    expect(trail.map(({ detail }) => [detail.from, detail.to])).toEqual([
      ["corrected 55", "corrected 53"],
      ["read 52", "corrected 55"],
    ]);
  });

  test("accepting the rest does not undo a correction or a rejection", async () => {
    const [firms, platforms] = (await get(submission)).facts;
    await ask(program, "submission/correct-fact", {
      submission,
      fact: firms?.id ?? "",
      value: "1",
      year: null,
      reason: "x",
    });
    await ask(program, "submission/reject-fact", {
      submission,
      fact: platforms?.id ?? "",
      reason: "是目标值",
    });
    const after = await ask(program, "submission/confirm", {
      submission,
      facts: [firms?.id ?? "", platforms?.id ?? ""],
      identity: [],
    });
    expect(after.facts.map(({ state, value }) => [state, value])).toEqual([
      ["corrected", "1"],
      ["rejected", "9"],
    ]);
  });

  test("a rejected value no longer counts in the check, and is still there", async () => {
    const platforms = factOf(await get(submission), "lean-platforms");
    await ask(program, "submission/reject-fact", { submission, fact: platforms.id, reason: "是目标值" });
    const { submissions } = await ask(program, "check/run", { round });
    const findings = submissions.find((one) => one.submission === submission)?.findings ?? [];
    expect(findings.find(({ rule }) => rule === "threshold:lean-platforms")?.status).toBe("not-reported");
    expect(factOf(await get(submission), "lean-platforms").read?.value).toBe("9");
  });

  test("a value a person found is typed, with its place or without", async () => {
    const [file] = (await get(submission)).files;
    const evidence = {
      file: file?.name ?? "",
      sha256: file?.sha256 ?? "",
      block: "b1",
      start: 0,
      end: 2,
      text: "5件",
    };
    const typed = await ask(program, "submission/add-fact", {
      submission,
      key: "lean-patents",
      value: "5.5",
      year: null,
      reason: "附图",
      evidence,
    });
    expect(factOf(typed, "lean-patents")).toMatchObject({
      value: "5.5",
      unit: "件",
      state: "typed",
      read: { evidence },
    });
    const plain = await ask(program, "submission/add-fact", {
      submission,
      key: "lean-patents",
      value: "6",
      year: 2019,
      reason: "来电",
      evidence: null,
    });
    expect(plain.facts.at(-1)).toMatchObject({
      value: "6",
      year: 2019,
      state: "typed",
      read: null,
      correction: { by: "李经办" },
    });
    expect(
      await codeOf(program, "submission/add-fact", {
        submission,
        key: "charm",
        value: "1",
        year: null,
        reason: "x",
        evidence: null,
      }),
    ).toBe("unknown-indicator");
  });

  test("identity that is corrected keeps what was read; type and direction only of those there are", async () => {
    const after = await ask(program, "submission/set-identity", {
      submission,
      field: "name",
      value: "长沙示例更名园区",
      reason: "公章为准",
    });
    expect(after.identity.name).toMatchObject({
      value: "长沙示例更名园区",
      state: "corrected",
      correction: { by: "李经办" },
    });
    expect(after.identity.name?.readValue).toContain("号园区");
    const { submissions } = await ask(program, "intake/list", { round });
    expect(submissions.find(({ id }) => id === submission)?.name).toBe("长沙示例更名园区");
    expect(
      await codeOf(program, "submission/set-identity", {
        submission,
        field: "direction",
        value: "精益创业",
        reason: "x",
      }),
    ).toBe("bad-value");
    expect(
      await codeOf(program, "submission/set-identity", {
        submission,
        field: "subject",
        value: "hospital",
        reason: "x",
      }),
    ).toBe("bad-value");
  });

  test("an applicant put aside has a reason, is out of the checks, and can come back", async () => {
    await ask(program, "submission/set-standing", { submission, standing: "out", reason: "逾期" });
    const { submissions } = await ask(program, "check/run", { round });
    expect(submissions.some((one) => one.submission === submission)).toBe(false);
    const listed = (await ask(program, "intake/list", { round })).submissions.find(
      ({ id }) => id === submission,
    );
    expect(listed).toMatchObject({ standing: "out", standingReason: "逾期" });
    await ask(program, "submission/set-standing", { submission, standing: "in", reason: "补充说明" });
    expect(
      (await ask(program, "check/run", { round })).submissions.some((one) => one.submission === submission),
    ).toBe(true);
  });

  test("what is not there is refused, and nothing changes", async () => {
    const before = await get(submission);
    const call = <Name extends Parameters<typeof codeOf>[1]>(
      name: Name,
      input: Parameters<typeof codeOf<Name>>[2],
    ) => codeOf(program, name, input);
    expect(await call("submission/confirm", { submission, facts: ["none"], identity: [] })).toBe("not-found");
    expect(
      await call("submission/correct-fact", {
        submission,
        fact: "none",
        value: "1",
        year: null,
        reason: "x",
      }),
    ).toBe("not-found");
    expect(
      await call("submission/correct-fact", {
        submission,
        fact: before.facts[0]?.id ?? "",
        value: "很多",
        year: null,
        reason: "x",
      }),
    ).toBe("bad-input");
    expect(
      await call("submission/correct-fact", {
        submission,
        fact: before.facts[0]?.id ?? "",
        value: "1",
        year: null,
        reason: " ",
      }),
    ).toBe("bad-input");
    expect(await call("submission/get", { submission: "none" })).toBe("not-found");
    expect(await call("submission/set-standing", { submission: "none", standing: "out", reason: "x" })).toBe(
      "not-found",
    );
    expect(await get(submission)).toEqual(before);
  });

  test("identity nobody read cannot be accepted", async () => {
    const nameless = seed({ name: "" });
    expect(
      await codeOf(program, "submission/confirm", { submission: nameless, facts: [], identity: ["name"] }),
    ).toBe("nothing-read");
  });
});

describe("moving a file", () => {
  test("both get a new version, and decisions about the file go with it", async () => {
    const from = seed({ name: "长沙示例搬出园区" });
    const to = seed({ name: "长沙示例搬入园区", facts: [{ key: "lean-patents", value: "7", unit: "件" }] });
    const [file] = (await get(from)).files;
    const source = await get(from);
    const sha256 = file?.sha256 ?? "";
    await ask(program, "submission/correct-fact", {
      submission: from,
      fact: factOf(source, "lean-firms").id,
      value: "60",
      year: null,
      reason: "原件",
    });
    await ask(program, "submission/reject-fact", {
      submission: from,
      fact: factOf(source, "lean-platforms").id,
      reason: "目标",
    });
    const evidence = { file: file?.name ?? "", sha256, block: "b1", start: 3, end: 5, text: "8件" };
    await ask(program, "submission/add-fact", {
      submission: from,
      key: "lean-patents",
      value: "8",
      year: null,
      reason: "选中",
      evidence,
    });
    await ask(program, "submission/add-fact", {
      submission: from,
      key: "lean-patents",
      value: "9",
      year: null,
      reason: "来电",
      evidence: null,
    });
    await ask(program, "submission/confirm", {
      submission: to,
      facts: [factOf(await get(to), "lean-patents").id],
      identity: ["name"],
    });

    expect(
      await ask(program, "submission/assign-file", {
        round,
        sha256,
        to: { submission: to },
        reason: "放错了",
      }),
    ).toEqual({ submission: to });
    const [left, got] = [await get(from), await get(to)];
    expect([left.version, got.version]).toEqual([2, 2]);
    expect(left.files).toEqual([]);
    expect(left.facts.map(({ value, state }) => [value, state])).toEqual([["9", "typed"]]);
    expect(got.facts.map(({ key, value, state }) => [key, value, state]).sort()).toEqual(
      [
        ["lean-firms", "60", "corrected"],
        ["lean-platforms", "9", "rejected"],
        ["lean-patents", "8", "typed"],
        ["lean-patents", "7", "confirmed"],
      ].sort(),
    );
    expect(got.identity.name).toMatchObject({ value: "长沙示例搬入园区", state: "confirmed" });

    await ask(program, "submission/assign-file", {
      round,
      sha256,
      to: { submission: from },
      reason: "没放错",
    });
    expect((await get(from)).facts.map(({ value }) => value).sort()).toEqual(["60", "8", "9", "9"]);
    expect((await get(to)).facts.map(({ value }) => value)).toEqual(["7"]);
  });

  test("to where it is changes nothing; to nobody, to a new one and to another round do as they say", async () => {
    const from = seed();
    const sha256 = (await get(from)).files[0]?.sha256 ?? "";
    const move = (to: { submission: string } | "new" | null, reason = "r") =>
      ask(program, "submission/assign-file", { round, sha256, to, reason });
    expect(await move({ submission: from })).toEqual({ submission: from });
    expect((await get(from)).version).toBe(1);
    expect(await move(null)).toEqual({ submission: null });
    const arrival = (await ask(program, "intake/list", { round })).arrivals.find(
      (one) => one.sha256 === sha256,
    );
    expect(arrival?.submission).toBeNull();
    const { submission: made } = await move("new");
    expect((await get(made ?? "")).facts.map(({ value }) => value)).toEqual(["52", "9"]);
    const elsewhere = await ask(program, "round/create", { scheme: "hunan-2021", name: "另一轮" });
    const stranger = seedApplicant(program, elsewhere.id, 1, { name: "别轮单位" });
    expect(
      await codeOf(program, "submission/assign-file", {
        round,
        sha256,
        to: { submission: stranger },
        reason: "x",
      }),
    ).toBe("not-found");
    expect(
      await codeOf(program, "submission/assign-file", {
        round,
        sha256: "0".repeat(64),
        to: "new",
        reason: "x",
      }),
    ).toBe("not-found");
  });
});

describe("once the round is open", () => {
  test("what was there is frozen; a supplement is the next version, may be confirmed, and older scores wait", async () => {
    const seeded = await seedRound(program, {
      applicants: [{ name: "湖南省株洲高新技术产业开发区", city: "株洲市", facts }],
      experts: ["王甲"],
    });
    const [submission = ""] = seeded.submissions;
    const dossier = await get(submission);
    const fact = dossier.facts[0]?.id ?? "";
    const frozen: [string, Promise<string>][] = [
      ["confirm", codeOf(program, "submission/confirm", { submission, facts: [fact], identity: [] })],
      [
        "correct",
        codeOf(program, "submission/correct-fact", { submission, fact, value: "1", year: null, reason: "x" }),
      ],
      ["reject", codeOf(program, "submission/reject-fact", { submission, fact, reason: "x" })],
      [
        "add",
        codeOf(program, "submission/add-fact", {
          submission,
          key: "lean-firms",
          value: "1",
          year: null,
          reason: "x",
          evidence: null,
        }),
      ],
      [
        "identity",
        codeOf(program, "submission/set-identity", { submission, field: "name", value: "x", reason: "x" }),
      ],
      ["standing", codeOf(program, "submission/set-standing", { submission, standing: "out", reason: "x" })],
      [
        "file",
        codeOf(program, "submission/assign-file", {
          round: seeded.round,
          sha256: dossier.files[0]?.sha256 ?? "",
          to: "new",
          reason: "x",
        }),
      ],
    ];
    for (const [what, code] of frozen) expect([what, await code]).toEqual([what, "round-frozen"]);
    const view = await ask(program, "round/get", { round: seeded.round });
    expect(
      await codeOf(program, "round/save-settings", { round: seeded.round, settings: view.settings }),
    ).toBe("round-frozen");
    expect(await codeOf(program, "round/open", { round: seeded.round, questions: 0 })).toBe("round-frozen");
    expect(
      await codeOf(program, "expert/remove", { round: seeded.round, expert: seeded.experts[0]?.id ?? "" }),
    ).toBe("round-frozen");
    expect(await get(submission)).toEqual(dossier);
    const held = async () => (await ask(program, "intake/list", { round: seeded.round })).frozen;
    expect(await held()).toEqual([submission]);

    await importFiles(program, seeded.round, { "补正.docx": zhuzhouPlan() });
    const supplemented = await get(submission);
    expect(supplemented.version).toBe(2);
    expect(await held()).toEqual([]);
    expect(await codeOf(program, "submission/confirm", { submission, facts: [], identity: ["name"] })).toBe(
      "ok",
    );
    expect(
      await codeOf(program, "submission/set-standing", { submission, standing: "out", reason: "x" }),
    ).toBe("round-frozen");
  });

  test("a newcomer may be put aside, and taken in again", async () => {
    const seeded = await seedRound(program, {
      applicants: [{ name: "湘潭示例先到园区" }],
      experts: ["王甲"],
    });
    const late = seedApplicant(program, seeded.round, 2, { name: "湘潭示例后到园区" });
    expect(
      await codeOf(program, "submission/set-standing", {
        submission: late,
        standing: "out",
        reason: "开启后收到",
      }),
    ).toBe("ok");
    expect(
      await codeOf(program, "submission/set-standing", {
        submission: late,
        standing: "in",
        reason: "领导同意",
      }),
    ).toBe("ok");
  });
});

describe("settings of a round", () => {
  test("a threshold names who entered it and when, and keeps that when others enter others", async () => {
    const id = await newRound(program, "门槛");
    const { settings } = await ask(program, "round/get", { round: id });
    await ask(program, "round/save-settings", {
      round: id,
      settings: { ...settings, thresholds: { "lean-firms/region": "50" } },
    });
    const sourceOf = async (subject: "region" | "institute") => {
      const { scheme } = await ask(program, "round/get", { round: id });
      return (
        scheme.indicators.find((one) => one.id === "lean-firms")?.thresholds[subject]?.source.quote ?? ""
      );
    };
    const first = await sourceOf("region");
    expect(first).toMatch(/^李经办 \d{4}-.*：≥50$/);
    await ask(program, "app/save-preferences", {
      role: "clerk",
      name: "陈经办",
      locale: "zh",
      theme: "light",
      scale: 100,
    });
    await ask(program, "round/save-settings", {
      round: id,
      settings: { ...settings, thresholds: { "lean-firms/region": "50", "lean-firms/institute": "5" } },
    });
    expect(await sourceOf("region")).toBe(first);
    expect(await sourceOf("institute")).toMatch(/^陈经办/);
    await ask(program, "round/save-settings", {
      round: id,
      settings: { ...settings, thresholds: { "lean-firms/region": "60" } },
    });
    expect(await sourceOf("region")).toMatch(/^陈经办 .*：≥60$/);
    await ask(program, "app/save-preferences", {
      role: "clerk",
      name: "李经办",
      locale: "zh",
      theme: "light",
      scale: 100,
    });
  });

  test("numbers of the notice, numbers below zero and things the notice does not know are refused", async () => {
    const hunan = await newRound(program, "湖南");
    const guangxi = await newRound(program, "广西", "guangxi-2020");
    const save = async (id: string, thresholds: Record<string, string | null>, more: object = {}) => {
      const { settings } = await ask(program, "round/get", { round: id });
      return codeOf(program, "round/save-settings", {
        round: id,
        settings: { ...settings, thresholds, ...more },
      });
    };
    expect(await save(guangxi, { "employment-jobs/region": "1" })).toBe("threshold-not-open");
    expect(await save(guangxi, { "employment-jobs/region": null })).toBe("ok");
    expect(await save(hunan, { "employment-jobs/region": "-1" })).toBe("threshold-not-open");
    expect(await save(hunan, { "charm/region": "1" })).toBe("unknown-indicator");
    expect(await save(hunan, {}, { maxima: { charm: "10" } })).toBe("unknown-item");
    expect(
      await save(hunan, {}, { rule: { method: "trimmed", decimals: 2, minimumSheets: 2, seats: {} } }),
    ).toBe("bad-rule");
    expect(await save(hunan, {}, { step: "0,5" })).toBe("bad-input");
  });

  test("opening needs maxima, applicants, experts and the number of questions the clerk saw", async () => {
    const id = await newRound(program, "开启");
    const open = (questions: number) => codeOf(program, "round/open", { round: id, questions });
    expect(await open(0)).toBe("no-submissions");
    const nameless = seedApplicant(program, id, 2, { name: "" });
    expect(await open(0)).toBe("nameless-applicant");
    expect((await ask(program, "round/get-overview", { round: id })).nameless).toBe(1);
    await ask(program, "submission/set-standing", { submission: nameless, standing: "out", reason: "空白" });
    seedApplicant(program, id, 1, { name: "某园区", facts });
    expect(await open(0)).toBe("questions-changed");
    expect(await open(1)).toBe("maxima-unset");
    const { settings, scheme } = await ask(program, "round/get", { round: id });
    const withMaxima = {
      ...settings,
      maxima: Object.fromEntries(
        scheme.scoreSheet.items.map((item, index) => [item.id, maxima[index] ?? "0"]),
      ),
    };
    await ask(program, "round/save-settings", { round: id, settings: withMaxima });
    expect(await open(1)).toBe("too-few-experts");
    await ask(program, "expert/save", { round: id, expert: null, name: "王甲", employer: "", avoid: [] });
    expect(await open(1)).toBe("ok");
    const view = await ask(program, "round/get", { round: id });
    expect(view).toMatchObject({
      state: "open",
      form: { total: "100" },
      schemeDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});

/** The plan of the sample applicant whose name stands in a real register. */
const zhuzhouPlan = (): Uint8Array =>
  readFileSync(join(projectRoot, "resources/samples/round/株洲市/株洲高新区/实施方案.docx"));

test("uploads that climb, are absolute or carry control characters are refused", async () => {
  for (const path of ["../a.txt", "a/../../b", "a\u0000b", "", "/", "x".repeat(1001)])
    await expect(upload(program, path, "x"), JSON.stringify(path)).rejects.toThrow("bad-path");
  await expect(upload(program, "文件夹\\子\\a.txt", "x")).resolves.toBeTruthy();
});
