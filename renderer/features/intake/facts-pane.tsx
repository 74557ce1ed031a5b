import { Button } from "antd";
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { SubmissionSummary } from "../../../shared/contract/intake.ts";
import { contradictedFacts } from "../../../shared/scheme/check-contradictions.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import type { Dossier } from "../../../shared/submission/dossier.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { useAct } from "../../api/use-act.ts";
import { useCall } from "../../api/use-call.ts";
import { Failure } from "../../ui/failure.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { AddFact } from "./add-fact.tsx";
import { DossierSummary } from "./dossier-summary.tsx";
import {
  type Contradicted,
  confirmationOf,
  type FactGroup,
  type FactLine,
  factGroups,
  identityLines,
  lineAt,
  sureOnes,
} from "./fact-lines.ts";
import { type Editing, FactRow } from "./fact-row.tsx";
import { SubmissionHead } from "./submission-head.tsx";

/** A place of the document whose line is asked for; `null`: the line the keyboard was on. */
export interface Wanted {
  readonly place: Evidence | null;
  /** The keyboard goes there too. */
  readonly take: boolean;
  done: boolean;
}

interface PaneProps {
  readonly wanted: Wanted | null;
  readonly onEnter: (evidence: Evidence) => void;
  readonly scheme: Scheme;
  readonly summary: SubmissionSummary | undefined;
  readonly frozen: boolean;
  readonly onOpen: (evidence: Evidence) => void;
}

interface LinesProps extends PaneProps {
  readonly dossier: Dossier;
  readonly contradicted: Contradicted;
}

/** ↑ ↓ move between the lines of what was read. */
function walkLines(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  if (!(event.target instanceof HTMLElement) || event.target.closest("form")) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-fact]")];
  const at = rows.findIndex((row) => row.contains(event.target as Node));
  const target = rows[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: "nearest" });
}

/** The first line after the one the keyboard is on that still is a question; from the end, from the top again. */
function nextQuestion(list: HTMLElement): HTMLElement | undefined {
  const rows = [...list.querySelectorAll<HTMLElement>("[data-fact]")];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const questions = rows.filter(
    (row) => row.dataset.state === "to-confirm" || row.dataset.contradicted !== undefined,
  );
  return questions.find((row) => rows.indexOf(row) > at) ?? questions[0];
}

const noRivals: readonly string[] = [];

function useWanted(
  dossier: Dossier,
  wanted: Wanted | null,
  list: RefObject<HTMLElement | null>,
  selected: string,
  select: (key: string) => void,
): boolean {
  const [missing, setMissing] = useState(false);
  const current = useRef(selected);
  current.current = selected;
  useEffect(() => {
    if (!wanted || wanted.done) return;
    wanted.done = true;
    const line = wanted.place && lineAt(dossier, wanted.place);
    setMissing(wanted.take && wanted.place !== null && line === null);
    if (wanted.place !== null && line === null) return;
    const key = line?.key ?? current.current;
    select(key);
    const row = list.current?.querySelector<HTMLElement>(`[data-fact="${CSS.escape(key)}"]`);
    row?.scrollIntoView({ block: "nearest" });
    if (wanted.take) row?.focus();
  });
  return missing;
}

function useLineWork(dossier: Dossier, contradicted: Contradicted, wanted: Wanted | null) {
  const confirm = useAct("submission/confirm");
  const [selected, setSelected] = useState("identity:name");
  const [editing, setEditing] = useState<Editing>(null);
  const list = useRef<HTMLElement>(null);
  const accept = (line: FactLine) => {
    confirm.mutate({ submission: dossier.submission, ...confirmationOf(line) });
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-fact]") ?? [])];
    const next = rows[rows.findIndex((row) => row.dataset.fact === line.key) + 1];
    next?.focus();
  };
  const select = (key: string) => {
    if (key === selected) return;
    setSelected(key);
    setEditing(null);
  };
  const edit = (next: Editing) => {
    setEditing(next);
    // Leaving an editor leads back to the line it belongs to.
    if (next === null) {
      list.current?.querySelector<HTMLElement>(`[data-fact="${CSS.escape(selected)}"]`)?.focus();
    }
  };
  const acceptSure = () => {
    const sure = sureOnes(dossier, contradicted);
    if (sure.facts.length + sure.identity.length > 0)
      confirm.mutate({ submission: dossier.submission, ...sure });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, frozen: boolean) => {
    const isLine = event.target instanceof HTMLElement && event.target.dataset.fact !== undefined;
    const plain = isLine && !event.ctrlKey && !event.metaKey && !event.altKey;
    const key = event.key.toLowerCase();
    if (plain && key === "n" && list.current) nextQuestion(list.current)?.focus();
    else if (plain && key === "a" && !frozen) acceptSure();
    else {
      walkLines(event);
      return;
    }
    event.preventDefault();
  };
  const missing = useWanted(dossier, wanted, list, selected, select);
  return { confirm, selected, editing, list, accept, select, edit, onKeyDown, missing };
}

function Lines({ dossier, scheme, frozen, wanted, onOpen, onEnter, contradicted }: LinesProps) {
  const { t } = useWords();
  const work = useLineWork(dossier, contradicted, wanted);
  const groups = useMemo(() => groupsOf(dossier, scheme), [dossier, scheme]);
  const row = (heading: string) => (line: FactLine) => (
    <FactRow
      key={line.key}
      line={line}
      heading={heading}
      scheme={scheme}
      submission={dossier.submission}
      selected={work.selected === line.key}
      editing={work.selected === line.key ? work.editing : null}
      frozen={frozen}
      rivals={contradicted.get(line.key) ?? noRivals}
      onSelect={() => work.select(line.key)}
      onEdit={work.edit}
      onAccept={() => work.accept(line)}
      onOpen={onOpen}
      onEnter={onEnter}
    />
  );
  const group = (entry: FactGroup) => (
    <section key={entry.key} className="fact-group">
      <h4>
        {entry.indicator?.name ?? entry.key}
        <span className="muted"> {entry.indicator?.unit}</span>
      </h4>
      {entry.lines.map(row(entry.indicator?.name ?? entry.key))}
    </section>
  );
  return (
    <>
      <Failure error={work.confirm.error} />
      {work.missing && <p role="status">{t("confirm.noFactHere")}</p>}
      <section
        ref={work.list}
        aria-label={t("intake.facts")}
        className="fact-grid"
        onKeyDown={(event) => work.onKeyDown(event, frozen)}
      >
        <h3>{t("intake.identity")}</h3>
        {identityLines(dossier).map(row(t("intake.identity")))}
        <h3>{t("intake.indicators")}</h3>
        {groups.values.length === 0 && <p className="muted">{t("intake.noFacts")}</p>}
        {groups.values.map(group)}
        {groups.others.length > 0 && <h3>{t("intake.targets")}</h3>}
        {groups.others.map(group)}
      </section>
    </>
  );
}

const groupsOf = (dossier: Dossier, scheme: Scheme) => ({
  values: factGroups(
    dossier.facts.filter((fact) => fact.role === "value"),
    scheme.indicators,
  ),
  others: factGroups(
    dossier.facts.filter((fact) => fact.role !== "value"),
    scheme.indicators,
  ),
});

function AcceptSure({ dossier, contradicted }: { dossier: Dossier; contradicted: Contradicted }) {
  const { t } = useWords();
  const confirm = useAct("submission/confirm");
  const sure = sureOnes(dossier, contradicted);
  const count = sure.facts.length + sure.identity.length;
  return (
    <>
      <Button
        type={count > 0 ? "primary" : "default"}
        disabled={count === 0}
        loading={confirm.isPending}
        onClick={() => confirm.mutate({ submission: dossier.submission, ...sure })}
      >
        {t("intake.acceptSure", { count: String(count) })}
      </Button>
      <Failure error={confirm.error} />
    </>
  );
}

function AddByHand({ submission, scheme }: { submission: string; scheme: Scheme }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (!open) return <Button onClick={() => setOpen(true)}>＋ {t("intake.addWithout")}</Button>;
  return (
    <AddFact
      submission={submission}
      indicators={scheme.indicators}
      evidence={null}
      onClose={() => setOpen(false)}
    />
  );
}

function Facts(props: PaneProps & { dossier: Dossier }) {
  const { t } = useWords();
  const { dossier, frozen, scheme } = props;
  const contradicted = useMemo(() => contradictedFacts(scheme, dossier), [scheme, dossier]);
  return (
    <div className="pane">
      <SubmissionHead dossier={dossier} scheme={props.scheme} summary={props.summary} frozen={frozen} />
      <div className="pane-scroll">
        <Lines key={`lines-${dossier.submission}`} {...props} contradicted={contradicted} />
        {!frozen && (
          <AddByHand
            key={`add-${dossier.submission}`}
            submission={dossier.submission}
            scheme={props.scheme}
          />
        )}
        <DossierSummary dossier={dossier} scheme={props.scheme} onOpen={props.onOpen} />
      </div>
      <div className="pane-foot">
        {frozen ? (
          <p className="muted">{t("intake.frozen")}</p>
        ) : (
          <AcceptSure dossier={dossier} contradicted={contradicted} />
        )}
        <p className="muted">
          {t("intake.keys")} · {t("confirm.factKeys")}
        </p>
      </div>
    </div>
  );
}

/** On the right: what was read of one applicant, each line with where it stood. */
export function FactsPane({ submission, ...props }: PaneProps & { submission: string }) {
  const query = useCall("submission/get", { submission });
  return <Answer query={query}>{(dossier) => <Facts dossier={dossier} {...props} />}</Answer>;
}
