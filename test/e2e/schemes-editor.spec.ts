import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expectAccessible, type KeepPicture, rail, sample } from "./support/clerk-steps.ts";
import {
  beginDraft,
  fillNotice,
  part,
  readAnnex,
  scheme,
  setGrades,
  setRest,
  title,
  writePoints,
} from "./support/scheme-draft-steps.ts";
import { type Desk, expect, test } from "./support/window.ts";

test("a scheme for a new notice is made in the editor alone, used in a round, and frozen with it", async ({
  clerk,
  keepPicture,
}) => {
  const { page } = clerk;
  await beginDraft(page);
  await fillNotice(page);
  await readAnnex(page, keepPicture);
  await setRest(page);
  await writePoints(page, keepPicture);
  await setGrades(page, keepPicture);
  await saveFirst(clerk);
  const round = await useInRound(clerk, keepPicture);
  await previewAndSaveAgain(clerk, keepPicture);
  await expectRoundUntouched(clerk, round);
  await exchangeAsFile(clerk);
});

async function saveFirst(clerk: Desk): Promise<void> {
  const { page } = clerk;
  await rail(page, "轮次");
  await expect(page.getByRole("dialog")).toContainText("改动还没有保存");
  await page.getByRole("button", { name: "继续编辑" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("button", { name: "保存为新版本" }).click();
  await expect(page.getByText(/已保存第 1 版/)).toBeVisible();
  const saved = await clerk.call("scheme/get", { scheme });
  expect(saved).toMatchObject({
    version: 1,
    province: "示例省",
    deadline: {
      date: "2031-11-28",
      time: "24:00",
      source: { quote: "请于2031年11月28日24时前报送。" },
      lateSource: { place: "通知 六、其他", quote: "逾期不予受理。" },
    },
  });
  expect(saved.indicators.find(({ name }) => name.includes("就业人数"))?.thresholds).toMatchObject({
    region: { op: ">=", value: "9000", source: { place: "附件1 量化指标.xlsx C2", quote: "≥9000" } },
    university: { value: "2500" },
  });
  expect(saved.indicators.find(({ name }) => name === "示例创业导师人数")?.thresholds.region?.value).toBe(
    "12",
  );
  expect(saved.points.map(({ group, kind }) => [group, kind])).toEqual([
    ["管理服务", "has"],
    ["管理服务", "whether"],
    ["支撑能力", "numeric"],
  ]);
  expect(saved.grading).toMatchObject({
    levels: [
      { name: "优秀", minimum: "85", share: "30" },
      { name: "合格", minimum: null, share: null },
    ],
    veto: [{ text: "示例：提供虚假材料" }],
  });
  expect(saved.exclusions).toMatchObject([{ register: "national-2020", effect: "exclude" }]);
  await expectNoticeKept(page);
  await page.getByText("≥ 9,000").click();
  await expect(page.getByText("附件1 量化指标.xlsx C2")).toBeVisible();
}

/** The annex that was read came with the save; the notice itself is pasted. */
async function expectNoticeKept(page: Page): Promise<void> {
  const open = page.getByRole("button", { name: "通知原文" });
  await open.click();
  const text = page.getByRole("complementary", { name: "通知原文" });
  await expect(text).toContainText("示例创业导师人数");
  await text.getByText("放入通知原文").click();
  await text.getByLabel("或粘贴通知正文").fill("示例通知正文：每个市州推荐不超过3个。");
  await text.getByRole("button", { name: "放入粘贴的正文" }).click();
  await expect(text.getByRole("article").or(text).first()).toContainText("示例通知正文");
  await open.click();
}

async function useInRound(clerk: Desk, keepPicture: KeepPicture): Promise<string> {
  const { page } = clerk;
  await rail(page, "轮次");
  await page.getByRole("button", { name: "新建轮次" }).click();
  await page.getByRole("combobox", { name: "依据的通知" }).click();
  await page.locator(".ant-select-item-option", { hasText: title }).click();
  await expect(page.getByLabel("轮次名称")).toHaveAttribute("placeholder", new RegExp(title));
  await page.getByLabel("轮次名称").fill("示例轮次2031");
  await page.getByRole("button", { name: "建立轮次" }).click();
  await expect(page.getByRole("heading", { name: "示例轮次2031" })).toBeVisible();
  await rail(page, "收件");
  await page
    .getByLabel("选择要导入的文件", { exact: true })
    .setInputFiles(
      [
        "推荐文件.docx",
        "附件4.xlsx",
        "雁城经开区附件1.xlsx",
        "雁城经开区实施方案.docx",
        "雁城经开区附件3.xlsx",
      ].map((name) => join(sample, "衡阳市", name)),
    );
  await expect(page.getByText(/导入完成/)).toBeVisible();
  await rail(page, "核查");
  const row = page.getByRole("row", { name: /衡阳示例雁城/ });
  await expect(row.getByRole("button", { name: /^9,120/ })).toContainText("+120");
  await page.getByText("分布", { exact: true }).click();
  await expect(page.getByRole("img", { name: /就业人数，区域：门槛 ≥ 9,000，1 家中/ })).toBeVisible();
  await expectAccessible(page);
  await keepPicture(page, "checks-spread");
  await page.getByText("雷达图", { exact: true }).click();
  await expect(page.getByRole("img", { name: /^衡阳示例雁城.*就业人数 9,120 人 101% 达标/ })).toBeVisible();
  await expectAccessible(page);
  await keepPicture(page, "checks-radar");
  await answerPoint(page);
  await expectGradesOfNotice(page);
  const [round] = await clerk.call("round/list", {});
  return round?.id ?? "";
}

/** The notice's own points are answered in the round, and stand in the matrix of checks. */
async function answerPoint(page: Page): Promise<void> {
  await page.getByText("指标矩阵", { exact: true }).click();
  await page.getByText("区域评价要点 1", { exact: true }).click();
  const row = page.getByRole("row", { name: /衡阳示例雁城/ });
  await row.getByRole("button").last().click();
  const detail = page.getByRole("complementary", { name: "核查说明" });
  await detail.getByRole("link", { name: /评价要点/ }).click();
  const point = page.getByRole("article", { name: "示例研发平台是否达到3家以上" });
  await expect(point.getByText("材料中没有找到可用的数值，请查阅原文后填写。")).toBeVisible();
  await point.getByLabel("示例研发平台（家）").fill("2");
  await point.getByRole("button", { name: "保存答复" }).click();
  await expect(point.getByText("未达标")).toBeVisible();
  await rail(page, "核查");
  await page.getByText("区域评价要点 1", { exact: true }).click();
  await expect(row.getByRole("button").last()).toContainText("未达标");
  await page.getByLabel("有这一结论的").selectOption({ value: "not-met" });
  await expect(page.getByText("显示 1 家，共 1 家")).toBeVisible();
  await page.getByRole("button", { name: "导出核查表" }).click();
  await expect(page.getByRole("link", { name: /核查表.*\.xlsx/ })).toBeVisible();
}

async function expectGradesOfNotice(page: Page): Promise<void> {
  await rail(page, "轮次");
  await page.getByRole("rowheader", { name: "示例轮次2031" }).click();
  await page.getByRole("button", { name: "轮次设置" }).click();
  const grades = page.getByRole("region", { name: "等次" });
  await expect(grades).toContainText("优秀 85 分以上 · 这一档及以上不超过 30%");
  await expect(grades).toContainText("示例：提供虚假材料");
  await expectAccessible(page);
}

/** With a higher threshold the finding changes; saving it makes version 2 beside version 1. */
async function previewAndSaveAgain(clerk: Desk, keepPicture: KeepPicture): Promise<void> {
  const { page } = clerk;
  await rail(page, "方案");
  await page.getByRole("rowheader", { name: title }).click();
  await page.getByRole("button", { name: "修改", exact: true }).click();
  const indicators = await part(page, "指标与门槛");
  await indicators
    .getByRole("group", { name: "近三年吸纳或带动重点人群的年平均就业人数" })
    .getByLabel(/区域 门槛/)
    .fill("20000");
  const preview = await part(page, "试算");
  await preview.getByRole("button", { name: "试算" }).click();
  await expect(preview.getByText(/1 处结论会变/)).toBeVisible();
  await expect(preview.getByRole("row", { name: /衡阳示例雁城/ })).toContainText("未达标");
  await expectAccessible(page);
  await keepPicture(page, "scheme-preview");
  await page.getByRole("button", { name: "保存为新版本" }).click();
  await expect(page.getByText(/已保存第 2 版/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "各版本" })).toBeVisible();
}

async function expectRoundUntouched(clerk: Desk, round: string): Promise<void> {
  const versions = await clerk.call("scheme/list-versions", { scheme });
  expect(versions.map(({ version }) => version)).toEqual([2, 1]);
  expect(new Set(versions.map(({ digest }) => digest)).size).toBe(2);
  const { scheme: inRound } = await clerk.call("round/get", { round });
  expect(inRound.indicators.find(({ name }) => name.includes("就业人数"))?.thresholds.region?.value).toBe(
    "9000",
  );
}

async function exchangeAsFile(clerk: Desk): Promise<void> {
  const { page } = clerk;
  await page.getByRole("button", { name: "导出方案文件" }).click();
  await expect(page.getByText(/已写入/)).toBeVisible();
  const file = join(clerk.exportFolder, `${scheme}-v2.json`);
  const raw = JSON.parse(readFileSync(file, "utf8"));
  await rail(page, "方案");
  const broken = { ...raw, id: "kaoti-2031", indicators: [{ ...raw.indicators[0], unit: "" }] };
  await page.getByLabel("导入方案文件").setInputFiles({
    name: "错的方案.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(broken)),
  });
  await expect(page.getByRole("alert")).toContainText("单位");
  await page.getByLabel("导入方案文件").setInputFiles({
    name: "另一台的方案.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({ ...raw, id: "kaoti-2031", title: "另一台电脑的方案" })),
  });
  await expect(page.getByRole("heading", { name: "另一台电脑的方案" })).toBeVisible();
}
