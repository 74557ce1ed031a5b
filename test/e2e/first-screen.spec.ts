import { expect, test } from "./support/window.ts";

test("the window opens on its first screen, and a call from it is answered", async ({
  clerk,
  keepPicture,
}) => {
  await expect(clerk.page).toHaveTitle(/双创评审台/);
  await expect(clerk.page.locator("#root")).not.toBeEmpty();
  await expect(clerk.page.getByText("轮次").first()).toBeVisible();
  const state = await clerk.call("app/get-state", {});
  expect(state).toMatchObject({ way: clerk.program.way, dataFolder: clerk.dataFolder, rounds: 0 });
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
  test.skip(clerk.program.way === "electron", "Electron has no address that another browser could visit");
  const stranger = await browser.newContext();
  const page = await stranger.newPage();
  const again = await page.goto(clerk.program.startAddress);
  expect(again?.status()).toBe(403);
  await expect(page.locator("body")).toContainText("启动地址");
  const direct = await page.goto(clerk.program.origin);
  expect(direct?.status()).toBe(403);
  await stranger.close();
});

test("what was confirmed is there after the program was killed", async ({ openDesk }) => {
  const desk = await openDesk({ troublesExpected: true });
  const { preferences } = await desk.call("app/get-state", {});
  await desk.call("app/save-preferences", { ...preferences, name: "王经办", scale: 130 });
  const again = await desk.restart("kill");
  expect((await again.call("app/get-state", {})).preferences).toMatchObject({ name: "王经办", scale: 130 });
});
