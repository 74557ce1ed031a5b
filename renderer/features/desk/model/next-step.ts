import type { DeskEntry } from "../../../../shared/contract/sheet.ts";

export type NextStep =
  | { readonly step: "review"; readonly entry: DeskEntry; readonly first: boolean }
  | { readonly step: "sign"; readonly sheets: number }
  | { readonly step: "done" };

/** Signed sheets and recusals need nothing more; a recusal that is not signed yet is signed with the rest. */
const isFinished = (entry: DeskEntry): boolean =>
  entry.state === "complete" || entry.state === "signed" || entry.state === "recused";

/** The one obvious next step of an expert: the first unfinished applicant, then signing. */
export function nextStep(entries: readonly DeskEntry[]): NextStep {
  const open = entries.find((entry) => !isFinished(entry));
  if (open !== undefined) {
    const first = entries.every((entry) => entry.state === "not-declared");
    return { step: "review", entry: open, first };
  }
  const unsigned = entries.filter((entry) => entry.state === "complete").length;
  if (unsigned > 0) return { step: "sign", sheets: entries.length };
  return entries.some((entry) => entry.state === "signed")
    ? { step: "done" }
    : { step: "sign", sheets: entries.length };
}

/** The applicant after this one that still needs work, going round; `null` when none is left. */
export function nextUnfinished(entries: readonly DeskEntry[], submission: string): DeskEntry | null {
  const at = entries.findIndex((entry) => entry.submission === submission);
  const round = [...entries.slice(at + 1), ...entries.slice(0, at + 1)];
  return round.find((entry) => entry.submission !== submission && !isFinished(entry)) ?? null;
}

export function progressOf(entries: readonly DeskEntry[]) {
  const count = (...states: DeskEntry["state"][]) =>
    entries.filter((entry) => states.includes(entry.state)).length;
  return {
    all: entries.length,
    done: count("complete", "signed"),
    recused: count("recused"),
    left: count("open", "not-declared"),
  };
}
