import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { saveObjectiveScheme, twoOfThree } from "../support/objective-scheme.ts";
import { startProgram } from "../support/program.ts";
import { seedRound } from "../support/seeded-round.ts";
import { supplement } from "../support/supplement.ts";
import { planBlocks } from "./support/desk-round.ts";
import { type Desk, expect, test } from "./support/window.ts";

const goTo = (desk: Desk, path: string) =>
  desk.page.evaluate((hash) => {
    location.hash = hash;
  }, path);

async function expectNothingFromAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual(
    [],
  );
}

test("a computed item shows its sum and cannot be edited, levels follow the score, a newer version asks to confirm, a recusal takes the score out", async ({
  openDesk,
  keepPicture,
}) => {
  const dataFolder = mkdtempSync(join(tmpdir(), "pingshen-objective-"));
  const program = await startProgram(dataFolder);
  const scheme = await saveObjectiveScheme(program);
  const seeded = await seedRound(program, {
    scheme,
    applicants: ["南宁示例一园", "南宁示例二园"].map((name) => ({
      name,
      city: "南宁市",
      facts: twoOfThree,
      blocks: planBlocks(name, 3),
    })),
    experts: ["王甲"],
  });
  await program.close();
  const [first = "", second = ""] = seeded.submissions;
  const expert = seeded.experts[0]?.id ?? "";
  const path = (submission: string) => `/round/${seeded.round}/desk/${expert}?submission=${submission}`;
  let desk = await openDesk({ dataFolder });
  for (const submission of [first, second])
    await desk.call("desk/declare", { round: seeded.round, expert, submission, recusal: null });
  await goTo(desk, path(first));
  const box = (name: RegExp) => desk.page.getByRole("textbox", { name });
  const computed = box(/创新创业生态培育 评分/);
  await expect(computed).toHaveValue("16.5");
  await expect(computed).not.toBeEditable();
  await expect(desk.page.getByText("25 × 2 ÷ 3 = 16.666… → 16.5")).toBeVisible();
  await expect(desk.page.getByRole("status", { name: "合计" })).toHaveText("16.5");
  // A digit typed while the computed item is the current one scores nothing.
  await computed.focus();
  await desk.page.keyboard.press("Escape");
  await desk.page.keyboard.press("9");
  await expect(computed).toHaveValue("16.5");
  await expect(desk.page.getByRole("status", { name: "合计" })).toHaveText("16.5");

  const mechanism = box(/工作机制建设 评分/);
  await mechanism.fill("25");
  const levels = desk.page.getByRole("list", { name: "工作机制建设 的评分档次" });
  await expect(levels.locator("[aria-current]")).toContainText("好 24–30");
  await mechanism.fill("12");
  await expect(levels.locator("[aria-current]")).toContainText("一般 0–24");
  await box(/创新创业支撑平台 评分/).fill("20");
  await box(/金融和投融资环境 评分/).fill("15");
  await expect(desk.page.getByRole("status", { name: "合计" })).toHaveText("63.5");
  await keepPicture(desk.page, "desk-objective");
  await expectNothingFromAxe(desk.page);
  await desk.page.keyboard.press("Control+Enter");
  await expect(desk.page.getByRole("heading", { name: "南宁示例二园" })).toBeVisible();

  await desk.close();
  const again = await startProgram(dataFolder);
  supplement(again, seeded.round, first);
  await again.close();
  desk = await openDesk({ dataFolder });
  await goTo(desk, `/round/${seeded.round}/desk/${expert}`);
  await expect(desk.page.getByText("已有第 2 版材料，评分是针对第 1 版给出的")).toBeVisible();
  await goTo(desk, path(first));
  await expect(desk.page.getByText("以下评分是针对第 1 版材料给出的，现已有第 2 版")).toBeVisible();
  await keepPicture(desk.page, "desk-newer-version");
  await goTo(desk, `/round/${seeded.round}/sign/${expert}`);
  await expect(desk.page.getByText("南宁示例一园：评分是针对第 1 版材料给出的")).toBeVisible();
  await expectNothingFromAxe(desk.page);
  await goTo(desk, path(first));
  await desk.page.getByRole("button", { name: "完成并看下一家" }).click();
  await expect
    .poll(() => desk.call("desk/get-sheet", { round: seeded.round, expert, submission: first }))
    .toMatchObject({ scoredVersion: 2, state: "complete", total: "63.5" });

  // Recused after scoring: out of every total, the reason kept, the old total in the history.
  await goTo(desk, path(first));
  await desk.page.getByRole("button", { name: "发现应当回避" }).click();
  await desk.page.getByRole("radio").first().check();
  await desk.page.getByLabel("具体说明").fill("2020 年起任顾问");
  await desk.page.getByRole("button", { name: "确认回避 南宁示例一园" }).click();
  await expect(desk.page.getByText("您已回避该单位")).toBeVisible();
  await expect(desk.page.getByText("分数已从合计和结果中移除")).toBeVisible();
  const sheet = await desk.call("desk/get-sheet", { round: seeded.round, expert, submission: first });
  expect(sheet).toMatchObject({ state: "recused", total: null, recusal: { reason: "2020 年起任顾问" } });
  expect(sheet.items.every(({ score }) => score === null)).toBe(true);
  const history = await desk.call("desk/history", { round: seeded.round, expert, submission: first });
  expect(history[0]).toMatchObject({ change: "declare", from: "63.5", text: "2020 年起任顾问" });
});

for (const theme of ["light", "dark"] as const) {
  test(`axe finds nothing on notice and plan pages, ${theme}`, async ({ openDesk }) => {
    const { makeDeskRound, deskPath } = await import("./support/desk-round.ts");
    const round = await makeDeskRound({ applicants: 2, paragraphs: 2 });
    const [first = ""] = round.submissions;
    const expert = round.experts[0]?.id ?? "";
    const desk = await openDesk({ dataFolder: round.dataFolder });
    await desk.page.emulateMedia({ colorScheme: theme });
    await desk.call("desk/declare", { round: round.round, expert, submission: first, recusal: null });
    await goTo(desk, deskPath(round, first));
    await desk.page.getByRole("tab", { name: "通知要求" }).click();
    await expect(desk.page.getByText("方案提纲")).toBeVisible();
    await expectNothingFromAxe(desk.page);
    await desk.page.getByRole("combobox", { name: "通知", exact: true }).click();
    const notice = desk.page.locator(".ant-select-item-option").filter({ hasText: "石家庄" });
    await notice.click();
    await expect(notice).toBeHidden();
    await expect(desk.page.locator(".doc-scroll [data-block]").first()).toBeVisible();
    await expectNothingFromAxe(desk.page);
    await desk.page.getByRole("tab", { name: "计划任务" }).click();
    await expect(desk.page.locator(".task-entry")).toHaveCount(27);
    await expectNothingFromAxe(desk.page);
    await desk.page.keyboard.press("Escape");
    await desk.page.keyboard.press("?");
    await expect(desk.page.getByRole("dialog", { name: "全部快捷键" })).toBeVisible();
    await expectNothingFromAxe(desk.page);
  });
}
