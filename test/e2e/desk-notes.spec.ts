import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { deskPath, makeDeskRound } from "./support/desk-round.ts";
import { type Desk, expect, test } from "./support/window.ts";

const goTo = (desk: Desk, path: string) =>
  desk.page.evaluate((hash) => {
    location.hash = hash;
  }, path);

/** Marks that come later draw the paragraph anew, and what was selected in it is gone: then it is selected again. */
const selectWords = (page: Page, block: string, words: string): Promise<void> =>
  expect(async () => {
    await selectOnce(page, block, words);
    await expect(page.getByRole("button", { name: /写笔记（N）/ })).toBeVisible({ timeout: 10_000 });
  }).toPass();

/** Selects words in the document as a mouse would leave them selected. */
async function selectOnce(page: Page, block: string, words: string): Promise<void> {
  await page.locator(`[data-block="${block}"]`).first().scrollIntoViewIfNeeded();
  await page.evaluate(
    ([id, wanted]) => {
      const element = document.querySelector(`[data-block="${id}"]`);
      const walker = document.createTreeWalker(element ?? document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = (node.textContent ?? "").indexOf(wanted ?? "");
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + (wanted ?? "").length);
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
        element?.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
        return;
      }
      throw new Error("words not found");
    },
    [block, words] as const,
  );
}

test("a note on selected words is marked, stands beside its item, leads back, and survives a power cut", async ({
  openDesk,
  keepPicture,
}) => {
  const round = await makeDeskRound();
  const [first = ""] = round.submissions;
  let desk = await openDesk({ dataFolder: round.dataFolder });
  await goTo(desk, deskPath(round, first));
  await desk.page.getByRole("button", { name: "没有上述情形，开始阅评" }).click();

  await selectWords(desk.page, "b3", "建立由县长任组长的领导小组");
  await desk.page.keyboard.press("n");
  const card = desk.page.locator(".note-dock .note-card");
  await expect(card.getByRole("textbox", { name: "笔记" })).toBeFocused();
  await desk.page.keyboard.type("机制健全，但没有考核办法");
  await card.getByRole("checkbox", { name: "工作机制建设" }).check();
  await expect(card.getByText(/已保存/)).toBeVisible();
  await keepPicture(desk.page, "desk-note");
  await expect(desk.page.locator("[data-block='b3'] .doc-mark-note")).toHaveText(
    "建立由县长任组长的领导小组",
  );

  const basis = desk.page.getByRole("list", { name: "工作机制建设 的依据" });
  await expect(basis).toContainText("机制健全，但没有考核办法");

  // From the item to the passage, and from the mark to the note.
  await card.getByRole("button", { name: "收起" }).click();
  await desk.page.locator(".doc-scroll").evaluate((element) => {
    element.scrollTop = element.scrollHeight;
  });
  await basis
    .getByRole("button", { name: /打开出处|b3|第 3 段|3/ })
    .last()
    .click();
  await expect(desk.page.locator("[data-block='b3'] mark")).toBeInViewport();
  await desk.page.locator("[data-block='b3'] .doc-mark-note").click();
  await expect(card).toBeVisible();

  // Private until it is put into a comment by hand.
  const comment = desk.page.getByRole("textbox", { name: "工作机制建设 说明" });
  await expect(comment).toHaveValue("");
  await card.getByRole("button", { name: "写入“工作机制建设”的说明" }).click();
  await expect(comment).toHaveValue("机制健全，但没有考核办法");
  await card.getByRole("button", { name: "收起" }).click();

  // L keeps a passage as basis of the current item, without words.
  await desk.page.getByRole("textbox", { name: /创新创业生态培育 评分/ }).focus();
  await selectWords(desk.page, "b5", "双创服务大厦3.45万平方米");
  await desk.page.keyboard.press("l");
  await expect(desk.page.getByRole("list", { name: "创新创业生态培育 的依据" })).toContainText(
    "双创服务大厦",
  );
  await expect.poll(() => countNotes(desk, round)).toBe(2);
  await expect(desk.page.getByText(/已保存/).first()).toBeVisible();

  desk = await desk.restart("kill");
  await goTo(desk, deskPath(round, first));
  await expect(desk.page.getByRole("textbox", { name: "工作机制建设 说明" })).toHaveValue(
    "机制健全，但没有考核办法",
  );
  await expect(desk.page.locator("[data-block='b3'] .doc-mark-note")).toBeVisible();

  await desk.page.getByRole("tab", { name: "笔记" }).click();
  await keepPicture(desk.page, "desk-notes-page");
  await desk.page.getByRole("button", { name: "导出文本" }).click();
  const said = await desk.page.getByText(/已导出：/).textContent();
  const path = /已导出：(.*?\.txt)/.exec(said ?? "")?.[1] ?? "";
  expect(readFileSync(path, "utf8")).toContain("「双创服务大厦3.45万平方米」");

  // Taken away and brought back.
  await desk.page.locator(".note-list .note-card").last().getByRole("button", { name: "删除笔记" }).click();
  await expect.poll(() => countNotes(desk, round)).toBe(1);
  await desk.page.getByRole("button", { name: "恢复" }).click();
  await expect.poll(() => countNotes(desk, round)).toBe(2);
});

const countNotes = async (desk: Desk, round: { round: string; experts: readonly { id: string }[] }) =>
  (await desk.call("note/list", { round: round.round, expert: round.experts[0]?.id ?? "", submission: null }))
    .length;

test("one item over all applicants, aligned documents, and the arrangement as it was left", async ({
  openDesk,
  keepPicture,
}) => {
  const round = await makeDeskRound({ paragraphs: 40 });
  const expert = round.experts[0]?.id ?? "";
  const [first = "", second = "", third = ""] = round.submissions;
  let desk = await openDesk({ dataFolder: round.dataFolder });
  const { form } = await desk.call("desk/list", { round: round.round, expert });
  const item = form.items[0]?.id ?? "";
  for (const submission of [first, second]) {
    const at = { round: round.round, expert, submission };
    await desk.call("desk/declare", { ...at, recusal: null });
    await desk.call("desk/save-item", {
      ...at,
      item,
      score: submission === first ? "27" : "22.5",
      comment: "",
    });
    const dossier = await desk.call("submission/get", { submission });
    const file = dossier.files[0];
    await desk.call("note/save", {
      ...at,
      note: `note-${submission.slice(0, 20)}`,
      evidence: {
        file: file?.name ?? "",
        sha256: file?.sha256 ?? "",
        block: "b60",
        start: 0,
        end: 6,
        text: "示例依据文字",
      },
      items: [item],
      text: "第六十段",
    });
  }
  await goTo(desk, deskPath(round, first));
  await desk.page.getByRole("tab", { name: "对照" }).click();
  const rows = desk.page.locator(".compare-list > li");
  await expect(rows).toHaveCount(2);
  await expect(desk.page.locator(".compare-own output")).toHaveText("27");
  await rows.filter({ hasText: "望城示例" }).getByRole("button", { name: /60/ }).click();
  await expect(desk.page.locator("[data-pane]")).toHaveCount(2);
  await expect(desk.page.locator(`[data-submission="${second}"] [data-block='b60'] mark`)).toBeInViewport();
  await keepPicture(desk.page, "desk-compare");

  // Back to the plan on the left: both documents move together.
  await desk.page
    .locator(`[data-submission="${first}"]`)
    .getByRole("combobox", { name: "材料", exact: true })
    .or(desk.page.locator(`[data-submission="${first}"]`).getByRole("tab", { name: "方案" }))
    .first()
    .click();
  const left = desk.page.locator(`[data-submission="${first}"] .doc-scroll`);
  await expect(left).toBeVisible();
  await left.hover();
  await desk.page.mouse.wheel(0, 6000);
  const topOf = (submission: string) =>
    desk.page.locator(`[data-submission="${submission}"] .doc-scroll`).evaluate((element) => {
      const edge = element.getBoundingClientRect().top + 1;
      const blocks = [...element.querySelectorAll<HTMLElement>("[data-block]")];
      return Number(
        blocks.find((block) => block.getBoundingClientRect().bottom > edge)?.dataset.block?.slice(1),
      );
    });
  await expect.poll(() => topOf(first)).toBeGreaterThan(10);
  await expect.poll(async () => Math.abs((await topOf(first)) - (await topOf(second)))).toBeLessThan(2);

  await desk.page.getByRole("button", { name: "下方" }).click();
  await expect
    .poll(
      async () =>
        (await desk.call("desk/get-place", { round: round.round, expert, submission: first }))?.place.layout,
    )
    .toMatchObject({ sheet: "bottom", panes: [{}, { whose: second }] });
  // Stored is where it stands now, not where it was on its way.
  const storedTops = async () => {
    const found = await desk.call("desk/get-place", { round: round.round, expert, submission: first });
    return Object.values(found?.place.positions ?? {}).map((block) => Number(/^b(\d+)/.exec(block)?.[1]));
  };
  let left1 = 0;
  await expect
    .poll(async () => {
      left1 = await topOf(first);
      return (await storedTops()).some((top) => Math.abs(top - left1) < 2);
    })
    .toBe(true);
  desk = await desk.restart("kill");
  await goTo(desk, deskPath(round, first));
  await expect(desk.page.locator("[data-pane]")).toHaveCount(2);
  await expect(desk.page.locator(".score-sheet")).toBeVisible();
  await expect(desk.page.getByRole("button", { name: "下方" })).toHaveAttribute("aria-pressed", "true");
  await expect.poll(async () => Math.abs((await topOf(first)) - left1)).toBeLessThan(3);
  expect(third).not.toBe("");
});
