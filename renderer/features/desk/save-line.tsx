import { Button } from "antd";
import { failureSentence } from "../../../shared/text/failure-sentence.ts";
import { formatClock } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";
import type { EditorState, SheetEditor } from "./model/sheet-editor.ts";

/** Always says where what was typed is: stored and when, on its way, or still only here and why. */
export function SaveLine({ state, editor }: { state: EditorState; editor: SheetEditor }) {
  const { t, locale } = useWords();
  const { queue, unsaved, stored } = state;
  const [failure] = queue.failed.values();
  if (failure !== undefined) {
    const reason = failureSentence(locale, failure.code, failure.params);
    return (
      <div className="save-line save-line-failed" role="alert">
        <span>{t("desk.save.failed", { n: String(queue.failed.size), reason })}</span>
        <Button type="primary" loading={queue.saving} onClick={() => void editor.retry()}>
          {t("desk.save.retry")}
        </Button>
      </div>
    );
  }
  const waiting = queue.unsaved.length > 0;
  const words = waiting
    ? t("desk.save.saving")
    : unsaved > 0
      ? t("desk.save.invalid", { n: String(unsaved) })
      : stored.savedAt === null
        ? t("desk.save.nothing")
        : `✓ ${t("desk.save.saved", { time: formatClock(new Date(stored.savedAt)) })}`;
  return (
    <p className={unsaved > 0 && !waiting ? "save-line save-line-invalid" : "save-line"} role="status">
      {words}
    </p>
  );
}
