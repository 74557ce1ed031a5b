import { useQueryClient } from "@tanstack/react-query";
import { type Ref, useImperativeHandle, useRef, useState } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import type { Sheet } from "../../../shared/scoring/sheet.ts";
import { call } from "../../api/call.ts";
import { formatDecimal } from "../../ui/format.ts";
import { Labelled } from "../../ui/labelled.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { type SheetOwner, shareSheet } from "./desk-session.ts";
import type { DeskAction } from "./model/desk-keys.ts";
import type { EditorState, Field, SheetEditor } from "./model/sheet-editor.ts";
import { OlderScores } from "./older-scores.tsx";
import { OwnTotals } from "./own-totals.tsx";
import { SaveLine } from "./save-line.tsx";
import { ScoreItem } from "./score-item.tsx";
import { SheetFoot } from "./sheet-foot.tsx";

export interface ScoreSheetHandle {
  readonly act: (action: DeskAction) => void;
  /** Stores what waits, marks the sheet complete; says whether it is. */
  readonly complete: () => Promise<boolean>;
}

interface Props {
  readonly owner: SheetOwner;
  readonly desk: OutputOf<"desk/list">;
  readonly editor: SheetEditor;
  readonly state: EditorState;
  /** The item worked on. */
  readonly current: string;
  readonly onCurrent: (item: string) => void;
  readonly onFinish: () => void;
  readonly onRecuse: () => void;
  readonly ref: Ref<ScoreSheetHandle>;
}

const fieldSelector = (field: Field): string =>
  field.kind === "remark"
    ? '[data-field="remark"]'
    : `[data-field="${field.kind}"][data-item="${field.item}"]`;

const isComputed = (sheet: Sheet, item: string): boolean =>
  sheet.objectives.some((outcome) => outcome.item === item && outcome.score !== null);

/** The score sheet of one applicant. What is typed is stored as it is typed. */
export function ScoreSheet(props: Props) {
  const { owner, desk, editor, state, current, onCurrent, onFinish, onRecuse, ref } = props;
  const { t } = useWords();
  const client = useQueryClient();
  const root = useRef<HTMLElement>(null);
  const { form } = desk;
  const [refusal, setRefusal] = useState<{ code: string; params: Readonly<Record<string, string>> } | null>(
    null,
  );
  const locked = state.stored.state === "signed";

  const focus = (field: Field, select = true) => {
    const box = root.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(fieldSelector(field));
    box?.focus();
    if (select) box?.select();
  };
  const moveItem = (by: 1 | -1) => {
    const at = form.items.findIndex((item) => item.id === current);
    const next = form.items[at + by];
    if (next !== undefined) focus({ kind: "score", item: next.id });
    else if (by === 1) focus({ kind: "remark" }, false);
  };
  const setComplete = async (complete: boolean): Promise<boolean> => {
    await editor.flush();
    if (complete && editor.state().unsaved > 0) return false;
    const answer = await call("desk/set-complete", { ...owner, complete });
    setRefusal(answer.ok ? null : answer);
    if (!answer.ok) return false;
    editor.adopt(answer.value);
    shareSheet(client, owner, form, answer.value);
    return true;
  };

  useImperativeHandle(ref, () => ({
    complete: () => (locked ? Promise.resolve(true) : setComplete(true)),
    act: (action) => {
      if (action.do === "history")
        return root.current?.querySelector<HTMLElement>("[data-part='history']")?.click();
      if (locked) return;
      switch (action.do) {
        case "next-item":
          return moveItem(1);
        case "previous-item":
          return moveItem(-1);
        case "comment":
          return focus({ kind: "comment", item: current }, false);
        case "score":
          if (isComputed(state.stored, current)) return focus({ kind: "score", item: current });
          editor.edit({ kind: "score", item: current }, action.digit);
          return focus({ kind: "score", item: current }, false);
        case "undo": {
          const field = editor.undo();
          if (field !== null) requestAnimationFrame(() => focus(field));
          return;
        }
        default:
          return;
      }
    },
  }));

  return (
    <section className="score-sheet" aria-label={t("desk.sheet")} ref={root}>
      <div className="sheet-inner">
        <header className="sheet-head">
          <h2>{t("desk.sheet")}</h2>
          <span className="sheet-progress" role="status">
            {t("desk.sheet.progress", { scored: String(state.scored), items: String(form.items.length) })}
          </span>
          <p className="sheet-total">
            <span>{t("desk.sheet.total")}</span>{" "}
            <output
              aria-label={t("desk.sheet.total")}
              className={state.total === null ? "unscored" : undefined}
            >
              {state.total === null ? t("desk.sheet.noTotal") : formatDecimal(state.total)}
            </output>{" "}
            <span className="muted">{t("desk.sheet.outOf", { max: formatDecimal(form.total) })}</span>
          </p>
        </header>
        <div className="sheet-items">
          <OlderScores sheet={state.stored} />
          <ol>
            {form.items.map((item) => (
              <ScoreItem
                key={item.id}
                form={form}
                item={item}
                draft={state.drafts.get(item.id)}
                storedScore={state.stored.items.find((entry) => entry.item === item.id)?.score ?? null}
                current={current === item.id}
                locked={locked}
                objective={state.stored.objectives.find((outcome) => outcome.item === item.id)}
                onFocus={() => onCurrent(item.id)}
                editor={editor}
              />
            ))}
          </ol>
          <Labelled label={t("desk.sheet.remark")}>
            {(control) => (
              <textarea
                {...control}
                data-field="remark"
                value={state.remark}
                readOnly={locked}
                maxLength={4000}
                rows={3}
                placeholder={locked ? "" : t("desk.sheet.remarkHint")}
                onChange={(event) => editor.edit({ kind: "remark" }, event.target.value)}
                onBlur={() => editor.leave({ kind: "remark" })}
              />
            )}
          </Labelled>
          <OwnTotals
            entries={desk.entries}
            submission={owner.submission}
            total={state.total}
            max={form.total}
          />
        </div>
        <div className="sheet-bottom">
          <SaveLine state={state} editor={editor} />
          <SheetFoot
            form={form}
            state={state}
            refusal={refusal}
            onFinish={onFinish}
            onReopen={() => void setComplete(false)}
            onUndo={() => {
              const field = editor.undo();
              if (field !== null) requestAnimationFrame(() => focus(field));
            }}
            onRecuse={onRecuse}
            onShow={(item) => focus({ kind: "score", item })}
          />
        </div>
      </div>
    </section>
  );
}
