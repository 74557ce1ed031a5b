import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { StartFailure } from "../../../electron/compose.ts";
import type { Ports } from "../../../electron/ports.ts";
import type { Program } from "../../../electron/program.ts";
import { fail, type Result, succeed } from "../../../shared/contract/result.ts";
import {
  createFakeElectron,
  type FakeElectron,
  FakeFrame,
  FakeWebContents,
  fakeEvent,
} from "../../support/fake-electron.ts";
import { createFakeProgram, type FakeProgram } from "../../support/fake-program.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "pingshen-desktop-"));
/** Looks like the program's own folder, with a window built into it. */
const root = mkdtempSync(join(tmpdir(), "pingshen-root-"));
let fake: FakeElectron;
let program: FakeProgram;
let ports: Ports | null;

beforeEach(async () => {
  const { mkdirSync } = await import("node:fs");
  mkdirSync(join(root, "dist", "renderer"), { recursive: true });
  mkdirSync(join(root, "dist", "electron"), { recursive: true });
  writeFileSync(join(root, "package.json"), '{"version":"9.8.7"}');
  writeFileSync(join(root, "dist", "renderer", "index.html"), "<!doctype html><title>双创评审台</title>");
  program = createFakeProgram();
  ports = null;
});

afterEach(() => {
  vi.doUnmock("electron");
  vi.resetModules();
});

type Composed = Result<Program, StartFailure>;

async function start(
  how: { firstInstance?: boolean; composed?: () => Promise<Composed> } = {},
): Promise<FakeElectron> {
  fake = createFakeElectron(how);
  vi.doMock("electron", () => fake.electron);
  const { runDesktop } = await import("../../../electron/shell/run-desktop.ts");
  await runDesktop({
    entryFolder: join(root, "dist", "electron"),
    words: [root, "--data", dataFolder],
    compose: async (given) => {
      ports = given;
      return how.composed === undefined ? succeed<Program>(program) : how.composed();
    },
  });
  await fake.windows[0]?.loaded;
  return fake;
}

const theWindow = () => {
  const [window] = fake.windows;
  if (window === undefined) throw new Error("no window");
  return window;
};
const ownEvent = () => ({
  sender: theWindow().webContents,
  senderFrame: theWindow().webContents.mainFrame,
});

test("the program starts in the order Electron needs, on its own data folder", async () => {
  await start();
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

test("the window is in the sandbox, isolated, without Node, and shows the program's own page", async () => {
  await start();
  const window = theWindow();
  expect(window.options.webPreferences).toMatchObject({
    preload: join(root, "dist", "electron", "preload.cjs"),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
  });
  expect(window.webContents.getURL()).toBe("app://pingshen/");
  expect(await window.page?.text()).toContain("双创评审台");
  expect(window.page?.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect([window.options.show, window.visible]).toEqual([false, true]);
});

test("app: addresses of another host are not answered", async () => {
  await start();
  const handler = fake.defaultSession.handlers.get("app");
  for (const url of ["app://evil/", "app://pingshen.evil/index.html"])
    expect((await handler?.(new Request(url)))?.status).toBe(404);
});

test("navigation anywhere else is denied, in the page and in frames, also after a redirect", async () => {
  await start();
  const contents = theWindow().webContents;
  const denied = (name: string, url: string): boolean => {
    const event = fakeEvent({ url });
    contents.emit(name, event);
    return event.defaultPrevented;
  };
  for (const name of ["will-navigate", "will-frame-navigate", "will-redirect"]) {
    for (const url of [
      "https://example.com/",
      "http://127.0.0.1/",
      "file:///etc/passwd",
      "javascript:alert(1)",
      "data:text/html,x",
      "app://evil/",
      "app://pingshen@evil/",
    ])
      expect(denied(name, url), `${name} ${url}`).toBe(true);
    expect(denied(name, "app://pingshen/#/rounds"), name).toBe(false);
  }
});

test("no page opens another window or a webview", async () => {
  await start();
  expect(theWindow().webContents.openHandler?.()).toEqual({ action: "deny" });
  const event = fakeEvent();
  theWindow().webContents.emit("will-attach-webview", event);
  expect(event.defaultPrevented).toBe(true);
  const stranger = new FakeWebContents();
  fake.electron.app.emit("web-contents-created", fakeEvent(), stranger);
  expect(stranger.openHandler?.()).toEqual({ action: "deny" });
});

test("every request to the network is cancelled", async () => {
  await start();
  const cancelled = (url: string): boolean => {
    let answer = false;
    fake.defaultSession.beforeRequest?.({ url }, ({ cancel }) => {
      answer = cancel;
    });
    return answer;
  };
  const foreign = [
    "https://example.com/",
    "http://127.0.0.1:80/",
    "ws://127.0.0.1/",
    "ftp://example.com/",
    "file:///etc/passwd",
    "devtools://devtools/",
    "chrome://version",
    "blob:https://example.com/1",
    "app://evil/x.js",
    "not an address",
  ];
  expect(foreign.filter((url) => !cancelled(url))).toEqual([]);
  const ours = [
    "app://pingshen/",
    "app://pingshen/assets/a.js",
    "data:image/png;base64,AA",
    "blob:app://pingshen/1",
  ];
  expect(ours.filter(cancelled)).toEqual([]);
  expect(fake.electron.app.switches.get("host-resolver-rules")).toBe("MAP * ~NOTFOUND");
  expect(fake.electron.app.switches.has("disable-background-networking")).toBe(true);
  expect(fake.defaultSession.spellChecker).toBe(false);
});

test("permissions and devices are denied; copying text from our own page is not", async () => {
  await start();
  const session = fake.defaultSession;
  const granted = (permission: string, url: string): boolean => {
    const contents = new FakeWebContents();
    contents.mainFrame = new FakeFrame(url);
    let answer = false;
    session.permissionRequest?.(contents, permission, (given) => {
      answer = given;
    });
    expect(session.permissionCheck?.(contents, permission, url)).toBe(answer);
    return answer;
  };
  for (const permission of [
    "media",
    "geolocation",
    "notifications",
    "clipboard-read",
    "usb",
    "serial",
    "openExternal",
  ])
    expect(granted(permission, "app://pingshen/"), permission).toBe(false);
  expect(granted("clipboard-sanitized-write", "app://pingshen/")).toBe(true);
  expect(granted("clipboard-sanitized-write", "https://example.com/")).toBe(false);
  expect(session.devicePermission?.()).toBe(false);
  const streams: object[] = [];
  session.displayMedia?.({}, (answer) => streams.push(answer));
  expect(streams).toEqual([{}]);
});

test("only the program's own files can be downloaded", async () => {
  await start();
  const denied = (url: string): boolean => {
    const event = fakeEvent();
    fake.defaultSession.emit("will-download", event, { getURL: () => url });
    return event.defaultPrevented;
  };
  expect(denied("app://pingshen/files/export/a.docx")).toBe(false);
  expect(denied("blob:app://pingshen/0-1")).toBe(false);
  for (const url of [
    "https://example.com/a.exe",
    "app://pingshen/index.html",
    "app://evil/files/a",
    "blob:https://a/1",
  ])
    expect(denied(url), url).toBe(true);
});

test("a call from our page reaches the program; one from anywhere else does not", async () => {
  await start();
  expect(await fake.invoke("app/get-state", {}, ownEvent())).toEqual({
    ok: true,
    value: { name: "app/get-state", input: {} },
  });
  program.calls.length = 0;
  const { webContents } = theWindow();
  const subframe = new FakeFrame("app://pingshen/", webContents.mainFrame);
  const strangers = [
    { sender: webContents, senderFrame: null },
    { sender: webContents, senderFrame: subframe },
    { sender: webContents, senderFrame: new FakeFrame("app://pingshen/") },
    { sender: webContents, senderFrame: new FakeFrame("https://example.com/") },
  ];
  for (const event of strangers)
    expect(await fake.invoke("app/get-state", {}, event)).toMatchObject({ ok: false, code: "unknown-call" });
  webContents.mainFrame.url = "https://example.com/";
  expect(await fake.invoke("app/get-state", {}, ownEvent())).toMatchObject({ ok: false });
  webContents.mainFrame.url = "app://pingshen/";
  expect(await fake.invoke({ toString: () => "app/get-state" }, {}, ownEvent())).toMatchObject({
    ok: false,
    code: "bad-input",
  });
  expect(program.calls).toEqual([]);
});

test("the menu speaks the chosen language and follows a change of it", async () => {
  await start();
  expect(fake.menu().map(({ label }) => label)).toEqual(["文件", "编辑", "查看", "帮助"]);
  await fake.invoke("app/save-preferences", { locale: "en" }, ownEvent());
  await vi.waitFor(() =>
    expect(fake.menu().map(({ label }) => label)).toEqual(["File", "Edit", "View", "Help"]),
  );
});

test("the menu opens the export folder, tells about the program, and changes type size by the page's own keys", async () => {
  await start();
  fake.menuItem("open-exports")?.click?.();
  expect(fake.opened).toEqual([join(dataFolder, "exports")]);
  fake.menuItem("about")?.click?.();
  expect(JSON.stringify(fake.messageBoxes)).toContain("9.8.7");
  expect(fake.menuItem("larger")).toMatchObject({
    accelerator: "CommandOrControl+=",
    registerAccelerator: false,
  });
  fake.menuItem("larger")?.click?.();
  expect(theWindow().webContents.keys).toEqual([
    { type: "keyDown", keyCode: "=", modifiers: ["control"] },
    { type: "keyUp", keyCode: "=", modifiers: ["control"] },
  ]);
});

test("quitting with nothing unsaved closes the database and ends", async () => {
  await start();
  fake.menuItem("quit")?.click?.();
  await vi.waitFor(() => expect([fake.windows.length, program.closed]).toEqual([0, 1]));
  expect(fake.messageBoxes).toEqual([]);
});

test("quitting with unsaved work asks, and going back keeps the window", async () => {
  await start();
  program.unsavedCount = 3;
  fake.answers.push(0);
  fake.menuItem("quit")?.click?.();
  await vi.waitFor(() => expect(fake.messageBoxes.length).toBe(1));
  expect(fake.messageBoxes[0]?.options).toMatchObject({
    message: "还有 3 处修改没有保存，确定退出吗？",
    buttons: ["返回继续", "放弃修改并退出"],
    defaultId: 0,
    cancelId: 0,
  });
  expect([fake.windows.length, program.closed]).toEqual([1, 0]);
  fake.answers.push(1);
  await vi.waitFor(() => {
    fake.windows[0]?.close();
    expect(fake.windows.length).toBe(0);
  });
  await vi.waitFor(() => expect(program.closed).toBe(1));
});

test("closing twice while the question is open asks once", async () => {
  await start();
  program.unsavedCount = 1;
  theWindow().close();
  theWindow().close();
  await vi.waitFor(() => expect(fake.messageBoxes.length).toBe(1));
  expect(fake.windows.length).toBe(1);
});

test("the page's own question before leaving does not block the window as well", async () => {
  await start();
  const event = fakeEvent();
  theWindow().webContents.emit("will-prevent-unload", event);
  expect(event.defaultPrevented).toBe(true);
});

test("a second start brings the first window forward", async () => {
  await start();
  theWindow().minimized = true;
  theWindow().acts.length = 0;
  fake.electron.app.emit("second-instance", fakeEvent(), [], "/");
  expect(theWindow().acts).toEqual(["restore", "show", "focus"]);
});

test("the second start itself ends without touching the data", async () => {
  await start({ firstInstance: false });
  expect([ports, fake.windows.length, fake.electron.app.quitCount]).toEqual([null, 0, 1]);
});

test("each reason not to start is one sentence in a box, then the end", async () => {
  const codes: StartFailure[] = [
    "database-locked",
    "database-newer",
    "database-damaged",
    "data-folder-unusable",
    "self-test-failed",
  ];
  for (const code of codes) {
    await start({ composed: async () => fail(code) });
    const [box] = fake.errorBoxes;
    expect(box?.title).toBe("双创评审台");
    expect(box?.content, code).toMatch(/^[^\n{}]+。$/);
    expect([fake.windows.length, fake.electron.app.exitCode], code).toEqual([0, 3]);
    vi.resetModules();
  }
});

test("even a bug at the start is a sentence without a stack trace", async () => {
  await start({ composed: () => Promise.reject(new Error("cannot read\n    at secret (file.ts:1)")) });
  expect(fake.errorBoxes[0]?.content).toContain("cannot read");
  expect(fake.errorBoxes[0]?.content).not.toContain("file.ts");
});
