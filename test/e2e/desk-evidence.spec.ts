import { deskPath, makeDeskRound } from "./support/desk-round.ts";
import { expect, test } from "./support/window.ts";

test("contradictions stand where they are, values beside those of the other applicants, and search leads through all", async ({
  openDesk,
  keepPicture,
}) => {
  const round = await makeDeskRound({ applicants: 3 });
  const expert = round.experts[0]?.id ?? "";
  const [first = "", second = "", third = ""] = round.submissions;
  const desk = await openDesk({ dataFolder: round.dataFolder });
  const { page } = desk;
  for (const submission of [first, second])
    await desk.call("desk/declare", { round: round.round, expert, submission, recusal: null });
  await page.evaluate(
    (path) => {
      location.hash = path;
    },
    deskPath(round, first),
  );

  await expect(page.locator(".doc-remark").first()).toContainText("此处有矛盾");
  await expect(page.locator(".doc-mark-finding").first()).toBeVisible();
  await page.getByRole("button", { name: "下一处矛盾" }).click();
  await expect(page.locator(".doc-scroll mark").first()).toBeInViewport();
  await keepPicture(page, "desk-contradiction");

  await page.getByRole("tab", { name: "指标" }).click();
  // Of the others only the one that may be read: the third is not declared yet.
  await expect(page.locator(".other-values").first()).toContainText("望城示例");
  await expect(page.locator(".other-values").first()).toContainText("340");
  await expect(page.locator(".other-values").first()).not.toContainText("衡阳示例");
  await page.getByRole("tab", { name: "方案" }).click();

  await page.keyboard.press("f");
  await page.keyboard.type("１１，２０５人");
  await expect(page.getByText(/^1 \/ 4$/)).toBeVisible();
  await page.getByRole("combobox", { name: "查找范围" }).selectOption("all");
  const results = page.getByRole("region", { name: "查找结果" });
  await expect(results.getByRole("button")).toHaveCount(8);
  await expect(results).not.toContainText("衡阳示例");
  await page.getByRole("searchbox", { name: "在本栏查找" }).focus();
  await page.keyboard.press("Enter");
  await expect(results.getByRole("button").first()).toBeFocused();
  await expect(page.locator(`[data-submission="${first}"] .doc-scroll mark`)).toHaveText("11,205人");
  for (let hit = 0; hit < 4; hit += 1) await page.keyboard.press("ArrowDown");
  await expect(results.getByRole("button").nth(4)).toBeFocused();
  await expect(results.getByRole("button").nth(4)).toBeInViewport();
  await expect(page.locator(`[data-submission="${second}"] .doc-scroll mark`)).toHaveText("11,205人");
  await expect(page.locator(`[data-submission="${second}"] .doc-scroll mark`)).toBeInViewport();
  await keepPicture(page, "desk-search");
  expect(third).not.toBe("");
});
