import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { commonCodes } from "../../../shared/contract/call.ts";
import { calls, findCall } from "../../../shared/contract/index.ts";
import { isWordKey } from "../../../shared/text/catalogue/index.ts";
import { freshFolder, freshProgram, removeFolder, startProgram } from "../../support/program.ts";
import { seedRound } from "../../support/seeded-round.ts";

let program: Composed;
beforeAll(async () => {
  const fresh = await freshProgram();
  program = fresh.program;
  await seedRound(program, { applicants: [{ name: "长沙示例园区" }], experts: ["王甲"] });
  return fresh.end;
});

const changes = () => program.context.db.prepare("SELECT total_changes() AS n").get();

describe("what is not a call of the contract", () => {
  test.each([
    "",
    "app/get-State",
    "nothing",
    "__proto__",
    "constructor",
    "toString",
    "app/get-state ",
    "x".repeat(100_000),
    "../app",
  ])("%.20s is unknown", async (name) => {
    const answer = await program.dispatch(name, {});
    expect(answer).toMatchObject({ ok: false, code: "unknown-call" });
    expect(JSON.stringify(answer).length).toBeLessThan(300);
  });

  const odd: [string, unknown][] = [
    ["nothing", undefined],
    ["null", null],
    ["a text", "x"],
    ["a number", 1],
    ["a list", []],
    ["a list of a million", Array.from({ length: 1_000_000 }, () => 0)],
    ["a function", () => undefined],
    ["something deep", deep(5000)],
    ["fields nobody asked for", { __proto__x: 1, extra: true }],
  ];
  test.each(odd)(
    "%s is bad input for every call that asks for something, and changes nothing",
    async (_, input) => {
      const before = changes();
      for (const { name } of calls) {
        const answer = await program.dispatch(name, input);
        expect([name, answer.ok ? "ok" : answer.code]).toEqual([name, "bad-input"]);
      }
      expect(changes()).toEqual(before);
    },
  );

  function deep(levels: number): unknown {
    let value: unknown = 0;
    for (let level = 0; level < levels; level += 1) value = { round: value };
    return value;
  }
});

describe("every call", () => {
  const anything = fc.oneof(
    fc.string(),
    fc.constantFrom("", "round", "' OR 1=1", "\u0000", "𬀩", "__proto__", "none", "1e999", "-0"),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.string(), { maxLength: 3 }),
  );
  const fields = [
    "round",
    "expert",
    "submission",
    "upload",
    "uploads",
    "name",
    "facts",
    "identity",
    "fact",
    "value",
    "year",
    "reason",
    "key",
    "evidence",
    "field",
    "sha256",
    "to",
    "standing",
    "text",
    "limit",
    "scheme",
    "settings",
    "questions",
    "submissions",
    "assigned",
    "passphrase",
    "keyId",
    "sealed",
    "recusal",
    "item",
    "score",
    "comment",
    "remark",
    "complete",
    "direction",
    "order",
    "by",
    "what",
    "layout",
    "job",
    "id",
    "count",
    "role",
    "locale",
    "theme",
    "scale",
    "employer",
    "avoid",
  ];

  test("answers whatever it is given with data and a code of its own, never with a bug", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...calls.map((call) => call.name)),
        fc.dictionary(fc.constantFrom(...fields), anything, { maxKeys: 8 }),
        async (name, input) => {
          if (name === "round/start-sample" || name === "identity/create") return;
          const answer = await program.dispatch(name, input);
          if (answer.ok) return;
          expect(answer.code).not.toBe("internal");
          expect([...(findCall(name)?.codes ?? []), ...commonCodes]).toContain(answer.code);
        },
      ),
      { numRuns: 1500 },
    );
  });

  /** The least each call accepts, with ids nobody has. */
  const none = { round: "none", expert: "none", submission: "none" };
  const wellFormed: Record<string, object> = {
    "help/read": { id: "none" },
    "help/picture": { name: "none.webp" },
    "job/get": { job: "none" },
    "job/cancel": { job: "none" },
    "scheme/get": { scheme: "none" },
    "round/create": { scheme: "none", name: "x" },
    "round/get": { round: "none" },
    "round/get-overview": { round: "none" },
    "round/open": { round: "none", questions: 0 },
    "check/run": { round: "none" },
    "intake/list": { round: "none" },
    "intake/start-import": { round: "none", uploads: ["x"] },
    "document/get": { round: "none", sha256: "x" },
    "document/open": { round: "none", sha256: "x" },
    "document/rows": { round: "none", sha256: "x", block: "b1", from: 1, to: 9 },
    "submission/get": { submission: "none" },
    "submission/confirm": { submission: "none", facts: [], identity: [] },
    "submission/reject-fact": { submission: "none", fact: "x", reason: "x" },
    "submission/add-fact": {
      submission: "none",
      key: "x",
      value: "1",
      year: null,
      reason: "x",
      evidence: null,
    },
    "submission/set-identity": { submission: "none", field: "name", value: "x", reason: "x" },
    "submission/set-standing": { submission: "none", standing: "out", reason: "x" },
    "submission/assign-file": { round: "none", sha256: "x", to: null, reason: "x" },
    "search/find": { round: "none", text: "x", submission: null, limit: 1 },
    "expert/list": { round: "none" },
    "expert/save": { round: "none", expert: null, name: "x", employer: "", avoid: [] },
    "expert/remove": { round: "none", expert: "none" },
    "expert/enrol": { round: "none", expert: "none", identity: "x" },
    "assignment/get": { round: "none" },
    "assignment/set": { round: "none", expert: "none", submissions: [], assigned: true },
    "identity/export": { keyId: "none" },
    "identity/export-key": { keyId: "none" },
    "pack/make": { round: "none", expert: "none", keyId: "x", passphrase: "x" },
    "pack/open": { upload: "none" },
    "desk/list": { round: "none", expert: "none" },
    "desk/get-sheet": none,
    "desk/declare": { ...none, recusal: null },
    "desk/save-item": { ...none, item: "x", score: null, comment: "" },
    "desk/save-remark": { ...none, remark: "" },
    "desk/set-complete": { ...none, complete: true },
    "result/preview": { round: "none", expert: "none" },
    "result/sign": { round: "none", expert: "none", keyId: "x", passphrase: "x" },
    "result/reopen": { round: "none", expert: "none", reason: "x", keyId: "x", passphrase: "x" },
    "result/merge": { round: "none", uploads: ["x"] },
    "result/list": { round: "none" },
    "ranking/get": { round: "none" },
    "ranking/get-detail": { round: "none" },
    "ranking/decide": { round: "none", direction: "lean", order: ["a", "b"], reason: "x", by: "x" },
    "evaluation/get": { scheme: "none", register: "none", year: 2020 },
    "evaluation/export": { scheme: "none", register: "none", year: 2020 },
    "point/progress": { round: "none" },
    "point/propose": { submission: "none", point: "x" },
    "notice/get": { scheme: "none" },
    "notice/keep": { scheme: "none", text: "x" },
    "city-letter/propose": { round: "none" },
    "city-letter/list": { round: "none" },
    "panel/preview": { round: "none" },
    "panel/sign": { round: "none", keyId: "x", passphrase: "x", content: "x" },
    "grading/get": { round: "none" },
    "grading/set-veto": { round: "none", submission: "none", veto: "x", holds: true, reason: "x" },
    "export/preview": { round: "none", what: "recommendation-list" },
    "export/make": { round: "none", what: "score-table" },
    "export/list": { round: "none" },
  };

  test.each(Object.entries(wellFormed))("%s says so when what it names is not there", async (name, input) => {
    const before = changes();
    const answer = await program.dispatch(name, input);
    const code = answer.ok ? "ok" : answer.code;
    expect(["not-found", "unknown-upload"]).toContain(code);
    expect(changes()).toEqual(before);
  });
});

describe("words", () => {
  test("every code a call may answer with has a sentence", () => {
    const codes = new Set<string>([
      ...commonCodes,
      ...calls.flatMap((call): readonly string[] => call.codes),
    ]);
    expect([...codes].filter((code) => !isWordKey(`error.${code}`))).toEqual([]);
  });
});

test("a folder for exports that cannot be written is told as such, and nothing is recorded", async () => {
  const own = freshFolder();
  const broken = await startProgram(own, { exportFolder: "/dev/null/exports" });

  const { round, experts } = await seedRound(broken, { applicants: [{ name: "园区" }], experts: ["王甲"] });
  const keyId = experts[0]?.key.keyId ?? "";
  expect(await broken.dispatch("identity/export", { keyId })).toMatchObject({
    ok: false,
    code: "data-folder-unusable",
  });
  expect(await broken.dispatch("export/make", { round, what: "check-table" })).toMatchObject({
    ok: false,
    code: "data-folder-unusable",
  });
  expect(await broken.dispatch("export/list", { round })).toEqual({ ok: true, value: [] });

  await broken.close();
  removeFolder(own);
});
