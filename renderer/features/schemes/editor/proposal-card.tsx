import { Button } from "antd";
import { useState } from "react";
import type { ConfirmedProposal } from "../../../../shared/scheme/apply-proposals.ts";
import type { ProposedThreshold, ThresholdProposal } from "../../../../shared/scheme/propose-thresholds.ts";
import type { DirectionId, Scheme, SubjectId } from "../../../../shared/scheme/scheme.ts";
import type { Evidence } from "../../../../shared/submission/evidence.ts";
import { EvidenceChip } from "../../../ui/evidence-chip.tsx";
import { ChoiceField, TextField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { signs } from "../signs.ts";

const unknown = "" as const;

function RuleLine({
  draft,
  threshold,
  onSubject,
  onRemove,
  onPlace,
}: {
  draft: Scheme;
  threshold: ProposedThreshold;
  onSubject: (subject: SubjectId | null) => void;
  onRemove: () => void;
  onPlace: (evidence: Evidence) => void;
}) {
  const { t } = useWords();
  const rule = `${signs[threshold.op]} ${threshold.value}`;
  return (
    <div className="row rule-line">
      <ChoiceField<SubjectId | "">
        label={t("scheme.field.subject")}
        value={threshold.subject ?? unknown}
        choices={[
          { value: unknown, label: t("editor.chooseSubject") },
          ...draft.subjects.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(subject) => onSubject(subject === "" ? null : subject)}
      />
      <strong>{rule}</strong>
      <EvidenceChip evidence={threshold.evidence} onOpen={onPlace} />
      <q>{threshold.evidence.text}</q>
      <Button size="small" aria-label={t("editor.removeNamed", { name: rule })} onClick={onRemove}>
        {t("ui.remove")}
      </Button>
    </div>
  );
}

interface Edited {
  readonly name: string;
  readonly unit: string;
  readonly direction: DirectionId | "";
  readonly indicator: string;
  readonly thresholds: readonly ProposedThreshold[];
}

/** A question that was answered in the fields is asked no more; doubts about units and unread cells stay in sight. */
function isAsked(question: ThresholdProposal["questions"][number], edited: Edited): boolean {
  switch (question) {
    case "direction-unknown":
      return edited.direction === "";
    case "indicator-unknown":
      return edited.indicator === "";
    case "unit-missing":
      return edited.unit.trim() === "";
    case "subject-unknown":
      return edited.thresholds.some(({ subject }) => subject === null);
    case "same-type-twice":
      return new Set(edited.thresholds.map(({ subject }) => subject)).size < edited.thresholds.length;
    case "unit-differs":
    case "cell-unread":
      return true;
  }
}

/** Confirmed once it says which direction and unit it is in, and each rule for whom, no type twice. */
const isReady = (edited: Edited): boolean =>
  edited.direction !== "" &&
  edited.name.trim() !== "" &&
  edited.unit.trim() !== "" &&
  // Without any rule left it would be an indicator nobody may report.
  edited.thresholds.length > 0 &&
  edited.thresholds.every(({ subject }) => subject !== null) &&
  new Set(edited.thresholds.map(({ subject }) => subject)).size === edited.thresholds.length;

function confirmed(proposal: ThresholdProposal, edited: Edited): Omit<ConfirmedProposal, "newId"> | null {
  if (edited.direction === "") return null;
  return {
    ...proposal,
    name: edited.name.trim(),
    unit: edited.unit.trim(),
    direction: edited.direction,
    indicator: edited.indicator === "" ? null : edited.indicator,
    thresholds: [...edited.thresholds],
  };
}

function Fields({
  draft,
  edited,
  set,
}: {
  draft: Scheme;
  edited: Edited;
  set: (part: Partial<Edited>) => void;
}) {
  const { t } = useWords();
  return (
    <div className="field-grid">
      <TextField
        label={t("editor.indicatorName")}
        value={edited.name}
        wide
        onChange={(name) => set({ name })}
      />
      <TextField label={t("scheme.field.unit")} value={edited.unit} onChange={(unit) => set({ unit })} />
      <ChoiceField<DirectionId | "">
        label={t("scheme.field.direction")}
        value={edited.direction}
        choices={[
          { value: unknown, label: t("editor.chooseDirection") },
          ...draft.directions.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(direction) => set({ direction })}
      />
      <ChoiceField
        label={t("editor.matched")}
        value={edited.indicator}
        choices={[
          { value: "", label: t("editor.asNew") },
          ...draft.indicators.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(indicator) => set({ indicator })}
      />
    </div>
  );
}

/** One row of an annex: what was read, what is asked, and its cells. */
export function ProposalCard({
  draft,
  proposal,
  state,
  onPlace,
  onTake,
  onLeave,
}: {
  draft: Scheme;
  proposal: ThresholdProposal;
  state: "open" | "taken" | "left";
  onPlace: (evidence: Evidence) => void;
  onTake: (confirmed: Omit<ConfirmedProposal, "newId">) => void;
  onLeave: () => void;
}) {
  const { t } = useWords();
  const known = draft.indicators.some(({ id }) => id === proposal.indicator);
  const [edited, setEdited] = useState<Edited>({
    name: proposal.name,
    unit: proposal.unit,
    direction: proposal.direction ?? "",
    indicator: known ? (proposal.indicator ?? "") : "",
    thresholds: proposal.thresholds,
  });
  if (state !== "open")
    return (
      <p className="muted">
        {state === "taken" ? "✓" : "–"} {t(`editor.proposal.${state}`, { name: edited.name })}
      </p>
    );
  const setSubject = (index: number, subject: SubjectId | null): void =>
    setEdited({
      ...edited,
      thresholds: edited.thresholds.map((rule, at) => (at === index ? { ...rule, subject } : rule)),
    });
  const remove = (index: number): void =>
    setEdited({ ...edited, thresholds: edited.thresholds.filter((_, at) => at !== index) });
  const value = confirmed(proposal, edited);
  const isOpen = (question: ThresholdProposal["questions"][number]): boolean => isAsked(question, edited);
  return (
    <fieldset className="card item-frame">
      <legend>{proposal.name}</legend>
      <ul className="problem-list">
        {proposal.questions.filter(isOpen).map((question) => (
          <li key={question}>? {t(`scheme.proposal.${question}`)}</li>
        ))}
      </ul>
      <Fields draft={draft} edited={edited} set={(part) => setEdited({ ...edited, ...part })} />
      <div className="row">
        <span className="muted">{t("scheme.field.source")}</span>
        <EvidenceChip evidence={proposal.evidence} onOpen={onPlace} />
      </div>
      {edited.thresholds.map((threshold, index) => (
        <RuleLine
          key={`${threshold.evidence.block} ${threshold.evidence.cell ?? ""} ${String(index)}`}
          draft={draft}
          threshold={threshold}
          onSubject={(subject) => setSubject(index, subject)}
          onRemove={() => remove(index)}
          onPlace={onPlace}
        />
      ))}
      <div className="row">
        <Button
          type="primary"
          disabled={!isReady(edited) || value === null}
          onClick={() => value && onTake(value)}
        >
          {t("editor.take")}
        </Button>
        <Button onClick={onLeave}>{t("editor.leave")}</Button>
      </div>
    </fieldset>
  );
}
