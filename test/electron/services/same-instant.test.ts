import { beforeEach, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { ask, freshProgram, newRound } from "../../support/program.ts";
import { seedRound } from "../../support/seeded-round.ts";

// A fast computer does several things within the millisecond a time is written with.
let program: Composed;
beforeEach(async () => {
  const fresh = await freshProgram({ now: () => "2021-12-01T02:00:00.000Z" });
  program = fresh.program;
  return fresh.end;
});

test("rounds made in the same instant stand newest first", async () => {
  const made = [await newRound(program, "一"), await newRound(program, "二"), await newRound(program, "三")];
  expect((await ask(program, "round/list", {})).map(({ id }) => id)).toEqual(made.toReversed());
});

test("of two desks left in the same instant the later one is taken over", async () => {
  const { round, submissions, experts } = await seedRound(program, {
    applicants: ["甲", "乙", "丙"].map((name) => ({ name: `长沙示例${name}园区` })),
    experts: ["王甲"],
  });
  const desks = submissions.map((submission) => ({ round, expert: experts[0]?.id ?? "", submission }));
  const [one, two, three] = desks;
  if (!one || !two || !three) throw new Error("three applicants");
  for (const desk of desks) await ask(program, "desk/declare", { ...desk, recusal: null });
  const place = (page: "notice" | "compare") => ({
    layout: {
      panes: [{ id: "p1", whose: null, page }],
      active: "p1",
      sheet: "bottom" as const,
      aligned: false,
      sizes: {},
    },
    positions: {},
  });
  await ask(program, "desk/save-place", { ...one, place: place("notice") });
  await ask(program, "desk/save-place", { ...two, place: place("compare") });
  expect(await ask(program, "desk/get-place", three)).toEqual({ place: place("compare"), own: false });
});
