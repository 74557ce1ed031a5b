import { numberLabel } from "./number-label.ts";

export interface ListLevel {
  format: string;
  /** `%1` to `%9` stand for the numbers of the levels. */
  text: string;
  start: number;
  /** Numbers of the levels above in figures too, whatever their own format (legal numbering). */
  legal: boolean;
  /** Levels above, from the first, after which this one begins anew: 0 never. Left out: after any of them. */
  restartsAfter?: number;
}

export interface ListDefinition {
  /** Lists of the same key go on counting where the other stopped. */
  readonly key: string;
  /** This use of the list; its `starts` hold when it is first met. */
  readonly id: string;
  readonly levels: readonly ListLevel[];
  readonly starts: ReadonlyMap<number, number>;
}

const MAX_LEVELS = 10;
/** What follows the number: nothing after 、 or a bracket, else a blank, so that `1.` and `2021年` stay two numbers. */
export const spacedLabel = (label: string): string =>
  label === "" || /[、）】〕]$/.test(label) ? label : `${label} `;

/** Counts automatic numbering in reading order and gives the label each paragraph shows. */
export class ListCounter {
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly met = new Set<string>();

  label(list: ListDefinition, level: number): string {
    const definition = list.levels[level];
    if (!definition || level >= MAX_LEVELS) return "";
    const counts = this.counts.get(list.key) ?? [];
    this.counts.set(list.key, counts);
    this.restart(list, level, counts);
    // Where a level above was left out, it counts as begun.
    for (let above = 0; above < level; above += 1) counts[above] ??= list.levels[above]?.start ?? 1;
    counts[level] = (counts[level] ?? definition.start - 1) + 1;
    for (let below = level + 1; below < counts.length; below += 1)
      if (level < (list.levels[below]?.restartsAfter ?? below)) counts[below] = undefined;
    return spacedLabel(this.shown(list, definition, counts));
  }

  private restart(list: ListDefinition, level: number, counts: (number | undefined)[]): void {
    const start = list.starts.get(level);
    const key = `${list.key} ${list.id} ${level}`;
    if (start === undefined || this.met.has(key)) return;
    this.met.add(key);
    counts[level] = start - 1;
  }

  private shown(
    list: ListDefinition,
    definition: ListLevel,
    counts: readonly (number | undefined)[],
  ): string {
    if (definition.format === "bullet" || definition.format === "none") return "";
    return definition.text.replace(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const level = list.levels[index];
      if (!level) return "";
      const value = counts[index] ?? level.start;
      return numberLabel(value, definition.legal && level.format !== "none" ? "decimal" : level.format);
    });
  }
}
