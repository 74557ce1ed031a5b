import type { ImportQuestion, ProposedBase } from "../../../shared/register/propose-bases.ts";

/** Questions that can never be answered with yes: without a name there is no base, and one name stands once. */
export const final: ReadonlySet<ImportQuestion["code"]> = new Set([
  "name-missing",
  "listed-already",
  "repeated",
]);

export const canTake = (row: ProposedBase): boolean => !row.questions.some(({ code }) => final.has(code));

/** What a clerk says about a row. */
export interface Answers {
  readonly include: boolean;
  readonly confirmed: readonly ImportQuestion["code"][];
}

export const startAnswers = (row: ProposedBase): Answers => ({ include: canTake(row), confirmed: [] });

export const isAnswered = (row: ProposedBase, { include, confirmed }: Answers): boolean =>
  !include || row.questions.every(({ code }) => confirmed.includes(code));

/** A question that says the same of every row, and may be answered for all of them at once; names and cities are looked at one by one. */
const general: ImportQuestion["code"] = "direction-unknown";

const asksGeneral = (row: ProposedBase): boolean => row.questions.some(({ code }) => code === general);

/** Rows that wait for nothing but the general question, or for it too. */
export const openGeneral = (rows: readonly ProposedBase[], answers: readonly Answers[]): number =>
  rows.filter((row, index) => {
    const answer = answers[index];
    return answer?.include === true && asksGeneral(row) && !answer.confirmed.includes(general);
  }).length;

export const confirmGeneral = (rows: readonly ProposedBase[], answers: readonly Answers[]): Answers[] =>
  answers.map((answer, index) => {
    const row = rows[index];
    return row && answer.include && asksGeneral(row) && !answer.confirmed.includes(general)
      ? { ...answer, confirmed: [...answer.confirmed, general] }
      : answer;
  });
