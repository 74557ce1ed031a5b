import type { Composed } from "../../electron/compose.ts";
import { listNotes } from "../../electron/db/notes.ts";
import { listSheets } from "../../electron/db/sheets.ts";
import type { InputOf } from "../../shared/contract/index.ts";

/** One act at the desk, and what the sheet is after it. */
export type Act =
  | { readonly call: "desk/declare"; readonly submission: number }
  | {
      readonly call: "desk/save-item";
      readonly submission: number;
      readonly item: number;
      readonly score: string;
    }
  | { readonly call: "desk/save-remark"; readonly submission: number; readonly remark: string }
  | { readonly call: "note/save"; readonly submission: number; readonly note: string; readonly text: string }
  | { readonly call: "desk/set-complete"; readonly submission: number };

export interface SheetState {
  declared: boolean;
  scores: (string | null)[];
  remark: string;
  /** By id, one of the sheet's own and one per pass. */
  notes: Record<string, string>;
  complete: boolean;
}

/** The same session for the process that is killed and for the one that looks afterwards: act `n` of an endless one. */
export function actAt(n: number, submissions: number, items: number): Act {
  const perSheet = items + 5;
  const submission = Math.floor(n / perSheet) % submissions;
  const place = n % perSheet;
  const pass = Math.floor(n / (perSheet * submissions));
  if (place === 0) return { call: "desk/declare", submission };
  if (place <= items)
    return { call: "desk/save-item", submission, item: place - 1, score: String((n + pass) % 20) };
  if (place === items + 1) return { call: "desk/save-remark", submission, remark: `第${n}步` };
  // The one note is changed again and again, of the other there is a new one in every pass.
  if (place === items + 2)
    return { call: "note/save", submission, note: `kept-note-${submission}`, text: `第${n}步的看法` };
  if (place === items + 3)
    return { call: "note/save", submission, note: `new-note-${submission}-${pass}`, text: `${n}` };
  return { call: "desk/set-complete", submission };
}

export function stateAfter(acts: number, submissions: number, items: number): SheetState[] {
  const sheets = Array.from(
    { length: submissions },
    (): SheetState => ({
      declared: false,
      scores: Array.from({ length: items }, () => null),
      remark: "",
      notes: {},
      complete: false,
    }),
  );
  for (let n = 0; n < acts; n += 1) {
    const act = actAt(n, submissions, items);
    const sheet = sheets[act.submission];
    if (!sheet) continue;
    if (act.call === "desk/declare") Object.assign(sheet, { declared: true, complete: false });
    else if (act.call === "desk/save-item") sheet.scores[act.item] = act.score;
    else if (act.call === "desk/save-remark") sheet.remark = act.remark;
    else if (act.call === "note/save") sheet.notes[act.note] = act.text;
    else sheet.complete = true;
  }
  return sheets;
}

export interface Place {
  readonly round: string;
  readonly expert: string;
  readonly submissions: readonly string[];
  readonly items: readonly string[];
}

export async function perform(program: Composed, place: Place, act: Act): Promise<boolean> {
  const at = {
    round: place.round,
    expert: place.expert,
    submission: place.submissions[act.submission] ?? "",
  };
  const more = {
    "desk/declare": { recusal: null },
    "desk/save-item": {
      item: "item" in act ? place.items[act.item] : "",
      score: "score" in act ? act.score : null,
      comment: "",
    },
    "desk/save-remark": { remark: "remark" in act ? act.remark : "" },
    "note/save": {
      note: "note" in act ? act.note : "",
      evidence: null,
      items: place.items.slice(0, 1),
      text: "text" in act ? act.text : "",
    },
    "desk/set-complete": { complete: true },
  }[act.call];
  const answer = await program.call(act.call, { ...at, ...more } as InputOf<typeof act.call>);
  return answer.ok;
}

export function storedState(program: Composed, place: Place): SheetState[] {
  const sheets = new Map(
    listSheets(program.context.db, place.round, place.expert).map((sheet) => [sheet.submission, sheet]),
  );
  const notes = listNotes(program.context.db, place, null);
  return place.submissions.map((submission) => {
    const sheet = sheets.get(submission);
    return {
      declared: sheet !== undefined,
      scores: place.items.map((item) => sheet?.items.find((one) => one.item === item)?.score ?? null),
      remark: sheet?.remark ?? "",
      notes: Object.fromEntries(
        notes.filter((note) => note.submission === submission).map((note) => [note.id, note.text]),
      ),
      complete: sheet?.complete ?? false,
    };
  });
}
