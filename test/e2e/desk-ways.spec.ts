import type { Page } from "@playwright/test";
import { deskPath, makeDeskRound } from "./support/desk-round.ts";
import { type Desk, expect, test } from "./support/window.ts";

const goTo = (desk: Desk, path: string) =>
  desk.page.evaluate((hash) => {
    location.hash = hash;
  }, path);

const declare = (
  desk: Desk,
  round: { round: string; experts: readonly { id: string }[] },
  submission: string,
) =>
  desk.call("desk/declare", {
    round: round.round,
    expert: round.experts[0]?.id ?? "",
    submission,
    recusal: null,
  });

const topOf = (page: Page) =>
  page
    .locator(".doc-scroll")
    .first()
    .evaluate((element) => element.scrollTop);

test("by keyboard from a value to its threshold and back, through marks, sections and pages", async ({
  openDesk,
  keepPicture,
}) => {
  const round = await makeDeskRound({ applicants: 2, paragraphs: 20 });
  const [first = "", second = ""] = round.submissions;
  const desk = await openDesk({ dataFolder: round.dataFolder });
  const { page } = desk;
  await declare(desk, round, first);
  await declare(desk, round, second);
  await goTo(desk, deskPath(round, first));
  await expect(page.locator(".doc-mark-finding, .doc-mark-fact").first()).toBeVisible();

  // M goes to the next mark and says which one; Enter opens the value beside its threshold; B leads back.
  await page.keyboard.press("m");
  await expect(page.getByText(/标记 1 \/ \d/)).toBeVisible();
  await expect(page.locator(".doc-scroll mark").first()).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tab", { name: "指标" })).toHaveAttribute("aria-selected", "true");
  await expect(page.locator(".indicator-asked")).toContainText("340");
  await keepPicture(page, "desk-value-and-others");
  await page.keyboard.press("b");
  await expect(page.getByRole("tab", { name: "方案" })).toHaveAttribute("aria-selected", "true");
  await expect(page.locator(".doc-scroll")).toBeFocused();

  // J and K walk through the sections.
  await page.keyboard.press("j");
  await expect.poll(() => topOf(page)).toBeGreaterThan(400);
  const second1 = await topOf(page);
  await page.keyboard.press("j");
  await expect.poll(() => topOf(page)).toBeGreaterThan(second1 + 400);
  await page.keyboard.press("k");
  await expect.poll(async () => Math.abs((await topOf(page)) - second1)).toBeLessThan(400);

  // ] and [ turn the pages of the pane.
  await page.keyboard.press("]");
  await expect(page.getByRole("tab", { name: "指标" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("[");
  await expect(page.getByRole("tab", { name: "方案" })).toHaveAttribute("aria-selected", "true");

  // Panes: one more, whose, aligned, closed again; the sheet moves and the history opens.
  await page.keyboard.press("p");
  await expect(page.locator("[data-pane] .doc-scroll")).toHaveCount(2);
  await page.keyboard.press("o");
  await expect(
    page.locator(".reading-pane-active").getByRole("combobox", { name: "材料属于" }),
  ).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await expect(page.getByRole("checkbox", { name: "同节对齐" })).not.toBeChecked();
  await page.keyboard.press("x");
  await expect(page.locator("[data-pane]")).toHaveCount(1);
  await page.keyboard.press("t");
  await expect(page.getByRole("button", { name: "下方" })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("h");
  const history = page.getByRole("dialog");
  await expect(history).toContainText("声明没有回避情形");
  await page.keyboard.press("Escape");
  await expect(history).toBeHidden();

  // The sheet of keys names every one of them.
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "全部快捷键" });
  for (const key of ["F3 · Shift+F3", "M · Shift+M", "B", "J / K", "[ / ]", "P", "X", "O", "A", "T", "H"])
    await expect(keys.getByText(key, { exact: true })).toBeVisible();
});

test("F3 walks on through what was found, in a file and over all applicants", async ({ openDesk }) => {
  const round = await makeDeskRound({ applicants: 2 });
  const [first = "", second = ""] = round.submissions;
  const desk = await openDesk({ dataFolder: round.dataFolder });
  const { page } = desk;
  await declare(desk, round, first);
  await declare(desk, round, second);
  await goTo(desk, deskPath(round, first));
  await expect(page.locator(".doc-scroll")).toBeVisible();
  await page.keyboard.press("f");
  await page.keyboard.type("11205");
  await expect(page.getByText(/^1 \/ 4$/)).toBeVisible();
  await page.keyboard.press("F3");
  await expect(page.getByText(/^2 \/ 4$/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".doc-scroll")).toBeFocused();
  await page.keyboard.press("F3");
  await expect(page.getByText(/^3 \/ 4$/)).toBeVisible();
  await page.keyboard.press("Shift+F3");
  await expect(page.getByText(/^2 \/ 4$/)).toBeVisible();

  await page.getByRole("combobox", { name: "查找范围" }).selectOption("all");
  const results = page.getByRole("region", { name: "查找结果" });
  await expect(results.getByRole("button")).toHaveCount(8);
  for (let hit = 0; hit < 5; hit += 1) await page.keyboard.press("F3");
  await expect(results.locator("[aria-current]")).toHaveCount(1);
  await expect(results.getByRole("button").nth(4)).toHaveAttribute("aria-current", "true");
  await expect(page.locator(`[data-submission="${second}"] .doc-scroll mark`)).toBeInViewport();
  await page.keyboard.press("Shift+F3");
  await expect(page.locator(`[data-submission="${first}"] .doc-scroll mark`)).toBeInViewport();
});

test("F while the papers are still loading is kept with what is typed after it, and scores nothing", async ({
  openDesk,
}) => {
  const round = await makeDeskRound({ applicants: 2 });
  const [first = ""] = round.submissions;
  const desk = await openDesk({ dataFolder: round.dataFolder });
  test.skip(desk.program.way === "electron", "calls are held back in the browser's network");
  const { page } = desk;
  await declare(desk, round, first);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/call", async (route) => {
    const name = (route.request().postDataJSON() as { name?: string }).name;
    if (name?.startsWith("document/")) await held;
    await route.continue();
  });
  await goTo(desk, deskPath(round, first));
  await expect(page.getByRole("textbox", { name: /工作机制建设 评分/ })).toBeVisible();
  await page.keyboard.press("f");
  await page.keyboard.type("11205");
  await expect(page.getByText("材料打开后开始查找：11205")).toBeVisible();
  release();
  const box = page.getByRole("searchbox", { name: "在本栏查找" });
  await expect(box).toBeFocused();
  await expect(box).toHaveValue("11205");
  await expect(page.getByText(/^1 \/ 4$/)).toBeVisible();
  await expect(page.getByRole("textbox", { name: /工作机制建设 评分/ })).toHaveValue("");
});

test("every notice can be read and searched in a pane, and a passage is linked to a task of the plan", async ({
  openDesk,
  keepPicture,
}) => {
  const round = await makeDeskRound({ applicants: 2 });
  const [first = ""] = round.submissions;
  const expert = round.experts[0]?.id ?? "";
  let desk = await openDesk({ dataFolder: round.dataFolder });
  await declare(desk, round, first);
  const schemes = await desk.call("scheme/list", {});
  await goTo(desk, deskPath(round, first));
  await desk.page.getByRole("tab", { name: "通知要求" }).click();
  await expect(desk.page.getByText("方案提纲")).toBeVisible();
  await desk.page.getByRole("combobox", { name: "通知", exact: true }).click();
  const options = desk.page.locator(".ant-select-item-option");
  await expect(options).toHaveCount(schemes.length + 1);
  await options.filter({ hasText: "石家庄" }).click();
  await expect(desk.page.locator(".doc-scroll [data-block]").first()).toBeVisible();
  await desk.page.keyboard.press("Escape");
  await desk.page.locator(".doc-scroll").focus();
  await desk.page.keyboard.press("f");
  await desk.page.keyboard.type("示范基地");
  await expect(desk.page.getByText(/^1 \/ \d+$/)).toBeVisible();
  await expect(desk.page.locator(".doc-scroll mark").first()).toBeInViewport();
  await keepPicture(desk.page, "desk-notice");

  // The plan beside the papers: words selected on the left, linked on the right.
  await desk.page.getByRole("tab", { name: "方案" }).click();
  await desk.page.keyboard.press("Escape");
  await desk.page.keyboard.press("f");
  await desk.page.keyboard.type("汇聚服务机构21家");
  await expect(desk.page.locator(".doc-scroll mark").first()).toHaveText("汇聚服务机构21家");
  await desk.page.keyboard.press("Escape");
  await desk.page.keyboard.press("p");
  await expect(desk.page.locator("[data-pane]")).toHaveCount(2);
  const right = desk.page.locator("[data-pane]").nth(1);
  await right
    .getByRole("tab", { name: "计划任务" })
    .or(right.getByRole("combobox", { name: "材料", exact: true }))
    .first()
    .waitFor();
  if ((await right.getByRole("tab", { name: "计划任务" }).count()) > 0)
    await right.getByRole("tab", { name: "计划任务" }).click();
  else {
    await right.getByRole("combobox", { name: "材料", exact: true }).click();
    await desk.page.locator(".ant-select-item-option").filter({ hasText: "计划任务" }).last().click();
  }
  await expect(right.locator(".task-entry")).toHaveCount(27);
  await desk.page.keyboard.press("F3");
  await expect(desk.page.locator(".doc-scroll mark").first()).toHaveText("汇聚服务机构21家");
  await desk.page.evaluate(() => {
    const mark = document.querySelector(".doc-scroll mark");
    const range = document.createRange();
    range.selectNodeContents(mark ?? document.body);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  });
  await right.getByRole("button", { name: "关联所选文字：任务 2", exact: true }).click();
  const passages = right.getByRole("list", { name: "已关联的原文 2", exact: true });
  await expect(passages).toContainText("汇聚服务机构21家");
  await keepPicture(desk.page, "desk-plan-tasks");
  await expect
    .poll(async () => (await desk.call("note/list", { round: round.round, expert, submission: null })).length)
    .toBe(1);
  desk = await desk.restart("kill");
  const [note] = await desk.call("note/list", { round: round.round, expert, submission: null });
  expect(note?.tasks).toEqual([{ scheme: "guangxi-plan-2021", task: "task-2" }]);
  await goTo(desk, deskPath(round, first));
  await expect(desk.page.locator(".task-entry").first()).toBeVisible();
});

test("before the declaration and after a recusal the keys lead to the next applicant and back, not out of the page", async ({
  openDesk,
}) => {
  const round = await makeDeskRound({ applicants: 3, paragraphs: 2 });
  const [first = "", second = ""] = round.submissions;
  const desk = await openDesk({ dataFolder: round.dataFolder });
  const { page } = desk;
  const expert = round.experts[0]?.id ?? "";
  // The order is drawn when the list is first seen.
  await goTo(desk, deskPath(round));
  await expect(page.getByRole("button", { name: /开始评审第一家/ })).toBeVisible();
  await expect(page.getByText(/为您随机排定/)).toBeVisible();
  const { entries } = await desk.call("desk/list", { round: round.round, expert });
  const nameAt = (place: number): string => entries[place]?.name ?? "";
  await desk.call("desk/declare", {
    round: round.round,
    expert,
    submission: entries[1]?.submission ?? second,
    recusal: { ground: "employed", reason: "曾在该单位任职" },
  });
  await goTo(desk, deskPath(round, entries[0]?.submission ?? first));
  const name = page.locator(".applicant-name");
  await expect(page.getByRole("button", { name: "没有上述情形，开始阅评" })).toBeVisible();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(name).toHaveText(nameAt(1));
  await expect(page.getByText("您已回避该单位")).toBeVisible();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(name).toHaveText(nameAt(2));
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(name).toHaveText(nameAt(1));
});
