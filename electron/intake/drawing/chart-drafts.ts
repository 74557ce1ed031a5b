import type { Cell } from "../../../shared/submission/document.ts";
import { type Draft, newParagraph } from "../flow/drafts.ts";
import { parseXml, type XmlAttributes, type XmlHandlers } from "../parse-xml.ts";
import type { Reading } from "../reading.ts";
import { storedNumber } from "../sheet/shown-number.ts";

type Points = Map<number, string>;

interface Series {
  readonly name: Points;
  readonly categories: Points;
  readonly values: Points;
}

const MAX_POINTS = 10_000;
const pointsOf: Readonly<Record<string, keyof Series>> = {
  tx: "name",
  cat: "categories",
  xVal: "categories",
  val: "values",
  yVal: "values",
};

const tidyNumber = (text: string): string =>
  /^-?[\d.]+(E[+-]?\d+)?$/i.test(text) ? storedNumber(text) : text;

/** Collects the titles of a chart and the values it keeps of its series. */
class ChartReader implements XmlHandlers {
  readonly titles: string[] = [];
  readonly series: Series[] = [];
  private readonly reading: Reading;
  private titleDepth = 0;
  private inTitleText = false;
  private part: keyof Series | null = null;
  private point = 0;
  private value: string | null = null;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === "title") {
      this.titleDepth += 1;
      this.titles.push("");
    } else if (name === "t" && this.titleDepth > 0) this.inTitleText = true;
    else if (name === "ser") this.series.push({ name: new Map(), categories: new Map(), values: new Map() });
    else if (this.series.length > 0 && name in pointsOf) this.part = pointsOf[name] ?? null;
    else if (name === "pt") this.point = Number(attributes.idx ?? 0);
    else if (name === "v" && this.part !== null) this.value = "";
  }

  text(text: string): void {
    if (this.inTitleText) this.titles[this.titles.length - 1] += text;
    else if (this.value !== null) this.value += text;
  }

  close(name: string): void {
    if (name === "title") this.titleDepth -= 1;
    else if (name === "t") this.inTitleText = false;
    else if (name in pointsOf) this.part = null;
    else if (name === "v") this.closeValue();
  }

  private closeValue(): void {
    const { part, value, point } = this;
    this.value = null;
    const points = part === null ? undefined : this.series.at(-1)?.[part];
    if (!points || value === null || !(point >= 0 && point < MAX_POINTS)) return;
    if (this.reading.admit(value)) points.set(part === "name" ? 0 : point, value);
  }
}

/** A row per category, a column per series, as the table the chart was drawn from. */
function tableCells(series: readonly Series[], reading: Reading): Cell[] {
  const cells: Cell[] = [];
  const add = (text: string | undefined, row: number, column: number): void => {
    if (text === undefined || text.trim() === "" || !reading.admitCell(" ")) return;
    cells.push({ text: tidyNumber(text.trim()), row, column, rowSpan: 1, columnSpan: 1 });
  };
  for (const [point, category] of series[0]?.categories ?? []) add(category, point + 2, 1);
  for (const [index, { name, values }] of series.entries()) {
    add(name.get(0), 1, index + 2);
    for (const [point, value] of values) add(value, point + 2, index + 2);
  }
  return cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
}

/** What a chart says, as drafts: its titles, and the values it keeps as a table. */
export function chartDrafts(bytes: Uint8Array, place: string, reading: Reading): Draft[] {
  const reader = new ChartReader(reading);
  parseXml(bytes, place, reading, reader);
  const drafts: Draft[] = reader.titles
    .filter((title) => title.trim() !== "")
    .map((title) => ({ ...newParagraph(), text: title.trim() }));
  const cells = tableCells(reader.series, reading);
  const rows = cells.at(-1)?.row ?? 0;
  const columns = reader.series.length + 1;
  if (cells.length > 0) drafts.push({ kind: "table", rows, columns, cells, hiddenRows: [], after: [] });
  return drafts;
}
