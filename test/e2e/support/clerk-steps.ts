import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { utils, write } from "@e965/xlsx";
import { expect, type Locator, type Page } from "@playwright/test";
import { projectRoot } from "./running-program.ts";

/** The files of the sample round. */
export const sample = join(projectRoot, "resources", "samples", "round");

export type KeepPicture = (page: Page, name: string) => Promise<void>;

export const rail = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "任务" }).getByRole("link", { name }).click();

const workbook = (rows: readonly (readonly string[])[]): Buffer => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), "附件1");
  return write(book, { type: "buffer", bookType: "xlsx" });
};

/** A workbook of one sheet, as a file to be chosen. */
export const spreadsheet = (name: string, rows: readonly (readonly string[])[]) => ({
  name,
  mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  buffer: workbook(rows),
});

/** Nothing on the screen a person who hears or types only could not use. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

/** Fills the source that was asked for last. */
export async function giveSource(within: Locator, place: string, quote: string): Promise<void> {
  await within.getByLabel("在通知里的位置").fill(place);
  await within.getByLabel("原文", { exact: true }).fill(quote);
}
