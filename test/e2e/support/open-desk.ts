import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import type { CallName, InputOf, OutputOf, ResultOf } from "../../../shared/contract/index.ts";
import { electronToDrive, startElectron } from "./electron-program.ts";
import { type RunningProgram, startProgram } from "./running-program.ts";

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
  /** Ends the program (as a power cut with "kill") and opens it again on the same data folder. */
  restart(how?: "stop" | "kill"): Promise<Desk>;
  close(): Promise<void>;
}

/** Opens the program on a data folder: in Electron where it is present, else in a browser window. */
export async function openDeskOn(
  dataFolder: string,
  browser: Browser,
  again: () => Promise<Desk>,
): Promise<Desk> {
  const binary = electronToDrive();
  const { program, page, troubles, leave } =
    binary === null ? await inBrowser(dataFolder, browser) : await inElectron(dataFolder, binary);
  let beforePowerCut: readonly string[] | null = null;
  const close = async (): Promise<void> => {
    await leave();
    await program.stop();
  };
  return {
    page,
    program,
    dataFolder,
    exportFolder: join(dataFolder, "exports"),
    // What a window asks of a program that was killed under it cannot be answered: no trouble of the program.
    get troubles() {
      return beforePowerCut ?? troubles;
    },
    tryCall: (name, input) => callFromPage(page, name, input),
    call: async (name, input) => {
      const result = await callFromPage(page, name, input);
      if (!result.ok) throw new Error(`${name}: ${result.code} ${JSON.stringify(result.params)}`);
      return result.value as OutputOf<typeof name>;
    },
    restart: async (how = "stop") => {
      if (how === "kill") {
        beforePowerCut = [...troubles];
        await program.kill();
      }
      await close();
      return again();
    },
    close,
  };
}

interface Opened {
  readonly program: RunningProgram;
  readonly page: Page;
  readonly troubles: readonly string[];
  readonly leave: () => Promise<void>;
}

async function inBrowser(dataFolder: string, browser: Browser): Promise<Opened> {
  const program = await startProgram(dataFolder);
  const context = await browser.newContext();
  const page = await context.newPage();
  const troubles = watchTroubles(page, program.origin);
  await page.goto(program.startAddress);
  return { program, page, troubles, leave: () => context.close() };
}

async function inElectron(dataFolder: string, binary: string): Promise<Opened> {
  const { program, page } = await startElectron(binary, dataFolder);
  const troubles = watchTroubles(page, program.origin);
  return { program, page, troubles, leave: async () => undefined };
}

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

interface PageWithBridge {
  readonly pingshen?: { call(name: string, input: unknown): Promise<unknown> };
}

const callFromPage = <Name extends CallName>(
  page: Page,
  name: Name,
  input: InputOf<Name>,
): Promise<ResultOf<Name>> =>
  page.evaluate(
    async ([callName, callInput]) => {
      const bridge = (globalThis as PageWithBridge).pingshen;
      if (bridge !== undefined) return (await bridge.call(callName, callInput)) as never;
      const response = await fetch("/call", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ name: callName, input: callInput }),
      });
      return (await response.json()) as never;
    },
    [name, input] as const,
  );
