import type { CDPSession, Page } from "@playwright/test";
import { chromium } from "@playwright/test";
import { buildStale } from "../../../electron/build/build-stale.ts";
import { browserLaunchOptions } from "../../e2e/support/launch-options.ts";
import { openDeskOn } from "../../e2e/support/open-desk.ts";
import { projectRoot } from "../../e2e/support/running-program.ts";
import { seedFileRound } from "../../support/file-round.ts";
import { docxWith } from "../../support/office-fixture.ts";
import { ask, startProgram } from "../../support/program.ts";

/** A Word document in its page look, in a real window. Processor time is that of the window's own thread. */
export interface WordPagesMeasure {
  /** From choosing the page look to the first page standing there. */
  readonly firstCpuMs: number;
  readonly firstMs: number;
  /** The longest stretch in which the window answers nothing, until all is drawn. */
  readonly longestCpuMs: number;
  readonly allCpuMs: number;
}

const format = `<w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/><w:color w:val="000000"/><w:sz w:val="32"/></w:rPr>`;
const run = (text: string): string =>
  `<w:r w:rsidR="00A77B3E">${format}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const indent = `<w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640"/></w:pPr>`;

const cell = (text: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="1800" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p>${run(text)}</w:p></w:tc>`;

function table(name: string, rows: number, columns: number): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const cells = Array.from({ length: columns }, (_unused, column) =>
      cell(`${name}-${row + 1}-${column + 1}`),
    );
    return `<w:tr>${cells.join("")}</w:tr>`;
  });
  const grid = `<w:tblGrid>${`<w:gridCol w:w="1800"/>`.repeat(columns)}</w:tblGrid>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr>${grid}${lines.join("")}</w:tbl>`;
}

const paragraph = (page: number, line: number): string => {
  const turn = page > 0 && line === 0 ? "<w:r><w:lastRenderedPageBreak/></w:r>" : "";
  const words = [
    `（${page + 1}.${line + 1}）建立由县长任组长的领导小组，`,
    `2020年吸纳重点人群就业11,${200 + line}人，`,
    "建成双创服务大厦3.45万平方米，汇聚服务机构21家。",
  ];
  return `<w:p>${indent}${turn}${words.map(run).join("")}</w:p>`;
};

/** As Word writes it: sixty pages, on each twelve paragraphs of three runs and a table of thirty cells. */
const sixtyPages = (): Buffer =>
  docxWith(
    Array.from({ length: 60 }, (_, page) => {
      const lines = Array.from({ length: 12 }, (_unused, line) => paragraph(page, line));
      return lines.join("") + table(`表${page + 1}`, 6, 5);
    }).join(""),
  );

const longTable = (): Buffer => docxWith(`<w:p>${run("项目清单如下。")}</w:p>${table("项", 3000, 6)}`);

const made = { "六十页.docx": sixtyPages, "三千行.docx": longTable } as const;
export type MeasuredWord = keyof typeof made;

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

async function traced(cdp: CDPSession, work: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  cdp.on("Tracing.dataCollected", ({ value }) => {
    // Its type says texts only; times and threads are numbers.
    for (const event of value) events.push(event as unknown as TraceEvent);
  });
  await cdp.send("Tracing.start", { categories: "toplevel,blink.user_timing", transferMode: "ReportEvents" });
  await work();
  const ended = new Promise((resolve) => cdp.once("Tracing.tracingComplete", resolve));
  await cdp.send("Tracing.end");
  await ended;
  return events;
}

/** In the window: chooses the page look, waits for its first page, then for all. */
const choosePages = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const host = () => document.querySelector<HTMLElement>(".page-host");
    performance.mark("asked");
    for (const button of document.querySelectorAll("button"))
      if (button.textContent === "版面") button.click();
    while (!host()?.shadowRoot?.querySelector("section")?.textContent) await frame();
    await frame();
    performance.mark("first");
    while (host()?.dataset.complete !== "true") await frame();
    performance.mark("complete");
  });

function measureOf(events: readonly TraceEvent[]): WordPagesMeasure {
  const at = (name: string) => events.find((event) => event.name === name);
  const asked = at("asked");
  const first = at("first")?.ts ?? 0;
  const complete = at("complete")?.ts ?? 0;
  if (asked === undefined) throw new Error("nothing was traced");
  const tasks = events.filter(
    ({ name, pid, tid, ts }) =>
      name.endsWith("RunTask") && pid === asked.pid && tid === asked.tid && ts >= asked.ts && ts <= complete,
  );
  const cpuOf = ({ tdur = 0 }: TraceEvent): number => tdur / 1000;
  const sum = (list: readonly TraceEvent[]): number => list.reduce((all, task) => all + cpuOf(task), 0);
  return {
    firstCpuMs: sum(tasks.filter(({ ts }) => ts <= first)),
    firstMs: (first - asked.ts) / 1000,
    longestCpuMs: Math.max(...tasks.map(cpuOf)),
    allCpuMs: sum(tasks),
  };
}

export async function measureWordPages(folder: string, name: MeasuredWord): Promise<WordPagesMeasure> {
  const program = await startProgram(folder);
  const opened = await seedFileRound(program, [{ path: name, bytes: made[name]() }]);
  const [submission = ""] = opened.submissions;
  const at = { round: opened.round, expert: opened.experts[0]?.id ?? "", submission };
  await ask(program, "desk/declare", { ...at, recusal: null });
  const sha256 = (await ask(program, "submission/get", { submission })).files[0]?.sha256 ?? "";
  await program.close();
  await buildStale(projectRoot);
  const browser = await chromium.launch(browserLaunchOptions());
  const desk = await openDeskOn(folder, browser, () => Promise.reject(new Error("not opened twice")));
  const { page } = desk;
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/round/${at.round}/desk/${at.expert}?submission=${submission}&file=${sha256}&block=b1`);
  await page.locator(".doc-page [data-block]").first().waitFor();
  await page.waitForLoadState("networkidle");
  const cdp = await page.context().newCDPSession(page);
  const measured = measureOf(await traced(cdp, () => choosePages(page)));
  await desk.close();
  await browser.close();
  return measured;
}
