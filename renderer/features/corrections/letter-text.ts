import { DateTime } from "luxon";
import type { CorrectionItem } from "../../../shared/correction/correction.ts";
import { say } from "../../../shared/text/catalogue/index.ts";

/** The letter goes to an applicant in China: always in Chinese, whatever the screen speaks. */
const words = (key: Parameters<typeof say>[1], params?: Parameters<typeof say>[2]): string =>
  say("zh", key, params);

function itemLine(item: CorrectionItem, index: number): string {
  const missing = item.status === "not-reported" ? words("letter.noPlace") : "";
  const places =
    item.places.length === 0 ? missing : words("letter.places", { places: item.places.join("；") });
  return `${index + 1}. ${item.text}${places}`;
}

export const letterTitle = words("letter.title");

export interface LetterDraft {
  readonly applicant: string;
  readonly scheme: string;
  readonly items: readonly CorrectionItem[];
  /** ISO date; empty: none. */
  readonly deadline: string;
  readonly note: string;
  readonly office: string;
  /** Words of the first sentence; left out: those for an applicant. */
  readonly opening?: "letter.opening" | "letter.cityOpening";
}

/** The paragraphs of the letter as it will be written, for the eye before it is made. */
export function letterParagraphs(draft: LetterDraft): string[] {
  const day = DateTime.fromISO(draft.deadline, { zone: "utc" });
  return [
    `${draft.applicant}：`,
    words(draft.opening ?? "letter.opening", { scheme: draft.scheme, count: String(draft.items.length) }),
    ...draft.items.map(itemLine),
    ...(draft.note.trim() === "" ? [] : [draft.note.trim()]),
    day.isValid
      ? words("letter.deadline", { date: day.toFormat("yyyy年L月d日") })
      : words("letter.noDeadline"),
    words("letter.closing"),
  ];
}
