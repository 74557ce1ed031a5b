import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { createFakeElectron } from "./fake-electron.ts";

/**
 * Boots the bundle that Electron would run, with a double of Electron in its place, and says how far it came:
 * finds what a test of the sources cannot (a file left out of the bundle, a wrong path, a module that is not there).
 * Arguments: bundle, data folder.
 */
const [bundle = "", dataFolder = ""] = process.argv.slice(2);
const fake = createFakeElectron();
Object.assign(globalThis, { fakeElectron: fake.electron });
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "electron"
      ? { url: "fake:electron", format: "commonjs", shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) =>
    url === "fake:electron"
      ? { format: "commonjs", source: "module.exports = globalThis.fakeElectron;", shortCircuit: true }
      : next(url, context),
});
process.argv = [process.execPath, bundle, "--data", dataFolder];
await import(pathToFileURL(bundle).href);

const window = await waitForWindow();
await window.loaded;
const event = { sender: window.webContents, senderFrame: window.webContents.mainFrame };
const state = await fake.invoke("app/get-state", {}, event);
const page = await window.page?.text();
const script = /src="([^"]+\.js)"/.exec(page ?? "")?.[1] ?? "";
const handler = fake.defaultSession.handlers.get("app");
const served = await handler?.(new Request(new URL(script, "app://pingshen/")));
window.close();
await new Promise((resolve) => setImmediate(resolve));
process.stdout.write(
  JSON.stringify({
    state,
    page,
    script: { type: served?.headers.get("content-type"), bytes: (await served?.text())?.length },
    errors: fake.errorBoxes,
    menu: fake.menu().length,
  }),
);
process.exit(0);

async function waitForWindow() {
  for (;;) {
    const [first] = fake.windows;
    if (first !== undefined) return first;
    if (fake.errorBoxes.length > 0) throw new Error(JSON.stringify(fake.errorBoxes));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
