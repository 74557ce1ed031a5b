import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { findBrokenLink } from "../../../electron/db/audit.ts";
import type { Database } from "../../../electron/db/database.ts";
import type { Preferences } from "../../../shared/contract/app.ts";
import { isWordKey } from "../../../shared/text/catalogue/index.ts";
import {
  ask,
  freshProgram,
  importFiles,
  makeKey,
  newRound,
  passphrase,
  projectRoot,
  uploadFile,
} from "../../support/program.ts";
import { type OpenedRound, seedApplicant, seedRound } from "../../support/seeded-round.ts";

interface Transaction {
  readonly changes: number;
  /** How many versions of submissions were stored. */
  readonly versions: number;
  readonly entries: number;
}

/** Looks on at every transaction of a database: what it changed, and how many entries of the trail it wrote. */
function watch(db: Database): { seen: Transaction[]; outside(): number } {
  const seen: Transaction[] = [];
  const count = (text: string): number => Number((db.prepare(text).get() as { n: number }).n);
  const total = () => count("SELECT total_changes() AS n");
  const look = () => ({
    total: total(),
    versions: count("SELECT count(*) AS n FROM submission_version"),
    entries: count("SELECT count(*) AS n FROM audit"),
  });
  const transaction = db.transaction.bind(db);
  const start = total();
  const watched = <Work extends (...inputs: never[]) => unknown>(work: Work) =>
    transaction(((...inputs: never[]) => {
      const before = look();
      const value = work(...inputs);
      const after = look();
      seen.push({
        changes: after.total - before.total,
        versions: after.versions - before.versions,
        entries: after.entries - before.entries,
      });
      return value;
    }) as Work);
  db.transaction = watched as typeof db.transaction;
  return { seen, outside: () => total() - start - seen.reduce((sum, one) => sum + one.changes, 0) };
}

let program: Composed;
let watched: ReturnType<typeof watch>;
let preparing = "";
let open: OpenedRound;
let apart: OpenedRound;

beforeAll(async () => {
  const fresh = await freshProgram();
  program = fresh.program;
  watched = watch(program.context.db);
  preparing = await newRound(program, "准备中");
  for (const number of [1, 2, 3])
    seedApplicant(program, preparing, number, {
      name: `长沙示例${number}园区`,
      facts: [{ key: "lean-firms", value: "5", unit: "个", sure: false }],
    });
  open = await seedRound(program, {
    applicants: [{ name: "甲园区" }, { name: "乙园区" }],
    experts: ["王甲", "赵乙"],
  });
  apart = await seedRound(program, { applicants: [{ name: "丙园区" }], experts: ["孙丙"] });
  return fresh.end;
});

type Step = (pick: number) => Promise<unknown>;
const call = (name: string, input: object) => program.dispatch(name, input);

const submissionAt = async (round: string, pick: number): Promise<string> => {
  const { submissions } = await ask(program, "intake/list", { round });
  return submissions[pick % submissions.length]?.id ?? "";
};

/** Whatever a person may do next, sensible or not. */
const steps: Record<string, Step> = {
  preferences: (pick) =>
    call("app/save-preferences", {
      role: "clerk",
      name: `经办${pick % 3}`,
      locale: "zh",
      theme: "dark",
      scale: 100,
    }),
  unsaved: (pick) => call("app/set-unsaved", { count: pick }),
  create: (pick) => call("round/create", { scheme: pick % 2 ? "hunan-2021" : "none", name: `轮次${pick}` }),
  settings: async (pick) => {
    const { settings } = await ask(program, "round/get", { round: preparing });
    return call("round/save-settings", {
      round: preparing,
      settings: { ...settings, thresholds: { "lean-firms/region": String(pick) } },
    });
  },
  expert: (pick) =>
    call("expert/save", { round: preparing, expert: null, name: `专家${pick % 5}`, employer: "", avoid: [] }),
  enrol: async (pick) => {
    const experts = await ask(program, "expert/list", { round: preparing });
    return call("expert/enrol", {
      round: preparing,
      expert: experts[pick % Math.max(1, experts.length)]?.id ?? "none",
      identity: (await makeKey(`${pick}`)).text,
    });
  },
  assign: async (pick) => {
    const [expert] = await ask(program, "expert/list", { round: preparing });
    return call("assignment/set", {
      round: preparing,
      expert: expert?.id ?? "none",
      submissions: [await submissionAt(preparing, pick)],
      assigned: pick % 2 === 0,
    });
  },
  remove: async (pick) => {
    const experts = await ask(program, "expert/list", { round: preparing });
    return call("expert/remove", {
      round: preparing,
      expert: experts[pick % Math.max(1, experts.length)]?.id ?? "none",
    });
  },
  confirm: async (pick) => {
    const submission = await submissionAt(preparing, pick);
    const { facts } = await ask(program, "submission/get", { submission });
    return call("submission/confirm", {
      submission,
      facts: facts.map(({ id }) => id),
      identity: pick % 2 ? ["name"] : [],
    });
  },
  correct: async (pick) => {
    const submission = await submissionAt(preparing, pick);
    const { facts } = await ask(program, "submission/get", { submission });
    return call("submission/correct-fact", {
      submission,
      fact: facts[0]?.id ?? "none",
      value: String(pick),
      year: null,
      reason: "核",
    });
  },
  add: async (pick) =>
    call("submission/add-fact", {
      submission: await submissionAt(preparing, pick),
      key: "lean-patents",
      value: "1",
      year: null,
      reason: "x",
      evidence: null,
    }),
  reject: async (pick) => {
    const submission = await submissionAt(preparing, pick);
    const { facts } = await ask(program, "submission/get", { submission });
    return call("submission/reject-fact", { submission, fact: facts.at(-1)?.id ?? "none", reason: "x" });
  },
  identity: async (pick) =>
    call("submission/set-identity", {
      submission: await submissionAt(preparing, pick),
      field: "city",
      value: "株洲市",
      reason: "x",
    }),
  standing: async (pick) =>
    call("submission/set-standing", {
      submission: await submissionAt(preparing, pick),
      standing: pick % 2 ? "in" : "out",
      reason: "x",
    }),
  move: async (pick) => {
    const { arrivals } = await ask(program, "intake/list", { round: preparing });
    const to =
      pick % 3 === 0 ? "new" : pick % 3 === 1 ? null : { submission: await submissionAt(preparing, pick) };
    return call("submission/assign-file", {
      round: preparing,
      sha256: arrivals[pick % arrivals.length]?.sha256 ?? "",
      to,
      reason: "x",
    });
  },
  import: (pick) => importFiles(program, preparing, { [`说明${pick}.txt`]: `补充说明 ${pick}` }),
  declare: async (pick) =>
    call("desk/declare", {
      ...seat(pick),
      recusal: pick % 5 === 0 ? { ground: "other", reason: "x" } : null,
    }),
  score: async (pick) => {
    const { form } = await ask(program, "desk/list", {
      round: open.round,
      expert: open.experts[0]?.id ?? "",
    });
    return call("desk/save-item", {
      ...seat(pick),
      item: form.items[pick % 4]?.id ?? "",
      score: String(pick % 30),
      comment: "",
    });
  },
  remark: (pick) => call("desk/save-remark", { ...seat(pick), remark: String(pick) }),
  complete: (pick) => call("desk/set-complete", { ...seat(pick), complete: pick % 2 === 0 }),
  key: (pick) => call("identity/export", { keyId: open.experts[pick % 2]?.key.keyId ?? "" }),
  sealed: (pick) => call("identity/export-key", { keyId: open.experts[pick % 2]?.key.keyId ?? "" }),
  bring: async (pick) =>
    call("identity/import-key", { sealed: pick % 2 ? (await makeKey(`${pick}`)).sealed : "bad" }),
  pack: () =>
    call("pack/make", {
      round: open.round,
      expert: open.experts[0]?.id ?? "",
      keyId: open.experts[1]?.key.keyId ?? "",
      passphrase,
    }),
  sign: () =>
    call("result/sign", {
      round: apart.round,
      expert: apart.experts[0]?.id ?? "",
      keyId: apart.experts[0]?.key.keyId ?? "",
      passphrase,
    }),
  recuseAll: () =>
    call("desk/declare", {
      round: apart.round,
      expert: apart.experts[0]?.id ?? "",
      submission: apart.submissions[0] ?? "",
      recusal: { ground: "other", reason: "x" },
    }),
  reopen: () =>
    call("result/reopen", {
      round: apart.round,
      expert: apart.experts[0]?.id ?? "",
      reason: "x",
      keyId: apart.experts[0]?.key.keyId ?? "",
      passphrase,
    }),
  merge: async () =>
    call("result/merge", {
      round: open.round,
      uploads: [await uploadFile(program, join(projectRoot, "package.json"))],
    }),
  export: () => call("export/make", { round: open.round, what: "check-table" }),
  openTwice: () => call("round/open", { round: open.round, questions: 0 }),
};
const seat = (pick: number) => ({
  round: open.round,
  expert: open.experts[pick % 2]?.id ?? "",
  submission: open.submissions[Math.floor(pick / 2) % 2] ?? "",
});

const entryCount = (): number =>
  Number((program.context.db.prepare("SELECT count(*) AS n FROM audit").get() as { n: number }).n);

/**
 * How far an import has got and how the window looks are no changes of the round: they are stored without an entry. An import may
 * store several submissions in one transaction, each with an entry of its own.
 */
const entriesFor = (name: string, { changes, versions, entries }: Transaction): number => {
  if (["import", "preferences"].includes(name) && entries === 0 && versions === 0) return 0;
  return name === "import" && versions > 1 ? versions : Number(changes > 0);
};

describe("one entry per change, in the same transaction", () => {
  const done = new Set<string>();

  async function look(name: string, pick: number): Promise<void> {
    const from = watched.seen.length;
    const outside = watched.outside();
    const before = entryCount();
    const answer = await steps[name]?.(pick);
    expect(answer).not.toMatchObject({ code: "internal" });
    const made = watched.seen.slice(from);
    for (const transaction of made)
      expect([name, transaction.entries]).toEqual([name, entriesFor(name, transaction)]);
    if (name !== "import") expect([name, watched.outside() - outside]).toEqual([name, 0]);
    expect(entryCount() - before).toBe(made.reduce((sum, one) => sum + one.entries, 0));
    if (made.some(({ entries }) => entries > 0)) done.add(name);
  }

  test("whatever is done in whatever order", async () => {
    const step = fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat({ max: 200 }));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (list) => {
        for (const [name, pick] of list) await look(name, pick);
      }),
      { numRuns: 25 },
    );
    for (const name of [...Object.keys(steps), "reopen", "recuseAll", "sign", "reopen"])
      for (const pick of [251, 252, 253]) await look(name, pick);
    expect(findBrokenLink(program.context.db)).toBeNull();
    const never = Object.keys(steps).filter((name) => !done.has(name));
    expect(never.sort()).toEqual(["openTwice", "unsaved"]);
  });

  test("the trail says who works in which role, not how the window looks", async () => {
    const before = (await ask(program, "app/get-state", {})).preferences;
    const newEntries = async (part: Partial<Preferences>): Promise<number> => {
      const count = entryCount();
      const { preferences } = await ask(program, "app/get-state", {});
      const next = { ...preferences, ...part };
      await ask(program, "app/save-preferences", next);
      expect((await ask(program, "app/get-state", {})).preferences).toEqual(next);
      return entryCount() - count;
    };
    expect(await newEntries({ name: "钱经办", role: "clerk" })).toBe(1);
    expect(await newEntries({ role: "chair" })).toBe(1);
    expect(await newEntries({ theme: "light", scale: 150, locale: "en" })).toBe(0);
    expect(await newEntries({ reading: { word: "page", pdf: "page", line: 28 } })).toBe(0);
    expect(await newEntries({ name: "孙经办", theme: "dark" })).toBe(1);
    expect(await newEntries({})).toBe(0);
    await ask(program, "app/save-preferences", before);
    expect(findBrokenLink(program.context.db)).toBeNull();
  });

  test("a change that fails in the middle leaves neither itself nor an entry", async () => {
    const { db } = program.context;
    db.exec(
      "CREATE TEMP TRIGGER full BEFORE INSERT ON main.audit BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );
    const state = () => [
      db.prepare("SELECT * FROM expert").all(),
      db.prepare("SELECT count(*) AS n FROM audit").get(),
    ];
    const before = state();
    const answer = await call("expert/save", {
      round: preparing,
      expert: null,
      name: "失败",
      employer: "",
      avoid: [],
    });
    db.exec("DROP TRIGGER temp.full");
    expect(answer).toMatchObject({ ok: false, code: "internal" });
    expect(state()).toEqual(before);
    expect(findBrokenLink(db)).toBeNull();
  });
});

describe("words", () => {
  test("every act the program records has words in both languages", () => {
    const sources = globSync("electron/{services,cli}/**/*.ts", { cwd: projectRoot }).map((file) =>
      readFileSync(join(projectRoot, file), "utf8"),
    );
    const actions = new Set(
      sources.flatMap((text) =>
        [...text.matchAll(/"((?:[a-z]+)\.[a-z-]+)"/g)].map((match) => match[1] ?? ""),
      ),
    );
    const recorded = program.context.db
      .prepare("SELECT DISTINCT action FROM audit")
      .all()
      .map((row) => (row as { action: string }).action);
    const areas = new Set(recorded.map((action) => action.split(".")[0]));
    const wanted = [
      ...new Set([...recorded, ...[...actions].filter((action) => areas.has(action.split(".")[0]))]),
    ];
    expect(wanted.filter((action) => !isWordKey(`audit.${action}`)).sort()).toEqual([]);
  });
});
