import { DateTime } from "luxon";
import { z } from "zod";
import { FindingStatus } from "../scheme/finding.ts";
import type { DossierFile } from "../submission/dossier.ts";

/** One thing a letter asks for: what was found, and where it stands. */
export const CorrectionItem = z.object({
  rule: z.string(),
  status: FindingStatus,
  /** The sentence of the finding, as the clerk sent it. */
  text: z.string().trim().min(1).max(2000),
  /** Places in the material, `file · place`; empty where nothing was handed in. */
  places: z.array(z.string()),
});
export type CorrectionItem = z.infer<typeof CorrectionItem>;

/** 补正通知: what one applicant was asked for, by which day, and what it had handed in until then. */
export const SentCorrection = z.object({
  id: z.string(),
  submission: z.string(),
  version: z.number().int(),
  items: z.array(CorrectionItem).min(1),
  /** Last day for the answer (ISO date); `null`: the letter names none. */
  deadline: z.iso.date().nullable(),
  note: z.string(),
  /** SHA-256 of the files of the submission on that day: an answer is a file that was not among them. */
  files: z.array(z.string()),
  letter: z.string(),
  by: z.string(),
  at: z.string(),
});
export type SentCorrection = z.infer<typeof SentCorrection>;

/** `waiting` 补正中; `overdue` 补正逾期; `answered` 已补正, a new file has arrived. */
export const CorrectionState = z.enum(["waiting", "overdue", "answered"]);
export type CorrectionState = z.infer<typeof CorrectionState>;

export const CorrectionClock = z.object({
  correction: SentCorrection,
  state: CorrectionState,
  /** Days left on the day asked about; negative: so many over. `null`: no deadline, or answered. */
  daysLeft: z.number().int().nullable(),
  /** Names of files that arrived since. */
  arrived: z.array(z.string()),
});
export type CorrectionClock = z.infer<typeof CorrectionClock>;

/** How a letter stands on a day (ISO date, in the zone of the notice). The last day itself is not over. */
export function clockOf(
  correction: SentCorrection,
  dossier: { readonly files: readonly Pick<DossierFile, "sha256" | "name">[] } | null,
  today: string,
): CorrectionClock {
  const known = new Set(correction.files);
  const arrived = (dossier?.files ?? []).filter((file) => !known.has(file.sha256)).map((file) => file.name);
  if (arrived.length > 0) return { correction, state: "answered", daysLeft: null, arrived };
  const { deadline } = correction;
  if (deadline === null) return { correction, state: "waiting", daysLeft: null, arrived };
  const day = (date: string): DateTime => DateTime.fromISO(date, { zone: "utc" });
  const daysLeft = Math.round(day(deadline).diff(day(today), "days").days);
  return { correction, state: daysLeft < 0 ? "overdue" : "waiting", daysLeft, arrived };
}
