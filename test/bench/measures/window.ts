import { chromium, type Page } from "@playwright/test";
import { buildStale } from "../../../electron/build/build-stale.ts";
import { browserLaunchOptions } from "../../e2e/support/launch-options.ts";
import { openDeskOn } from "../../e2e/support/open-desk.ts";
import { projectRoot } from "../../e2e/support/running-program.ts";
import type { DeskMeasure } from "./desk.ts";

/** As the person at the desk sees it, on the clock: it means nothing on a busy machine. */
export interface WindowMeasure {
  /** From choosing an applicant in the list to its first text on the screen. */
  readonly openMs: number;
  /** Between two frames while the document scrolls from top to bottom: the middle and the longest gap. */
  readonly frameMs: number;
  readonly longestFrameMs: number;
  /** The same, scrolling an empty page of the same browser: what this machine can do at all. */
  readonly emptyFrameMs: number;
  /** From the last key of a score to the line that says it is stored. */
  readonly savedMs: number;
}

export async function measureWindow(
  folder: string,
  desk: Pick<DeskMeasure, "round" | "expert" | "submission">,
): Promise<WindowMeasure> {
  await buildStale(projectRoot);
  const browser = await chromium.launch(browserLaunchOptions());
  const again = () => Promise.reject(new Error("not opened twice"));
  const opened = await openDeskOn(folder, browser, again);
  const { page } = opened;
  const empty = await browser.newPage();
  await empty.setContent(
    "<div class='doc-scroll' style='height:90vh;overflow:auto'><p style='height:99999px'></div>",
  );
  const emptyFrameMs = (await frames(empty)).median;
  await empty.close();
  const openMs = await middle([...(await openings(page, desk))]);
  const { median: frameMs, longest: longestFrameMs } = await frames(page);
  const savedMs = middle(await savings(page));
  await opened.close();
  await browser.close();
  return { openMs, frameMs, longestFrameMs, emptyFrameMs, savedMs };
}

const middle = (times: readonly number[]): number =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;

async function openings(
  page: Page,
  { round, expert, submission }: Pick<DeskMeasure, "round" | "expert" | "submission">,
): Promise<number[]> {
  const list = `#/round/${round}/desk/${expert}`;
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, list);
    await page.locator("table").first().waitFor();
    times.push(
      await page.evaluate(async (hash) => {
        const started = performance.now();
        location.hash = hash;
        while (document.querySelector(".doc-scroll [data-block]") === null) {
          await new Promise(requestAnimationFrame);
          if (performance.now() - started > 60_000) throw new Error("not shown");
        }
        return performance.now() - started;
      }, `${list}?submission=${submission}`),
    );
  }
  return times;
}

const frames = (page: Page): Promise<{ median: number; longest: number }> =>
  page
    .locator(".doc-scroll")
    .first()
    .evaluate(async (element) => {
      const gaps: number[] = [];
      let last = performance.now();
      for (let frame = 0; frame < 120; frame += 1) {
        element.scrollTop += 80;
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        gaps.push(now - last);
        last = now;
      }
      gaps.sort((one, other) => one - other);
      return { median: gaps[60] ?? 0, longest: gaps.at(-1) ?? 0 };
    });

/** Types a score into the second item and waits for the line of the save note to change. */
async function savings(page: Page): Promise<number[]> {
  const box = page.getByRole("textbox", { name: /评分，0 至/ }).nth(1);
  const times: number[] = [];
  for (const score of ["11", "12", "13", "14", "15"]) {
    await box.fill("");
    const stored = page.waitForResponse(
      (response) => (response.request().postData() ?? "").includes(`"score":"${score}"`),
      { timeout: 60_000 },
    );
    await box.pressSequentially(score);
    const started = performance.now();
    await stored;
    times.push(performance.now() - started);
  }
  return times;
}
