import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import {
  expectAccessible,
  giveSource,
  type KeepPicture,
  rail,
  sample,
  spreadsheet,
} from "./support/clerk-steps.ts";
import { type Desk, expect, test } from "./support/window.ts";

const scheme = "shili-2031";
const title = "关于组织申报2031年度示例省双创示范基地的通知";
const part = async (page: Page, name: string): Promise<Locator> => {
  await page
    .getByRole("navigation", { name: "方案的各部分" })
    .getByRole("button", { name: new RegExp(`^${name}`) })
    .click();
  return page.getByRole("region", { name, exact: true });
};

test("a scheme for a new notice is made in the editor alone, used in a round, and frozen with it", async ({
  clerk,
  keepPicture,
}) => {
  test.setTimeout(600_000);
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

async function beginDraft(page: Page): Promise<void> {
  await rail(page, "方案");
  await expect(page.getByRole("rowheader", { name: /2021年度湖南省/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "为新通知建立方案" }).click();
  const form = page.getByRole("form", { name: "为新通知建立方案" });
  await form
    .getByLabel("底稿")
    .selectOption({ label: "关于组织申报2021年度湖南省大众创业万众创新示范基地的通知" });
  await form.getByLabel("新通知的标题").fill(title);
  await form.getByLabel("发文单位").fill("示例省发展和改革委员会");
  await form.getByLabel("年份").fill("2031");
  await form.getByLabel(/方案编号/).fill(scheme);
  await form.getByRole("button", { name: "建立草稿" }).click();
  await expect(page.getByText("草稿，尚未保存")).toBeVisible();
}

async function fillNotice(page: Page): Promise<void> {
  const basics = await part(page, "通知");
  const save = page.getByRole("button", { name: "保存为新版本" });
  await basics.getByLabel("标题").fill("");
  await expect(page.getByText("标题：不能为空，请填写。")).toBeVisible();
  await expect(basics.getByLabel("标题")).toHaveAccessibleDescription("! 不能为空，请填写。");
  await expect(save).toBeDisabled();
  await basics.getByLabel("标题").fill(title);
  await expect(save).toBeEnabled();
  await basics.getByLabel("省份").fill("示例省");
  await basics.getByRole("button", { name: "设定截止时间" }).click();
  await expect(page.getByText(/处要改，改完才能保存/)).toBeVisible();
  await basics.getByLabel("截止日期").fill("2031-11-28");
  await basics.getByLabel(/钟点/).fill("24:00");
  await basics.getByLabel("逾期").selectOption({ label: "逾期不予受理" });
  await giveSource(basics, "通知 五、申报时间", "请于2031年11月28日24时前报送。");
  await basics.getByRole("button", { name: "逾期规定另有一句" }).click();
  const late = basics.getByRole("group", { name: "逾期规定的出处" });
  await expect(late.getByLabel("原文", { exact: true })).toHaveAccessibleDescription("! 不能为空，请填写。");
  await giveSource(late, "通知 六、其他", "逾期不予受理。");
  await expect(page.getByText("没有发现问题，可以保存。")).toBeVisible();
  const pairs = await part(page, "方向与主体");
  await expectAccessible(page);
  await pairs.getByRole("checkbox", { name: "科研院所可以申报" }).uncheck();
  await expect(page.getByRole("button", { name: /没有“科研院所”这类主体/ }).first()).toBeVisible();
  await pairs.getByRole("checkbox", { name: "科研院所可以申报" }).check();
  const institute = pairs.getByRole("group", { name: "科研院所" });
  await institute.getByRole("checkbox", { name: "可报精益创业" }).check();
  await giveSource(institute, "通知 二、（三）", "科研院所可申报精益创业方向。");
  await expect(page.getByText("没有发现问题，可以保存。")).toBeVisible();
}

async function readAnnex(page: Page, keepPicture: KeepPicture): Promise<void> {
  const indicators = await part(page, "指标与门槛");
  await page.getByLabel("选择附件文件").setInputFiles(
    spreadsheet("附件1 量化指标.xlsx", [
      ["方向", "指标", "区域", "高校"],
      ["创业就业", "近三年吸纳或带动重点人群的年平均就业人数（人）", "≥9000", "≥2500"],
      ["创业就业", "示例创业导师人数（人）", "≥12", "≥30"],
      ["创业就业", "不采用的一行（个）", "≥1", "≥1"],
    ]),
  );
  const annex = indicators.getByRole("region", { name: "从通知附件读取" });
  await expect(annex.getByText("读到 3 行，还有 3 行待确认")).toBeVisible();
  const known = annex.getByRole("group", { name: "近三年吸纳或带动重点人群的年平均就业人数" });
  await known.getByRole("button", { name: /查看出处 .*C2/ }).click();
  await expect(annex.locator("mark")).toHaveText("≥9000");
  await keepPicture(page, "scheme-annex");
  await expectAccessible(page);
  await known.getByRole("button", { name: "核对无误，写入草稿" }).click();
  const added = annex.getByRole("group", { name: "示例创业导师人数" });
  await expect(added.getByText(/将作为新指标加入/)).toBeVisible();
  await added.getByRole("button", { name: "核对无误，写入草稿" }).click();
  await annex
    .getByRole("group", { name: "不采用的一行" })
    .getByRole("button", { name: "不采用这一行" })
    .click();
  await expect(annex.getByText("读到 3 行，还有 0 行待确认")).toBeVisible();
  const card = indicators.getByRole("group", { name: "近三年吸纳或带动重点人群的年平均就业人数" });
  await expect(card.getByLabel(/区域 门槛/)).toHaveValue("9000");
  await expect(card.getByText(/附件1 量化指标.xlsx C2/)).toBeVisible();
}

async function setRest(page: Page): Promise<void> {
  const demands = await part(page, "提纲与附件");
  const section = demands.getByRole("group").first();
  await section.getByLabel("要求字数").fill("1,200");
  const quotas = await part(page, "名额与排除");
  await quotas.getByRole("button", { name: "添加名额" }).click();
  const quota = quotas.getByRole("group", { name: "名额第 1 条" });
  await quota.getByLabel("最多几个").fill("3");
  await giveSource(quota, "通知 四、名额", "每个市州推荐不超过3个。");
  // What the scheme came from excludes nobody any more once it is taken out; the register is then free again.
  await quotas.getByRole("button", { name: /^删除：已列入名录/ }).click();
  await quotas.getByRole("button", { name: "添加排除" }).click();
  const exclusion = quotas.getByRole("group", { name: /已列入名录“第三批国家双创示范基地/ });
  await exclusion.getByLabel("列入名录的单位申报时").selectOption({ label: "不允许申报" });
  await giveSource(exclusion, "通知 三、（二）", "已列入国家双创示范基地的不再推荐。");
  const form = await part(page, "评分表");
  for (const item of ["工作机制建设", "创新创业生态培育", "创新创业支撑平台", "金融和投融资环境"])
    await form.getByLabel(`${item} 满分`).fill("25");
  await expect(form.getByText("合计满分 100")).toBeVisible();
  const definitions = await part(page, "口径");
  await definitions.getByLabel("“近三年”指").fill("2018、2019、2020");
  await definitions.getByLabel("年均增速算法").selectOption({ label: "复合增速" });
  await expect(page.getByText("没有发现问题，可以保存。")).toBeVisible();
}

/** Points are pasted as they stand in the notice; the number among them is then named, as the page asks beside its field. */
async function writePoints(page: Page, keepPicture: KeepPicture): Promise<void> {
  const points = await part(page, "评价要点");
  await points.getByRole("button", { name: "粘贴一段要点" }).click();
  const paste = points.getByRole("region", { name: "粘贴一段要点" });
  await paste.getByLabel("在通知里的位置").fill("附件5 评价要点");
  await paste
    .getByLabel("要点原文")
    .fill(
      "（一）管理服务\n有无示例公共服务平台；是否公开示例办事指南。\n（二）支撑能力\n示例研发平台是否达到3家以上",
    );
  await paste.getByRole("button", { name: "加入这些要点" }).click();
  await expect(points.getByRole("heading", { name: "支撑能力" })).toBeVisible();
  await page.getByRole("button", { name: /评价要点第 3 项.*数量 › 名称：不能为空/ }).click();
  const card = points.getByRole("group", { name: "示例研发平台是否达到3家以上" });
  await expect(card.getByLabel("数的是什么", { exact: true })).toBeFocused();
  await card.getByLabel("数的是什么", { exact: true }).fill("示例研发平台");
  await card.getByLabel("数的是什么的单位").fill("家");
  await card.getByLabel("数量标准").fill("3");
  await expectAccessible(page);
  await keepPicture(page, "scheme-points");
  await expect(page.getByText("没有发现问题，可以保存。")).toBeVisible();
}

async function setGrades(page: Page, keepPicture: KeepPicture): Promise<void> {
  const section = await part(page, "等次与评估");
  const grades = section.getByRole("region", { name: "分档" });
  await grades.getByRole("button", { name: "设定等次" }).click();
  await giveSource(grades, "通知 六、评审", "分为优秀和合格，优秀不超过30%。");
  await grades.getByLabel("等次名称").first().fill("优秀");
  await grades.getByLabel("优秀 最低分").fill("85");
  await grades.getByLabel("优秀 比例上限").fill("30");
  await grades.getByLabel("等次名称").last().fill("合格");
  await grades.getByRole("button", { name: "添加否决情形" }).click();
  const veto = grades.getByRole("group", { name: "新的否决情形" });
  await veto.getByLabel("情形", { exact: true }).fill("示例：提供虚假材料");
  const named = grades.getByRole("group", { name: "示例：提供虚假材料" });
  await giveSource(named, "通知 六、评审", "提供虚假材料的不予推荐。");
  await expectAccessible(page);
  await keepPicture(page, "scheme-grades");
  await expect(page.getByText("没有发现问题，可以保存。")).toBeVisible();
}

async function saveFirst(clerk: Desk): Promise<void> {
  const { page } = clerk;
  await rail(page, "轮次");
  await expect(page.getByRole("dialog")).toContainText("草稿还没有保存");
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
  await expect(page.getByText(/导入完成/)).toBeVisible({ timeout: 60_000 });
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
