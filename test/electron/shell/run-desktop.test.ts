import { join } from "node:path";
import { expect, test, vi } from "vitest";
import type { StartFailure } from "../../../electron/compose.ts";
import { fail } from "../../../shared/contract/result.ts";
import { fakeEvent } from "../../support/fake-electron.ts";
import { startDesktop } from "../../support/start-desktop.ts";

/** By itself it would wait a second, which a busy machine may need for less. */
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 600_000 });

test("the program starts in the order Electron needs, on its own data folder", async () => {
  const { fake, root, dataFolder, ports } = await startDesktop();
  const order = fake.log.filter((entry) => entry !== "appendSwitch");
  expect(order).toEqual(["lock", "scheme app", "enableSandbox", "ready"]);
  expect(fake.log.lastIndexOf("appendSwitch")).toBeLessThan(fake.log.indexOf("ready"));
  expect(ports).toMatchObject({
    way: "electron",
    version: "9.8.7",
    dataFolder,
    databaseFile: join(dataFolder, "pingshen.db"),
    resourcesFolder: join(root, "resources"),
    workerFile: join(root, "dist", "electron", "intake-worker.cjs"),
  });
  expect(fake.electron.app.paths.get("userData")).toBe(join(dataFolder, "window"));
});

test("the menu speaks the chosen language and follows a change of it", async () => {
  const { fake, ownEvent } = await startDesktop();
  expect(fake.menu().map(({ label }) => label)).toEqual(["文件", "编辑", "查看", "帮助"]);
  await fake.invoke("app/save-preferences", { locale: "en" }, ownEvent);
  await eventually(() =>
    expect(fake.menu().map(({ label }) => label)).toEqual(["File", "Edit", "View", "Help"]),
  );
});

test("the menu opens the export folder, tells about the program, and changes type size by the page's own keys", async () => {
  const { fake, dataFolder, window } = await startDesktop();
  fake.menuItem("open-exports")?.click?.();
  expect(fake.opened).toEqual([join(dataFolder, "exports")]);
  fake.menuItem("about")?.click?.();
  expect(JSON.stringify(fake.messageBoxes)).toContain("9.8.7");
  expect(fake.menuItem("larger")).toMatchObject({
    accelerator: "CommandOrControl+=",
    registerAccelerator: false,
  });
  fake.menuItem("larger")?.click?.();
  expect(window.webContents.keys).toEqual([
    { type: "keyDown", keyCode: "=", modifiers: ["control"] },
    { type: "keyUp", keyCode: "=", modifiers: ["control"] },
  ]);
});

test("quitting with nothing unsaved closes the database and ends", async () => {
  const { fake, program } = await startDesktop();
  fake.menuItem("quit")?.click?.();
  await eventually(() => expect([fake.windows.length, program.closed]).toEqual([0, 1]));
  expect(fake.messageBoxes).toEqual([]);
});

test("quitting with unsaved work asks, and going back keeps the window", async () => {
  const { fake, program } = await startDesktop();
  program.unsavedCount = 3;
  fake.answers.push(0);
  fake.menuItem("quit")?.click?.();
  await eventually(() => expect(fake.messageBoxes.length).toBe(1));
  expect(fake.messageBoxes[0]?.options).toMatchObject({
    message: "还有 3 处修改没有保存，确定退出吗？",
    buttons: ["返回继续", "放弃修改并退出"],
    defaultId: 0,
    cancelId: 0,
  });
  expect([fake.windows.length, program.closed]).toEqual([1, 0]);
  fake.answers.push(1);
  await eventually(() => {
    fake.windows[0]?.close();
    expect(fake.windows.length).toBe(0);
  });
  await eventually(() => expect(program.closed).toBe(1));
});

test("closing twice while the question is open asks once", async () => {
  const { fake, program, window } = await startDesktop();
  program.unsavedCount = 1;
  window.close();
  window.close();
  await eventually(() => expect(fake.messageBoxes.length).toBe(1));
  expect(fake.windows.length).toBe(1);
});

test("the page's own question before leaving does not block the window as well", async () => {
  const { window } = await startDesktop();
  const event = fakeEvent();
  window.webContents.emit("will-prevent-unload", event);
  expect(event.defaultPrevented).toBe(true);
});

test("a second start brings the first window forward", async () => {
  const { fake, window } = await startDesktop();
  window.minimized = true;
  window.acts.length = 0;
  fake.electron.app.emit("second-instance", fakeEvent(), [], "/");
  expect(window.acts).toEqual(["restore", "show", "focus"]);
});

test("the second start itself ends without touching the data", async () => {
  const { fake, ports } = await startDesktop({ firstInstance: false });
  expect([ports, fake.windows.length, fake.electron.app.quitCount]).toEqual([null, 0, 1]);
});

test("each reason not to start is one sentence in a box, then the end", async () => {
  const codes: StartFailure[] = [
    "database-locked",
    "database-newer",
    "database-damaged",
    "data-folder-unusable",
    "self-test-failed",
    "resources-unusable",
  ];
  for (const code of codes) {
    const { fake } = await startDesktop({
      composed: async () => fail(code, { file: "a.json", problem: "scheme-invalid" }),
    });
    const [box] = fake.errorBoxes;
    expect(box?.title).toBe("双创评审台");
    expect(box?.content, code).toMatch(/^[^\n{}]+。$/);
    expect([fake.windows.length, fake.electron.app.exitCode], code).toEqual([0, 3]);
  }
});

test("even a bug at the start is a sentence without a stack trace", async () => {
  const { fake } = await startDesktop({
    composed: () => Promise.reject(new Error("cannot read\n    at secret (file.ts:1)")),
  });
  expect(fake.errorBoxes[0]?.content).toContain("cannot read");
  expect(fake.errorBoxes[0]?.content).not.toContain("file.ts");
});
