import { expect, test } from "./support/window.ts";

const table = "附表,,,\n甲,事项,牵头方,盘子\n1,众创空间,某大学,1.2\n2,双创大厦,某高新区,3.45\n";

test("a table nobody could read is read after its header was marked and its columns named", async ({
  clerk,
  keepPicture,
}) => {
  const { page } = clerk;
  const { id } = await clerk.call("round/create", { scheme: "hunan-2021", name: "认表" });
  await page.reload();
  await page.getByRole("navigation").getByRole("link", { name: "收件" }).click();
  await page.getByLabel("选择要导入的文件", { exact: true }).setInputFiles([
    {
      name: "方案.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("申报单位：望月示例创业园\n所在市州：长沙市"),
    },
    { name: "望月示例创业园项目.csv", mimeType: "text/csv", buffer: Buffer.from(table) },
  ]);
  await expect(page.getByText(/导入完成/)).toBeVisible();
  const { arrivals } = await clerk.call("intake/list", { round: id });
  const file = arrivals.find((arrival) => arrival.path.endsWith(".csv"));
  expect(file?.kind).not.toBe("mail");
  await page.getByRole("button", { name: /望月示例创业园项目\.csv/ }).click();
  await page.getByRole("button", { name: "指定表头" }).click();
  // Notes above leave the rows little room; they must not shrink to one.
  await page.setViewportSize({ width: 1366, height: 480 });
  await expect(page.getByRole("button", { name: "第 1 行" })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("button", { name: "第 4 行" })).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1366, height: 768 });

  await page.getByRole("button", { name: "第 2 行" }).click();
  await expect(page.getByText("表头：第 2 行到第 2 行")).toBeVisible();
  for (const [label, role] of [
    [/第 2 列 事项/, "项目名称"],
    [/第 3 列 牵头方/, "建设单位"],
    [/第 4 列 盘子/, "总投资"],
  ] as const) {
    await page.getByRole("combobox", { name: label }).click();
    await page.locator(".ant-select-dropdown:visible").getByTitle(role, { exact: true }).click();
    await expect(page.locator(".ant-select-dropdown:visible")).toHaveCount(0);
  }
  await page.getByRole("textbox", { name: /第 4 列 盘子 单位/ }).fill("亿元");
  await expect(page.getByText(/2 个项目，总投资合计 46,500 万元/)).toBeVisible();
  await page.getByLabel("给这种表起个名字").fill("某市项目表");
  await keepPicture(page, "name-header");
  await page.getByRole("button", { name: "保存并重新读取" }).click();
  await expect(page.getByText(/已保存。重新读取 1 份文件/)).toBeVisible();
  const after = await clerk.call("intake/list", { round: id });
  expect(after.arrivals.find((arrival) => arrival.path.endsWith(".csv"))?.kind).toBe("project-table");
  await expect(page.getByText("已记住的表头 (1)")).toBeVisible();
});
