import { DateTime } from "luxon";
import type { CorrectionItem } from "../../shared/correction/correction.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { type Line, type PageMargin, writeOfficialDocument } from "./official-document.ts";

export interface CorrectionLetter {
  /** Full name of the applicant, or of the office of a city, the letter goes to. */
  readonly applicant: string;
  /** Words of the first sentence; left out: those for an applicant. */
  readonly opening?: "letter.opening" | "letter.cityOpening";
  /** Title of the notice it applied under. */
  readonly scheme: string;
  readonly items: readonly CorrectionItem[];
  /** ISO date; `null`: the letter names no day. */
  readonly deadline: string | null;
  readonly note: string;
  /** Who signs below. */
  readonly office: string;
  /** ISO instant; its day in the zone of the notice stands under the letter. */
  readonly at: string;
  readonly zone: string;
  readonly margin?: PageMargin;
}

/** 2021年12月3日: no leading zeros (GB/T 9704 7.3.5). */
const dateOf = (date: DateTime): string => date.toFormat("yyyy年L月d日");

const text = (words: string): Line => ({ style: "text", text: words });
const blank: Line = { style: "blank", text: "" };

function itemLines(item: CorrectionItem, index: number): Line[] {
  const missing = item.status === "not-reported" ? say("zh", "letter.noPlace") : "";
  const places =
    item.places.length === 0 ? missing : say("zh", "letter.places", { places: item.places.join("；") });
  return [text(`${index + 1}. ${item.text}${places}`)];
}

/** The lines of a 补正 letter: title, whom it goes to, what is asked for with its places, deadline, office and date. */
function letterLines(letter: CorrectionLetter): Line[] {
  const { deadline } = letter;
  const day = deadline === null ? null : dateOf(DateTime.fromISO(deadline, { zone: "utc" }));
  return [
    { style: "title", text: say("zh", "letter.title") },
    blank,
    { style: "salutation", text: `${letter.applicant}：` },
    text(
      say("zh", letter.opening ?? "letter.opening", {
        scheme: letter.scheme,
        count: String(letter.items.length),
      }),
    ),
    ...letter.items.flatMap(itemLines),
    ...(letter.note.trim() === "" ? [] : [text(letter.note.trim())]),
    text(day === null ? say("zh", "letter.noDeadline") : say("zh", "letter.deadline", { date: day })),
    text(say("zh", "letter.closing")),
    blank,
    blank,
    { style: "signature", text: letter.office },
    { style: "signature", text: dateOf(DateTime.fromISO(letter.at, { zone: letter.zone })) },
  ];
}

/** 补正通知 as .docx after GB/T 9704-2012. */
export const writeCorrectionLetter = (letter: CorrectionLetter): Promise<Buffer> =>
  writeOfficialDocument(letterLines(letter), {
    title: say("zh", "letter.title"),
    at: letter.at,
    ...(letter.margin ? { margin: letter.margin } : {}),
  });
