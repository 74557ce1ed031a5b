import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible, giveSource, type KeepPicture, rail, spreadsheet } from "./support/clerk-steps.ts";
import { type DeskRound, deskPath, makeDeskRound } from "./support/desk-round.ts";
import { type Desk, expect, test } from "./support/window.ts";

const scheme = "shili-plan-2031";
const title = "示例省大众创业万众创新三年行动计划（2031—2033年）";
const part = async (page: Page, name: string): Promise<Locator> => {
  await page
    .getByRole("navigation", { name: "方案的各部分" })
    .getByRole("button", { name: new RegExp(`^${name}`) })
    .click();
  return page.getByRole("region", { name, exact: true });
};

const aims = `——示例平台增加。到2033年，国家级双创示范基地达到6个以上；示例园区超过20个（省级5个、市级15个）。
——示例投入提升。示例研发投入强度达到1.25%以上，示例机构达到30家左右。`;
const tasks = `（一）示例创新行动。
1. 组织示例攻关。围绕示例产业链
部署示例创新链。（牵头单位：省科技厅；配合单位：省财政厅、教育厅，示例税务局）
2. 建设示例平台。提升示例平台的水平。
（二）示例人才行动。
3. 引进示例人才。（责任单位：省人力资源社会保障厅、科技厅）`;

test("a plan is made in the editor alone, and its board and the expert's desk work with it", async ({
  openDesk,
  keepPicture,
}) => {
  const round = await makeDeskRound();
  const desk = await openDesk({ dataFolder: round.dataFolder });
  const { page } = desk;
  await beginPlan(page);
  await writeTargets(page, keepPicture);
  await writeTasks(page, keepPicture);
  await savePlan(desk);
  await useBoard(desk, keepPicture);
  await exchangeAsFile(desk);
  await linkPassage(desk, round);
});

test("a published list is a scheme made in the editor: its register, its directions, its evaluation", async ({
  clerk,
  keepPicture,
}) => {
  const { page } = clerk;
  const list = "示例省第四批";
  await rail(page, "方案");
  await page.getByRole("button", { name: "为新通知建立方案" }).click();
  const form = page.getByRole("form", { name: "为新通知建立方案" });
  await form.getByLabel("新文件是").selectOption({ label: "名单" });
  await form.getByLabel("新通知的标题").fill("关于公布示例省第四批示范基地的通知");
  await form.getByLabel("发文单位").fill("示例省发展和改革委员会");
  await form.getByLabel("年份").fill("2031");
  await form.getByLabel(/方案编号/).fill("shili-list-2031");
  await form.getByRole("button", { name: "建立草稿" }).click();
  const parts = page.getByRole("navigation", { name: "方案的各部分" }).getByRole("button");
  await expect(parts).toHaveText(["通知", "名单", "方向与主体", "等次与评估"]);
  const section = await part(page, "名单");
  await section.getByRole("button", { name: "写明名单" }).click();
  await expect(section.getByLabel("名单的标题")).toHaveAccessibleDescription("! 不能为空，请填写。");
  await section.getByLabel("名单的标题").fill("示例省第四批双创示范基地名单");
  await section.getByLabel("列入哪个名录").fill(list);
  await giveSource(section, "通知 附件", "附件：示例省第四批双创示范基地名单");
  await expectAccessible(page);
  await keepPicture(page, "list-editor");
  await part(page, "等次与评估");
  await expect(page.getByLabel("结果名称").first()).toHaveValue("表彰激励");
  await page.getByRole("button", { name: "保存为新版本" }).click();
  await expect(page.getByText(/已保存第 1 版/)).toBeVisible();
  await expect(page.getByRole("region", { name: "名单", exact: true })).toContainText(
    "第四批双创示范基地名单",
  );

  await page.getByRole("link", { name: "基地名录" }).click();
  await page.getByRole("button", { name: "导入名单" }).click();
  const taking = page.getByRole("region", { name: "导入名单" });
  await taking.getByLabel("列入哪个名录").fill(list);
  await taking.getByLabel("批次").first().fill("第四批");
  await page.getByLabel("选择名单文件").setInputFiles(
    spreadsheet("名单.xlsx", [
      ["序号", "单位名称", "建设方向", "所在市州"],
      ["1", "示例高新技术产业开发区", "融通创新", "长沙市"],
    ]),
  );
  await taking.getByRole("button", { name: "列入 1 个" }).click();
  await expect(page.getByText("显示 93 个，共 93 个")).toBeVisible();
  const { file } = await clerk.call("register/export", { register: list });
  expect(file.name).toBe("示例省第四批双创示范基地名单.docx");
  const year = await clerk.call("evaluation/get", { scheme: "shili-list-2031", register: list, year: 2031 });
  expect(JSON.stringify(year)).toContain("示例高新技术产业开发区");
});

async function beginPlan(page: Page): Promise<void> {
  await rail(page, "方案");
  await page.getByRole("button", { name: "为新通知建立方案" }).click();
  const form = page.getByRole("form", { name: "为新通知建立方案" });
  await form.getByLabel("新文件是").selectOption({ label: "行动计划" });
  await expect(form.getByLabel("底稿").locator("option")).toHaveText([/广西大众创业万众创新三年行动计划/]);
  await expect(form).toContainText("底稿的目标和任务一项也不沿用");
  await form.getByLabel("新通知的标题").fill(title);
  await form.getByLabel("发文单位").fill("示例省人民政府办公厅");
  await form.getByLabel("年份").fill("2031");
  await form.getByLabel(/方案编号/).fill(scheme);
  await expectAccessible(page);
  await form.getByRole("button", { name: "建立草稿" }).click();
  await expect(page.getByText("草稿，尚未保存")).toBeVisible();
  // A plan has no applicants: nothing of types, thresholds, quotas or a score sheet is asked.
  const parts = page.getByRole("navigation", { name: "方案的各部分" }).getByRole("button");
  await expect(parts).toHaveText(["通知", "目标", "任务"]);
  const basics = await part(page, "通知");
  await expect(basics.getByRole("button", { name: "设定截止时间" })).toBeHidden();
  await basics.getByLabel("省份").fill("示例省");
}

async function writeTargets(page: Page, keepPicture: KeepPicture): Promise<void> {
  const targets = await part(page, "目标");
  await expect(targets).toContainText("还没有目标。");
  await targets.getByRole("button", { name: "粘贴一段目标" }).click();
  const paste = targets.getByRole("region", { name: "粘贴一段目标" });
  await paste.getByLabel("在通知里的位置").fill("一、（二）行动目标");
  await paste.getByLabel("目标原文").fill("这一段没有数量。");
  await paste.getByRole("button", { name: "加入这些目标" }).click();
  await expect(paste.getByRole("alert")).toContainText("没有读到有数量的目标");
  await paste.getByLabel("目标原文").fill(aims);
  await paste.getByRole("button", { name: "加入这些目标" }).click();
  await expect(targets.getByRole("heading", { name: "示例平台增加" })).toBeVisible();
  const lines = targets.getByRole("button", { expanded: false }).filter({ hasText: "年" });
  await expect(lines).toHaveText([
    /国家级双创示范基地.*2033 年 ≥ 6 个/,
    /示例园区.*2033 年 > 20 个/,
    /省级示例园区.*≥ 5 个/,
    /市级示例园区.*≥ 15 个/,
    /示例研发投入强度.*≥ 1.25 %/,
  ]);
  await lines.first().click();
  const bases = targets.getByRole("group", { name: "国家级双创示范基地" });
  await bases.getByLabel("现值从哪里来").selectOption({ label: "名录：国家级基地的个数" });
  await bases.getByLabel(/只数所在地含有的字/).fill("湖南");

  await targets.getByRole("button", { name: "添加目标" }).click();
  const added = targets.getByRole("group", { name: "新目标" });
  await added.getByLabel("目标（什么量）").fill("示例市场主体");
  const named = targets.getByRole("group", { name: "示例市场主体" });
  await named.getByLabel("单位", { exact: true }).fill("万家");
  await named.getByLabel("目标值").fill("很多");
  await expect(named.getByLabel("目标值")).toHaveAccessibleDescription(/要填数字/);
  await expect(page.getByRole("button", { name: "保存为新版本" })).toBeDisabled();
  await named.getByLabel("目标值").fill("100");
  await named.getByLabel("到哪一年").fill("三十三");
  await expect(named.getByText(/看不懂这一内容，没有采用；仍按“2033”/)).toBeVisible();
  await named.getByLabel("到哪一年").fill("2033");
  await giveSource(named, "一、（二）行动目标", "示例市场主体达到100万家。");
  await expectAccessible(page);
  await keepPicture(page, "plan-targets");
  await expect(page.getByText("没有发现问题，可以保存。")).toBeVisible();
}

async function writeTasks(page: Page, keepPicture: KeepPicture): Promise<void> {
  const section = await part(page, "任务");
  await section.getByRole("button", { name: "粘贴一段任务" }).click();
  const paste = section.getByRole("region", { name: "粘贴一段任务" });
  await paste.getByLabel("在通知里的位置").fill("二、重点任务");
  await paste.getByLabel("任务原文（一段）").fill("没有任务的一段。");
  await paste.getByRole("button", { name: "加入这些任务" }).click();
  await expect(paste.getByRole("alert")).toContainText("没有读到");
  await paste.getByLabel("任务原文（一段）").fill(tasks);
  await paste.getByRole("button", { name: "加入这些任务" }).click();
  await expect(section.getByRole("heading", { name: "示例人才行动" })).toBeVisible();
  // The one without departments asks for them, beside its field.
  await page.getByRole("button", { name: /任务第 2 项“建设示例平台” › 牵头单位：至少要有一项/ }).click();
  const platform = section.getByRole("group", { name: "建设示例平台" });
  await expect(platform.getByLabel(/牵头单位/)).toBeFocused();
  await expect(platform.getByLabel(/牵头单位/)).toHaveAccessibleDescription("! 至少要有一项。");
  await platform.getByLabel(/牵头单位/).fill("省发展改革委、省科技厅");
  await expect(page.getByText("没有发现问题，可以保存。")).toBeVisible();

  await section.getByRole("button", { name: "添加任务" }).click();
  const added = section.getByRole("group", { name: "新任务" });
  await expect(added.getByLabel("所属行动")).toHaveValue("示例人才行动");
  await added.getByLabel("任务名称").fill("办好示例活动周");
  const named = section.getByRole("group", { name: "办好示例活动周" });
  await named.getByLabel("任务原文").fill("每年办一次示例活动周。");
  await named.getByLabel(/牵头单位/).fill("省发展改革委");
  await giveSource(named, "二、重点任务（二）4.", "每年办一次示例活动周。");
  await expectAccessible(page);
  await keepPicture(page, "plan-tasks");
}

async function savePlan(desk: Desk): Promise<void> {
  const { page } = desk;
  await page.getByRole("button", { name: "保存为新版本" }).click();
  await expect(page.getByText(/已保存第 1 版/)).toBeVisible();
  const saved = await desk.call("scheme/get", { scheme });
  expect(saved).toMatchObject({ purpose: "plan", province: "示例省", version: 1 });
  expect(saved.tasks?.map(({ number, lead, cooperating }) => [number, lead, cooperating])).toEqual([
    [1, ["省科技厅"], ["省财政厅", "省教育厅", "示例税务局"]],
    [2, ["省发展改革委", "省科技厅"], []],
    [3, ["省人力资源社会保障厅", "省科技厅"], []],
    [4, ["省发展改革委"], []],
  ]);
  expect(saved.tasks?.[0]?.text).toBe("围绕示例产业链部署示例创新链。");
  expect(saved.targets?.[0]).toMatchObject({ count: { level: "national", within: "湖南" } });
  await expectAccessible(page);
  await expect(page.getByRole("region", { name: "目标", exact: true })).toContainText("2033 年 > 20 个");
  expect(await desk.tryCall("round/create", { scheme, name: "不该有的轮次" })).toMatchObject({
    ok: false,
    code: "not-for-review",
  });
}

async function useBoard(desk: Desk, keepPicture: KeepPicture): Promise<void> {
  const { page } = desk;
  await page.getByRole("button", { name: "打开目标看板" }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  const { bases } = await desk.call("register/list", { text: "湖南", level: "national" });
  const counted = page.getByRole("row", { name: /国家级双创示范基地/ });
  await expect(counted).toContainText(`名录中 ${bases.length} 个`);
  const row = page.getByRole("row", { name: /示例市场主体/ });
  await expect(row).toContainText("尚无数据");
  await row.getByRole("button", { name: /录入现值/ }).click();
  const form = page.getByRole("form", { name: /示例市场主体/ });
  await form.getByLabel("现值（万家）").first().fill("60");
  await form.getByLabel("所指时间").fill("2032年底");
  await form.getByLabel("数据来源").fill("示例公报");
  await form.getByRole("button", { name: "保存" }).click();
  await expect(row).toContainText("未达到");
  await expect(row).toContainText("40");
  await page.getByLabel("部门").selectOption({ label: "省科技厅" });
  await expect(page.getByText("3 / 4 项任务")).toBeVisible();
  // The text of the plan is put in here as well, and its sentences then lead into it.
  await page.getByRole("button", { name: "通知原文" }).click();
  const text = page.getByRole("complementary", { name: "通知原文" });
  await text.getByLabel("或粘贴通知正文").fill(`一、示例目标\n${aims}\n${tasks}`);
  await text.getByRole("button", { name: "放入粘贴的正文" }).click();
  await page.getByRole("button", { name: "示例研发投入强度", exact: true }).click();
  await expect(text.locator("mark")).toHaveText("示例研发投入强度达到1.25%以上");
  await expectAccessible(page);
  await keepPicture(page, "plan-own-board");
  // A notice of applications may set a target too; it has its board all the same.
  await page
    .getByRole("combobox", { name: "行动计划" })
    .selectOption({ label: "石家庄市“双创”示范基地建设方案" });
  await expect(page.getByRole("row", { name: /市级“双创”示范基地/ })).toBeVisible();
}

/** Out as a file and in again as another computer would: the next version says the same. */
async function exchangeAsFile(desk: Desk): Promise<void> {
  const { page } = desk;
  const { file } = await desk.call("scheme/export", { scheme });
  const text = readFileSync(join(desk.exportFolder, file.name), "utf8");
  await rail(page, "方案");
  const choose = page.getByLabel("导入方案文件");
  const wrong = text.replace('"value": "100"', '"value": "一百"');
  expect(wrong).not.toBe(text);
  await choose.setInputFiles({ name: "错的.json", mimeType: "application/json", buffer: Buffer.from(wrong) });
  await expect(page.getByRole("alert")).toContainText(/第 \d+ 行.*目标第 6 项“示例市场主体” › 数值/);
  await choose.setInputFiles({ name: "计划.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  const [second, first] = await desk.call("scheme/list-versions", { scheme });
  expect([second?.version, first?.version]).toEqual([2, 1]);
}

async function linkPassage(desk: Desk, round: DeskRound): Promise<void> {
  const { page } = desk;
  const [first = ""] = round.submissions;
  const expert = round.experts[0]?.id ?? "";
  await desk.call("desk/declare", { round: round.round, expert, submission: first, recusal: null });
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    deskPath(round, first),
  );
  await expect(page.locator('[data-block="b3"]')).toBeVisible();
  await page.keyboard.press("p");
  await expect(page.locator("[data-pane]")).toHaveCount(2);
  const right = page.locator("[data-pane]").nth(1);
  const material = right.getByRole("combobox", { name: "材料", exact: true });
  const tab = right.getByRole("tab", { name: "计划任务" });
  await tab.or(material).first().waitFor();
  if ((await tab.count()) > 0) await tab.click();
  else {
    await material.click();
    await page.locator(".ant-select-item-option").filter({ hasText: "计划任务" }).last().click();
  }
  await right.getByRole("combobox", { name: "计划", exact: true }).click();
  await page.locator(".ant-select-item-option").filter({ hasText: title }).click();
  await expect(right.locator(".task-entry")).toHaveCount(4);
  await page
    .locator("[data-pane]")
    .first()
    .locator('[data-block="b3"]')
    .evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    });
  await right.getByRole("button", { name: "关联所选文字：任务 2", exact: true }).click();
  await expect(right.getByRole("list", { name: "已关联的原文 2", exact: true })).toContainText("领导小组");
  await expect
    .poll(async () => {
      const notes = await desk.call("note/list", { round: round.round, expert, submission: null });
      return notes.flatMap((note) => note.tasks);
    })
    .toEqual([{ scheme, task: "task-2" }]);
}
