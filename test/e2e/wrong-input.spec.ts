import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/window.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "pingshen-wrong-"));

const go = (page: Page, path: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, path);

test("a clerk who hands over the same files twice, names an expert twice and opens too early is told so", async ({
  clerk,
}) => {
  const { page } = clerk;
  const { id } = await clerk.call("round/create", { scheme: "hunan-2021", name: "处处出错的轮次" });
  await page.reload();

  await go(page, `/round/${id}/settings`);
  const opening = page.getByRole("region", { name: "开启评审" });
  await expect(opening).toContainText("还没有收件，不能开启");
  await expect(opening).toContainText("现有专家 0 位");
  await expect(opening).toContainText("还有 4 项满分未设定");
  await expect(opening.getByRole("button", { name: "开启评审" })).toBeDisabled();
  const lowest = page.getByRole("textbox", { name: "不高于满分的" });
  await expect(page.getByText("未设定：任何分数都不要求写说明。")).toBeVisible();
  await lowest.fill("130");
  await expect(page.getByText("请填 0 至 100，最多 4 位小数")).toBeVisible();
  await expect(page.getByRole("button", { name: "保存设置" })).toBeDisabled();
  await lowest.fill("30");
  await page.getByLabel("工作机制建设 满分").fill("30");
  await expect(page.getByText("例如“工作机制建设”满分 30，9 分及以下须写说明。")).toBeVisible();
  await page.getByRole("button", { name: "保存设置" }).click();
  await expect(page.getByText("有未保存的改动")).toHaveCount(0);
  await expect
    .poll(async () => (await clerk.call("round/get", { round: id })).settings.commentRule)
    .toEqual({ atMost: "0.3", atLeast: null });

  await go(page, `/round/${id}/intake`);
  const stick = folder();
  const files = ["空文件.docx", "坏文件.xlsx", "说明.txt"].map((name) => join(stick, name));
  for (const [index, text] of ["", "这不是表格", "申报单位：示例高新区\n"].entries())
    writeFileSync(files[index] ?? "", text);
  await page.getByLabel("选择要导入的文件", { exact: true }).setInputFiles(files);
  await expect(page.getByText(/导入完成：3 份文件/)).toBeVisible();
  await expect(page.getByText("读不了").first()).toBeVisible();
  await page.getByLabel("选择要导入的文件", { exact: true }).setInputFiles(files);
  await expect(page.getByText(/没有新文件：这些文件以前都导入过/)).toBeVisible();

  await go(page, `/round/${id}/experts`);
  for (const turn of [1, 2]) {
    await page.getByRole("button", { name: "添加专家" }).first().click();
    await page.getByLabel("姓名").fill("赵示例");
    await page.getByLabel("工作单位").fill(`第${turn}示例中心`);
    await page.getByRole("button", { name: "保存" }).click();
    if (turn === 1) await expect(page.getByRole("row", { name: /赵示例/ })).toBeVisible();
  }
  await expect(page.getByRole("alert").filter({ hasText: "已有同名专家" })).toBeVisible();
  expect(await clerk.call("expert/list", { round: id })).toHaveLength(1);
});

test("an expert who opens a wrong file as a pack is told what it is not, and nothing is taken in", async ({
  clerk,
}) => {
  const { page } = clerk;
  await go(page, "/expert");
  const stick = folder();
  const [letter, fake] = [join(stick, "推荐函.docx"), join(stick, "假的.psp")];
  writeFileSync(letter, "x");
  writeFileSync(fake, "这不是评审包");
  const choice = page.getByLabel("选择评审包（.psp）");
  await choice.setInputFiles(letter);
  await expect(page.getByText("“推荐函.docx”不是评审包。")).toBeVisible();
  await choice.setInputFiles(fake);
  await expect(page.getByText("没有打开，本机数据没有改动。")).toBeVisible();
  expect(await clerk.call("round/list", {})).toEqual([]);
});

test("a double click makes one round, and settings that are not saved are not lost on the way to another screen", async ({
  clerk,
}) => {
  const { page } = clerk;
  await page.getByRole("button", { name: "新建轮次" }).click();
  await page.getByLabel("轮次名称").fill("点了两下的轮次");
  // Both at once: the second of two clicks by the mouse may find the next screen.
  await page.getByRole("button", { name: "建立轮次" }).evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await expect(page.getByRole("heading", { name: "点了两下的轮次" })).toBeVisible();
  expect(await clerk.call("round/list", {})).toHaveLength(1);

  await page.getByRole("button", { name: "轮次设置" }).click();
  await page.getByLabel("工作机制建设 满分").fill("２５");
  await page.getByRole("spinbutton", { name: "创业就业" }).fill("３");
  const rail = page.getByRole("navigation", { name: "任务" });
  await rail.getByRole("link", { name: "核查" }).click();
  await expect(page.getByRole("dialog")).toContainText("改动还没有保存");
  await page.getByRole("button", { name: "继续编辑" }).click();
  await expect(page.getByLabel("工作机制建设 满分")).toHaveValue("25");
  await expect(page.getByRole("spinbutton", { name: "创业就业" })).toHaveValue("3");
  await page.goBack();
  await page.getByRole("button", { name: "放弃改动并离开" }).click();
  await expect(page.getByRole("heading", { name: "点了两下的轮次" })).toBeVisible();
});
