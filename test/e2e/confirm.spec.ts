import type { Page } from "@playwright/test";
import { doubtful, overlooked, planWithQuestions } from "./support/open-questions.ts";
import { type Desk, expect, test } from "./support/window.ts";

test("a dossier with more than ten open questions is confirmed with the keyboard alone", async ({
  clerk,
  keepPicture,
}) => {
  const { page } = clerk;
  const submission = await receivePlan(clerk);
  const before = await clerk.call("submission/get", { submission });
  expect(questionsOf(before)).toBeGreaterThanOrEqual(10);
  const lines = page.getByRole("region", { name: "逐项确认" });
  await expect(lines.locator("[data-fact]").first()).toBeVisible();
  await tabTo(page, () => page.evaluate(() => document.activeElement?.hasAttribute("data-fact") === true));

  await page.keyboard.press("a");
  await expect(lines.locator('[data-state="read"]')).toHaveCount(0);

  for (const [field, answer] of [
    ["city", "长沙市"],
    ["direction", "精益创业"],
  ] as const)
    await answerIdentity(page, field, answer);
  await keepPicture(page, "confirm-keyboard");

  await goToQuestion(page);
  const accepted = await lineInFocus(page);
  await page.keyboard.press("Enter");
  await expect(lines.locator(`[data-fact="${accepted}"]`)).toHaveAttribute("data-state", "confirmed");

  await goToQuestion(page);
  const corrected = await lineInFocus(page);
  await page.keyboard.press("e");
  await inBox(page);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("11800");
  await tabToReason(page);
  await page.keyboard.type("电话核实");
  await page.keyboard.press("Enter");
  await expect(lines.locator(`[data-fact="${corrected}"]`)).toHaveAttribute("data-state", "corrected");
  await expect.poll(() => lineInFocus(page)).toBe(corrected);

  await goToQuestion(page);
  const rejected = await lineInFocus(page);
  await page.keyboard.press("x");
  await inBox(page);
  await page.keyboard.type("不是本单位的数");
  await page.keyboard.press("Enter");
  await expect(lines.locator(`[data-fact="${rejected}"]`)).toHaveAttribute("data-state", "rejected");
  await expect.poll(() => lineInFocus(page)).toBe(rejected);

  await jumpBothWays(page);
  await addFromDocument(page);

  for (let left = doubtful.length; left > 0; left -= 1) {
    if ((await lines.locator('[data-state="to-confirm"]').count()) === 0) break;
    await goToQuestion(page);
    const line = await lineInFocus(page);
    await page.keyboard.press("Enter");
    await expect(lines.locator(`[data-fact="${line}"]`)).toHaveAttribute("data-state", "confirmed");
  }
  await expect(page.getByText("没有待核实").first()).toBeVisible();

  const after = await clerk.call("submission/get", { submission });
  expect(questionsOf(after)).toBe(0);
  const states = Map.groupBy(after.facts, (fact) => fact.state);
  expect(states.get("corrected")).toMatchObject([{ value: "11800", correction: { reason: "电话核实" } }]);
  expect(states.get("rejected")).toMatchObject([{ correction: { reason: "不是本单位的数" } }]);
  expect(states.get("typed")).toMatchObject([
    { key: "global-talents", value: "4", read: { evidence: { text: expect.stringContaining("4") } } },
  ]);
  expect(after.identity.city).toMatchObject({ value: "长沙市", state: "typed" });
  expect(after.identity.direction).toMatchObject({ value: "lean" });
});

test("the lines on the right are those of the applicant above them, also of one that was looked at before", async ({
  clerk,
}) => {
  const { page } = clerk;
  const { id } = await clerk.call("round/create", { scheme: "hunan-2021", name: "来回看" });
  await page.reload();
  await page.getByRole("navigation", { name: "任务" }).getByRole("link", { name: "收件" }).click();
  const names = ["望月示例创业园", "望城示例创业园"];
  await page.getByLabel("选择要导入的文件", { exact: true }).setInputFiles(
    await Promise.all(
      names.map(async (name) => ({
        name: `${name}.docx`,
        mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        buffer: await planWithQuestions(name),
      })),
    ),
  );
  await expect.poll(async () => (await clerk.call("intake/list", { round: id })).submissions.length).toBe(2);
  for (const name of [...names, ...names, ...names]) {
    await page.getByRole("button", { name: new RegExp(`\\d\\. ${name}`) }).click();
    await expect(page.getByRole("heading", { name: new RegExp(name) }).last()).toBeVisible();
    await expect(page.locator('[data-fact="identity:name"]')).toHaveCount(1);
    await expect(page.locator('[data-fact="identity:name"]')).toContainText(name);
  }
});

interface Asked {
  readonly facts: readonly { readonly state: string }[];
  readonly identity: Readonly<Record<string, { readonly state: string } | null>>;
}

const questionsOf = (dossier: Asked): number =>
  dossier.facts.filter((fact) => fact.state === "to-confirm").length +
  Object.values(dossier.identity).filter((value) => value === null || value.state === "to-confirm").length;

/** The file comes in as the operating system's own dialog hands it over; everything after is keys. */
async function receivePlan(clerk: Desk): Promise<string> {
  const { page } = clerk;
  const { id } = await clerk.call("round/create", { scheme: "hunan-2021", name: "键盘确认" });
  await page.reload();
  await expect(page.getByRole("navigation").getByRole("link", { name: "收件" })).toBeVisible();
  await tabTo(page, () =>
    page.evaluate(
      () =>
        /^A$/.test(document.activeElement?.tagName ?? "") &&
        document.activeElement?.textContent?.includes("收件") === true,
    ),
  );
  await page.keyboard.press("Enter");
  await page.getByLabel("选择要导入的文件", { exact: true }).setInputFiles({
    name: "实施方案.docx",
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    buffer: await planWithQuestions(),
  });
  await expect(page.getByRole("region", { name: "逐项确认" })).toBeVisible();
  const { submissions } = await clerk.call("intake/list", { round: id });
  expect(submissions).toHaveLength(1);
  return submissions[0]?.id ?? "";
}

/** What can be reached must be there already: Tab is pressed in vain on a window that is still coming up. */
async function tabTo(page: Page, reached: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await reached()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("the keyboard does not get there");
}

/** A list that is still closing would take the key. */
async function tabToReason(page: Page): Promise<void> {
  await expect(page.locator(".ant-select-dropdown:visible")).toHaveCount(0);
  await tabTo(page, () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") === "理由"));
}

/** Words typed before the box is there would be keys of the list. */
const inBox = (page: Page): Promise<void> =>
  expect
    .poll(() => page.evaluate(() => document.activeElement?.matches("input, textarea") ?? false))
    .toBe(true);

/** From a line into the document, with words selected there. */
async function enterDocument(page: Page): Promise<void> {
  await page.keyboard.press("d");
  await expect(page.getByRole("region", { name: "文件内容" }).locator("mark")).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.classList.contains("doc-scroll") ?? false))
    .toBe(true);
  await expect.poll(() => selectedText(page)).not.toBe("");
}

const lineInFocus = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute("data-fact") ?? "");

/** N until the keyboard is on a question; accepting moves on by itself and may already be there. */
async function goToQuestion(page: Page): Promise<void> {
  const onQuestion = () =>
    page.evaluate(() => document.activeElement?.getAttribute("data-state") === "to-confirm");
  await expect
    .poll(async () => {
      if (await onQuestion()) return true;
      await page.keyboard.press("n");
      return onQuestion();
    })
    .toBe(true);
}

async function answerIdentity(page: Page, field: string, answer: string): Promise<void> {
  const line = page.locator(`[data-fact="identity:${field}"]`);
  await goToQuestion(page);
  expect(await lineInFocus(page)).toBe(`identity:${field}`);
  await page.keyboard.press("e");
  await inBox(page);
  await page.keyboard.type(answer);
  await expect(page.getByRole("option", { name: new RegExp(answer) }).first()).toBeAttached();
  await page.keyboard.press("Enter");
  await tabToReason(page);
  await page.keyboard.type("来函写明");
  await page.keyboard.press("Enter");
  await expect(line).not.toHaveAttribute("data-state", "to-confirm");
  await expect.poll(() => lineInFocus(page)).toBe(`identity:${field}`);
}

const selectedText = (page: Page): Promise<string> =>
  page.evaluate(() => window.getSelection()?.toString() ?? "");

/** From a line to the place it was read at, and from another place back to the line read there. */
async function jumpBothWays(page: Page): Promise<void> {
  await goToQuestion(page);
  const from = await lineInFocus(page);
  await enterDocument(page);
  await page.keyboard.press("f");
  await expect.poll(() => lineInFocus(page)).toBe(from);
  await enterDocument(page);
  const words = await selectedText(page);
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => selectedText(page)).not.toBe(words);
  await page.keyboard.press("f");
  await expect.poll(() => lineInFocus(page)).not.toBe("");
  expect(await lineInFocus(page)).not.toBe(from);
}

/** Walks to the paragraph nobody read, takes its second number and adds it as a value. */
async function addFromDocument(page: Page): Promise<void> {
  await enterDocument(page);
  for (let steps = 0; steps < 40 && (await selectedText(page)) !== overlooked; steps += 1)
    await page.keyboard.press("ArrowDown");
  expect(await selectedText(page)).toBe(overlooked);
  for (let steps = 0; steps < 5 && !/^4/.test(await selectedText(page)); steps += 1)
    await page.keyboard.press("ArrowRight");
  expect(await selectedText(page)).toMatch(/^4/);
  await page.keyboard.press("a");
  const form = page.getByRole("form", { name: "添加为指标值" });
  await expect(form).toBeVisible();
  await inBox(page);
  await page.keyboard.type("外籍");
  await expect(page.getByRole("option", { name: /外籍/ }).first()).toBeAttached();
  await page.keyboard.press("Enter");
  await expect(form.getByRole("textbox", { name: /^值/ })).toHaveValue("4");
  await tabToReason(page);
  await page.keyboard.type("原文写明，人工录入");
  await page.keyboard.press("Enter");
  await expect(form).toBeHidden();
  await page.keyboard.press("Escape");
  await expect.poll(() => lineInFocus(page)).not.toBe("");
}
