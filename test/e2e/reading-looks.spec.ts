import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import type { Block } from "../../shared/submission/document.ts";
import { type FileRound, fileRound, openFile, sampleWordFiles, TABLE_ROWS } from "./support/file-desk.ts";
import { expect, test } from "./support/window.ts";

/** What each drawn part of the page look shows, by block, and what the block says, as the window itself has them. */
interface DrawnPart {
  readonly block: string;
  readonly cell: string | null;
  readonly text: string;
}

const drawnParts = (page: Page): Promise<DrawnPart[]> =>
  page.locator(".page-host").evaluate((host) =>
    [...(host.shadowRoot?.querySelectorAll<HTMLElement>("[data-block]") ?? [])].map((part) => {
      const copy = part.cloneNode(true) as HTMLElement;
      for (const extra of copy.querySelectorAll(".note-ref, .page-remark, p, table")) extra.remove();
      return {
        block: part.dataset.block ?? "",
        cell: part.dataset.cell ?? null,
        text: part.matches("p") ? (copy.textContent ?? "") : "",
      };
    }),
  );

const ink = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/gu, "")
    .replace(/[\u2010-\u2015\u2212]/gu, "-");

const cellNumbers = (address: string): number[] => (address.match(/\d+/g) ?? []).map(Number);

function textOf(blocks: readonly Block[], { block, cell }: DrawnPart): string {
  const found = blocks.find((candidate) => candidate.id === block);
  if (found === undefined) return "";
  if (found.kind !== "table") return found.text;
  const [row, column] = cellNumbers(cell ?? "");
  return found.cells.find((candidate) => candidate.row === row && candidate.column === column)?.text ?? "";
}

/** 0 until a picture is there. */
const widthOf = (picture: Locator): Promise<number> =>
  picture.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0));

let round: FileRound;
test.beforeAll(async () => {
  round = await fileRound();
});
test.afterAll(() => {
  for (const folder of [round.dataFolder, round.originals]) rmSync(folder, { recursive: true, force: true });
});

test("every Word document of the samples draws at least 99 % of its blocks in the page look, and none at a wrong text", async ({
  openDesk,
}) => {
  const desk = await openDesk({ dataFolder: round.dataFolder });
  let all = 0;
  let drawn = 0;
  for (const name of sampleWordFiles()) {
    const file = await openFile(desk, round, name, "版面");
    await expect(desk.page.locator(".page-host[data-complete='true']")).toBeVisible();
    const { document } = await desk.call("document/get", { round: round.round, sha256: file.sha256 });
    const blocks = document?.blocks ?? [];
    const parts = await drawnParts(desk.page);
    const wrong = parts.filter((part) => !ink(textOf(blocks, part)).includes(ink(part.text)));
    expect(wrong, name).toEqual([]);
    const known = new Set(parts.map((part) => part.block));
    const missing = blocks.filter((block) => !known.has(block.id));
    all += blocks.length;
    drawn += blocks.length - missing.length;
    test.info().annotations.push({
      type: "measured",
      description: `${name}: ${blocks.length - missing.length} of ${blocks.length} blocks`,
    });
  }
  expect(all).toBeGreaterThan(100);
  expect(drawn / all).toBeGreaterThanOrEqual(0.99);
});

test("a table over many pages is drawn in parts with every cell at its place, laid out where it is looked at", async ({
  openDesk,
}) => {
  const desk = await openDesk({ dataFolder: round.dataFolder });
  const { page } = desk;
  await openFile(desk, round, "千行表.docx", "版面");
  const host = page.locator(".page-host");
  await expect(page.locator(".page-host[data-complete='true']")).toBeVisible();
  // The rows that are fetched later get their places when they come.
  const last = host.locator(`[data-cell='r${TABLE_ROWS}c4']`);
  await expect(last).toHaveText(`项目${TABLE_ROWS}-4`);
  const cells = (await drawnParts(page)).filter((part) => part.cell !== null);
  expect(cells).toHaveLength(TABLE_ROWS * 4);
  expect(
    cells.filter(({ cell, text }) => {
      const [row, column] = cellNumbers(cell ?? "");
      return ink(text) !== `项目${row}-${column}`;
    }),
  ).toEqual([]);
  const drawn = await host.evaluate((element) => {
    const boxes = [...(element.shadowRoot?.querySelectorAll<HTMLElement>(".table-box") ?? [])];
    const tables = boxes.map((box) => box.querySelector("table"));
    return {
      most: Math.max(...tables.map((table) => table?.rows.length ?? 0)),
      rows: tables.reduce((sum, table) => sum + (table?.rows.length ?? 0), 0),
      widths: new Set(
        tables.slice(0, 2).map((table) => table?.rows[0]?.cells[1]?.getBoundingClientRect().left),
      ).size,
      // What is wider than the text is not cut off there.
      cutOff: boxes
        .slice(0, 2)
        .some(
          (box) =>
            box.getBoundingClientRect().right <
            (box.querySelector("table")?.getBoundingClientRect().right ?? 0),
        ),
      // A far part is there, and not laid out.
      far: tables.at(-1)?.checkVisibility({ contentVisibilityAuto: true }),
    };
  });
  expect(drawn).toEqual({ most: expect.any(Number), rows: TABLE_ROWS, widths: 1, cutOff: false, far: false });
  expect(drawn.most).toBeLessThan(200);
  await page.getByRole("searchbox", { name: "在本栏查找" }).fill("项目1100-3");
  await expect(host.locator("mark")).toHaveText("项目1100-3");
  await expect(host.locator("mark")).toBeInViewport();
  await expect(page.getByText("版面视图可能没有画出")).toHaveCount(0);
});

test("what the page look leaves out is said, with the way to where it can be read", async ({ openDesk }) => {
  const desk = await openDesk({ dataFolder: round.dataFolder });
  const { page } = desk;
  await openFile(desk, round, "文本框.docx", "版面");
  await expect(page.locator(".page-host").getByText("正文在此")).toBeVisible();
  await expect(page.getByText("版面视图可能没有画出 2 处内容")).toBeVisible();
  await page.getByRole("button", { name: "在阅读视图中查看" }).click();
  await expect(page.locator(".doc-page").getByText("自动字段里的标题")).toBeVisible();
  await expect(page.locator(".doc-page").getByText("文本框里的话")).toBeVisible();
  await expect(page.getByText("版面视图可能没有画出")).toHaveCount(0);
});

test("hits, evidence and notes stand at the same place in both looks, and a passage selected in the page look is the very one", async ({
  openDesk,
}) => {
  const desk = await openDesk({ dataFolder: round.dataFolder });
  const { page } = desk;
  const file = await openFile(desk, round, "六十页.docx", "版面");
  const host = page.locator(".page-host");
  // Playwright looks into open shadow roots by itself.
  await page.getByRole("searchbox", { name: "在本栏查找" }).fill("第40页的数字");
  // Bold words are drawn apart from the others: the hit has two parts.
  await expect(host.locator("mark")).toHaveText(["第40页的", "数字"]);
  await expect(host.locator("mark").first()).toBeInViewport();
  await page.getByRole("button", { name: "阅读", exact: true }).click();
  await expect(page.locator(".doc-page mark")).toHaveText("第40页的数字");
  await expect(page.locator(".doc-page mark")).toBeInViewport();
  await page.getByRole("button", { name: "版面", exact: true }).click();
  await page.getByRole("searchbox", { name: "在本栏查找" }).fill("");

  // Drawn anew after the change of the look: what is selected before it is complete is not there, or lost.
  await expect(page.locator(".page-host[data-complete='true']")).toBeVisible();
  await expect(host.locator("mark")).toHaveCount(0);
  await page.locator(".doc-scroll").focus();
  const passage = await host.evaluate((element) => {
    const root = element.shadowRoot;
    const paragraph = [...(root?.querySelectorAll<HTMLElement>("p[data-block]") ?? [])].find((candidate) =>
      candidate.textContent?.includes("第2页的数字"),
    );
    const walker = document.createTreeWalker(paragraph ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf("第2页的") ?? -1;
      if (at < 0) continue;
      const next = walker.nextNode();
      if (next) window.getSelection()?.setBaseAndExtent(node, at, next, 2);
      element.closest(".doc-scroll")?.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
      return paragraph?.dataset.block ?? "";
    }
    return "";
  });
  await expect(page.getByRole("button", { name: /写笔记（N）/ })).toBeVisible();
  await page.keyboard.press("n");
  await page.locator(".note-dock .note-card").getByRole("textbox", { name: "笔记" }).fill("数字要核对");
  await expect(host.locator(".doc-mark-note")).toHaveText(["第2页的", "数字"]);
  await expect
    .poll(async () => {
      const notes = await desk.call("note/list", {
        round: round.round,
        expert: round.expert,
        submission: null,
      });
      return notes.map(({ evidence }) => [evidence?.block, evidence?.sha256, evidence?.text]);
    })
    .toEqual([[passage, file.sha256, "第2页的数字"]]);
  await page.getByRole("button", { name: "阅读", exact: true }).click();
  await expect(page.locator(".doc-page .doc-mark-note").first()).toHaveText("第2页的数字");
});

test("the look, the line length and the place are kept over a restart; formats without pages say so", async ({
  openDesk,
}) => {
  let desk = await openDesk({ dataFolder: round.dataFolder });
  await openFile(desk, round, "六十页.docx", "版面");
  await expect(desk.page.locator(".page-host .page-number").first()).toHaveText("第 1 页");
  await desk.page.locator(".page-host section").nth(29).scrollIntoViewIfNeeded();
  await desk.call("desk/get-place", {
    round: round.round,
    expert: round.expert,
    submission: round.submissions[0] ?? "",
  });
  desk = await desk.restart();
  await openFile(desk, round, "六十页.docx");
  await expect(desk.page.getByRole("button", { name: "版面", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await desk.page.getByRole("button", { name: "阅读", exact: true }).click();
  await desk.page.getByRole("button", { name: "窄", exact: true }).click();
  await expect(desk.page.locator(".doc-line-28")).toBeVisible();
  await openFile(desk, round, "report.doc");
  await expect(desk.page.getByText("此格式（.doc）没有版面视图")).toBeVisible();
  await expect(desk.page.locator(".doc-line-28")).toBeVisible();
});

test("a Word document that would run, load or leave the page does none of it, and a broken one falls back to its text", async ({
  openDesk,
}) => {
  // A picture that is not in the file is asked for in vain.
  const desk = await openDesk({ dataFolder: round.dataFolder, troublesExpected: true });
  const { page } = desk;
  await openFile(desk, round, "不怀好意.docx", "版面");
  const host = page.locator(".page-host[data-complete='true']");
  await expect(host).toBeVisible();
  await expect(host.getByText("正文还在")).toBeVisible();
  const found = await host.evaluate((element) => {
    const root = element.shadowRoot;
    const box = element.parentElement?.getBoundingClientRect();
    const all = [...(root?.querySelectorAll<HTMLElement>("*") ?? [])];
    return {
      dangerous: all.filter((node) =>
        node.matches("script, iframe, object, embed, link, form, base, meta, style, a[href]"),
      ).length,
      handlers: all.filter((node) => [...node.attributes].some(({ name }) => name.startsWith("on"))).length,
      addresses: all.flatMap((node) =>
        [...node.attributes]
          .filter(({ value }) => /https?:|javascript:|url\(/i.test(value))
          .map(({ value }) => value),
      ),
      rules: (root?.adoptedStyleSheets ?? []).flatMap((sheet) =>
        [...sheet.cssRules]
          .filter((rule) => /url\(|@import|fixed|sticky/.test(rule.cssText))
          .map((rule) => rule.cssText),
      ),
      outside: getComputedStyle(document.body).display,
      box: box !== undefined,
    };
  });
  expect(found).toEqual({ dangerous: 0, handlers: 0, addresses: [], rules: [], outside: "block", box: true });
  expect(
    desk.troubles.filter((trouble) => trouble.startsWith("request") || trouble.startsWith("exception")),
  ).toEqual([]);
  // The look is remembered: this file is to be drawn as pages too, and cannot be.
  await openFile(desk, round, "其实是别的.docx");
  await expect(page.getByText(/已改用阅读视图/)).toBeVisible();
  await expect(page.locator(".doc-page").getByText("这里只有文字")).toBeVisible();
});

test("a PDF is read as it was laid out: fonts that are not in it, pages as they come, text to find, zoom by keyboard", async ({
  openDesk,
}) => {
  const desk = await openDesk({ dataFolder: round.dataFolder });
  const { page } = desk;
  await openFile(desk, round, "没有字体.pdf");
  await expect(page.locator(".pdf-page")).toHaveCount(30);
  await expect(page.locator(".pdf-page[data-page='1'][data-drawn='true']")).toBeVisible();
  const dark = await page.locator(".pdf-page[data-page='1'] canvas").evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return 0;
    const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let count = 0;
    for (let at = 0; at < data.length; at += 4)
      if ((data[at] ?? 255) < 128 && (data[at + 3] ?? 0) > 128) count += 1;
    return count;
  });
  // Eight Chinese characters of 16 points that were drawn, not boxes or nothing.
  expect(dark).toBeGreaterThan(300);
  // Far pages are not drawn.
  await expect(page.locator(".pdf-page canvas")).not.toHaveCount(30);
  expect(await page.locator(".pdf-page canvas").count()).toBeLessThan(10);
  await page.getByRole("searchbox", { name: "在本栏查找" }).fill("第二十五页");
  await expect(page.locator(".pdf-page[data-page='25'] mark")).toHaveText("第二十五页");
  await expect(page.locator(".pdf-page[data-page='25'] mark")).toBeInViewport();
  const before = await page.locator(".pdf-page").first().getAttribute("data-zoom");
  await page.locator(".doc-scroll").focus();
  await page.keyboard.press("+");
  await expect(page.locator(".pdf-page").first()).not.toHaveAttribute("data-zoom", before ?? "");
  await page.keyboard.press("-");
  await page.getByRole("button", { name: "%" }).click();
  await expect(page.getByRole("button", { name: "适合栏宽" })).toHaveAttribute("aria-pressed", "true");
});

test("a scan is shown and named; pictures stand at their place with their words and grow by keyboard; a photograph is a page", async ({
  openDesk,
}) => {
  const desk = await openDesk({ dataFolder: round.dataFolder });
  const { page } = desk;
  await openFile(desk, round, "扫描.pdf");
  await expect(page.locator(".pdf-page").first()).toContainText("扫描件");
  await expect(page.locator(".pdf-page[data-page='1'][data-drawn='true']")).toBeVisible();
  await openFile(desk, round, "图.docx", "阅读");
  const picture = page.getByRole("img", { name: "园区全景照片" });
  await expect(picture).toBeVisible();
  await expect.poll(() => widthOf(picture)).toBeGreaterThan(0);
  await page.getByRole("button", { name: "放大图片 园区全景照片" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "园区全景照片" })).toBeVisible();
  await page.keyboard.press("+");
  await expect(page.getByText("150%")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await openFile(desk, round, "照片.png");
  await expect(page.locator(".doc-picture img")).toBeVisible();
  await expect.poll(() => widthOf(page.locator(".doc-picture img"))).toBeGreaterThan(0);
});

test("the original is saved as it came", async ({ openDesk }) => {
  const desk = await openDesk({ dataFolder: round.dataFolder });
  test.skip(desk.program.way === "electron", "Electron asks with a dialog of the system");
  const file = await openFile(desk, round, "六十页.docx");
  const saving = desk.page.waitForEvent("download");
  await desk.page.getByRole("link", { name: "存出原件" }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe("六十页.docx");
  expect(readFileSync(await download.path())).toEqual(readFileSync(join(round.originals, file.name)));
});

test("axe finds nothing in any look, in light and dark, and at 200 % nothing but pages and sheets scrolls sideways", async ({
  openDesk,
}) => {
  const desk = await openDesk({ dataFolder: round.dataFolder });
  const { page } = desk;
  const { preferences } = await desk.call("app/get-state", {});
  const reading = { word: "page", pdf: "page", line: 36 } as const;
  for (const change of [{ theme: "light" }, { theme: "dark", scale: 200 }] as const) {
    await desk.call("app/save-preferences", { ...preferences, ...change, reading });
    await page.reload();
    for (const [name, ready] of [
      ["六十页.docx", ".page-host[data-complete='true']"],
      ["没有字体.pdf", ".pdf-page[data-drawn='true']"],
      ["扫描.pdf", ".pdf-page[data-drawn='true']"],
      ["图.docx", "[data-block]"],
      ["library.xlsx", ".doc-sheet"],
      ["report.doc", ".doc-text"],
    ] as const) {
      await openFile(desk, round, name);
      await expect(page.locator(ready).first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include(".reading-pane").analyze();
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
        `${name} ${change.theme}`,
      ).toEqual([]);
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
        name,
      ).toBeLessThanOrEqual(0);
    }
  }
  await desk.call("app/save-preferences", { ...preferences });
});

test("the clerk confirms from the pages too: what was read leads to its place in them", async ({
  openDesk,
}) => {
  const desk = await openDesk({ dataFolder: round.dataFolder });
  const { page } = desk;
  await page.evaluate((path) => {
    location.hash = path;
  }, `/round/${round.round}/intake`);
  await page.getByText("library.docx", { exact: true }).click();
  await page.getByRole("button", { name: "版面", exact: true }).click();
  const host = page.locator(".page-host[data-complete='true']");
  await expect(host).toBeVisible();
  await page.locator(".doc-scroll").focus();
  await page.keyboard.press("ArrowDown");
  // The keyboard walks from paragraph to paragraph in the page look as in the other one.
  await expect
    .poll(() =>
      host.evaluate((element) => {
        const root = element.shadowRoot;
        const [range] =
          root === null ? [] : (window.getSelection()?.getComposedRanges({ shadowRoots: [root] }) ?? []);
        return range?.startContainer.parentElement?.closest("[data-block]")?.getAttribute("data-block") ?? "";
      }),
    )
    .not.toBe("");
});
