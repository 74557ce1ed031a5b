import { Button } from "antd";
import type { Params } from "../../../shared/contract/result.ts";
import type { ScoreForm } from "../../../shared/scoring/sheet.ts";
import { missingItems } from "../../../shared/scoring/sheet-total.ts";
import { CallFailure } from "../../api/call.ts";
import { Failure } from "../../ui/failure.tsx";
import { useWords } from "../../ui/use-words.tsx";
import type { EditorState } from "./model/sheet-editor.ts";
import { SheetHistory } from "./sheet-history.tsx";

interface Props {
  readonly form: ScoreForm;
  readonly state: EditorState;
  readonly refusal: { readonly code: string; readonly params: Params } | null;
  readonly onFinish: () => void;
  readonly onReopen: () => void;
  readonly onUndo: () => void;
  readonly onRecuse: () => void;
  readonly onShow: (item: string) => void;
}

/** What can be done with the whole sheet, and what still keeps it from being complete. */
export function SheetFoot({ form, state, refusal, onFinish, onReopen, onUndo, onRecuse, onShow }: Props) {
  const { t } = useWords();
  const missing = missingItems(form, state.stored.items).filter(
    (item) => (state.drafts.get(item)?.text ?? "").trim() === "",
  );
  const names = missing.map((id) => form.items.find((item) => item.id === id)?.name ?? id);
  const sheetState = state.stored.state;
  if (sheetState === "signed") {
    return (
      <footer className="sheet-foot">
        <p>✓ {t("desk.sheet.signed")}</p>
        <SheetHistory />
      </footer>
    );
  }
  const [firstMissing] = missing;
  return (
    <footer className="sheet-foot">
      {refusal !== null && <Failure error={new CallFailure(refusal.code, refusal.params)} />}
      {sheetState === "complete" && <p>● {t("desk.sheet.completed")}</p>}
      {firstMissing !== undefined && state.scored > 0 && (
        <button type="button" className="link-button" onClick={() => onShow(firstMissing)}>
          {t("desk.sheet.missing", { n: String(missing.length), items: names.join("、") })}
        </button>
      )}
      <div className="sheet-actions">
        <Button
          type="primary"
          disabled={missing.length > 0 || state.unsaved > state.queue.unsaved.length}
          title="Ctrl Enter"
          onClick={onFinish}
        >
          {t(sheetState === "complete" && state.unsaved === 0 ? "desk.recused.next" : "desk.sheet.complete")}
        </Button>
        {sheetState === "complete" && <Button onClick={onReopen}>{t("desk.sheet.reopen")}</Button>}
        <Button onClick={onUndo} disabled={!state.canUndo} title="Ctrl Z">
          {t("desk.sheet.undo")}
        </Button>
        <Button type="link" onClick={onRecuse}>
          {t("desk.sheet.recuseNow")}
        </Button>
        <SheetHistory />
      </div>
    </footer>
  );
}
