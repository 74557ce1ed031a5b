import { readFileSync } from "node:fs";
import Decimal from "decimal.js";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import type { DirectionId } from "../../../shared/scheme/scheme.ts";
import { inspectOne, outlineOf } from "../../support/inspect-bytes.ts";
import { merge, signedWith } from "../../support/panel.ts";
import { ask, codeOf, freshProgram, newRound } from "../../support/program.ts";
import { maxima, type OpenedRound, seedRound } from "../../support/seeded-round.ts";

let program: Composed;
beforeAll(async () => {
  const fresh = await freshProgram();
  program = fresh.program;
  return fresh.end;
});

const names = ["王甲", "赵乙", "孙丙", "李丁", "周戊"];
const directions: readonly DirectionId[] = ["employment", "integration", "lean", "global"];

/** One signed result per expert: `scores[submission][expert]` are item scores, `null` a recusal. */
async function mergeScores(
  round: OpenedRound,
  scores: readonly (readonly (readonly string[] | null)[])[],
): Promise<void> {
  const texts: string[] = [];
  for (const [place, expert] of round.experts.entries()) {
    const { payload } = await ask(program, "result/preview", { round: round.round, expert: expert.id });
    const { form } = await ask(program, "desk/list", { round: round.round, expert: expert.id });
    const sheets = [];
    for (const [index, submission] of round.submissions.entries()) {
      const given = scores[index]?.[place] ?? null;
      const { digest, version } = await ask(program, "submission/get", { submission });
      const head = { submission, version, dossier: digest };
      sheets.push(
        given === null
          ? {
              ...head,
              recusal: { ground: "adviser" as const, reason: "顾问" },
              items: [],
              remark: "",
              total: null,
            }
          : {
              ...head,
              recusal: null,
              items: form.items.map((item, at) => ({ item: item.id, score: given[at] ?? "0", comment: "" })),
              remark: "",
              total: Decimal.sum(...given).toString(),
            },
      );
    }
    texts.push(await signedWith(expert.key, { ...payload, sheets }));
  }
  const outcomes = await merge(program, round.round, ...texts);
  expect(outcomes.flatMap(({ refused }) => refused)).toEqual([]);
}

const halves = (max: string) =>
  fc.integer({ min: 0, max: Number(max) * 2 }).map((n) => new Decimal(n).div(2).toString());
const sheet = fc.option(fc.tuple(...maxima.map(halves)), { freq: 8, nil: null });

/** The rule of the notice, calculated on its own: whole numbers only, nothing of the program's. */
function independent(totals: readonly string[], method: "mean" | "trimmed", minimum: number): string | null {
  const doubled = totals.map((total) => Math.round(Number(total) * 2)).sort((a, b) => a - b);
  if (doubled.length < Math.max(minimum, method === "trimmed" ? 3 : 1)) return null;
  const used = method === "trimmed" ? doubled.slice(1, -1) : doubled;
  const sum = used.reduce((all, one) => all + one, 0);
  // Half up to hundredths of sum / (2 n), in whole numbers.
  const hundredths = Math.floor((sum * 100 + used.length) / (2 * used.length));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
}

describe("the ranking of merged results", () => {
  test.each(["mean", "trimmed"] as const)(
    "by %s equals a calculation made apart from the program",
    async (method) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(sheet, sheet, sheet, sheet, sheet), { minLength: 4, maxLength: 8 }),
          async (scores) => {
            const round = await seedRound(program, {
              applicants: scores.map((_, index) => ({
                name: `长沙示例${index}号`,
                direction: directions[index % 4] ?? "lean",
              })),
              experts: names,
              rule: { method, decimals: 2, minimumSheets: 3, seats: {} },
            });
            await mergeScores(round, scores);
            const ranking = await ask(program, "ranking/get", { round: round.round });
            const made = new Map(
              [...ranking.directions.flatMap(({ rows }) => rows), ...ranking.unplaced].map((row) => [
                row.submission,
                row,
              ]),
            );
            const wanted = scores.map((given) =>
              independent(
                given.flatMap((items) => (items === null ? [] : [Decimal.sum(...items).toString()])),
                method,
                3,
              ),
            );
            expect(round.submissions.map((submission) => made.get(submission)?.score)).toEqual(wanted);
            for (const { rows } of ranking.directions) {
              const ranked = rows.flatMap((row) => (row.score === null ? [] : [Number(row.score)]));
              expect(ranked).toEqual([...ranked].sort((a, b) => b - a));
              expect(rows.flatMap((row) => row.rank ?? [])).toEqual(
                ranked.map((score) => 1 + ranked.filter((other) => other > score).length),
              );
            }
          },
        ),
        { numRuns: 6 },
      );
    },
  );
});

const equal = ["10", "10", "10", "10"];

describe("a tie at the cut line", () => {
  test("waits for a decision, takes one with a reason, and loses it when the scores change", async () => {
    const round = await seedRound(program, {
      applicants: [{ name: "一号" }, { name: "二号" }, { name: "三号" }],
      experts: names.slice(0, 1),
      rule: { seats: { lean: 1 } },
    });
    const [first = "", second = "", third = ""] = round.submissions;
    await mergeScores(round, [[equal], [equal], [["1", "1", "1", "1"]]]);
    const lean = async () =>
      (await ask(program, "ranking/get", { round: round.round })).directions.find(
        ({ direction }) => direction === "lean",
      );
    expect((await lean())?.openTie).toEqual({ score: "40.00", submissions: [first, second], seatsLeft: 1 });
    expect(await codeOf(program, "export/make", { round: round.round, what: "recommendation-list" })).toBe(
      "open-tie",
    );
    const decide = (order: string[], more: object = {}) =>
      codeOf(program, "ranking/decide", {
        round: round.round,
        direction: "lean",
        order,
        reason: "工作基础更实",
        by: "组长",
        ...more,
      });
    expect(await decide([first, third])).toBe("no-such-tie");
    expect(await decide([first, second], { direction: "global" })).toBe("no-such-tie");
    expect(await decide([first, second], { reason: " " })).toBe("bad-input");
    expect(await decide([first, first])).toBe("no-such-tie");
    expect(await decide([second, first])).toBe("ok");
    const decided = await lean();
    expect(decided?.openTie).toBeNull();
    expect(decided?.rows.map(({ submission, rank, place, tie }) => [submission, rank, place, tie])).toEqual([
      [second, 1, "recommended", "decided"],
      [first, 2, "reserve", "decided"],
      [third, 3, "reserve", "none"],
    ]);
    expect(await decide([second, first])).toBe("no-such-tie");
    expect(() => program.context.db.exec("DELETE FROM decision")).toThrow(/append-only/);
  });
});

describe("missing sheets", () => {
  test("before anything is merged nobody has a rank, and everyone assigned is missing", async () => {
    const round = await seedRound(program, {
      applicants: [{ name: "甲" }, { name: "乙", direction: "global" }],
      experts: names.slice(0, 2),
    });
    const ranking = await ask(program, "ranking/get", { round: round.round });
    const rows = ranking.directions.flatMap((direction) => direction.rows);
    expect(rows.map(({ rank, score, unranked }) => [rank, score, unranked])).toEqual([
      [null, null, "no-sheets"],
      [null, null, "no-sheets"],
    ]);
    expect(rows[0]?.missing.sort()).toEqual(round.experts.map(({ id }) => id).sort());
    expect(await codeOf(program, "export/make", { round: round.round, what: "score-table" })).toBe(
      "nothing-ranked",
    );
    const id = await newRound(program, "未开启");
    expect(await codeOf(program, "ranking/get", { round: id })).toBe("round-not-open");
    expect(await codeOf(program, "ranking/get-detail", { round: id })).toBe("round-not-open");
  });

  test("equal scores of all experts are a score, not a division by nothing", async () => {
    const round = await seedRound(program, {
      applicants: [{ name: "甲" }],
      experts: names,
      rule: { method: "trimmed", minimumSheets: 3 },
    });
    await mergeScores(round, [[equal, equal, equal, equal, equal]]);
    const { directions: all } = await ask(program, "ranking/get", { round: round.round });
    const [row] = all.flatMap(({ rows }) => rows);
    expect(row?.score).toBe("40.00");
    expect(row?.sheets.map(({ dropped }) => dropped).filter(Boolean)).toHaveLength(2);
  });
});

test("what an export wrote is listed with its digest and served as it is, by its name only", async () => {
  const round = await seedRound(program, {
    applicants: [{ name: "甲" }],
    experts: names.slice(0, 1),
    rule: { seats: { lean: 1 } },
  });
  await mergeScores(round, [[equal]]);
  const { files, asStored } = await ask(program, "export/make", { round: round.round, what: "score-table" });
  expect(asStored).toEqual({ what: "scores", count: 1 });
  const [file] = files;
  expect(await ask(program, "export/list", { round: round.round })).toEqual(expect.arrayContaining(files));
  const served = program.exportedFile(file?.name ?? "");
  expect(served && Buffer.from(served.bytes).equals(readFileSync(file?.path ?? ""))).toBe(true);
  expect(program.exportedFile("../pingshen.db")).toBeNull();
  expect(program.exportedFile("pingshen.db")).toBeNull();
});

test("a preview is the document that would be made, and makes nothing", async () => {
  const round = await seedRound(program, {
    applicants: [{ name: "示例甲园区" }, { name: "示例乙园区" }],
    experts: names.slice(0, 1),
    rule: { seats: { lean: 1 } },
  });
  await mergeScores(round, [[equal], [["1", "1", "1", "1"]]]);
  const wanted = { round: round.round, what: "recommendation-list" as const, layout: "numbered" as const };
  const before = await ask(program, "export/list", { round: round.round });
  const { base64 } = await ask(program, "export/preview", wanted);
  expect(await ask(program, "export/list", { round: round.round })).toEqual(before);
  const lines = outlineOf(await inspectOne("a.docx", Buffer.from(base64, "base64")));
  expect(lines.join()).toContain("1、示例甲园区");
  expect(lines.join()).not.toContain("示例乙园区");
});
