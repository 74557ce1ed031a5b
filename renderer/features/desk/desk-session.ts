import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import type { ScoreForm, Sheet } from "../../../shared/scoring/sheet.ts";
import { call } from "../../api/call.ts";
import { noteSaved, setDraft } from "../../api/save-state.ts";
import { callKey } from "../../api/use-call.ts";
import { createSheetEditor, type EditorState, type SheetEditor } from "./model/sheet-editor.ts";
import { tellOtherWindows } from "./other-windows.ts";

export interface SheetOwner {
  readonly round: string;
  readonly expert: string;
  readonly submission: string;
}

/** Sheets touched since the window opened: what could not be stored yet outlives a change of screen or applicant. */
const editors = new Map<string, SheetEditor>();

const keyOf = (owner: SheetOwner): string => JSON.stringify([owner.round, owner.expert, owner.submission]);

/** Changes of a sheet that are only in this window yet. */
export const unsavedOn = (owner: SheetOwner): number => editors.get(keyOf(owner))?.state().unsaved ?? 0;

function openEditor(client: QueryClient, owner: SheetOwner, form: ScoreForm, sheet: Sheet): SheetEditor {
  const known = editors.get(keyOf(owner));
  if (known !== undefined) return known;
  const saved = <Answer extends { readonly ok: boolean }>(answer: Answer): Answer => {
    if (answer.ok) {
      noteSaved();
      tellOtherWindows({ round: owner.round, expert: owner.expert, what: "sheet" });
    }
    return answer;
  };
  const editor = createSheetEditor(form, sheet, {
    saveItem: async (item, score, comment, from) =>
      saved(await call("desk/save-item", { ...owner, item, score, comment, from: { ...from } })),
    saveRemark: async (remark) => saved(await call("desk/save-remark", { ...owner, remark })),
  });
  editors.set(keyOf(owner), editor);
  let shown = sheet;
  editor.subscribe(() => {
    const { unsaved, stored } = editor.state();
    setDraft(`sheet ${keyOf(owner)}`, unsaved);
    if (stored === shown) return;
    shown = stored;
    shareSheet(client, owner, form, stored);
  });
  return editor;
}

/** Puts a stored sheet where the list and the page look for it, without asking the service for all of it again. */
export function shareSheet(client: QueryClient, owner: SheetOwner, form: ScoreForm, sheet: Sheet): void {
  const { round, expert, submission } = owner;
  client.setQueryData(callKey("desk/get-sheet", owner), sheet);
  client.setQueryData<OutputOf<"desk/list">>(callKey("desk/list", { round, expert }), (list) =>
    list === undefined
      ? list
      : {
          ...list,
          entries: list.entries.map((entry) =>
            entry.submission === submission
              ? {
                  ...entry,
                  state: sheet.state,
                  total: sheet.total,
                  ...(sheet.scoredVersion === null ? {} : { scoredVersion: sheet.scoredVersion }),
                  scored: form.items.filter((item) => hasScore(sheet, item.id)).length,
                }
              : entry,
          ),
        },
  );
  void client.invalidateQueries({ queryKey: ["desk", "desk/history"] });
  void client.invalidateQueries({ queryKey: ["desk", "desk/compare-item"] });
  void client.invalidateQueries({ queryKey: ["result"] });
}

const hasScore = (sheet: Sheet, item: string): boolean =>
  sheet.items.some((entry) => entry.item === item && entry.score !== null);

export function useSheetEditor(owner: SheetOwner, form: ScoreForm, sheet: Sheet): [SheetEditor, EditorState] {
  const client = useQueryClient();
  const key = keyOf(owner);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an editor belongs to its key; a newer sheet is adopted below.
  const editor = useMemo(() => openEditor(client, owner, form, sheet), [client, key]);
  const state = useSyncExternalStore(editor.subscribe, editor.state);
  useEffect(() => {
    // By content: the cache may hold a copy of what was just stored, and adopting that would tidy a box being typed in.
    if (JSON.stringify(editor.state().stored) !== JSON.stringify(sheet)) editor.adopt(sheet);
  }, [editor, sheet]);
  return [editor, state];
}
