import { makeDeskRound } from "./support/desk-round.ts";
import { expect, test } from "./support/window.ts";

test("in a round under review what experts hold cannot be changed, and a supplement can be imported and confirmed", async ({
  openDesk,
  keepPicture,
}) => {
  const round = await makeDeskRound({ applicants: 2, paragraphs: 2 });
  const [first = ""] = round.submissions;
  const { page } = await openDesk({ dataFolder: round.dataFolder });
  await page.evaluate((path) => {
    location.hash = path;
  }, `/round/${round.round}/intake?submission=${first}`);
  await expect(page.getByText(/评审已开启：/)).toBeVisible();
  await expect(page.getByText(/这一版已进入评审/)).toBeVisible();
  await expect(page.getByRole("button", { name: /接受全部/ })).toHaveCount(0);
  await keepPicture(page, "intake-under-review");
  await page.getByLabel("选择要导入的文件", { exact: true }).setInputFiles({
    name: "补充材料.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(
      "湘潭示例莲城高新技术产业开发区补充材料\n申报单位：湘潭示例莲城高新技术产业开发区\n所在市州：长沙市\n创新型企业数量：366家\n",
    ),
  });
  await expect(page.getByText(/导入完成/)).toBeVisible();
  await expect(page.getByText(/这一版已进入评审/)).toHaveCount(0);
  await expect(page.getByRole("button", { name: /接受全部/ })).toBeVisible();
  await keepPicture(page, "intake-supplement");
});
