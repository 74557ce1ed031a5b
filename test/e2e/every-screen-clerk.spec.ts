import { faults, foreignWords } from "./support/looks.ts";
import { makeSampleRound, type SampleStage } from "./support/sample-round.ts";
import { clerkScreens } from "./support/screens.ts";
import { expect, test } from "./support/window.ts";

/** Every screen of a clerk preparing a round, and those that belong to no round. */
let preparing: SampleStage;

test.beforeAll(async () => {
  preparing = (await makeSampleRound()).preparing;
});

test("axe finds nothing on any screen of the clerk, light and dark", async ({ openDesk }) => {
  const desk = await openDesk({ dataFolder: preparing.dataFolder });
  expect(await faults(desk, clerkScreens(preparing))).toEqual([]);
});

test("axe finds nothing on the first screen of a new laptop", async ({ clerk }) => {
  expect(await faults(clerk, [{ name: "first", path: "/" }])).toEqual([]);
});

test("in English no screen of the clerk says anything of its own in Chinese", async ({ openDesk }) => {
  const desk = await openDesk({ dataFolder: preparing.dataFolder });
  test.skip(desk.program.way === "electron", "what the program answered is read from its requests");
  expect(await foreignWords(desk, clerkScreens(preparing))).toEqual([]);
});
