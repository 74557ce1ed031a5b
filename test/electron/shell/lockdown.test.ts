import { join } from "node:path";
import { expect, test } from "vitest";
import { FakeFrame, FakeWebContents, fakeEvent } from "../../support/fake-electron.ts";
import { startDesktop } from "../../support/start-desktop.ts";

test("the window is in the sandbox, isolated, without Node, and shows the program's own page", async () => {
  const { root, window } = await startDesktop();
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
  const { fake } = await startDesktop();
  const handler = fake.defaultSession.handlers.get("app");
  for (const url of ["app://evil/", "app://pingshen.evil/index.html"])
    expect((await handler?.(new Request(url)))?.status).toBe(404);
});

test("navigation anywhere else is denied, in the page and in frames, also after a redirect", async () => {
  const { window } = await startDesktop();
  const contents = window.webContents;
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
  const { fake, window } = await startDesktop();
  expect(window.webContents.openHandler?.()).toEqual({ action: "deny" });
  const event = fakeEvent();
  window.webContents.emit("will-attach-webview", event);
  expect(event.defaultPrevented).toBe(true);
  const stranger = new FakeWebContents();
  fake.electron.app.emit("web-contents-created", fakeEvent(), stranger);
  expect(stranger.openHandler?.()).toEqual({ action: "deny" });
});

test("every request to the network is cancelled", async () => {
  const { fake } = await startDesktop();
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
  const { fake } = await startDesktop();
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
  const { fake } = await startDesktop();
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
  const { fake, program, window, ownEvent } = await startDesktop();
  expect(await fake.invoke("app/get-state", {}, ownEvent)).toEqual({
    ok: true,
    value: { name: "app/get-state", input: {} },
  });
  program.calls.length = 0;
  const { webContents } = window;
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
  expect(await fake.invoke("app/get-state", {}, ownEvent)).toMatchObject({ ok: false });
  webContents.mainFrame.url = "app://pingshen/";
  expect(await fake.invoke({ toString: () => "app/get-state" }, {}, ownEvent)).toMatchObject({
    ok: false,
    code: "bad-input",
  });
  expect(program.calls).toEqual([]);
});
