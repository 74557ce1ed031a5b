import { DateTime } from "luxon";
import type { Base } from "./base.ts";

export interface Rectification {
  readonly deadline: string;
  /** Days left on `today`; negative: so many days over. */
  readonly daysLeft: number;
  readonly overdue: boolean;
}

/** How a running 整改 stands on a day (ISO date); `null`: none is running. The last day itself is not over. */
export function rectificationOf(base: Base, today: string): Rectification | null {
  if (base.status !== "rectifying" || base.deadline === null) return null;
  const days = DateTime.fromISO(base.deadline, { zone: "utc" }).diff(
    DateTime.fromISO(today, { zone: "utc" }),
    "days",
  ).days;
  return { deadline: base.deadline, daysLeft: Math.round(days), overdue: days < 0 };
}
