import { passphrase } from "../support/program.ts";
import { deskPath, makeDeskRound } from "./support/desk-round.ts";
import { type Desk, expect, test } from "./support/window.ts";

const goTo = (desk: Desk, path: string) =>
  desk.page.evaluate((hash) => {
    location.hash = hash;
  }, path);

/** Chromium writes the number of pages beside the root of its page tree. */
const pagesOf = (pdf: Buffer): number =>
  Number(/\/Type \/Pages\s+\/Count (\d+)/.exec(pdf.toString("latin1"))?.[1]);

test("each sheet is printed on one page whatever is written in it; what does not fit goes to an annex", async ({
  openDesk,
  keepPicture,
}) => {
  const round = await makeDeskRound({ applicants: 3 });
  const expert = round.experts[0]?.id ?? "";
  const desk = await openDesk({ dataFolder: round.dataFolder });
  test.skip(desk.program.way === "electron", "pages are counted in a browser's PDF");
  const { page } = desk;
  const { form } = await desk.call("desk/list", { round: round.round, expert });
  // A short one, one that needs smaller type, and one that no type makes fit.
  const lengths = [0, 260, 1900];
  for (const [index, submission] of round.submissions.entries()) {
    const at = { round: round.round, expert, submission };
    await desk.call("desk/declare", { ...at, recusal: null });
    for (const item of form.items)
      await desk.call("desk/save-item", {
        ...at,
        item: item.id,
        score: "18.5",
        comment: "机制健全，考核办法尚缺。".repeat(200).slice(0, lengths[index]),
      });
    await desk.call("desk/save-remark", { ...at, remark: "总体较好。".repeat(index * 20) });
    await desk.call("desk/set-complete", { ...at, complete: true });
  }
  const keyId = round.experts[0]?.key.keyId ?? "";
  await goTo(desk, `/round/${round.round}/sign/${expert}`);
  await page.getByText("查看将要签署的原文").click();
  await expect(page.locator(".sign-payload pre")).toContainText('"type": "pingshen/result"');
  await page.getByLabel("口令").fill(passphrase);
  await page.getByRole("button", { name: "签署 3 份评分" }).click();
  await expect(page.getByText("3 份评分已签署")).toBeVisible();
  await expect(page.getByText("有 1 份的说明一页放不下")).toBeVisible();
  await keepPicture(page, "sign-receipt");

  await page.emulateMedia({ media: "print" });
  const code = (await desk.call("result/list", { round: round.round }))[0]?.shortCode ?? "none";
  const sheets = page.locator(".print-sheet");
  await expect(sheets).toHaveCount(3);
  for (const sheet of await sheets.all()) {
    await expect(sheet).toContainText(code);
    await expect(sheet).toContainText("专家签名");
    const millimetres = await sheet.evaluate(
      (element) => element.getBoundingClientRect().height * (25.4 / 96),
    );
    expect(millimetres).toBeLessThanOrEqual(257);
  }
  await expect(page.locator(".print-annex")).toContainText("机制健全");
  // Every screen around it is left out, and every sheet begins on a page of its own.
  await expect(page.locator(".top-line")).toBeHidden();
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBeGreaterThan(3);
  await page.addStyleTag({ content: ".print-annex { display: none !important }" });
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(3);
  await page.emulateMedia({ media: null });

  // Withdrawing is a signature too.
  await page.getByRole("button", { name: "撤回并更正" }).click();
  await page.getByLabel("更正理由").fill("第三家误打");
  await page.getByRole("button", { name: "签署撤回，开始更正" }).click();
  await expect(page.getByText("请输入口令：撤回也要签名。")).toBeVisible();
  await page.locator(".reopen-form").getByLabel("口令").fill(passphrase);
  await page.getByRole("button", { name: "签署撤回，开始更正" }).click();
  const note = page.getByRole("note", { name: "已撤回的签署" });
  await expect(note).toContainText("第三家误打");
  await expect(note.getByRole("link", { name: "下载撤回文件" })).toBeVisible();
  expect(await desk.call("result/list", { round: round.round })).toMatchObject([
    { sequence: 1, inForce: false },
    { sequence: 2, inForce: true, withdraws: { reason: "第三家误打" } },
  ]);
  expect(keyId).not.toBe("");
  await goTo(desk, deskPath(round, round.submissions[0]));
  await expect(page.getByRole("textbox", { name: /工作机制建设 评分/ })).toBeEditable();
});
