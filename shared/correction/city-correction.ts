import { z } from "zod";
import { CorrectionClock, clockOf, SentCorrection } from "./correction.ts";

/** A letter to the office of a city: as to an applicant, but about what the city itself recommends and hands in. */
export const SentCityCorrection = SentCorrection.omit({ submission: true, version: true }).extend({
  city: z.string(),
});
export type SentCityCorrection = z.infer<typeof SentCityCorrection>;

export const CityClock = CorrectionClock.extend({ correction: SentCityCorrection });
export type CityClock = z.infer<typeof CityClock>;

/** How a letter to a city stands on a day; a file of that city that was not there on the day of the letter answers it. */
export function cityClockOf(
  correction: SentCityCorrection,
  files: readonly { readonly sha256: string; readonly name: string }[],
  today: string,
): CityClock {
  const clock = clockOf({ ...correction, submission: "", version: 1 }, { files }, today);
  return { ...clock, correction };
}
