import { expect, test } from "./support/window.ts";

test("the window opens on its first screen, and a call from it is answered", async ({
  clerk,
  keepPicture,
}) => {
  await expect(clerk.page).toHaveTitle(/双创评审台/);
  await expect(clerk.page.locator("#root")).not.toBeEmpty();
  await expect(clerk.page.getByText("轮次").first()).toBeVisible();
  const state = await clerk.call("app/get-state", {});
  expect(state).toMatchObject({ way: "browser", dataFolder: clerk.dataFolder, rounds: 0 });
  expect(new URL(clerk.page.url()).search).toBe("");
  await keepPicture(clerk.page, "first-screen");
});

test("the page cannot reach any other address", async ({ openDesk }) => {
  const desk = await openDesk({ troublesExpected: true });
  const reached = await desk.page.evaluate(() =>
    fetch("http://127.0.0.1:9/").then(
      () => "reached",
      () => "refused",
    ),
  );
  expect(reached).toBe("refused");
  expect(desk.troubles.join("\n")).toContain("Content Security Policy");
});

test("a second visit with the same start address is refused", async ({ clerk, browser }) => {
  const stranger = await browser.newContext();
  const page = await stranger.newPage();
  const again = await page.goto(clerk.program.startAddress);
  expect(again?.status()).toBe(403);
  await expect(page.locator("body")).toContainText("启动地址");
  const direct = await page.goto(clerk.program.origin);
  expect(direct?.status()).toBe(403);
  await stranger.close();
});
