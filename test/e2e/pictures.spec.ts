import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { projectRoot } from "./support/running-program.ts";
import { makeSampleRound, type SampleRound } from "./support/sample-round.ts";
import { clerkScreens, reviewScreens, show, watchCalls, withoutFading } from "./support/screens.ts";
import { test } from "./support/window.ts";

/** `PINGSHEN_SCREENSHOTS=1 npx playwright test pictures` makes the pictures of the help again, all from the sample round. */
const folder = join(projectRoot, "resources", "help", "pictures");

/** Pictures nobody needs to be shown: states that explain themselves. */
const unshown = new Set([
  "no-packs",
  "help",
  "missing",
  "round-open",
  "choose-signer",
  "no-points",
  "recused",
  "second-applicant",
  "intake-frozen",
  "settings-frozen",
]);

let sample: SampleRound;
test.beforeAll(async () => {
  test.skip(process.env.PINGSHEN_SCREENSHOTS !== "1", "pictures are made when asked for");
  sample = await makeSampleRound();
  mkdirSync(folder, { recursive: true });
});

/** The browser makes the small file itself: no other program is needed. */
async function keep(page: Page, paper: Page, name: string): Promise<void> {
  const shot = (await page.screenshot({ animations: "disabled", caret: "hide" })).toString("base64");
  const small = await paper.evaluate(async (base64) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext("2d")?.drawImage(picture, 0, 0);
    const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.82 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, shot);
  writeFileSync(join(folder, `${name}.webp`), Buffer.from(small));
}

for (const [whose, role, screensOf] of [
  ["the clerk", "clerk", (made: SampleRound) => [made.preparing, clerkScreens(made.preparing)] as const],
  ["experts and chair", "chair", (made: SampleRound) => [made.open, reviewScreens(made.open)] as const],
] as const) {
  test(`pictures of the screens of ${whose}`, async ({ openDesk, browser }) => {
    const [stage, screens] = screensOf(sample);
    const desk = await openDesk({ dataFolder: stage.dataFolder });
    const paper = await browser.newPage();
    const { pending } = watchCalls(desk.page);
    const { preferences } = await desk.call("app/get-state", {});
    await desk.call("app/save-preferences", {
      ...preferences,
      theme: "light",
      scale: 100,
      locale: "zh",
      role,
    });
    await desk.page.reload();
    await withoutFading(desk.page);
    for (const screen of screens) {
      if (unshown.has(screen.name)) continue;
      await show(desk.page, screen, "zh", pending);
      await keep(desk.page, paper, screen.name);
    }
    await paper.close();
  });
}
