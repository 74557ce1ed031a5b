import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, type Page } from "@playwright/test";
import { type Desk, openDeskOn } from "./open-desk.ts";
import { projectRoot } from "./running-program.ts";

export type { Desk } from "./open-desk.ts";

export interface OpenOptions {
  /** An existing data folder; a fresh one when left out. */
  readonly dataFolder?: string;
  /** Allowed to have errors on the console; for specs about errors. */
  readonly troublesExpected?: boolean;
}

interface Fixtures {
  /** Another laptop: a program on a data folder of its own. */
  readonly openDesk: (options?: OpenOptions) => Promise<Desk>;
  /** The clerk's laptop on a fresh data folder. */
  readonly clerk: Desk;
  /** Keeps a picture of the page in test-results/pictures when PINGSHEN_SCREENSHOTS=1. */
  readonly keepPicture: (page: Page, name: string) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  openDesk: async ({ browser }, use) => {
    const opened: { desk: Desk; troublesExpected: boolean }[] = [];
    const fresh: string[] = [];
    const open = async ({ dataFolder, troublesExpected = false }: OpenOptions = {}): Promise<Desk> => {
      const folder = dataFolder ?? mkdtempSync(join(tmpdir(), "pingshen-desk-"));
      if (dataFolder === undefined) fresh.push(folder);
      const again = (): Promise<Desk> => open({ dataFolder: folder, troublesExpected });
      const desk = await openDeskOn(folder, browser, again);
      opened.push({ desk, troublesExpected });
      return desk;
    };
    await use(open);
    for (const { desk } of opened.toReversed()) await desk.close();
    for (const folder of fresh) rmSync(folder, { recursive: true, force: true });
    const troubles = opened.flatMap(({ desk, troublesExpected }) => (troublesExpected ? [] : desk.troubles));
    test.expect(troubles, "console errors, exceptions and foreign requests").toEqual([]);
  },
  clerk: async ({ openDesk }, use) => {
    await use(await openDesk());
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  keepPicture: async ({}, use) => {
    await use(async (page, name) => {
      if (process.env.PINGSHEN_SCREENSHOTS !== "1") return;
      const folder = join(projectRoot, "test-results", "pictures");
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
    });
  },
});

export const expect = test.expect;
