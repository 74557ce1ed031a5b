import { ListCounter } from "../flow/list-counter.ts";
import type { OdfStyles } from "./odf-styles.ts";

interface OpenList {
  readonly style: string;
  readonly key: string;
}

interface PendingItem {
  readonly list: OpenList;
  readonly level: number;
  readonly start: number | null;
}

/** Counts the items of lists, which stand inside each other as elements do. */
export class OdfLists {
  private readonly styles: OdfStyles;
  private readonly counter = new ListCounter();
  private readonly open: OpenList[] = [];
  private readonly lastKeys = new Map<string, string>();
  private lists = 0;
  private items = 0;
  /** The item whose number no paragraph shows yet. */
  private pending: PendingItem | null = null;

  constructor(styles: OdfStyles) {
    this.styles = styles;
  }

  openList(style: string | undefined, continues: boolean): void {
    const outer = this.open.at(-1);
    const name = style ?? outer?.style ?? "";
    this.lists += 1;
    const known = continues ? this.lastKeys.get(name) : undefined;
    const key = outer?.key ?? known ?? String(this.lists);
    this.open.push({ style: name, key });
    this.lastKeys.set(name, key);
  }

  closeList(): void {
    this.open.pop();
    this.pending = null;
  }

  openItem(start: number | null): void {
    const list = this.open.at(-1);
    if (list) this.pending = { list, level: this.open.length - 1, start };
  }

  /** Label of a paragraph: the number of its item, if it is the first one there. */
  take(): string {
    const { pending } = this;
    if (pending === null) return "";
    this.pending = null;
    this.items += 1;
    const { list, level, start } = pending;
    const starts = new Map(start === null ? [] : [[level, start] as const]);
    const levels = this.styles.levels(list.style);
    return this.counter.label({ key: list.key, id: String(this.items), levels, starts }, level);
  }

  /** Number of a heading by the outline of the document; empty where the outline has none. */
  outlineLabel(level: number): string {
    const levels = this.styles.levels("");
    return this.counter.label({ key: "outline", id: "outline", levels, starts: new Map() }, level - 1);
  }
}
