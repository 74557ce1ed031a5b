import { expect, type Page, type Request } from "@playwright/test";
import { say, type WordKey } from "../../../shared/text/catalogue/index.ts";
import type { Locale } from "../../../shared/text/define-words.ts";
import type { SampleStage } from "./sample-round.ts";

/** A screen of the program, and what is opened on it before anyone looks. */
export interface Screen {
  readonly name: string;
  readonly path: string;
  readonly open?: (page: Page, locale: Locale) => Promise<void>;
}

const click =
  (role: "button" | "tab" | "radio", key: WordKey) =>
  async (page: Page, locale: Locale): Promise<void> =>
    page
      .getByRole(role, { name: say(locale, key) })
      .first()
      .click();

/** A page of the desk, by its tab or, where there is no room for tabs, from the list. */
const deskPage =
  (key: WordKey) =>
  async (page: Page, locale: Locale): Promise<void> => {
    const word = say(locale, key);
    const tab = page.getByRole("tab", { name: word, exact: true });
    const list = page.getByRole("combobox", { name: say(locale, "desk.pane.pages"), exact: true });
    await expect(tab.or(list).first()).toBeVisible();
    if ((await tab.count()) > 0) return tab.first().click();
    await list.first().click();
    await page.locator(".ant-select-item-option").filter({ hasText: word }).first().click();
  };

/** A part of the scheme editor, with one of its entries opened. */
const editorPart =
  (key: WordKey, entry: number) =>
  async (page: Page, locale: Locale): Promise<void> => {
    await page
      .getByRole("navigation", { name: say(locale, "editor.sections") })
      .getByRole("button", { name: say(locale, key) })
      .click();
    await page.locator(".point-line").nth(entry).click();
  };

/** A segmented choice of antd is a label around a radio nobody can hit. */
const segment =
  (key: WordKey) =>
  async (page: Page, locale: Locale): Promise<void> =>
    page
      .locator(".ant-segmented-item")
      .filter({ hasText: say(locale, key) })
      .click();

/** Everything a clerk sees while a round is prepared, and what belongs to no round. */
export function clerkScreens(stage: SampleStage): readonly Screen[] {
  const round = `/round/${stage.round}`;
  const [first] = stage.submissions;
  const { plan, table } = stage.files;
  return [
    { name: "rounds", path: "/" },
    { name: "round", path: round },
    { name: "intake", path: `${round}/intake?submission=${plan.submission}&file=${plan.sha256}` },
    {
      name: "naming",
      path: `${round}/intake?submission=${table.submission}&file=${table.sha256}`,
      open: click("button", "mapping.open"),
    },
    { name: "checks", path: `${round}/checks` },
    { name: "checks-list", path: `${round}/checks`, open: segment("checks.list") },
    { name: "checks-overview", path: `${round}/checks`, open: segment("overview.title") },
    { name: "corrections", path: `${round}/corrections?of=${first?.id ?? ""}` },
    { name: "no-points", path: `${round}/points` },
    { name: "points", path: `/round/${stage.other.round}/points?of=${stage.other.submission}` },
    { name: "experts", path: `${round}/experts` },
    { name: "assignment", path: `${round}/experts?tab=assignment` },
    { name: "no-packs", path: `${round}/experts?tab=packs` },
    { name: "settings-of-round", path: `${round}/settings` },
    { name: "schemes", path: "/library/schemes" },
    { name: "scheme", path: "/library/schemes/guangxi-2020" },
    { name: "scheme-editor", path: "/library/schemes/guangxi-2020/edit" },
    {
      name: "plan-editor",
      path: "/library/schemes/guangxi-plan-2021/edit",
      open: editorPart("editor.section.targets", 4),
    },
    { name: "register", path: "/library/register" },
    { name: "evaluation", path: "/library/evaluation" },
    { name: "plan", path: "/library/plan" },
    { name: "settings", path: "/settings" },
    { name: "records", path: `${round}/records` },
    { name: "expert", path: "/expert" },
    { name: "help", path: round, open: click("button", "frame.help") },
    { name: "missing", path: "/nowhere" },
  ];
}

/** Everything of an open round: the desk in its states, signing, panel, exports. */
export function reviewScreens(stage: SampleStage): readonly Screen[] {
  const round = `/round/${stage.round}`;
  const [first, second, third, fourth] = stage.submissions;
  const [busy, done] = stage.experts;
  const desk = (submission?: string) =>
    `${round}/desk/${busy?.id ?? ""}${submission === undefined ? "" : `?submission=${submission}`}`;
  const reading = desk(first?.id);
  return [
    { name: "round-open", path: round },
    { name: "packs", path: `${round}/experts?tab=packs` },
    { name: "choose-expert", path: `${round}/desk` },
    { name: "desk-list", path: desk() },
    { name: "declare", path: desk(fourth?.id) },
    { name: "recused", path: desk(third?.id) },
    { name: "reading", path: reading },
    { name: "side-by-side", path: desk(second?.id), open: addPane },
    { name: "indicators", path: reading, open: deskPage("desk.pane.indicators") },
    { name: "projects", path: reading, open: deskPage("desk.pane.projects") },
    { name: "notice", path: reading, open: deskPage("desk.pane.notice") },
    { name: "notes", path: reading, open: deskPage("note.page") },
    { name: "compare", path: reading, open: deskPage("compare.page") },
    { name: "second-applicant", path: desk(second?.id) },
    { name: "choose-signer", path: `${round}/sign` },
    { name: "sign", path: `${round}/sign/${busy?.id ?? ""}` },
    { name: "receipt", path: `${round}/sign/${done?.id ?? ""}` },
    { name: "panel", path: `${round}/panel` },
    { name: "exports", path: `${round}/exports` },
    { name: "settings-frozen", path: `${round}/settings` },
    { name: "intake-frozen", path: `${round}/intake?submission=${first?.id ?? ""}` },
  ];
}

/** Where large type leaves no room the tools are folded into a menu. */
async function addPane(page: Page, locale: Locale): Promise<void> {
  const add = page.getByRole("button", { name: say(locale, "desk.pane.add") });
  const menu = page.locator(".room-menu:not([open]) > summary");
  await expect(add.or(menu).first()).toBeVisible();
  if (await menu.isVisible()) await menu.click();
  if ((await page.locator("[data-pane]").count()) < 2 && (await add.isEnabled())) await add.click();
}

/** Counts the calls that are on their way, so that a screen is looked at when it has its answers. */
export function watchCalls(page: Page): { readonly pending: () => number } {
  // Not a count: what was on its way before anybody watched ends as well.
  const pending = new Set<Request>();
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === "/call") pending.add(request);
  });
  page.on("requestfinished", (request) => pending.delete(request));
  page.on("requestfailed", (request) => pending.delete(request));
  return { pending: () => pending.size };
}

/** Goes there and waits until everything asked for is on the screen; colours do not fade, so that they can be measured. */
export async function show(page: Page, screen: Screen, locale: Locale, pending: () => number): Promise<void> {
  await page.evaluate((path) => {
    location.hash = path;
  }, screen.path);
  await settled(page, pending);
  await screen.open?.(page, locale);
  await settled(page, pending);
}

export async function settled(page: Page, pending: () => number): Promise<void> {
  await expect(page.locator("#content")).toBeVisible();
  await expect
    .poll(async () => {
      // Two frames: what was just answered may ask for more.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      return pending() + (await page.locator(".loading").count());
    })
    .toBe(0);
}

export const withoutFading = (page: Page) =>
  page.addStyleTag({
    content: "*, *::before, *::after { transition: none !important; animation: none !important; }",
  });
