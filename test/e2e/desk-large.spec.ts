import type { Page } from "@playwright/test";
import type { Document } from "../../shared/submission/document.ts";
import { deskPath, makeDeskRound } from "./support/desk-round.ts";
import { expect, test } from "./support/window.ts";

const ROWS = 10_000;
const COLUMNS = 12;

/** A sheet of ten thousand rows of twelve cells: title, unit, names of columns, then values. */
const largeSheet: Document["blocks"] = [
  {
    kind: "table",
    id: "t1",
    sheet: "项目清单",
    hidden: false,
    rows: ROWS,
    columns: COLUMNS,
    hiddenRows: [7],
    cells: [
      { row: 1, column: 1, rowSpan: 1, columnSpan: COLUMNS, text: "双创示范基地项目汇总表" },
      { row: 2, column: COLUMNS, rowSpan: 1, columnSpan: 1, text: "单位：万元" },
      ...Array.from({ length: (ROWS - 2) * COLUMNS }, (_, index) => {
        const row = Math.floor(index / COLUMNS) + 3;
        const column = (index % COLUMNS) + 1;
        const value = column === 2 ? `项目${row}` : String(row * 100 + column);
        return {
          row,
          column,
          rowSpan: 1,
          columnSpan: 1,
          text: row === 3 ? `第${column}列（万元）` : column === 1 ? String(row - 3) : value,
        };
      }),
    ],
  },
  {
    kind: "table",
    id: "t2",
    sheet: "说明",
    hidden: false,
    rows: 1,
    columns: 1,
    cells: [{ row: 1, column: 1, rowSpan: 1, columnSpan: 1, text: "第二张表的说明" }],
  },
];

/** Milliseconds from choosing the page to its first text being drawn, as the person sees it; kept as a note, never a limit. */
const timeToText = (page: Page, tab: string, words: string): Promise<number> =>
  page.evaluate(
    async ([name, wanted]) => {
      const tabs = [...document.querySelectorAll<HTMLElement>("[role='tab']")];
      const started = performance.now();
      tabs.find((candidate) => candidate.textContent === name)?.click();
      while (!document.querySelector(".doc-scroll")?.textContent?.includes(wanted ?? ""))
        await new Promise(requestAnimationFrame);
      return performance.now() - started;
    },
    [tab, words] as const,
  );

/** The longest gap between two frames while the document is scrolled, and the median; kept as a note, never a limit. */
const scrollFrames = (page: Page): Promise<{ median: number; longest: number }> =>
  page.locator(".doc-scroll").evaluate(async (element) => {
    const gaps: number[] = [];
    let last = performance.now();
    for (let frame = 0; frame < 90; frame += 1) {
      element.scrollTop += 160;
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      gaps.push(now - last);
      last = now;
    }
    gaps.sort((one, other) => one - other);
    return { median: gaps[45] ?? 0, longest: gaps.at(-1) ?? 0 };
  });

const drawnElements = (page: Page): Promise<number> => page.locator(".doc-scroll *").count();

/** Names of rows (column B) that can be seen. */
const namesInView = (page: Page): Promise<number> =>
  page.locator(".doc-scroll").evaluate((element) => {
    const view = element.getBoundingClientRect();
    return [...element.querySelectorAll("tbody [data-cell^='B']")].filter((cell) => {
      const box = cell.getBoundingClientRect();
      return (
        box.left >= view.left && box.right <= view.right && box.top >= view.top && box.bottom <= view.bottom
      );
    }).length;
  });

const scrollTo = (page: Page, share: number): Promise<void> =>
  page.locator(".doc-scroll").evaluate((element, part) => {
    element.scrollTop = element.scrollHeight * part;
  }, share);

const note = (what: string): void => {
  test.info().annotations.push({ type: "measured", description: what });
};

test("a plan of sixty pages shows its beginning first, and draws what is looked at and no more", async ({
  openDesk,
}) => {
  const round = await makeDeskRound({ applicants: 1, paragraphs: 100 });
  const [submission = ""] = round.submissions;
  const desk = await openDesk({ dataFolder: round.dataFolder });
  const { page } = desk;
  const at = { round: round.round, expert: round.experts[0]?.id ?? "", submission };
  await desk.call("desk/declare", { ...at, recusal: null });
  await page.evaluate(
    (path) => {
      location.hash = path;
    },
    deskPath(round, submission),
  );
  await page.getByRole("tab", { name: "通知要求" }).click();
  await expect(page.getByText("评分说明").first()).toBeVisible();
  const shown = await timeToText(page, "方案", "工作基础");
  // 404 blocks; those far below are gaps.
  const blocks = page.locator(".doc-page [data-block]");
  const first = await blocks.count();
  expect(first).toBeLessThan(200);
  await expect(blocks.first()).toBeInViewport();
  const { median, longest } = await scrollFrames(page);
  await scrollTo(page, 0.95);
  await expect(page.locator("[data-block='b380']")).toBeAttached();
  const drawn = await drawnElements(page);
  expect(drawn).toBeLessThan(600);
  note(
    `shown ${Math.round(shown)} ms, frame median ${median.toFixed(1)} ms, longest ${Math.round(longest)} ms, ${drawn} elements`,
  );
});

test("a sheet of ten thousand rows shows its first rows before the others are fetched, keeps header and names in view, and draws the rows looked at", async ({
  openDesk,
}) => {
  const round = await makeDeskRound({ applicants: 1, paragraphs: 0, extra: largeSheet });
  const [submission = ""] = round.submissions;
  const desk = await openDesk({ dataFolder: round.dataFolder });
  const { page } = desk;
  const at = { round: round.round, expert: round.experts[0]?.id ?? "", submission };
  await desk.call("desk/declare", { ...at, recusal: null });
  const dossier = await desk.call("submission/get", { submission });
  const sha256 = dossier.files[0]?.sha256 ?? "";
  const opened = await desk.call("document/open", { round: round.round, sha256 });
  const [table] = opened.document?.blocks.filter((block) => block.kind === "table") ?? [];
  // What is fetched before anything is drawn: the first 200 rows of 10,000.
  expect(table?.kind === "table" && table.cells.length).toBeLessThan(2500);
  expect(opened.cut).toEqual([{ block: "t1", from: 202 }]);

  // In a browser window the rest can be held back, to see that nobody waits for it.
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  if (desk.program.way === "browser")
    await page.route("**/call", async (route) => {
      if (route.request().postData()?.includes("document/rows")) await held;
      await route.continue();
    });
  await page.evaluate(
    (path) => {
      location.hash = path;
    },
    deskPath(round, submission),
  );
  await page.getByRole("tab", { name: "通知要求" }).click();
  await expect(page.getByText("评分说明").first()).toBeVisible();
  const shown = await timeToText(page, "方案", "第1列（万元）");
  await expect(page.locator("[data-cell='B10']")).toBeVisible();
  expect(await page.locator(".doc-sheet tr").count()).toBeLessThan(200);
  const find = page.getByRole("searchbox", { name: "在本栏查找" });
  const coming = page.getByText("其余行还在载入");
  if (desk.program.way === "browser") {
    // Nobody is told that there is nothing, as long as that is not known.
    await find.fill("项目9876");
    await expect(coming).toBeVisible();
    await expect(page.getByText("没有找到")).toHaveCount(0);
    await find.fill("");
  }
  release();

  const { median, longest } = await scrollFrames(page);
  await scrollTo(page, 0.9);
  await expect(page.getByText(/^项目90\d\d$/).first()).toBeVisible();
  await expect(page.locator("[data-cell='L2']")).toHaveText("单位：万元");
  await expect(page.locator("thead [data-cell='B3']")).toBeInViewport();
  await page.locator(".doc-scroll").evaluate((element) => {
    element.scrollLeft = element.scrollWidth;
  });
  await expect(page.locator("thead [data-cell='L2']")).toBeInViewport();
  // The names of the rows stay beside the last column.
  await expect.poll(() => namesInView(page)).toBeGreaterThan(3);
  const drawn = await drawnElements(page);
  expect(drawn).toBeLessThan(6000);
  await scrollTo(page, 0);
  await expect(page.locator("tr.row-hidden th").first()).toContainText("7");

  await page.getByRole("tab", { name: "说明" }).click();
  await expect(page.getByText("第二张表的说明")).toBeVisible();
  await expect(page.locator("[data-cell='B10']")).toHaveCount(0);
  // A hit on the other sheet leads there, to a row far below.
  await find.fill("项目9876");
  await expect(coming).toHaveCount(0);
  await expect(page.locator("mark")).toHaveText("项目9876");
  await expect(page.locator("mark")).toBeInViewport();
  note(
    `shown ${Math.round(shown)} ms, frame median ${median.toFixed(1)} ms, longest ${Math.round(longest)} ms, ${drawn} elements`,
  );
});
