import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { passphrase } from "../../support/program.ts";
import type { HandedExpert, HandedRound } from "./handed-round.ts";
import { type Desk, expect } from "./window.ts";

/** What every expert does, whatever the hand is used to. */
export interface Habit {
  /** Opens the pack that was handed over and goes to the list. */
  open(desk: Desk, pack: string): Promise<void>;
  begin(page: Page): Promise<void>;
  recuse(page: Page, reason: string): Promise<void>;
  declare(page: Page): Promise<void>;
  /** Reads down the document and jumps to a section. */
  read(page: Page): Promise<void>;
  /** Opens a second document beside the first. */
  compare(page: Page): Promise<void>;
  /** Finds words and returns how often they stand in the document. */
  search(page: Page, words: string): Promise<number>;
  note(page: Page, words: string): Promise<void>;
  score(page: Page, scores: readonly string[]): Promise<void>;
  finish(page: Page): Promise<void>;
  sign(page: Page, count: number): Promise<void>;
}

export const firstScores = ["27", "22.5", "21", "17"] as const;
export const secondScores = ["20", "20", "18.5", "15"] as const;

/**
 * One day of an expert: opens the pack, recuses from the first, reads, compares, searches, notes and scores two, and signs
 * all. The rest is scored by calls: it would show nothing new.
 */
export async function judge(
  desk: Desk,
  handed: HandedRound,
  expert: HandedExpert,
  habit: Habit,
): Promise<string> {
  const { page } = desk;
  await habit.open(desk, expert.pack);
  await habit.begin(page);
  await habit.recuse(page, "近三年在该单位兼职");
  for (const scores of [firstScores, secondScores]) {
    await habit.declare(page);
    await expect(scoreBoxes(page)).toHaveCount(scores.length);
    await expect(scoreBoxes(page).first()).toHaveValue("");
    await expect(page.locator(".doc-scroll [data-block]").first()).toBeVisible();
    await habit.read(page);
    if (scores === secondScores) await habit.compare(page);
    expect(await habit.search(page, "创新")).toBeGreaterThan(0);
    await habit.note(page, "可与他处核对");
    await habit.score(page, scores);
    await expectTotal(desk, handed, expert, scores);
    await habit.finish(page);
  }
  await scoreTheRest(desk, handed, expert);
  await page.reload();
  await habit.sign(page, handed.submissions);
  await expect(page.getByRole("heading", { name: /签署回执/ })).toBeVisible();
  const notes = await desk.call("note/list", { round: handed.round, expert: expert.id, submission: null });
  expect(notes.map((note) => [note.text, note.evidence?.text])).toEqual([
    ["可与他处核对", expect.stringMatching(/./)],
    ["可与他处核对", expect.stringMatching(/./)],
  ]);
  const file = readdirSync(desk.exportFolder).find((name) => name.endsWith(".psr"));
  return join(desk.exportFolder, file ?? "");
}

export const scoreBoxes = (page: Page): Locator => page.getByRole("textbox", { name: /评分，0 至/ });

/** The total on the screen is what is stored, to the digit. */
async function expectTotal(
  desk: Desk,
  handed: HandedRound,
  expert: HandedExpert,
  scores: readonly string[],
): Promise<void> {
  const total = String(scores.reduce((sum, score) => sum + Number(score) * 10, 0) / 10);
  await expect(desk.page.locator(".score-sheet").getByText(total).first()).toBeVisible();
  await expect
    .poll(async () => {
      const { entries } = await desk.call("desk/list", { round: handed.round, expert: expert.id });
      return entries.map((entry) => entry.total);
    })
    .toContain(total);
}

async function scoreTheRest(desk: Desk, handed: HandedRound, expert: HandedExpert): Promise<void> {
  const at = { round: handed.round, expert: expert.id };
  const { entries, form } = await desk.call("desk/list", at);
  const open = entries.filter((entry) => entry.state === "not-declared");
  expect(open.length).toBe(handed.submissions - 3);
  for (const [index, { submission }] of open.entries()) {
    await desk.call("desk/declare", { ...at, submission, recusal: null });
    for (const item of form.items)
      await desk.call("desk/save-item", {
        ...at,
        submission,
        item: item.id,
        score: String(10 + (index % 9)),
        comment: "",
      });
    await desk.call("desk/set-complete", { ...at, submission, complete: true });
  }
}

const button = (page: Page, name: string | RegExp): Locator => page.getByRole("button", { name }).first();

/** Drags over the beginning of a paragraph that is in view. */
async function dragOver(page: Page): Promise<void> {
  const block = page
    .locator(".doc-scroll p[data-block], .doc-scroll [data-block] p")
    .filter({ hasText: /\S{8}/ });
  const target = block.or(page.locator(".doc-scroll [data-block]").filter({ hasText: /\S{8}/ })).first();
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error("nothing to select");
  const line = box.y + 18;
  await page.mouse.move(box.x + 60, line);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, line, { steps: 6 });
  await page.mouse.up();
}

/** The dialog of the system, answered. It is listened for before, as the request for it takes its way to the browser. */
async function handOver(page: Page, file: string, ask: () => Promise<void>): Promise<void> {
  let answered = false;
  page.once("filechooser", (chooser) => {
    answered = true;
    void chooser.setFiles(file);
  });
  await expect(async () => {
    if (!answered) await ask();
    await expect.poll(() => answered, { timeout: 30_000 }).toBe(true);
  }).toPass();
}

/** Chooses everything by pointer; the keyboard only fills boxes. */
export const byMouse: Habit = {
  open: async ({ page }, pack) => {
    await page.evaluate(() => {
      location.hash = "/expert";
    });
    await handOver(page, pack, () => page.getByText("选择评审包（.psp）").first().click());
    await expect(page.getByText("评审包已打开")).toBeVisible();
    await button(page, "进入阅评台").click();
  },
  begin: (page) => button(page, /开始评审第一家/).click(),
  recuse: async (page, reason) => {
    await button(page, "我应当回避").click();
    await page.getByRole("radio").first().check();
    await page.getByLabel("具体说明").fill(reason);
    await button(page, /^确认回避/).click();
    await expect(page.getByText("您已回避该单位")).toBeVisible();
    await button(page, "看下一家").click();
  },
  declare: (page) => button(page, "没有上述情形，开始阅评").click(),
  read: async (page) => {
    const text = page.locator(".doc-scroll").first();
    await text.hover();
    await page.mouse.wheel(0, 900);
    await expect.poll(() => text.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
    await page.mouse.wheel(0, -2000);
  },
  compare: async (page) => {
    const add = button(page, "对照另一份材料");
    const menu = page.locator(".room-menu:not([open]) > summary");
    await expect(add.or(menu).first()).toBeVisible();
    if (!(await add.isVisible())) await menu.click();
    await add.click();
    await expect(page.getByRole("combobox", { name: "材料属于" }).first()).toBeVisible();
  },
  search: async (page, words) => {
    const box = page.getByRole("searchbox", { name: "在本栏查找" }).first();
    await box.click();
    await box.fill(words);
    const count = page.getByText(/^\d+ \/ \d+$/).first();
    await expect(count).toBeVisible();
    const found = Number((await count.textContent())?.split("/")[1]);
    await page.getByRole("button", { name: "下一处" }).first().click();
    await expect(page.locator(".doc-scroll mark").first()).toBeVisible();
    return found;
  },
  note: async (page, words) => {
    await dragOver(page);
    await button(page, /写笔记（N）/).click();
    const card = page.locator(".note-dock .note-card");
    await card.getByRole("textbox", { name: "笔记" }).fill(words);
    await expect(card.getByText(/已保存/)).toBeVisible();
    await card.getByRole("button", { name: "收起" }).click();
  },
  score: async (page, scores) => {
    for (const [index, score] of scores.entries()) {
      const box = scoreBoxes(page).nth(index);
      await box.click();
      await box.fill(score);
    }
  },
  finish: (page) => button(page, /^完成/).click(),
  sign: async (page, count) => {
    await page.getByRole("link", { name: "返回名单" }).click();
    await button(page, new RegExp(`核对并签署 ${count} 份评分`)).click();
    await page.getByLabel("口令", { exact: true }).fill(passphrase);
    await button(page, `签署 ${count} 份评分`).click();
  },
};

/** Walks with Tab to what has this name, and fails when it cannot be reached so. */
async function walkTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let steps = 0; steps < 200; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${target} cannot be reached with Tab`);
}

const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await walkTo(page, button(page, name));
  await page.keyboard.press("Enter");
};

/** Never touches the mouse. */
export const byKeyboard: Habit = {
  open: async ({ page }, pack) => {
    await page.evaluate(() => {
      location.hash = "/expert";
    });
    await walkTo(page, page.getByLabel("选择评审包（.psp）"));
    await handOver(page, pack, () => page.keyboard.press("Enter"));
    await expect(page.getByText("评审包已打开")).toBeVisible();
    await press(page, "进入阅评台");
  },
  begin: (page) => press(page, /开始评审第一家/),
  recuse: async (page, reason) => {
    await press(page, "我应当回避");
    await walkTo(page, page.getByRole("radio").first());
    await page.keyboard.press("Space");
    await walkTo(page, page.getByLabel("具体说明"));
    await page.keyboard.type(reason);
    await press(page, /^确认回避/);
    await expect(page.getByText("您已回避该单位")).toBeVisible();
    await press(page, "看下一家");
  },
  declare: (page) => press(page, "没有上述情形，开始阅评"),
  read: async (page) => {
    const text = page.locator(".doc-scroll").first();
    await walkTo(page, text);
    await page.keyboard.press("PageDown");
    await expect.poll(() => text.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
    await page.keyboard.press("Home");
  },
  compare: async (page) => {
    await press(page, "对照另一份材料");
    await expect(page.locator("[data-pane]")).toHaveCount(2);
    await page.keyboard.press("Control+ArrowLeft");
  },
  search: async (page, words) => {
    await page.keyboard.press("f");
    await expect(page.locator("[data-part='find'] input:focus")).toBeVisible();
    await page.keyboard.type(words);
    const count = page.getByText(/^\d+ \/ \d+$/).first();
    await expect(count).toBeVisible();
    const found = Number((await count.textContent())?.split("/")[1]);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    return found;
  },
  note: async (page, words) => {
    await page.keyboard.press("n");
    await expect(page.locator(".note-dock").getByRole("textbox", { name: "笔记" })).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press("Escape");
    await expect(page.locator(".note-dock .note-card")).toHaveCount(0);
  },
  score: async (page, scores) => {
    await walkTo(page, scoreBoxes(page).first());
    for (const [index, score] of scores.entries()) {
      if (index > 0) await page.keyboard.press("Tab");
      await page.keyboard.type(score);
    }
  },
  finish: (page) => page.keyboard.press("Control+Enter"),
  sign: async (page, count) => {
    await walkTo(page, page.getByRole("link", { name: "返回名单" }));
    await page.keyboard.press("Enter");
    await press(page, new RegExp(`核对并签署 ${count} 份评分`));
    await walkTo(page, page.getByLabel("口令", { exact: true }));
    await page.keyboard.type(passphrase);
    await page.keyboard.press("Enter");
  },
};

/** What runs over its place sideways: with large type nothing may. */
async function nothingSideways(page: Page): Promise<void> {
  const wide = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll(".content, .sheet-items, .note-dock")]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map(
        (element) =>
          `${element.className || element.tagName} ${element.scrollWidth} > ${element.clientWidth}`,
      ),
  );
  expect(wide).toEqual([]);
}

/** Makes the type twice as large with the buttons at the top, then goes on with the mouse. */
export const withLargeType: Habit = {
  ...byMouse,
  open: async (desk, pack) => {
    const larger = button(desk.page, /A＋/);
    await expect(larger).toHaveAttribute("title", "字号 100%");
    for (const scale of ["115", "130", "150", "175", "200"]) {
      await larger.click();
      await expect(larger).toHaveAttribute("title", `字号 ${scale}%`);
    }
    await expect(larger).toBeDisabled();
    expect((await desk.call("app/get-state", {})).preferences.scale).toBe(200);
    await byMouse.open(desk, pack);
    await nothingSideways(desk.page);
  },
  declare: async (page) => {
    await nothingSideways(page);
    await byMouse.declare(page);
  },
  score: async (page, scores) => {
    await byMouse.score(page, scores);
    await nothingSideways(page);
  },
};
