export interface Dot {
  readonly expert: string;
  /** 1-based number of the expert in the round: 专家1, 专家2 … */
  readonly number: number;
  readonly total: string;
  readonly dropped: boolean;
  /** Place on the scale in percent. For drawing only: never calculated with. */
  readonly x: number;
  /** 0 for the lowest dot of a stack of dots that would cover each other. */
  readonly level: number;
}

export interface Scale {
  readonly from: number;
  readonly to: number;
}

/** The part of the score scale that every dot of a direction fits in, widened to round tens. */
export function scaleOf(totals: readonly string[], max: string): Scale {
  const values = totals.map(Number);
  if (values.length === 0) return { from: 0, to: Number(max) };
  const from = Math.floor(Math.min(...values) / 10) * 10;
  const to = Math.min(Math.ceil(Math.max(...values) / 10) * 10, Math.max(Number(max), from + 10));
  return { from, to: to > from ? to : from + 10 };
}

/** Dots nearer than this many percent are stacked. */
const NEAR = 7;

export function placeDots(sheets: readonly Omit<Dot, "x" | "level">[], scale: Scale): Dot[] {
  const placed: Dot[] = [];
  const rising = [...sheets].sort(
    (one, other) => Number(one.total) - Number(other.total) || one.number - other.number,
  );
  for (const sheet of rising) {
    const x = ((Number(sheet.total) - scale.from) / (scale.to - scale.from)) * 100;
    const taken = new Set(placed.filter((dot) => Math.abs(dot.x - x) < NEAR).map((dot) => dot.level));
    let level = 0;
    while (taken.has(level)) level += 1;
    placed.push({ ...sheet, x, level });
  }
  return placed;
}
