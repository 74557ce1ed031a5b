import { expect, test } from "./support/window.ts";

test("help opens at the section of the screen, follows to the next one, and shows its pictures", async ({
  clerk,
}) => {
  const { page } = clerk;
  const { id } = await clerk.call("round/create", { scheme: "hunan-2021", name: "帮助" });
  const go = (path: string) =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, path);
  await page.reload();
  await go(`/round/${id}/settings`);
  await expect(page.getByRole("heading", { name: "轮次设置", level: 1 })).toBeVisible();
  await page.keyboard.press("F1");
  const help = page.getByRole("complementary", { name: "帮助" });
  await expect(help.getByRole("heading", { name: "六、轮次设置" })).toBeInViewport();
  const places = await help.locator(".help-picture").count();
  expect(places).toBeGreaterThan(3);
  const pictures = help.locator(".help-picture img");
  await expect(pictures).toHaveCount(places);
  await expect
    .poll(() =>
      pictures.evaluateAll((all) =>
        all.map((one) => one instanceof HTMLImageElement && one.naturalWidth > 1000),
      ),
    )
    .not.toContain(false);

  await help.getByRole("button", { name: "放大图片：轮次设置" }).click();
  await expect(page.getByRole("dialog").getByRole("img", { name: "轮次设置" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await go(`/round/${id}/intake`);
  await expect(help.getByRole("heading", { name: "一、导入" })).toBeInViewport();
  await help.getByRole("button", { name: "全部帮助" }).click();
  await help.getByRole("button", { name: "专家", exact: true }).click();
  await expect(help.getByRole("heading", { name: "回避声明" })).toBeVisible();
});
