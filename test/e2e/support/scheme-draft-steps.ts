import type { Locator, Page } from "@playwright/test";
import { expectAccessible, giveSource, type KeepPicture, rail, spreadsheet } from "./clerk-steps.ts";
import { expect } from "./window.ts";

export const scheme = "shili-2031";
export const title = "关于组织申报2031年度示例省双创示范基地的通知";

/** Opens a part of the draft. */
export const part = async (page: Page, name: string): Promise<Locator> => {
  await page
    .getByRole("navigation", { name: "方案的各部分" })
    .getByRole("button", { name: new RegExp(`^${name}`) })
    .click();
  return page.getByRole("region", { name, exact: true });
};

export async function beginDraft(page: Page): Promise<void> {
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

export async function fillNotice(page: Page): Promise<void> {
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

export async function readAnnex(page: Page, keepPicture: KeepPicture): Promise<void> {
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

export async function setRest(page: Page): Promise<void> {
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
export async function writePoints(page: Page, keepPicture: KeepPicture): Promise<void> {
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

export async function setGrades(page: Page, keepPicture: KeepPicture): Promise<void> {
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
