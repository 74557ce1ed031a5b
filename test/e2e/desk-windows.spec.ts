import { deskPath, makeDeskRound } from "./support/desk-round.ts";
import { expect, test } from "./support/window.ts";

test("two windows on one sheet: each takes over what the other stored, and no typed word is lost", async ({
  openDesk,
}) => {
  const round = await makeDeskRound({ applicants: 2 });
  const expert = round.experts[0]?.id ?? "";
  const [submission = ""] = round.submissions;
  const desk = await openDesk({ dataFolder: round.dataFolder });
  test.skip(desk.program.way === "electron", "the desktop program has one window");
  const at = { round: round.round, expert, submission };
  await desk.call("desk/declare", { ...at, recusal: null });
  const one = desk.page;
  const other = await one.context().newPage();
  await other.goto(desk.program.origin);
  for (const window of [one, other]) {
    await window.evaluate(
      (path) => {
        location.hash = path;
      },
      deskPath(round, submission),
    );
    await expect(window.getByRole("textbox", { name: /评分，0 至/ })).toHaveCount(4);
  }
  const score = (window: typeof one) => window.getByRole("textbox", { name: /工作机制建设 评分/ });
  const comment = (window: typeof one) => window.getByRole("textbox", { name: "工作机制建设 说明" });

  // The other window is in the middle of a comment on the very item that gets its score here.
  await comment(other).focus();
  await other.keyboard.type("机制");
  await score(one).fill("27");
  await other.keyboard.type("健全");
  await expect(score(other)).toHaveValue("27");
  await expect(comment(one)).toHaveValue("机制健全");
  await expect
    .poll(async () => (await desk.call("desk/get-sheet", at)).items[0])
    .toMatchObject({ score: "27", comment: "机制健全" });

  // A box that holds no score yet is not overwritten by the score stored elsewhere.
  await score(other).fill("2x");
  await score(one).fill("26");
  await expect.poll(async () => (await desk.call("desk/get-sheet", at)).items[0]?.score).toBe("26");
  await expect(score(other)).toHaveValue("2x");
  await score(other).fill("25.5");
  await expect(score(one)).toHaveValue("25.5");
  const history = await desk.call("desk/history", at);
  expect(
    history
      .filter((change) => change.change === "score" && change.from !== change.to)
      .map((change) => change.to),
  ).toEqual(["25.5", "26", "27"]);
  await other.close();
});
