import { faults, foreignWords, overruns } from "./support/looks.ts";
import { makeSampleRound, type SampleStage } from "./support/sample-round.ts";
import { reviewScreens } from "./support/screens.ts";
import { expect, test } from "./support/window.ts";

/** Every screen of an open round: the desk, signing, panel, exports. */
let open: SampleStage;

test.beforeAll(async () => {
  open = (await makeSampleRound()).open;
});

test("axe finds nothing on any screen of experts and chair, light and dark", async ({ openDesk }) => {
  const desk = await openDesk({ dataFolder: open.dataFolder });
  expect(await faults(desk, reviewScreens(open))).toEqual([]);
});

test("in English no screen of experts and chair says anything of its own in Chinese", async ({
  openDesk,
}) => {
  const desk = await openDesk({ dataFolder: open.dataFolder });
  test.skip(desk.program.way === "electron", "what the program answered is read from its requests");
  expect(await foreignWords(desk, reviewScreens(open))).toEqual([]);
});

test("at 200 % type nothing of the work of experts scrolls sideways", async ({ openDesk }) => {
  const desk = await openDesk({ dataFolder: open.dataFolder });
  expect(await overruns(desk, reviewScreens(open))).toEqual([]);
});
