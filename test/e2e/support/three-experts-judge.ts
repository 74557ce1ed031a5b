import { byKeyboard, byMouse, judge, withLargeType } from "./habits.ts";
import { type HandedRound, merge } from "./handed-round.ts";
import { expect, test } from "./window.ts";

const hands = [
  [0, byMouse, "an expert with the mouse"],
  [1, byKeyboard, "an expert who never touches the mouse"],
  [2, withLargeType, "an expert with type twice as large"],
] as const;

/** Three experts of different habits judge the round one after the other; the clerk takes in what they signed. */
export function threeExpertsJudge(title: string, handOut: () => Promise<HandedRound>): void {
  test.describe.configure({ mode: "serial" });

  let handed: HandedRound;
  const results: string[] = [];

  test.beforeAll(async () => {
    handed = await handOut();
  });

  for (const [place, habit, words] of hands) {
    test(`${title}: ${words} opens the pack, recuses, reads, compares, searches, notes, scores and signs`, async ({
      openDesk,
    }) => {
      const expert = handed.experts[place];
      if (expert === undefined) throw new Error("no such expert");
      const desk = await openDesk({ dataFolder: expert.laptop });
      results.push(await judge(desk, handed, expert, habit));
    });
  }

  test(`${title}: the clerk takes in what the three have signed, each sheet of it`, async () => {
    const outcomes = await merge(handed, results);
    expect(outcomes.map(({ merged, refused, accepted }) => [merged, refused, accepted.length])).toEqual(
      results.map(() => [true, [], handed.submissions]),
    );
  });
}
