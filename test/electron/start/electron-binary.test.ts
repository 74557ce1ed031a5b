import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  fetchElectronBinary,
  findElectronBinary,
  mayFetchElectron,
} from "../../../electron/start/electron-binary.ts";

/** A project whose Electron package has the given installer. */
function projectWith(installer: string): string {
  const root = mkdtempSync(join(tmpdir(), "pingshen-electron-"));
  const folder = join(root, "node_modules", "electron");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "install.js"), installer);
  return root;
}

const writesBinary = `
  const fs = require("node:fs"), path = require("node:path");
  fs.mkdirSync(path.join(__dirname, "dist"));
  fs.writeFileSync(path.join(__dirname, "dist", "electron"), "");
  fs.writeFileSync(path.join(__dirname, "path.txt"), "electron");
`;

/** An address of this computer that can be reached until it is closed. */
async function openAddress(): Promise<{ proxy: string; close: () => Promise<unknown> }> {
  const server = createServer((socket) => socket.end()).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    proxy: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

test("without a way to the download nothing is run, and the attempt is not repeated at the next start", async () => {
  const root = projectWith("process.exit(0)");
  expect(mayFetchElectron(root)).toBe(true);
  const { proxy, close } = await openAddress();
  await close();
  expect(await fetchElectronBinary(root, { HTTPS_PROXY: proxy })).toBeNull();
  expect(mayFetchElectron(root)).toBe(false);
});

test("with a way to it, Electron's own installer brings the binary", async () => {
  const { proxy, close } = await openAddress();
  const root = projectWith(writesBinary);
  expect(findElectronBinary(root, {})).toBeNull();
  const binary = await fetchElectronBinary(root, { HTTPS_PROXY: proxy });
  await close();
  expect(binary).toBe(join(root, "node_modules", "electron", "dist", "electron"));
  expect(existsSync(binary ?? "")).toBe(true);
  expect(mayFetchElectron(root)).toBe(true);
});

test("an installer that fails leaves no binary and is not tried again", async () => {
  const { proxy, close } = await openAddress();
  const root = projectWith("process.exit(1)");
  expect(await fetchElectronBinary(root, { HTTPS_PROXY: proxy })).toBeNull();
  await close();
  expect(mayFetchElectron(root)).toBe(false);
});
