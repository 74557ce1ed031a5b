import type { CorrectionClock, CorrectionState } from "../../../shared/correction/correction.ts";
import type { WordsInUse } from "../../ui/use-words.tsx";

/** The letter that counts for an applicant: the last one sent. */
export function latestClocks(clocks: readonly CorrectionClock[]): ReadonlyMap<string, CorrectionClock> {
  const latest = new Map<string, CorrectionClock>();
  for (const clock of clocks) {
    const known = latest.get(clock.correction.submission);
    if (!known || known.correction.at <= clock.correction.at) latest.set(clock.correction.submission, clock);
  }
  return latest;
}

export function countStates(clocks: readonly CorrectionClock[]): Readonly<Record<CorrectionState, number>> {
  const counts = { waiting: 0, overdue: 0, answered: 0 };
  for (const { state } of latestClocks(clocks).values()) counts[state] += 1;
  return counts;
}

/** `补正中 · 还有 3 天`: the state and what is left of its time. */
export function clockWords({ t }: WordsInUse, clock: CorrectionClock): string {
  const state = t(`correction.state.${clock.state}`);
  if (clock.state === "answered") return state;
  if (clock.daysLeft === null) return `${state} · ${t("letters.noDeadline")}`;
  const days = String(Math.abs(clock.daysLeft));
  if (clock.daysLeft < 0) return `${state} · ${t("letters.daysOver", { days })}`;
  return `${state} · ${clock.daysLeft === 0 ? t("letters.lastDay") : t("letters.daysLeft", { days })}`;
}
