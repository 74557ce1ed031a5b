import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { Screen } from "./screens.ts";
import { settled, show, watchCalls, withoutFading } from "./screens.ts";
import { untranslated, watchData } from "./untranslated.ts";
import { type Desk, expect } from "./window.ts";

/** What is wrong with each screen, in words; empty when nothing is. */
type Complaints = Promise<string[]>;

async function setLook(desk: Desk, locale: "zh" | "en", scale: 100 | 200): Promise<void> {
  const { preferences } = await desk.call("app/get-state", {});
  await desk.call("app/save-preferences", { ...preferences, locale, theme: "system", scale, role: "chair" });
  await desk.page.reload();
  await withoutFading(desk.page);
}

/** What is wider than its place, on the page itself and in the parts that scroll up and down. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      document.documentElement,
      ...document.querySelectorAll(".content, .doc-scroll, .sheet-items, .table-page, .note-dock, .drawer"),
    ]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      // A table of figures keeps its columns, as on paper; it scrolls in its own place.
      .filter((element) => element.querySelector("[data-sheet]") === null)
      .map(
        (element) =>
          `${element.className || element.tagName} ${element.scrollWidth} > ${element.clientWidth}`,
      ),
  );

/** Rows of a long table are like its first fifteen; looking at all of them takes most of the time. */
const moreOfTheSame = "tbody > tr:nth-child(n + 16)";

/** Accessibility rules in the light; in the dark those about colours, as nothing else differs. */
export async function faults(desk: Desk, screens: readonly Screen[]): Complaints {
  const { page } = desk;
  const { pending } = watchCalls(page);
  await setLook(desk, "zh", 100);
  const found: string[] = [];
  for (const screen of screens) {
    await show(page, screen, "zh", pending);
    found.push(...(await tooWide(page)).map((words) => `${screen.name}: ${words}`));
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
      const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).exclude(moreOfTheSame);
      const { violations } = await (colorScheme === "dark" ? axe.withRules("color-contrast") : axe).analyze();
      found.push(
        ...violations.map(
          ({ id, nodes }) =>
            `${screen.name} ${colorScheme}: ${id} ${nodes.map((node) => node.target.join(" ")).join(" | ")}`,
        ),
      );
    }
  }
  return found;
}

/** Words of the program itself that stay Chinese on an English screen. */
export async function foreignWords(desk: Desk, screens: readonly Screen[]): Complaints {
  const { page } = desk;
  const { pending } = watchCalls(page);
  const data = watchData(page);
  await setLook(desk, "en", 100);
  const found: string[] = [];
  for (const screen of screens) {
    await show(page, screen, "en", pending);
    found.push(...(await untranslated(page, data)).map((words) => `${screen.name}: ${words}`));
    found.push(...(await tooWide(page)).map((words) => `${screen.name}: ${words}`));
  }
  return found;
}

/** What scrolls sideways with type twice as large on a small screen. */
export async function overruns(desk: Desk, screens: readonly Screen[]): Complaints {
  const { page } = desk;
  const { pending } = watchCalls(page);
  await setLook(desk, "zh", 200);
  const found: string[] = [];
  for (const screen of screens) {
    await show(page, screen, "zh", pending);
    await settled(page, pending);
    found.push(...(await tooWide(page)).map((words) => `${screen.name}: ${words}`));
  }
  return found;
}
