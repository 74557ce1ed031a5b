import type { Page } from "@playwright/test";
import { expectAccessible, rail, spreadsheet } from "./support/clerk-steps.ts";
import { type Desk, expect, test } from "./support/window.ts";

const register = "示例市级2031";

const tab = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "方案与名录" }).getByRole("link", { name }).click();

test("a year of evaluation in Shijiazhuang: from the list of bases to results, 整改 and the list of results", async ({
  clerk,
  keepPicture,
}) => {
  const { page } = clerk;
  await rail(page, "方案");
  await importBases(page);
  await tab(page, "绩效评估");
  await chooseYear(page);
  await expect(page.getByText("待评估或待复评 3")).toBeVisible();
  await expectAccessible(page);
  await refuseEarlyRevocation(page);
  await record(page, "示例一区", "支持", "特色明显");
  await record(page, "示例大学", "限期整改", "进展慢", { by: "2099-06-30", again: "2099-09-30" });
  await expect(page.getByText("待评估或待复评 1")).toBeVisible();
  await expect(page.getByRole("row", { name: /示例大学/ })).toContainText(/整改中 · 2099-06-30 还有 \d+ 天/);
  await record(page, "示例大学", "取消称号", "整改仍未改善");
  await expect(page.getByRole("row", { name: /示例大学/ })).toContainText("已退出");
  await keepPicture(page, "evaluation");
  await listResults(clerk);
  await expectHistory(clerk);
});

async function importBases(page: Page): Promise<void> {
  await tab(page, "基地名录");
  await page.getByRole("button", { name: "导入名单" }).click();
  const form = page.getByRole("region", { name: "导入名单" });
  await form.getByLabel("列入哪个名录").fill(register);
  await form.getByLabel("级别").first().selectOption({ label: "市级" });
  await form.getByLabel("批次").first().fill("第一批");
  await page.getByLabel("选择名单文件").setInputFiles(
    spreadsheet("市级名单.xlsx", [
      ["序号", "单位名称", "类型"],
      ["1", "石家庄示例一区", "区域"],
      ["2", "石家庄示例大学", "高校"],
      ["3", "石家庄示例制药公司", "企业"],
    ]),
  );
  await form.getByRole("button", { name: /^没有写建设方向，3 行都已核对/ }).click();
  await form.getByRole("button", { name: "列入 3 个" }).click();
  await expect(page.getByText("显示 95 个，共 95 个")).toBeVisible();
}

async function chooseYear(page: Page): Promise<void> {
  await page.getByLabel("依据的方案").selectOption({ label: "石家庄市“双创”示范基地建设方案" });
  await page.getByRole("combobox", { name: /^名录/ }).selectOption({ value: register });
  await page.getByLabel("评估年度").selectOption({ label: "2024" });
}

/** 取消 follows only on 整改: the refusal says so, and nothing is recorded. */
async function refuseEarlyRevocation(page: Page): Promise<void> {
  const form = await openForm(page, "示例制药");
  await form.getByLabel("结果").selectOption({ label: "取消称号（整改仍未改善）" });
  await form.getByPlaceholder(/理由/).fill("示例");
  await form.getByRole("button", { name: "保存" }).click();
  await expect(form.getByText(/没有要求.*整改|还没有.*整改/)).toBeVisible();
  await form.getByRole("button", { name: "取消" }).click();
}

async function openForm(page: Page, name: string) {
  await page.getByRole("button", { name: new RegExp(`登记评估结果：.*${name}`) }).click();
  return page.getByRole("form", { name: new RegExp(`登记评估结果：.*${name}`) });
}

async function record(
  page: Page,
  name: string,
  outcome: string,
  reason: string,
  days?: { by: string; again: string },
): Promise<void> {
  const form = await openForm(page, name);
  const choice = form.getByLabel("结果");
  await choice.selectOption({ label: await choice.getByRole("option", { name: outcome }).innerText() });
  if (days) {
    await form.getByLabel("整改期限").fill(days.by);
    await form.getByLabel("复评时间").fill(days.again);
  }
  await form.getByPlaceholder(/理由/).fill(`示例：${reason}`);
  await form.getByRole("button", { name: "保存" }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText(outcome);
}

async function listResults(clerk: Desk): Promise<void> {
  const part = clerk.page.getByRole("region", { name: "结果名单" });
  await part.getByRole("button", { name: "生成结果名单" }).click();
  await expect(part.getByRole("link", { name: /2024年示例市级2031绩效评估结果\.docx/ })).toBeVisible();
}

/** What happened stays in the history of the base, and the register shows where it stands. */
async function expectHistory({ page }: Desk): Promise<void> {
  await tab(page, "基地名录");
  await page.getByLabel("查找").fill("示例大学");
  await page.getByRole("rowheader", { name: "石家庄示例大学" }).click();
  const card = page.getByRole("region", { name: "石家庄示例大学" });
  await expect(card).toContainText("2024 年评估，限期整改至 2099-06-30：示例：进展慢");
  await expect(card).toContainText("2024 年评估，退出：示例：整改仍未改善");
}
