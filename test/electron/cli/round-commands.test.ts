import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sha256Of } from "../../../electron/services/files.ts";
import { findingStatuses } from "../../../shared/scheme/finding.ts";
import { cli } from "../../support/cli.ts";
import {
  ask,
  freshFolder,
  portsFor,
  projectRoot,
  removeFolder,
  startProgram,
} from "../../support/program.ts";
import { maxima, scoreSheet } from "../../support/seeded-round.ts";

const folder = freshFolder();
const db = join(folder, "评审.db");
const secret = { PINGSHEN_PASSPHRASE: "松鹤延年-Kranich-1988" };
const sample = (path: string) => join(projectRoot, "resources/samples/round", path);
let round = "";

beforeAll(async () => {
  mkdirSync(join(folder, "uploads"), { recursive: true });
  writeFileSync(join(folder, "uploads", "我的文件.txt"), "别人的文件");
  const made = await cli([
    "round",
    "create",
    "--scheme",
    "hunan-2021",
    "--name",
    "命令行轮次",
    "--db",
    db,
    "--json",
  ]);
  expect(made.code).toBe(0);
  round = made.json.round;
});
afterAll(() => removeFolder(folder));

const inRound = (...words: string[]) => [...words, "--round", round, "--db", db, "--json"];
const noTrace = (text: string) => expect(text).not.toMatch(/\n\s+at |Error:/);

describe("import and check", () => {
  test("a folder is imported: how many, which were refused, and why", async () => {
    const { code, json } = await cli(
      inRound("import", sample("衡阳市"), sample("株洲市"), join(folder, "没有这个文件.docx")),
    );
    expect(code).toBe(0);
    expect(json).toMatchObject({ files: expect.any(Number), submissions: 3 });
    expect(json.refused).toContainEqual(
      expect.objectContaining({
        file: expect.stringContaining("加密"),
        error: expect.objectContaining({ code: "encrypted" }),
      }),
    );
    expect(json.messages).toContainEqual(expect.objectContaining({ code: "path-unreadable" }));
    const again = await cli(inRound("import", sample("衡阳市")));
    expect(again.json).toMatchObject({ files: 0, submissions: 0 });
  });

  test("what was there in the folder of the database is left alone", () => {
    expect(readFileSync(join(folder, "uploads", "我的文件.txt"), "utf8")).toBe("别人的文件");
    expect(readdirSync(join(folder, "backups")).every((name) => name.startsWith("评审-before-import-"))).toBe(
      true,
    );
  });

  test("check lists every submission with its findings, and those about the round", async () => {
    const { code, json } = await cli(inRound("check"));
    expect(code).toBe(0);
    const own = json.filter((entry: { submission: string | null }) => entry.submission !== null);
    expect(own).toHaveLength(3);
    for (const { findings } of json)
      for (const finding of findings) {
        expect(finding).toMatchObject({ rule: expect.any(String), status: expect.any(String) });
        expect(findingStatuses).toContain(finding.status);
      }
    expect(
      json.find((entry: { submission: string | null }) => entry.submission === null).findings.length,
    ).toBeGreaterThan(0);
    const national = own.find(({ name }: { name: string }) => name.includes("株洲高新"));
    expect(
      national.findings.some(
        ({ rule, status }: { rule: string; status: string }) =>
          rule.startsWith("exclusion") && status !== "met",
      ),
    ).toBe(true);
  });

  test.each([
    ["import", sample("衡阳市")],
    ["check"],
    ["rank"],
    ["export", "check-table", "--out", "/tmp/x"],
    ["merge", join(projectRoot, "package.json")],
  ])("%s in a round that is not there is refused", async (...words) => {
    const { code, json, err } = await cli([...words, "--round", "none", "--db", db, "--json"]);
    expect([code, json.error.code]).toEqual([1, "not-found"]);
    noTrace(err);
  });

  test("ranking and lists before the opening are refused", async () => {
    for (const words of [["rank"], ["export", "recommendation-list", "--out", join(folder, "out")]]) {
      const { code, json } = await cli(inRound(...words));
      expect([code, json.error.code]).toEqual([1, "round-not-open"]);
    }
  });
});

describe("from keys to a ranking", () => {
  const keys = join(folder, "keys");
  const results = join(folder, "results");
  let result = "";
  let packed = "";

  test("keygen makes a key and a public identity; weak or missing passphrases make nothing", async () => {
    const none = await cli(["keygen", "--name", "王甲", "--out", keys, "--json"]);
    expect([none.code, none.json.error.code]).toEqual([1, "passphrase-missing"]);
    const weak = await cli(["keygen", "--name", "王甲", "--out", keys, "--json"], {
      PINGSHEN_PASSPHRASE: "12345678",
    });
    expect(weak.code).toBe(1);
    expect(existsSync(keys)).toBe(false);
    for (const name of ["李经办", "王甲"]) {
      const { code, json } = await cli(["keygen", "--name", name, "--out", keys, "--json"], secret);
      expect(code).toBe(0);
      expect(json).toMatchObject({
        name,
        keyId: expect.any(String),
        fingerprint: expect.stringMatching(/^\d{5}/),
      });
      expect(readFileSync(json.key, "utf8")).not.toContain(secret.PINGSHEN_PASSPHRASE);
      expect(existsSync(json.public)).toBe(true);
    }
  });

  const keyOf = (name: string, ending: string) =>
    join(keys, readdirSync(keys).find((file) => file.startsWith(name) && file.endsWith(ending)) ?? "");

  test("enrol adds the expert with the key, once", async () => {
    const first = await cli(
      inRound("enrol", keyOf("王甲", ".pub.json"), "--name", "王甲", "--employer", "示例研究院"),
    );
    expect(first.code).toBe(0);
    expect(first.json).toMatchObject({
      name: "王甲",
      employer: "示例研究院",
      keyId: expect.any(String),
      fingerprint: expect.any(String),
    });
    const again = await cli(inRound("enrol", keyOf("王甲", ".pub.json"), "--name", "王甲"));
    expect(again.json.id).toBe(first.json.id);
    const other = await cli(inRound("enrol", keyOf("王甲", ".pub.json"), "--name", "赵乙"));
    expect([other.code, other.json.error.code]).toEqual([1, "key-of-another-expert"]);
    const bad = await cli(inRound("enrol", join(projectRoot, "package.json"), "--name", "孙丙"));
    expect([bad.code, bad.json.error.code]).toEqual([1, "malformed"]);
  });

  test("pack is written for the expert once the clerk has opened the round", async () => {
    const early = await cli(
      inRound("pack", "--expert", "王甲", "--key", keyOf("李经办", ".key.json")),
      secret,
    );
    expect([early.code, early.json.error.code]).toEqual([1, "round-not-open"]);
    await openRoundByHand();
    const wrong = await cli(inRound("pack", "--expert", "王甲", "--key", keyOf("李经办", ".key.json")), {
      PINGSHEN_PASSPHRASE: "not-this-one-1",
    });
    expect([wrong.code, wrong.json.error.code]).toEqual([1, "wrong-passphrase"]);
    const { code, json } = await cli(
      inRound(
        "pack",
        "--expert",
        "王甲",
        "--key",
        keyOf("李经办", ".key.json"),
        "--out",
        join(folder, "packs"),
      ),
      secret,
    );
    expect(code).toBe(0);
    expect(json).toMatchObject({
      expert: "王甲",
      submissions: 3,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(sha256Of(readFileSync(json.file))).toBe(json.sha256);
    packed = json.file;
  });

  /** What a clerk does in the window: seats, maxima, assignment; and the expert's scores, on the same laptop. */
  async function openRoundByHand(): Promise<void> {
    const program = await startProgram(folder, { ...portsFor(folder), databaseFile: db });
    const view = await ask(program, "round/get", { round });
    const settings = {
      ...view.settings,
      maxima: Object.fromEntries(
        view.scheme.scoreSheet.items.map((item, index) => [item.id, maxima[index] ?? "0"]),
      ),
      rule: {
        method: "mean" as const,
        decimals: 2,
        minimumSheets: 1,
        seats: { employment: 1, integration: 1, lean: 1, global: 1 },
      },
    };
    await ask(program, "round/save-settings", { round, settings });
    const [expert] = await ask(program, "expert/list", { round });
    const { submissions } = await ask(program, "intake/list", { round });
    const ids = submissions.map(({ id }) => id);
    await ask(program, "assignment/set", {
      round,
      expert: expert?.id ?? "",
      submissions: ids,
      assigned: true,
    });
    await ask(program, "round/open", {
      round,
      questions: submissions.reduce((sum, one) => sum + one.questions, 0),
    });
    for (const [index, submission] of ids.entries())
      await scoreSheet(program, { round, expert: expert?.id ?? "", submission }, [
        "20",
        "20",
        "20",
        String(index),
      ]);
    await program.close();
  }

  test("sign writes a result, and a second time there is nothing new to sign without opening it again", async () => {
    const wrongKey = await cli(
      inRound("sign", "--expert", "王甲", "--key", keyOf("李经办", ".key.json")),
      secret,
    );
    expect([wrongKey.code, wrongKey.json.error.code]).toEqual([1, "wrong-key"]);
    const { code, json } = await cli(
      inRound("sign", "--expert", "王甲", "--key", keyOf("王甲", ".key.json"), "--out", results),
      secret,
    );
    expect(code).toBe(0);
    expect(json).toMatchObject({
      expert: "王甲",
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      shortCode: expect.any(String),
      fingerprint: expect.any(String),
    });
    result = json.file;
    expect(sha256Of(readFileSync(result))).toBe(json.sha256);
  });

  test("verify: valid, one byte altered, unknown key, no signature, malformed", async () => {
    const valid = await cli(["verify", result, "--key", keyOf("王甲", ".pub.json"), "--json"]);
    expect([valid.code, valid.json.verdict]).toEqual([0, "valid"]);
    expect(valid.json.details).toMatchObject({
      expertName: "王甲",
      sheets: "3",
      fingerprint: expect.any(String),
    });
    const bytes = readFileSync(result);
    for (const at of [60, Math.floor(bytes.length / 2), bytes.length - 20]) {
      const copy = Buffer.from(bytes);
      copy[at] = copy[at] === 0x41 ? 0x42 : 0x41;
      const file = join(folder, `改-${at}.psr`);
      writeFileSync(file, copy);
      const answer = await cli(["verify", file, "--key", keyOf("王甲", ".pub.json"), "--json"]);
      expect(answer.code).toBe(1);
      expect(["altered", "malformed", "unknown-key"]).toContain(answer.json.verdict);
    }
    const cases: [string, string | Buffer, string][] = [
      ["不签.psr", `${String(bytes).trim().split(".").slice(0, 2).join(".")}.`, "no-signature"],
      ["乱写.psr", "随便写的", "malformed"],
      ["空.psr", "", "malformed"],
    ];
    for (const [name, content, verdict] of cases) {
      writeFileSync(join(folder, name), content);
      const answer = await cli(["verify", join(folder, name), "--json"]);
      expect([name, answer.code, answer.json.verdict]).toEqual([name, 1, verdict]);
    }
    const unknown = await cli(["verify", result, "--key", keyOf("李经办", ".pub.json"), "--json"]);
    expect([unknown.code, unknown.json.verdict]).toEqual([1, "unknown-key"]);
    const pack = await cli(["verify", packed, "--key", keyOf("李经办", ".pub.json"), "--json"]);
    expect([pack.code, pack.json.verdict, pack.json.sort]).toEqual([0, "valid", "pack"]);
    const directory = await cli(["verify", folder, "--json"]);
    expect([directory.code, directory.json.error.code]).toEqual([1, "not-found"]);
    noTrace(directory.err);
  });

  test("merge says of every file what became of it, and exits with 1 when one was not taken", async () => {
    const file = join(folder, "乱写.psr");
    const { code, json } = await cli(inRound("merge", result, file));
    expect(code).toBe(1);
    expect(
      json.map(
        ({ merged, refusal }: { merged: boolean; refusal: { code: string } | null }) =>
          refusal?.code ?? merged,
      ),
    ).toEqual(["duplicate", "malformed"]);
    const missing = await cli(inRound("merge", join(folder, "没有.psr")));
    expect([missing.code, missing.json.error.code]).toEqual([1, "not-found"]);
  });

  test("rank gives rows in order with totals, experts, ties, quotas and places", async () => {
    const { code, json } = await cli(inRound("rank"));
    expect(code).toBe(0);
    const rows = json.directions.flatMap(({ rows: all }: { rows: object[] }) => all);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      rank: 1,
      score: expect.stringMatching(/^\d+\.\d\d$/),
      sheets: [{ expertName: "王甲", total: expect.any(String) }],
      place: expect.any(String),
      tie: expect.any(String),
    });
    expect(json.quotas.find(({ city }: { city: string }) => city === "株洲市")).toMatchObject({
      max: 3,
      submitted: 2,
    });
  });

  test("panel-sign signs what stands in the database, and verify tells it from other files", async () => {
    const out = join(folder, "panel");
    const key = keyOf("王甲", ".key.json");
    const signed = await cli(
      inRound("panel-sign", "--key", key, "--remark", "一致同意", "--out", out),
      secret,
    );
    expect([signed.code, signed.json.sequence]).toEqual([0, 1]);
    expect(sha256Of(readFileSync(signed.json.file))).toBe(signed.json.sha256);
    const seen = await cli(["verify", signed.json.file, "--key", keyOf("王甲", ".pub.json"), "--json"]);
    expect([seen.code, seen.json]).toMatchObject([
      0,
      {
        verdict: "valid",
        sort: "panel",
        details: { chair: "王甲", content: signed.json.content, digest: signed.json.digest },
      },
    ]);
    const other = await cli(["verify", signed.json.file, "--key", keyOf("李经办", ".pub.json"), "--json"]);
    expect([other.code, other.json.verdict]).toEqual([1, "unknown-key"]);
    const wrong = await cli(inRound("panel-sign", "--key", key), {
      PINGSHEN_PASSPHRASE: "不是这个口令-0000",
    });
    expect([wrong.code, wrong.json.error.code]).toEqual([1, "wrong-passphrase"]);
  });

  test("export writes the list and tables where it is told, each with its digest", async () => {
    const out = join(folder, "lists");
    for (const what of ["recommendation-list", "score-table", "check-table", "result-archive"]) {
      const { code, json } = await cli(inRound("export", what, "--out", out));
      expect([what, code]).toEqual([what, 0]);
      for (const file of json) expect(sha256Of(readFileSync(file.path))).toBe(file.sha256);
      expect(json[0].path.startsWith(out)).toBe(true);
    }
  });

  test("doctor finds the database whole, and a changed trail not", async () => {
    const { code, json } = await cli(["doctor", "--db", db, "--json"]);
    expect([code, json.healthy]).toEqual([0, true]);
    expect(json.checks.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(["integrity", "audit-chain", "schema-version", "backups"]),
    );
    const { openRaw } = await import("../../support/old-database.ts");
    const raw = openRaw(db);
    raw.exec("DROP TRIGGER audit_no_update; UPDATE audit SET actor = '别人' WHERE seq = 5");
    raw.close();
    const after = await cli(["doctor", "--db", db, "--json"]);
    expect([after.code, after.json.healthy]).toEqual([1, false]);
    expect(after.json.checks).toContainEqual({ name: "audit-chain", ok: false, detail: "#5" });
  });
});
