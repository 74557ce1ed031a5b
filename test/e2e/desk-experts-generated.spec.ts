import { makeGeneratedRound } from "./support/generated-round.ts";
import { byKeyboard, byMouse, judge, withLargeType } from "./support/habits.ts";
import { type HandedRound, merge } from "./support/handed-round.ts";
import { expect, test } from "./support/window.ts";

test.describe.configure({ mode: "serial" });

let handed: HandedRound;
const results: string[] = [];

test.beforeAll(async () => {
  handed = await makeGeneratedRound();
});

for (const [place, habit, words] of [
  [0, byMouse, "an expert with the mouse"],
  [1, byKeyboard, "an expert who never touches the mouse"],
  [2, withLargeType, "an expert with type twice as large"],
] as const) {
  test(`thirty applicants with forty pages each: ${words} opens the pack, recuses, reads, compares, searches, notes, scores and signs`, async ({
    openDesk,
  }) => {
    test.setTimeout(300_000);
    const expert = handed.experts[place];
    if (expert === undefined) throw new Error("no such expert");
    const desk = await openDesk({ dataFolder: expert.laptop });
    results.push(await judge(desk, handed, expert, habit));
  });
}

test("thirty applicants with forty pages each: the clerk takes in what the three have signed, each sheet of it", async () => {
  const outcomes = await merge(handed, results);
  expect(outcomes.map(({ merged, refused, accepted }) => [merged, refused, accepted.length])).toEqual(
    results.map(() => [true, [], handed.submissions]),
  );
});
