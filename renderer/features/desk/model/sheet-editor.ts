import type { Failure, Result } from "../../../../shared/contract/result.ts";
import { sameNumber } from "../../../../shared/scoring/decimal.ts";
import type { ScoreForm, Sheet } from "../../../../shared/scoring/sheet.ts";
import { sheetTotal } from "../../../../shared/scoring/sheet-total.ts";
import { type ScoreProblem, validateScore } from "../../../../shared/scoring/validate-score.ts";
import { createSaveQueue, type SaveQueueState } from "./save-queue.ts";

/** One box of the sheet: the score or the comment of an item, or the remark. */
export type Field =
  | { readonly kind: "score"; readonly item: string }
  | { readonly kind: "comment"; readonly item: string }
  | { readonly kind: "remark" };

export interface ItemDraft {
  /** As typed; may be no score (yet). */
  readonly text: string;
  readonly comment: string;
  readonly problem: Failure<ScoreProblem> | null;
}

export interface EditorState {
  /** The newest answer of the service: what is stored. */
  readonly stored: Sheet;
  readonly drafts: ReadonlyMap<string, ItemDraft>;
  readonly remark: string;
  /** Sum of the valid scores on the screen; equals `stored.total` as soon as everything is stored. */
  readonly total: string | null;
  readonly scored: number;
  readonly queue: SaveQueueState;
  /** Changes not stored: waiting, refused, or not a score. */
  readonly unsaved: number;
  readonly canUndo: boolean;
}

export interface StoredItem {
  readonly score: string | null;
  readonly comment: string;
}

export interface SheetPorts {
  /** `from`: as it was stored before, so that a field nobody changed here is not written over another window's. */
  saveItem(item: string, score: string | null, comment: string, from: StoredItem): Promise<Result<Sheet>>;
  saveRemark(remark: string): Promise<Result<Sheet>>;
}

export interface SheetEditor {
  readonly state: () => EditorState;
  readonly subscribe: (listener: () => void) => () => void;
  edit(field: Field, text: string): void;
  /** The field was left: a valid score takes its normal form, and the next change is a new undo step. */
  leave(field: Field): void;
  /** Takes back the last change, wherever it was; tells the field so that it can be shown. */
  undo(): Field | null;
  flush(): Promise<void>;
  retry(): Promise<void>;
  /** The sheet changed outside of this editor (declared, completed, reopened). */
  adopt(sheet: Sheet): void;
}

type SavedValue = { readonly score: string | null; readonly comment: string } | { readonly remark: string };

const REMARK = "remark";
const itemKey = (item: string): string => `item:${item}`;
const sameField = (one: Field, other: Field): boolean =>
  one.kind === other.kind && (one.kind === "remark" || other.kind === "remark" || one.item === other.item);

const GATHER_MS = 300;

/** Everything typed on one sheet, until it is stored. Lives longer than the screen: see desk-session.ts. */
export function createSheetEditor(form: ScoreForm, first: Sheet, ports: SheetPorts): SheetEditor {
  const listeners = new Set<() => void>();
  const undoSteps: { readonly field: Field; readonly before: string }[] = [];
  let stepOpen = false;
  let stored = first;
  let drafts = draftsOf(form, first);
  let remark = first.remark;

  const queue = createSaveQueue<SavedValue, Sheet>({
    gather: GATHER_MS,
    send: async (key, value) => {
      const item = "remark" in value ? null : key.slice(itemKey("").length);
      const from = item === null ? null : storedItem(item);
      const answer = await ("remark" in value
        ? ports.saveRemark(value.remark)
        : ports.saveItem(item ?? "", value.score, value.comment, storedItem(item ?? "")));
      if (answer.ok) takeOver(answer.value, item, "remark" in value ? null : value, from);
      return answer;
    },
    onSaved: (sheet) => {
      stored = sheet;
    },
    onChange: () => publish(),
  });

  const storedItem = (item: string): StoredItem => {
    const entry = stored.items.find((known) => known.item === item);
    return { score: entry?.score ?? null, comment: entry?.comment ?? "" };
  };

  const scoreInForce = (item: string, draft: ItemDraft): string | null => {
    if (draft.problem !== null) return stored.items.find((entry) => entry.item === item)?.score ?? null;
    const valid = validateScore(form, item, draft.text);
    return valid.ok ? valid.value : null;
  };

  /**
   * An answer holds what another window stored meanwhile as well. Fields that stand as they were take it over; what was typed since, or
   * sent with this very change, stays.
   */
  function takeOver(
    sheet: Sheet,
    saved: string | null,
    sent: StoredItem | null,
    from: StoredItem | null,
  ): void {
    const before = draftsOf(form, stored);
    const after = draftsOf(form, sheet);
    const waiting = new Set(queue.state().unsaved);
    drafts = new Map(
      [...drafts].map(([item, draft]) => {
        const newer = after.get(item);
        if (newer === undefined) return [item, draft];
        if (item === saved && sent !== null && from !== null) {
          const comment = sent.comment === from.comment && draft.comment === sent.comment;
          const score = sent.score === from.score && scoreInForce(item, draft) === sent.score;
          const kept = score && draft.problem === null ? { ...draft, text: newer.text } : draft;
          return [item, comment ? { ...kept, comment: newer.comment } : kept];
        }
        return [item, waiting.has(itemKey(item)) ? draft : merged(draft, before.get(item), newer)];
      }),
    );
    if (saved !== null && remark === stored.remark && !waiting.has(REMARK)) remark = sheet.remark;
  }

  function snapshot(): EditorState {
    const scores = [...drafts].map(([item, draft]) => ({ item, score: scoreInForce(item, draft) }));
    const state = queue.state();
    const invalid = [...drafts].filter(
      ([item, draft]) => draft.problem !== null && !state.unsaved.includes(itemKey(item)),
    ).length;
    return {
      stored,
      drafts,
      remark,
      total: sheetTotal(form, scores),
      scored: scores.filter((entry) => entry.score !== null).length,
      queue: state,
      unsaved: state.unsaved.length + invalid,
      canUndo: undoSteps.length > 0,
    };
  }

  let current = snapshot();
  function publish(): void {
    current = snapshot();
    for (const listener of listeners) listener();
  }

  const textOf = (field: Field): string => {
    if (field.kind === "remark") return remark;
    const draft = drafts.get(field.item);
    return (field.kind === "score" ? draft?.text : draft?.comment) ?? "";
  };

  function write(field: Field, text: string): void {
    if (field.kind === "remark") {
      remark = text;
      queue.put(REMARK, { remark });
      return;
    }
    const before = drafts.get(field.item);
    if (before === undefined) return;
    const next =
      field.kind === "score" ? typed(form, field.item, before, text) : { ...before, comment: text };
    drafts = new Map(drafts).set(field.item, next);
    if (field.kind === "score" && next.problem !== null) publish();
    else queue.put(itemKey(field.item), { score: scoreInForce(field.item, next), comment: next.comment });
  }

  return {
    state: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    edit: (field, text) => {
      const before = textOf(field);
      if (before === text) return;
      const last = undoSteps.at(-1);
      if (!stepOpen || last === undefined || !sameField(last.field, field)) undoSteps.push({ field, before });
      stepOpen = true;
      write(field, text);
    },
    leave: (field) => {
      stepOpen = false;
      if (field.kind !== "score") return;
      const draft = drafts.get(field.item);
      if (draft === undefined || draft.problem !== null) return;
      const text = scoreInForce(field.item, draft) ?? "";
      if (text === draft.text) return;
      drafts = new Map(drafts).set(field.item, { ...draft, text });
      publish();
    },
    undo: () => {
      const step = undoSteps.pop();
      stepOpen = false;
      if (step === undefined) return null;
      write(step.field, step.before);
      publish();
      return step.field;
    },
    flush: () => queue.flush(),
    retry: () => queue.retry(),
    adopt: (sheet) => {
      // An answer that was on its way longer than the newest one says nothing new.
      if (stored.savedAt !== null && (sheet.savedAt === null || sheet.savedAt < stored.savedAt)) return;
      // What was typed here stays, whatever another window stored; everything else takes the newer words.
      const before = draftsOf(form, stored);
      const after = draftsOf(form, sheet);
      const waiting = new Set(queue.state().unsaved);
      drafts = new Map(
        [...drafts].map(([item, draft]) => [item, merged(draft, before.get(item), after.get(item))]),
      );
      if (remark === stored.remark && !waiting.has(REMARK)) remark = sheet.remark;
      stored = sheet;
      // A change that waits carries score and comment of its item: both as they stand now.
      for (const [item, draft] of drafts) {
        if (waiting.has(itemKey(item)))
          queue.put(itemKey(item), { score: scoreInForce(item, draft), comment: draft.comment });
      }
      publish();
    },
  };
}

function draftsOf(form: ScoreForm, sheet: Sheet): ReadonlyMap<string, ItemDraft> {
  return new Map(
    form.items.map(({ id }) => {
      const entry = sheet.items.find((item) => item.item === id);
      return [id, { text: entry?.score ?? "", comment: entry?.comment ?? "", problem: null }];
    }),
  );
}

/** Three ways: a field as it was stored takes the newer words, a field typed in keeps its own. */
function merged(typed: ItemDraft, before: ItemDraft | undefined, after: ItemDraft | undefined): ItemDraft {
  if (before === undefined || after === undefined) return typed;
  const score = sameScore(typed.text, before.text) ? after : typed;
  const comment = typed.comment === before.comment ? after.comment : typed.comment;
  // The very text that was typed stays while it means the same, so that a box in use is not tidied.
  const text = sameScore(typed.text, after.text) ? typed.text : score.text;
  return { text, problem: score === typed ? typed.problem : null, comment };
}

const sameScore = (typed: string, stored: string): boolean =>
  typed === stored ||
  (typed.trim() !== "" && stored !== "" && isNumber(typed) && sameNumber(typed.trim(), stored));
const isNumber = (text: string): boolean => /^\d+(\.\d+)?$/.test(text.trim());

/** An empty box is unscored, not a mistake. */
function typed(form: ScoreForm, item: string, draft: ItemDraft, text: string): ItemDraft {
  const valid = text.trim() === "" ? null : validateScore(form, item, text);
  return { ...draft, text, problem: valid === null || valid.ok ? null : valid };
}
