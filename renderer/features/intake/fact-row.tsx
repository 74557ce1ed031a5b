import { Button } from "antd";
import type { KeyboardEvent } from "react";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { EvidenceChip } from "../../ui/evidence-chip.tsx";
import { formatDecimal, formatInstant } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";
import { CorrectFact, RejectFact, SetIdentity } from "./fact-editor.tsx";
import { evidenceOf, type FactLine, isAcceptable, stateOf } from "./fact-lines.ts";
import { FactStateMark } from "./fact-state.tsx";
import { factValue, identityWord } from "./fact-words.ts";

export type Editing = "correct" | "reject" | null;

export interface RowProps {
  readonly line: FactLine;
  /** The indicator or the group the line stands under, for its accessible name. */
  readonly heading: string;
  readonly scheme: Scheme;
  readonly submission: string;
  readonly selected: boolean;
  readonly editing: Editing;
  readonly frozen: boolean;
  /** Other values the material gives for the same thing. */
  readonly rivals: readonly string[];
  readonly onSelect: () => void;
  readonly onEdit: (editing: Editing) => void;
  readonly onAccept: () => void;
  readonly onOpen: (evidence: Evidence) => void;
  /** Takes the keyboard into the document, to the place the value came from. */
  readonly onEnter: (evidence: Evidence) => void;
}

function useLineWords(line: FactLine): { label: string; value: string } {
  const words = useWords();
  if (line.kind === "identity") {
    const label = words.t(`identityField.${line.field}`);
    if (line.value === null) return { label, value: words.t("intake.notRead") };
    return { label, value: identityWord(words, line.field, line.value.value) };
  }
  const { fact } = line;
  return {
    label: fact.year === undefined ? words.t("checks.value") : String(fact.year),
    value: factValue(words, fact),
  };
}

/** Who changed what was read, when and why, with what was read. */
function Correction({ line }: { line: FactLine }) {
  const words = useWords();
  const correction = line.kind === "fact" ? line.fact.correction : line.value?.correction;
  const read =
    line.kind === "fact"
      ? line.fact.read && formatDecimal(line.fact.read.value)
      : line.value?.readValue && identityWord(words, line.field, line.value.readValue);
  if (!correction) return null;
  return (
    <p className="fact-correction">
      {read && stateOf(line) === "corrected" && <s>{words.t("intake.wasRead", { value: read })}</s>}{" "}
      {words.t("intake.changedBy", {
        by: correction.by,
        at: formatInstant(correction.at),
        reason: correction.reason,
      })}
    </p>
  );
}

function Doubt({ line }: { line: FactLine }) {
  const { tryWord } = useWords();
  const doubt = line.kind === "fact" && line.fact.state === "to-confirm" ? line.fact.read?.doubt : undefined;
  return doubt === undefined ? null : <p className="fact-doubt">{tryWord(`doubt.${doubt}`, doubt)}</p>;
}

function Rivals({ rivals }: { rivals: readonly string[] }) {
  const { t } = useWords();
  if (rivals.length === 0) return null;
  return (
    <p className="fact-doubt">
      {t("intake.contradicted", { values: rivals.map((value) => formatDecimal(value)).join("、") })}
    </p>
  );
}

function Actions({ line, frozen, onAccept, onEdit }: RowProps) {
  const { t } = useWords();
  if (frozen) return null;
  return (
    <div className="row fact-actions">
      {isAcceptable(line) && (
        <Button size="small" type="primary" onClick={onAccept}>
          {t("intake.accept")}
        </Button>
      )}
      <Button size="small" onClick={() => onEdit("correct")}>
        {t("intake.correct")}
      </Button>
      {line.kind === "fact" && line.fact.state !== "rejected" && (
        <Button size="small" onClick={() => onEdit("reject")}>
          {t("intake.reject")}
        </Button>
      )}
    </div>
  );
}

function Editor({ line, scheme, submission, editing, onEdit }: RowProps) {
  const onClose = () => onEdit(null);
  if (editing === null) return null;
  if (line.kind === "identity") {
    return (
      <SetIdentity
        submission={submission}
        scheme={scheme}
        field={line.field}
        current={line.value?.value ?? ""}
        onClose={onClose}
      />
    );
  }
  return editing === "reject" ? (
    <RejectFact submission={submission} fact={line.fact} onClose={onClose} />
  ) : (
    <CorrectFact submission={submission} fact={line.fact} onClose={onClose} />
  );
}

/** Enter accepts, E edits, X rejects, J shows the source, D goes there; only while the line itself has the focus. */
function actOnKey(event: KeyboardEvent<HTMLElement>, props: RowProps): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const evidence = evidenceOf(props.line);
  const acts: Readonly<Record<string, (() => void) | null>> = {
    enter: !props.frozen && isAcceptable(props.line) ? props.onAccept : null,
    e: props.frozen ? null : () => props.onEdit("correct"),
    x: props.frozen || props.line.kind === "identity" ? null : () => props.onEdit("reject"),
    j: evidence && (() => props.onOpen(evidence)),
    d: evidence && (() => props.onEnter(evidence)),
  };
  const act = acts[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
}

export function FactRow(props: RowProps) {
  const { t } = useWords();
  const { line, selected } = props;
  const { label, value } = useLineWords(line);
  const evidence = evidenceOf(line);
  const state = stateOf(line);
  return (
    <article
      className={selected ? "fact-row fact-row-selected" : "fact-row"}
      aria-current={selected}
      aria-label={`${props.heading} ${label} ${value} ${t(`intake.state.${state}`)}`}
      tabIndex={selected ? 0 : -1}
      data-fact={line.key}
      data-state={state}
      data-contradicted={props.rivals.length > 0 ? "" : undefined}
      onFocus={props.onSelect}
      onClick={(event) => {
        props.onSelect();
        if (!event.currentTarget.contains(document.activeElement)) event.currentTarget.focus();
      }}
      onKeyDown={(event) => actOnKey(event, props)}
    >
      <span className="fact-label">{label}</span>
      <span className={line.kind === "fact" ? "fact-value number" : "fact-value"}>
        {state === "rejected" ? <s>{value}</s> : value}
      </span>
      <FactStateMark state={state} />
      {evidence ? <EvidenceChip evidence={evidence} onOpen={props.onOpen} /> : <span />}
      <Doubt line={line} />
      <Rivals rivals={props.rivals} />
      <Correction line={line} />
      {selected && props.editing === null && <Actions {...props} />}
      {selected && <Editor {...props} />}
    </article>
  );
}
