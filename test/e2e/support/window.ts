import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, test as base, type Page } from "@playwright/test";
import type { CallName, InputOf, OutputOf, ResultOf } from "../../../shared/contract/index.ts";
import { projectRoot, type RunningProgram, startProgram } from "./running-program.ts";

/** One program with its window: a person at a laptop. */
export interface Desk {
  readonly page: Page;
  readonly program: RunningProgram;
  readonly dataFolder: string;
  readonly exportFolder: string;
  /** A contract call as the page makes it; fails the test when the answer is a refusal. */
  call<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
  /** The same with the refusal as an answer. */
  tryCall<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<ResultOf<Name>>;
  /** Errors on the console, uncaught exceptions, and requests to anywhere else: must stay empty. */
  readonly troubles: readonly string[];
  /** Ends the program (`SIGKILL` when asked) and starts it again on the same data folder. */
  restart(how?: "stop" | "kill"): Promise<Desk>;
}

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
  /** Keeps a picture of the page in resources/docs/screenshots when PINGSHEN_SCREENSHOTS=1. */
  readonly keepPicture: (page: Page, name: string) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  openDesk: async ({ browser, contextOptions }, use) => {
    const opened: { desk: Desk; context: BrowserContext; options: OpenOptions; folder: string | null }[] = [];
    const open = async (options: OpenOptions = {}): Promise<Desk> => {
      const folder = options.dataFolder === undefined ? mkdtempSync(join(tmpdir(), "pingshen-desk-")) : null;
      const dataFolder = options.dataFolder ?? folder ?? "";
      const program = await startProgram(dataFolder);
      const context = await browser.newContext(contextOptions);
      const page = await context.newPage();
      const troubles = watchTroubles(page, program.origin);
      await page.goto(program.startAddress);
      const desk: Desk = {
        page,
        program,
        dataFolder,
        exportFolder: join(dataFolder, "exports"),
        troubles,
        tryCall: (name, input) => callFromPage(page, name, input),
        call: async (name, input) => {
          const result = await callFromPage(page, name, input);
          if (!result.ok) throw new Error(`${name}: ${result.code} ${JSON.stringify(result.params)}`);
          return result.value as OutputOf<typeof name>;
        },
        restart: async (how = "stop") => {
          await program[how]();
          await context.close();
          return open({ ...options, dataFolder });
        },
      };
      opened.push({ desk, context, options, folder });
      return desk;
    };
    await use(open);
    for (const { desk, context } of opened.toReversed()) {
      await context.close();
      await desk.program.stop();
    }
    for (const { folder } of opened) if (folder !== null) rmSync(folder, { recursive: true, force: true });
    const troubles = opened.flatMap(({ desk, options }) => (options.troublesExpected ? [] : desk.troubles));
    test.expect(troubles, "console errors, exceptions and foreign requests").toEqual([]);
  },
  clerk: async ({ openDesk }, use) => {
    await use(await openDesk());
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  keepPicture: async ({}, use) => {
    await use(async (page, name) => {
      if (process.env.PINGSHEN_SCREENSHOTS !== "1") return;
      const folder = join(projectRoot, "resources", "docs", "screenshots");
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
    });
  },
});

export const expect = test.expect;

function watchTroubles(page: Page, origin: string): string[] {
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => troubles.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url)) troubles.push(`request: ${url}`);
  });
  return troubles;
}

const callFromPage = <Name extends CallName>(
  page: Page,
  name: Name,
  input: InputOf<Name>,
): Promise<ResultOf<Name>> =>
  page.evaluate(
    async ([callName, callInput]) => {
      const response = await fetch("/call", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ name: callName, input: callInput }),
      });
      return (await response.json()) as never;
    },
    [name, input] as const,
  );
