import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cell, docxWith, paragraph, table } from "../support/office-fixture.ts";
import { sample } from "./support/clerk-steps.ts";
import { expect, test } from "./support/window.ts";

test("files without an applicant are no settled matter, and a value says the row and column of its Word table", async ({
  clerk,
}) => {
  const { page } = clerk;
  const { id } = await clerk.call("round/create", { scheme: "hunan-2021", name: "收了一半的轮次" });
  await page.reload();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `/round/${id}/intake`);
  const stick = mkdtempSync(join(tmpdir(), "pingshen-unsorted-"));
  const [empty, plan] = [join(stick, "空文件.docx"), join(stick, "示例高新区实施方案.docx")];
  writeFileSync(empty, "");
  const rows = [
    ["申报单位", "湘潭示例高新技术产业开发区"],
    ["所在市州", "湘潭市"],
    ["主体类型", "区域示范基地"],
    ["建设方向", "融通创新方向"],
  ];
  writeFileSync(
    plan,
    docxWith(
      paragraph("湘潭示例高新技术产业开发区双创示范基地建设实施方案") +
        table(...rows.map((texts) => texts.map((text) => cell(text)))),
    ),
  );
  const choice = page.getByLabel("选择要导入的文件", { exact: true });
  const head = page.locator(".intake-head");
  await choice.setInputFiles(empty);
  await expect(head).toContainText("已收 1 份文件，还没有归入单位");
  await expect(head).not.toContainText("没有待核实");
  await choice.setInputFiles(plan);
  await expect(page.getByText(/导入完成：1 份文件，归入 1 家/)).toBeVisible();
  await expect(head).not.toContainText("还没有归入单位");
  await page.getByText("湘潭示例高新技术产业开发区").first().click();
  const facts = page.getByRole("region", { name: "读到的内容" });
  await expect(facts.getByRole("button", { name: /1 行 2 列/ })).toBeVisible();
});

test("of two values that contradict each other none is taken for sure, and both say so", async ({
  clerk,
}) => {
  const { page } = clerk;
  const { id } = await clerk.call("round/create", { scheme: "hunan-2021", name: "前后不一致的轮次" });
  await page.reload();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `/round/${id}/intake`);
  await page.getByLabel("选择要导入的文件夹", { exact: true }).setInputFiles(join(sample, "衡阳市"));
  await expect(page.getByText(/导入完成/)).toBeVisible();
  await page.getByText("衡阳示例雁城经济开发区").first().click();
  const facts = page.getByRole("region", { name: "读到的内容" });
  await expect(facts.getByText(/材料里另有数值 12,350/)).toBeVisible();
  await expect(facts.getByText(/材料里另有数值 9,120/)).toBeVisible();
  const { submissions } = await clerk.call("intake/list", { round: id });
  const submission = submissions.find(({ name }) => name === "衡阳示例雁城经济开发区")?.id ?? "";
  const statesOf = async () => {
    const now = await clerk.call("submission/get", { submission });
    const jobs = now.facts.filter(
      ({ key, year, role }) => key === "employment-jobs" && year === undefined && role === "value",
    );
    return {
      open: now.facts.filter(({ state }) => state === "read").length,
      jobs: jobs.map(({ state }) => state),
    };
  };
  await facts.getByRole("button", { name: /接受全部有把握的/ }).click();
  await expect.poll(async () => (await statesOf()).open).toBeLessThanOrEqual(2);
  expect((await statesOf()).jobs).not.toContain("confirmed");
});
