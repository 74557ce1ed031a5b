import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import type { DeskPlace } from "../../../shared/contract/desk-place.ts";
import { officeText } from "../../support/office-text.ts";
import { ask, codeOf, freshFolder, removeFolder, startProgram } from "../../support/program.ts";
import { type OpenedRound, seedRound } from "../../support/seeded-round.ts";

const folder = freshFolder();
let program: Composed;
let seeded: OpenedRound;
let item = "";
let other = "";
let next = 0;

beforeAll(async () => {
  program = await startProgram(folder);
  const applicants = Array.from({ length: 16 }, (_, index) => ({
    name: `长沙示例第${index + 1}产业园`,
    text: `第${index + 1}产业园2020年吸纳就业11,200人，建立由县长任组长的领导小组。`,
  }));
  seeded = await seedRound(program, { applicants, experts: ["王甲", "李乙"] });
  const { form } = await ask(program, "desk/list", { round: seeded.round, expert: expertId() });
  item = form.items[0]?.id ?? "";
  other = form.items[1]?.id ?? "";
});
afterAll(async () => {
  await program.close();
  removeFolder(folder);
});

const expertId = (index = 0): string => seeded.experts[index]?.id ?? "";
const seat = (index = 0) => ({ round: seeded.round, expert: expertId(index) });

async function declared() {
  const at = { ...seat(), submission: seeded.submissions[next] ?? "" };
  next += 1;
  await ask(program, "desk/declare", { ...at, recusal: null });
  return at;
}

async function passageOf(submission: string) {
  const dossier = await ask(program, "submission/get", { submission });
  const file = dossier.files[0];
  return {
    file: file?.name ?? "",
    sha256: file?.sha256 ?? "",
    block: "b1",
    start: 0,
    end: 4,
    text: "产业园",
  };
}

describe("a note", () => {
  test("keeps its passage, words and items as they were saved, also after a restart", async () => {
    const at = await declared();
    const evidence = await passageOf(at.submission);
    const saved = await ask(program, "note/save", {
      ...at,
      note: "note-0001",
      evidence,
      items: [item, other],
      text: "数字偏高，\n核对附件",
    });
    await program.close();
    program = await startProgram(folder);
    expect(await ask(program, "note/list", { ...seat(), submission: at.submission })).toEqual([saved]);
    expect(saved).toMatchObject({ evidence, items: [item, other], text: "数字偏高，\n核对附件" });
  });

  test("may bear on tasks of a plan, each once; the export names them, and a task nobody knows is refused", async () => {
    const at = await declared();
    const task = { scheme: "guangxi-plan-2021", task: "task-2" };
    const note = { ...at, note: "note-0009", evidence: null, items: [], text: "孵化器三家" };
    const saved = await ask(program, "note/save", { ...note, tasks: [task, task] });
    expect(saved.tasks).toEqual([task]);
    const { path } = await ask(program, "note/export", {
      ...seat(),
      submission: at.submission,
      format: "txt",
    });
    expect(readFileSync(path, "utf8")).toContain(
      "计划任务：广西大众创业万众创新三年行动计划（2021—2023年） · 2 强化创新平台和载体建设",
    );
    const stray = { ...note, tasks: [{ scheme: "guangxi-plan-2021", task: "task-99" }] };
    expect(await codeOf(program, "note/save", stray)).toBe("bad-input");
    // A note saved without them has none: what a client leaves out is not kept behind its back.
    expect((await ask(program, "note/save", note)).tasks).toEqual([]);
  });

  test("changes in place and keeps the time it was first written", async () => {
    const at = await declared();
    const first = await ask(program, "note/save", {
      ...at,
      note: "note-0002",
      evidence: null,
      items: [],
      text: "一",
    });
    const second = await ask(program, "note/save", {
      ...at,
      note: "note-0002",
      evidence: null,
      items: [item],
      text: "二",
    });
    expect(second).toMatchObject({ createdAt: first.createdAt, text: "二", items: [item] });
    expect(await ask(program, "note/list", { ...seat(), submission: at.submission })).toEqual([second]);
  });

  test("taken away is gone from the list, and comes back with its words when it is saved again", async () => {
    const at = await declared();
    const note = { ...at, note: "note-0003", evidence: null, items: [], text: "留着" };
    await ask(program, "note/save", note);
    await ask(program, "note/remove", { ...seat(), note: "note-0003" });
    expect(await ask(program, "note/list", { ...seat(), submission: at.submission })).toEqual([]);
    expect(program.context.db.prepare("SELECT text FROM note WHERE id = 'note-0003'").get()).toEqual({
      text: "留着",
    });
    await ask(program, "note/save", note);
    expect(await ask(program, "note/list", { ...seat(), submission: at.submission })).toHaveLength(1);
  });

  test("comes after the declaration, and stops at a recusal", async () => {
    const at = { ...seat(), submission: seeded.submissions[15] ?? "" };
    const note = { ...at, note: "note-0004", evidence: null, items: [], text: "" };
    expect(await codeOf(program, "note/save", note)).toBe("not-declared");
    await ask(program, "desk/declare", { ...at, recusal: { ground: "adviser", reason: "任顾问" } });
    expect(await codeOf(program, "note/save", note)).toBe("recused");
  });

  test("is nobody else's: another expert neither sees, nor changes, nor removes it", async () => {
    const at = await declared();
    await ask(program, "note/save", { ...at, note: "note-0005", evidence: null, items: [], text: "私下" });
    const stranger = { ...at, expert: expertId(1) };
    await ask(program, "desk/declare", { ...stranger, recusal: null });
    expect(
      await codeOf(program, "note/save", {
        ...stranger,
        note: "note-0005",
        evidence: null,
        items: [],
        text: "改",
      }),
    ).toBe("bad-input");
    expect(await codeOf(program, "note/remove", { ...seat(1), note: "note-0005" })).toBe("not-found");
    expect(await ask(program, "note/list", { ...seat(1), submission: null })).toEqual([]);
  });

  test("stays out of the audit trail and of what is signed", async () => {
    const at = await declared();
    await ask(program, "note/save", {
      ...at,
      note: "note-0006",
      evidence: null,
      items: [item],
      text: "机密看法",
    });
    for (const id of [item, other])
      await ask(program, "desk/save-item", { ...at, item: id, score: "1", comment: "" });
    const trail = await ask(program, "audit/list", { round: seeded.round, limit: 500 });
    expect(trail.some((entry) => entry.action === "note.save")).toBe(true);
    const preview = await ask(program, "result/preview", seat());
    expect(JSON.stringify([trail, preview])).not.toContain("机密看法");
  });

  test("of an item the form does not have is refused", async () => {
    const at = await declared();
    expect(
      await codeOf(program, "note/save", {
        ...at,
        note: "note-0007",
        evidence: null,
        items: ["nothing"],
        text: "",
      }),
    ).toBe("bad-input");
  });
});

describe("notes as a file", () => {
  test("hold passages, places, items and words, in text and in Word", async () => {
    const at = await declared();
    const evidence = await passageOf(at.submission);
    await ask(program, "note/save", {
      ...at,
      note: "note-0008",
      evidence,
      items: [item],
      text: "第一行\n第二行",
    });
    const { form } = await ask(program, "desk/list", seat());
    const name = form.items[0]?.name ?? "";
    const txt = await ask(program, "note/export", { ...seat(), submission: at.submission, format: "txt" });
    const text = readFileSync(txt.path, "utf8");
    expect(text.startsWith("\ufeff王甲")).toBe(true);
    for (const words of [name, "「产业园」", "第 1 段", "第一行\r\n第二行\r\n"])
      expect(text).toContain(words);
    const docx = await ask(program, "note/export", { ...seat(), submission: null, format: "docx" });
    const written = await officeText(docx.path);
    for (const words of [name, "「产业园」", "第二行"]) expect(written).toContain(words);
    expect(await ask(program, "export/list", { round: seeded.round })).toEqual([]);
  });

  test("are refused when there are none", async () => {
    expect(await codeOf(program, "note/export", { ...seat(1), submission: null, format: "txt" })).toBe(
      "no-notes",
    );
  });
});

describe("the order of applicants", () => {
  test("is drawn once, differs between experts, and stays after a restart", async () => {
    const before = await ask(program, "desk/list", seat());
    expect([before.orderDrawnAt, before.entries.map((entry) => entry.number)]).toEqual([
      null,
      before.entries.map((_, index) => index + 1),
    ]);
    const drawn = await ask(program, "desk/draw-order", seat());
    expect(await ask(program, "desk/draw-order", seat())).toEqual(drawn);
    await ask(program, "desk/draw-order", seat(1));
    const mine = (await ask(program, "desk/list", seat())).entries.map((entry) => entry.submission);
    const theirs = (await ask(program, "desk/list", seat(1))).entries.map((entry) => entry.submission);
    expect(mine.toSorted()).toEqual([...seeded.submissions].sort());
    expect(mine).not.toEqual(theirs);
    await program.close();
    program = await startProgram(folder);
    const again = await ask(program, "desk/list", seat());
    expect(again.entries.map((entry) => entry.submission)).toEqual(mine);
    expect(again.orderDrawnAt).toBe(drawn.drawnAt);
  });
});

const place = (page: DeskPlace["layout"]["panes"][number]["page"], size: number): DeskPlace => ({
  layout: {
    panes: [{ id: "p1", whose: null, page }],
    active: "p1",
    sheet: "bottom",
    aligned: false,
    sizes: { "outer-bottom": { reading: size, sheet: 100 - size } },
  },
  positions: { [`s/${"a".repeat(64)}`]: "b12@0.3312" },
});

describe("how the desk was left", () => {
  test("is kept per applicant, also after a restart; a new applicant takes over the last one", async () => {
    const [one, two, three] = [await declared(), await declared(), await declared()];
    expect(await ask(program, "desk/get-place", one)).toBeNull();
    await ask(program, "desk/save-place", { ...one, place: place("notice", 70) });
    await ask(program, "desk/save-place", { ...two, place: place("compare", 55) });
    await program.close();
    program = await startProgram(folder);
    expect(await ask(program, "desk/get-place", one)).toEqual({ place: place("notice", 70), own: true });
    expect(await ask(program, "desk/get-place", three)).toEqual({ place: place("compare", 55), own: false });
  });
});

describe("one item over all applicants", () => {
  test("shows score, comment and linked passages of those that may be read, and of no others", async () => {
    const at = await declared();
    const recused = await declared();
    const note = await ask(program, "note/save", {
      ...at,
      note: "note-0020",
      evidence: null,
      items: [item],
      text: "依据",
    });
    await ask(program, "note/save", {
      ...at,
      note: "note-0021",
      evidence: null,
      items: [other],
      text: "别项",
    });
    await ask(program, "desk/save-item", { ...at, item, score: "0", comment: "很弱" });
    await ask(program, "desk/declare", { ...recused, recusal: { ground: "adviser", reason: "任顾问" } });
    const rows = await ask(program, "desk/compare-item", { ...seat(), item });
    expect(rows.find((row) => row.submission === at.submission)).toMatchObject({
      score: "0",
      comment: "很弱",
      notes: [note],
    });
    expect(rows.some((row) => row.submission === recused.submission)).toBe(false);
    expect(await codeOf(program, "desk/compare-item", { ...seat(), item: "nothing" })).toBe("bad-input");
  });
});

describe("the history of a sheet", () => {
  test("tells each change with the value before and after, newest first, and only of this sheet", async () => {
    const at = await declared();
    await ask(program, "desk/save-item", { ...at, item, score: "3", comment: "" });
    await ask(program, "desk/save-item", { ...at, item, score: null, comment: "再看" });
    await ask(program, "desk/save-remark", { ...at, remark: "总体尚可" });
    const history = await ask(program, "desk/history", at);
    expect(history.map(({ change, item: of, from, to, text }) => [change, of, from, to, text])).toEqual([
      ["remark", null, "", "", "总体尚可"],
      ["score", item, "3", "", "再看"],
      ["score", item, "", "3", ""],
      ["declare", null, "", "none", ""],
    ]);
  });
});

describe("search for one expert", () => {
  test("finds only in applicants declared and not recused", async () => {
    const at = await declared();
    const hits = await ask(program, "search/find", {
      round: seeded.round,
      text: "领导小组",
      submission: null,
      expert: expertId(),
      limit: 100,
    });
    const entries = (await ask(program, "desk/list", seat())).entries;
    const open = entries.filter((entry) => entry.state !== "not-declared" && entry.state !== "recused");
    expect(new Set(hits.hits.map((hit) => hit.submission))).toEqual(
      new Set(open.map((entry) => entry.submission)),
    );
    expect(hits.hits.some((hit) => hit.submission === at.submission)).toBe(true);
    expect(hits.total).toBe(open.length);
  });
});
