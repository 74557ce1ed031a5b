import { join } from "node:path";
import type { Page } from "@playwright/test";
import { Document, HeadingLevel, Packer, Paragraph } from "docx";
import { expectAccessible, type KeepPicture, rail, sample, spreadsheet } from "./support/clerk-steps.ts";
import { expect, test } from "./support/window.ts";

test("a letter asks an applicant for what is missing, and its clock shows in the round", async ({
  clerk,
  keepPicture,
}) => {
  const { page } = clerk;
  await page.getByRole("button", { name: "打开示例轮次" }).click();
  await expect(page.getByRole("heading", { name: /示例：2021年湖南省/ })).toBeVisible();
  await rail(page, "核查");
  await page.getByText("问题清单", { exact: true }).click();
  await page.getByLabel("类别").selectOption({ value: "attachment" });
  await page.getByLabel("结论").selectOption({ value: "not-reported" });
  await expectAccessible(page);
  await page
    .getByRole("row", { name: /岳阳示例洞庭.*项目汇总表/ })
    .first()
    .click();
  await page.getByRole("link", { name: /写入补正函/ }).click();
  const letter = page.getByRole("form", { name: /补正函：岳阳示例洞庭/ });
  await expect(letter.getByText("已选 1 项，共 2 项")).toBeVisible();
  await letter.getByRole("checkbox", { name: "写入第 1 项" }).check();
  await letter.getByLabel("第 1 项的文字").fill("请补报双创示范基地基本量化指标表。");
  await letter.getByLabel("补正期限").fill("2099-12-31");
  const preview = letter.getByRole("region", { name: "函件预览" });
  await expect(preview).toContainText("请补报双创示范基地基本量化指标表。");
  await expect(preview).toContainText("2099年12月31日");
  await expectAccessible(page);
  await keepPicture(page, "letter");
  await letter.getByRole("button", { name: "生成补正函" }).click();
  await expect(page.getByText(/补正开始计时/)).toBeVisible();
  const sent = page.getByRole("region", { name: "已发的补正函" });
  await expect(sent.getByRole("row", { name: /岳阳示例洞庭/ })).toContainText(/补正中 · 还有 \d+ 天/);
  await rail(page, "轮次");
  await page.getByRole("rowheader", { name: /示例：2021年湖南省/ }).click();
  await expect(page.getByText("补正中 1 家")).toBeVisible();
});

test("the register is searched, takes other names and lists with questions, and is written out again", async ({
  clerk,
  keepPicture,
}) => {
  const { page } = clerk;
  await rail(page, "方案");
  await page.getByRole("link", { name: "基地名录" }).click();
  await expect(page.getByText("显示 92 个，共 92 个")).toBeVisible();
  await page.getByLabel("查找").fill("江北新区");
  await expect(page.getByText("显示 1 个，共 92 个")).toBeVisible();
  await page.getByRole("rowheader", { name: /南京市江北新区/ }).click();
  const card = page.getByRole("region", { name: /南京市江北新区/ });
  await card.getByRole("button", { name: "添加别名" }).click();
  await card.getByLabel("别名（曾用名、简称）").fill("示例江北片区");
  await card.getByLabel("依据").fill("示例批复");
  await card.getByRole("button", { name: "保存" }).click();
  await expect(card.getByText("别名“示例江北片区”（示例批复）")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("查找").fill("示例江北片区");
  await expect(page.getByText("显示 1 个，共 92 个")).toBeVisible();
  await page.getByLabel("查找").fill("没有这样的基地");
  await expect(page.getByText(/没有符合条件的基地/)).toBeVisible();
  await page.getByLabel("查找").fill("");
  await importList(page, keepPicture);
  const { bases } = await clerk.call("register/list", { register: "示例省级2031" });
  expect(bases.map(({ name, city, batch }) => [name, city, batch])).toEqual([
    ["示例高新技术产业开发区", "长沙市", "第一批"],
    ["示例经济技术开发区", "无此市", "第一批"],
  ]);
  const exporting = page.getByRole("region", { name: "导出名录" });
  await exporting.getByLabel("名录").selectOption({ value: "national-2020" });
  await exporting.getByRole("button", { name: "生成名录" }).click();
  await expect(exporting.getByText(/已写入/)).toBeVisible();
});

async function importList(page: Page, keepPicture: KeepPicture): Promise<void> {
  await page.getByRole("button", { name: "导入名单" }).click();
  const form = page.getByRole("region", { name: "导入名单" });
  await form.getByLabel("列入哪个名录").fill("示例省级2031");
  await form.getByLabel("批次").first().fill("第一批");
  await page.getByLabel("选择名单文件").setInputFiles(
    spreadsheet("名单.xlsx", [
      ["序号", "单位名称", "建设方向", "所在市州"],
      ["1", "示例高新技术产业开发区", "融通创新", "长沙市"],
      ["2", "示例经济技术开发区", "创业就业", "无此市"],
      ["3", "示例高新技术产业开发区", "融通创新", "长沙市"],
    ]),
  );
  await expect(form.getByText("将列入 2 个，名单共 3 行，还有 1 行待确认")).toBeVisible();
  await expect(form.getByRole("checkbox", { name: /列入第 3 行/ })).toBeDisabled();
  const add = form.getByRole("button", { name: "列入 2 个" });
  await expect(add).toBeDisabled();
  await form.getByRole("checkbox", { name: /“无此市”不在已知的市州名单里/ }).check();
  await expectAccessible(page);
  await keepPicture(page, "register-import");
  await add.click();
  await expect(page.getByText("显示 94 个，共 94 个")).toBeVisible();
}

test("a target of the plan takes a value with its source, and leads to its sentence", async ({
  clerk,
  keepPicture,
}) => {
  const { page } = clerk;
  await rail(page, "方案");
  await page.getByRole("link", { name: "行动计划" }).click();
  await expect(page.getByText("27 / 27 项任务")).toBeVisible();
  const row = page.getByRole("row", { name: /全社会研发投入/ });
  await expect(row).toContainText("尚无数据");
  await row.getByRole("button", { name: /录入现值/ }).click();
  const form = page.getByRole("form", { name: /全社会研发投入/ });
  await form.getByLabel("现值（亿元）").first().fill("260.5");
  await form.getByLabel("所指时间").fill("2022年底");
  await form.getByLabel("数据来源").fill("示例统计公报");
  await form.getByRole("button", { name: "保存" }).click();
  await expect(row).toContainText("39.5");
  await expect(row).toContainText("未达到");
  await row.getByRole("button", { name: "全社会研发投入", exact: true }).click();
  const text = page.getByRole("complementary", { name: "通知原文" });
  await expect(text.locator("mark")).toHaveText("全区全社会研发投入达到300亿元");
  await page.getByLabel("部门").selectOption({ label: "自治区科技厅" });
  await expect(page.getByText(/\d+ \/ 27 项任务/)).not.toHaveText("27 / 27 项任务");
  await expectAccessible(page);
  await keepPicture(page, "plan");
});

test("evaluation points are answered with evidence; unanswered is not no", async ({ clerk, keepPicture }) => {
  const { page } = clerk;
  const round = await clerk.call("round/create", { scheme: "shijiazhuang-2018", name: "石家庄示例轮次" });
  await page.reload();
  await page.evaluate((id) => {
    location.hash = `/round/${id}/intake`;
  }, round.id);
  await page
    .getByLabel("选择要导入的文件", { exact: true })
    .setInputFiles([join(sample, "衡阳市", "雁城经开区实施方案.docx")]);
  await expect(page.getByText(/导入完成/)).toBeVisible();
  const [submission] = (await clerk.call("intake/list", { round: round.id })).submissions;
  expect(submission?.subject).toBe("region");
  await rail(page, "核查");
  await page.getByRole("button", { name: "评价要点" }).click();
  await page.getByRole("rowheader", { name: /雁城/ }).click();
  const point = page.getByRole("article", { name: "有无搭建政企共建公共服务平台" });
  await expect(point.getByText("未答")).toBeVisible();
  await expect(page.getByText(/已答 0 \/ \d+/)).toBeVisible();
  await point.getByRole("radio", { name: "有", exact: true }).check();
  await point.getByLabel("实施效果").fill("示例：办事时限缩短一半");
  await point.getByRole("button", { name: "从材料中选取依据" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByText(/示例/).nth(3).click({ clickCount: 3 });
  await drawer.getByRole("button", { name: "采用选中的文字" }).click();
  await expect(point.getByRole("button", { name: /查看出处/ })).toBeVisible();
  await point.getByRole("button", { name: "保存答复" }).click();
  await expect(page.getByText(/已答 1 \/ \d+/)).toBeVisible();
  await expect(point.getByText("达标")).toBeVisible();
  const other = page.getByRole("article", { name: "有无推出“放管服”改革的政策举措" });
  await other.getByRole("radio", { name: "无", exact: true }).check();
  await other.getByRole("button", { name: "保存答复" }).click();
  await expect(other.getByText("未达标")).toBeVisible();
  await page.getByText(/只看未答/).click();
  await expect(point).toHaveCount(0);
  await expectAccessible(page);
  await keepPicture(page, "points");
});

/** A plan of a region that says its projects in one sentence. */
const planWithNumbers = (): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: "双创示范基地建设实施方案", heading: HeadingLevel.TITLE }),
            new Paragraph("申报单位：石家庄示例高新技术产业开发区"),
            new Paragraph({ text: "一、工作基础和成效", heading: HeadingLevel.HEADING_1 }),
            new Paragraph("全区重点建设项目40个，其中高新技术及战略性新兴产业项目26个，占比65%。"),
          ],
        },
      ],
    }),
  );

test("a number of the material answers a point only when somebody has taken it, with its place", async ({
  clerk,
  keepPicture,
}) => {
  const { page } = clerk;
  const round = await clerk.call("round/create", { scheme: "shijiazhuang-2018", name: "石家庄示例轮次" });
  await page.reload();
  await page.evaluate((id) => {
    location.hash = `/round/${id}/intake`;
  }, round.id);
  await page.getByLabel("选择要导入的文件", { exact: true }).setInputFiles({
    name: "实施方案.docx",
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    buffer: await planWithNumbers(),
  });
  await expect(page.getByText(/导入完成/)).toBeVisible();
  const [submission] = (await clerk.call("intake/list", { round: round.id })).submissions;
  await page.evaluate(
    ([id, of]) => {
      location.hash = `/round/${id}/points?of=${of}`;
    },
    [round.id, submission?.id ?? ""] as const,
  );
  const point = page.getByRole("article", { name: /占比是否达到60%以上/ });
  const found = point.getByRole("region", { name: "材料中可能的数值" });
  await expect(found.getByRole("button", { name: "采用 26个" })).toBeVisible();
  await expect(point.getByText("未答")).toBeVisible();
  await expectAccessible(page);
  await keepPicture(page, "point-numbers");
  await found.getByRole("button", { name: "采用 26个" }).click();
  await found.getByRole("button", { name: "采用 40个" }).click();
  await point.getByRole("button", { name: "保存答复" }).click();
  await expect(point.getByText("达标")).toBeVisible();
  await expect(point.getByText("算式 26 ÷ 40 × 100 = 65")).toBeVisible();
  const answered = await clerk.call("point/list", { submission: submission?.id ?? "" });
  const answer = answered.find((one) => one.point.id === "region-5-3")?.answer;
  expect([answer?.inputs, answer?.evidence.length]).toEqual([{ part: "26", whole: "40" }, 2]);
});
