import { Button, Input, Radio } from "antd";
import { useState } from "react";
import type { AnsweredPoint } from "../../../shared/contract/point.ts";
import { sentenceOf } from "../../../shared/scheme/finding-words.ts";
import { inputsOf } from "../../../shared/scheme/measure-point.ts";
import type { Point } from "../../../shared/scheme/scheme.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { useDraft } from "../../api/save-state.ts";
import { useAct } from "../../api/use-act.ts";
import { EvidenceChip } from "../../ui/evidence-chip.tsx";
import { Failure } from "../../ui/failure.tsx";
import { Field, TextField } from "../../ui/field.tsx";
import { formatInstant } from "../../ui/format.ts";
import { SourceNote } from "../../ui/source-note.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { draftOf, enteredInputs, isAnswer, isInput, type PointDraft, withProposal } from "./point-draft.ts";
import { PointProposals } from "./point-proposals.tsx";

const verdicts = ["yes", "no", "open"] as const;

function VerdictChoice({
  point,
  draft,
  set,
}: {
  point: Exclude<Point["kind"], "numeric">;
  draft: PointDraft;
  set: (part: Partial<PointDraft>) => void;
}) {
  const { t } = useWords();
  return (
    <Radio.Group
      value={draft.verdict}
      aria-label={t("points.verdict")}
      onChange={({ target }) => set({ verdict: target.value })}
    >
      {verdicts.map((verdict) => (
        <Radio key={verdict} value={verdict}>
          {verdict === "open" ? t("point.verdict.open") : t(`points.${verdict}.${point}`)}
        </Radio>
      ))}
    </Radio.Group>
  );
}

function Numbers({
  point,
  draft,
  set,
}: {
  point: Point;
  draft: PointDraft;
  set: (part: Partial<PointDraft>) => void;
}) {
  const { t } = useWords();
  if (point.measure === null) return null;
  return (
    <div className="field-grid">
      {inputsOf(point.measure).map(({ id, name, unit }) => {
        const typed = draft.inputs[id] ?? "";
        return (
          <Field key={id} label={`${name}（${unit}）`}>
            <Input
              className={typed === "" ? "decimal-field decimal-field-unset" : "decimal-field"}
              value={typed}
              inputMode="decimal"
              placeholder={t("points.notEntered")}
              aria-invalid={!isInput(typed)}
              {...(isInput(typed) ? {} : { status: "error" as const })}
              onChange={(event) => set({ inputs: { ...draft.inputs, [id]: event.target.value } })}
            />
          </Field>
        );
      })}
    </div>
  );
}

function EvidenceLine({
  evidence,
  onChange,
  onOpen,
  onPick,
}: {
  evidence: readonly Evidence[];
  onChange: (evidence: readonly Evidence[]) => void;
  onOpen: (evidence: Evidence) => void;
  onPick: () => void;
}) {
  const { t } = useWords();
  return (
    <p className="row">
      <span className="muted">{t("checks.evidence")}</span>
      {evidence.length === 0 && <span>{t("points.noEvidence")}</span>}
      {evidence.map((one) => (
        <span key={`${one.sha256} ${one.block} ${one.cell ?? ""} ${String(one.start)}`} className="row">
          <EvidenceChip evidence={one} onOpen={onOpen} />
          <Button
            size="small"
            type="text"
            aria-label={t("points.removeEvidence", { text: one.text.slice(0, 20) })}
            onClick={() => onChange(evidence.filter((other) => other !== one))}
          >
            ×
          </Button>
        </span>
      ))}
      <Button size="small" onClick={onPick}>
        {t("points.addEvidence")}
      </Button>
    </p>
  );
}

function Head({ answered, number }: { answered: AnsweredPoint; number: number }) {
  const { t } = useWords();
  const { point, answer, earlier } = answered;
  return (
    <>
      <header className="row">
        <strong>
          {number}. {point.text}
        </strong>
        <span className="muted">{t(`point.kind.${point.kind}`)}</span>
        {answer === null ? (
          <span className="unanswered">◌ {t("points.unanswered")}</span>
        ) : (
          <StatusMark status={answered.finding.status} />
        )}
      </header>
      {point.notes.map((note) => (
        <SourceNote key={note.text} source={note.source}>
          ⚠ {note.text}
        </SourceNote>
      ))}
      <SourceNote source={point.source} />
      {answer && (
        <p className="muted">
          {t("points.answeredBy", { by: answer.by, at: formatInstant(answer.at) })}
          {earlier > 0 && ` · ${t("points.earlier", { count: String(earlier) })}`}
        </p>
      )}
    </>
  );
}

/** One question of the evaluation with its answer; nothing is answered until somebody says so. */
export function PointCard({
  answered,
  number,
  submission,
  picked,
  onOpen,
  onPick,
}: {
  answered: AnsweredPoint;
  number: number;
  submission: string;
  /** A place just chosen in the material for this point. */
  picked: Evidence | null;
  onOpen: (evidence: Evidence) => void;
  onPick: () => void;
}) {
  const { t, locale } = useWords();
  const act = useAct("point/answer");
  const { point } = answered;
  const [draft, setDraft] = useState<PointDraft | null>(null);
  const [taken, setTaken] = useState<Evidence | null>(null);
  const shown = draft ?? draftOf(answered);
  useDraft(draft === null ? 0 : 1);
  if (picked !== null && picked !== taken) {
    setTaken(picked);
    setDraft({ ...shown, evidence: [...shown.evidence, picked] });
  }
  const set = (part: Partial<PointDraft>): void => setDraft({ ...shown, ...part });
  const store = (): void =>
    act.mutate(
      {
        submission,
        point: point.id,
        verdict: point.kind === "numeric" ? null : shown.verdict,
        effect: shown.effect.trim(),
        inputs: enteredInputs(shown),
        evidence: [...shown.evidence],
      },
      { onSuccess: () => setDraft(null) },
    );
  return (
    <article
      className={answered.answer === null ? "card point point-unanswered" : "card point"}
      aria-label={point.text}
    >
      <Head answered={answered} number={number} />
      {point.kind === "numeric" ? (
        <>
          <Numbers point={point} draft={shown} set={set} />
          <PointProposals
            submission={submission}
            point={point}
            onOpen={onOpen}
            onTake={(proposal) => setDraft(withProposal(shown, proposal))}
          />
        </>
      ) : (
        <VerdictChoice point={point.kind} draft={shown} set={set} />
      )}
      {answered.answer && point.kind === "numeric" && <p>{sentenceOf(locale, answered.finding)}</p>}
      {answered.answer && answered.finding.arithmetic && (
        <p className="muted">
          {t("checks.arithmetic")} {answered.finding.arithmetic}
        </p>
      )}
      <TextField
        label={t("points.effect")}
        hint={t("points.effectHint")}
        value={shown.effect}
        lines={2}
        wide
        onChange={(effect) => set({ effect })}
      />
      <EvidenceLine
        evidence={shown.evidence}
        onChange={(evidence) => set({ evidence })}
        onOpen={onOpen}
        onPick={onPick}
      />
      <div className="row">
        <Button
          type={draft === null ? "default" : "primary"}
          disabled={draft === null || !isAnswer(point, shown)}
          loading={act.isPending}
          onClick={store}
        >
          {t("points.save")}
        </Button>
        {draft !== null && <Button onClick={() => setDraft(null)}>{t("ui.cancel")}</Button>}
      </div>
      <Failure error={act.error} />
    </article>
  );
}
