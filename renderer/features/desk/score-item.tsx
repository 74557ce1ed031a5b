import { useId, useState } from "react";
import { dueComments } from "../../../shared/scoring/due-comments.ts";
import type { ObjectiveOutcome, ScoreForm } from "../../../shared/scoring/sheet.ts";
import { useWords } from "../../ui/use-words.tsx";
import { ItemBasis } from "./item-basis.tsx";
import type { ItemDraft, SheetEditor } from "./model/sheet-editor.ts";
import { ObjectiveLine } from "./objective-line.tsx";
import { OwnItemScores } from "./own-item-scores.tsx";
import { ScoreLevels } from "./score-levels.tsx";

interface Props {
  readonly form: ScoreForm;
  readonly item: ScoreForm["items"][number];
  readonly draft: ItemDraft | undefined;
  readonly storedScore: string | null;
  readonly current: boolean;
  readonly locked: boolean;
  /** Set for an item the program computes. */
  readonly objective: ObjectiveOutcome | undefined;
  readonly onFocus: () => void;
  readonly editor: SheetEditor;
}

/** One item: what it is about, the box for the score (dotted while unscored, never 0), the comment. */
export function ScoreItem(props: Props) {
  const { form, item, draft, storedScore, current, locked, objective, onFocus, editor } = props;
  const { t } = useWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  const text = draft?.text ?? "";
  const problem = draft?.problem ?? null;
  const comment = { kind: "comment", item: item.id } as const;
  const scored = { item: item.id, score: storedScore, comment: draft?.comment ?? "" };
  const due = dueComments(form, [scored]).length > 0;
  const field = { kind: "score", item: item.id } as const;
  const computed = objective !== undefined && objective.score !== null;
  return (
    <li className={current ? "score-item score-item-current" : "score-item"} onFocus={onFocus}>
      <div className="score-item-head">
        <span className="score-item-name" id={`${id}-name`}>
          {item.name}
        </span>
        <span className="score-box">
          <input
            type="text"
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
            data-field="score"
            data-item={item.id}
            className={
              problem !== null
                ? "score-bad"
                : computed
                  ? "score-computed"
                  : text.trim() === ""
                    ? "score-empty"
                    : undefined
            }
            aria-label={t("desk.sheet.score", { name: item.name, max: item.max })}
            aria-invalid={problem !== null}
            aria-describedby={`${id}-range ${id}-problem${objective === undefined ? "" : ` ${id}-objective`}`}
            value={text}
            readOnly={locked || computed}
            onChange={(event) => editor.edit(field, event.target.value)}
            onFocus={(event) => event.target.select()}
            onBlur={() => editor.leave(field)}
          />
          <span className="muted" id={`${id}-range`}>
            {t("desk.sheet.range", { max: item.max })}
          </span>
        </span>
      </div>
      <p className="field-problem" id={`${id}-problem`} role={problem === null ? undefined : "alert"}>
        {problem !== null && (
          <>
            {t(`desk.sheet.problem.${problem.code}`, { step: form.step, ...problem.params })}{" "}
            {storedScore === null
              ? t("desk.sheet.stillEmpty")
              : t("desk.sheet.stillStored", { score: storedScore })}
          </>
        )}
      </p>
      {objective !== undefined && <ObjectiveLine outcome={objective} id={`${id}-objective`} />}
      <ScoreLevels item={item} score={storedScore} long={open || current} />
      {item.guidance !== "" && (
        <p className={open || current ? "score-guidance" : "score-guidance score-guidance-short"}>
          {item.guidance}
        </p>
      )}
      <div className="score-item-foot">
        <textarea
          data-field="comment"
          data-item={item.id}
          aria-label={t("desk.sheet.comment", { name: item.name })}
          value={draft?.comment ?? ""}
          readOnly={locked}
          maxLength={2000}
          rows={1}
          placeholder={locked ? "" : t("desk.sheet.commentHint")}
          onChange={(event) => editor.edit(comment, event.target.value)}
          onBlur={() => editor.leave(comment)}
        />
        <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t("desk.sheet.guidance")}
        </button>
      </div>
      {current && <OwnItemScores item={item.id} />}
      <ItemBasis item={item.id} name={item.name} />
      {due && <p className="field-problem">! {t("desk.dueComment")}</p>}
      {open && (
        <p className="score-source muted">
          {t("desk.sheet.source", { place: item.source.place, quote: item.source.quote })}
          {form.step !== "1" && ` ${t("desk.sheet.step", { step: form.step })}`}
        </p>
      )}
    </li>
  );
}
