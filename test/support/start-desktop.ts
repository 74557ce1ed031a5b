import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import type { StartFailure } from "../../electron/compose.ts";
import type { Ports } from "../../electron/ports.ts";
import type { Program } from "../../electron/program.ts";
import { type Result, succeed } from "../../shared/contract/result.ts";
import { createFakeElectron, type FakeElectron } from "./fake-electron.ts";
import { createFakeProgram, type FakeProgram } from "./fake-program.ts";

export interface DesktopStart {
  readonly firstInstance?: boolean;
  readonly composed?: () => Promise<Result<Program, StartFailure>>;
}

export interface StartedDesktop {
  readonly fake: FakeElectron;
  readonly program: FakeProgram;
  readonly root: string;
  readonly dataFolder: string;
  /** What the program was composed with; `null` when it never came to that. */
  readonly ports: Ports | null;
  readonly window: FakeElectron["windows"][number];
  /** What Electron tells about a call that our own page makes. */
  readonly ownEvent: { readonly sender: unknown; readonly senderFrame: unknown };
}

/** Runs the desktop shell under a double of Electron, in a folder that looks like the program's own. */
export async function startDesktop(how: DesktopStart = {}): Promise<StartedDesktop> {
  const root = makeRoot();
  const dataFolder = mkdtempSync(join(tmpdir(), "pingshen-desktop-"));
  const fake = createFakeElectron(how);
  const program = createFakeProgram();
  let ports: Ports | null = null;
  // What is said before any preference is read follows the language of the computer.
  vi.stubEnv("LC_ALL", "zh_CN.UTF-8");
  vi.resetModules();
  vi.doMock("electron", () => fake.electron);
  const { runDesktop } = await import("../../electron/shell/run-desktop.ts");
  await runDesktop({
    entryFolder: join(root, "dist", "electron"),
    words: [root, "--data", dataFolder],
    compose: async (given) => {
      ports = given;
      return how.composed === undefined ? succeed<Program>(program) : how.composed();
    },
  });
  await fake.windows[0]?.loaded;
  const window = (): FakeElectron["windows"][number] => {
    const [first] = fake.windows;
    if (first === undefined) throw new Error("no window");
    return first;
  };
  return {
    fake,
    program,
    root,
    dataFolder,
    ports,
    get window() {
      return window();
    },
    get ownEvent() {
      const { webContents } = window();
      return { sender: webContents, senderFrame: webContents.mainFrame };
    },
  };
}

function makeRoot(): string {
  const root = mkdtempSync(join(tmpdir(), "pingshen-root-"));
  mkdirSync(join(root, "dist", "renderer"), { recursive: true });
  mkdirSync(join(root, "dist", "electron"));
  writeFileSync(join(root, "package.json"), '{"version":"9.8.7"}');
  writeFileSync(join(root, "dist", "renderer", "index.html"), "<!doctype html><title>双创评审台</title>");
  return root;
}
