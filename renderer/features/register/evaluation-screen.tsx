import { Button } from "antd";
import { DateTime } from "luxon";
import { useState } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import type { EvaluationRound, EvaluationRow } from "../../../shared/register/evaluation-round.ts";
import type { Evaluation } from "../../../shared/scheme/scheme.ts";
import { useAct } from "../../api/use-act.ts";
import { useCall } from "../../api/use-call.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Failure } from "../../ui/failure.tsx";
import { ChoiceField } from "../../ui/field.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useBroughtIntoView } from "../../ui/use-brought-into-view.ts";
import { useWords } from "../../ui/use-words.tsx";
import { WrittenNote } from "../../ui/written-note.tsx";
import { LibraryTabs } from "../schemes/library-tabs.tsx";
import { EvaluateForm } from "./evaluate-form.tsx";
import { EvaluationTable } from "./evaluation-table.tsx";
import { registerFor } from "./register-for.ts";
import { registerName } from "./register-words.ts";

interface Asked {
  readonly scheme: string;
  readonly register: string;
  readonly year: number;
}

const thisYear = (): number => DateTime.now().setZone("Asia/Shanghai").year;

/** Years a clerk may have in hand: the coming one, and back to before the first of these documents. */
const years = (known: readonly number[]): number[] =>
  [...new Set([...Array.from({ length: 10 }, (_, back) => thisYear() + 1 - back), ...known])].sort(
    (one, other) => other - one,
  );

function Counts({ round }: { round: EvaluationRound }) {
  const { t } = useWords();
  return (
    <p role="status" className="row">
      {round.counts.map(({ outcome, name, count }) => (
        <span key={outcome}>
          {name} <strong>{count}</strong>
        </span>
      ))}
      <span className={round.open > 0 ? "status-to-confirm" : undefined}>
        {t("bases.openCount", { count: String(round.open) })}
      </span>
    </p>
  );
}

function Export({ asked, any }: { asked: Asked; any: boolean }) {
  const { t } = useWords();
  const act = useAct("evaluation/export");
  return (
    <section className="section" aria-label={t("bases.exportResults")}>
      <h2>{t("bases.exportResults")}</h2>
      <p className="muted">{t("bases.exportResultsHint")}</p>
      <Button disabled={!any} loading={act.isPending} onClick={() => act.mutate(asked)}>
        {t("bases.exportResultsNow")}
      </Button>
      <Failure error={act.error} />
      {act.data && <WrittenNote file={act.data.file} />}
    </section>
  );
}

function Record({
  asked,
  row,
  evaluation,
  onDone,
}: {
  asked: Asked;
  row: EvaluationRow;
  evaluation: Evaluation;
  onDone: () => void;
}) {
  const { t } = useWords();
  const act = useAct("register/act");
  const part = useBroughtIntoView<HTMLElement>(row.base);
  return (
    <section ref={part} className="letters-form" aria-label={row.name}>
      <h2>{row.name}</h2>
      <EvaluateForm
        scheme={asked.scheme}
        evaluation={evaluation}
        year={asked.year}
        label={t("bases.evaluateNamed", { name: row.name })}
        send={(one) => act.mutate({ base: row.base, act: one }, { onSuccess: onDone })}
        pending={act.isPending}
        error={act.error}
        onCancel={onDone}
      />
    </section>
  );
}

function Year({ asked, round }: { asked: Asked; round: EvaluationRound }) {
  const { t } = useWords();
  const scheme = useCall("scheme/get", { scheme: asked.scheme });
  const [base, setBase] = useState<string | null>(null);
  const all = round.groups.flatMap(({ rows }) => rows);
  const row = all.find((one) => one.base === base);
  const evaluation = scheme.data?.evaluation;
  return (
    <>
      <Counts round={round} />
      {evaluation && (
        <p className="muted">
          {evaluation.cadence} · {evaluation.by}
        </p>
      )}
      <div className={row ? "letters-split base-split" : undefined}>
        <div className="stack">
          {all.length === 0 && <p>{t("bases.nobodyToEvaluate")}</p>}
          {round.groups.map(({ id, rows }) => {
            const name = id === null ? t("export.evaluation.otherGroup") : t(`rankGroup.${id}`);
            return (
              <div key={id ?? "none"} className="section">
                <h2>{name}</h2>
                <EvaluationTable
                  label={name}
                  rows={rows}
                  selected={base}
                  onRecord={(one) => setBase(one.base)}
                />
              </div>
            );
          })}
        </div>
        {row && evaluation && (
          <Record
            key={row.base}
            asked={asked}
            row={row}
            evaluation={evaluation}
            onDone={() => setBase(null)}
          />
        )}
      </div>
      <Export asked={asked} any={all.some(({ results }) => results.length > 0)} />
    </>
  );
}

function Chosen({
  schemes,
  registers,
}: {
  schemes: OutputOf<"scheme/list">;
  registers: OutputOf<"register/list">["registers"];
}) {
  const words = useWords();
  const { t } = words;
  const [scheme, setScheme] = useState(schemes[0]?.id ?? "");
  const [chosen, setChosen] = useState<string | null>(null);
  const [year, setYear] = useState(thisYear);
  const register = chosen ?? registerFor(scheme, schemes, registers);
  const asked = register === null ? null : { scheme, register, year };
  const round = useCall("evaluation/get", asked);
  return (
    <>
      <div className="filter-line">
        <ChoiceField
          label={t("bases.underScheme")}
          value={scheme}
          choices={schemes.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(one) => {
            setScheme(one);
            setChosen(null);
          }}
        />
        <ChoiceField
          label={t("bases.list")}
          value={register ?? ""}
          choices={[
            ...(register === null ? [{ value: "", label: t("bases.pickList") }] : []),
            ...registers.map(({ id, count }) => ({
              value: id,
              label: `${registerName(words, id)} ${count}`,
            })),
          ]}
          onChange={(one) => setChosen(one === "" ? null : one)}
        />
        <ChoiceField
          label={t("bases.year")}
          value={String(year)}
          choices={years([...(round.data?.years ?? []), year]).map((one) => ({
            value: String(one),
            label: String(one),
          }))}
          onChange={(one) => setYear(Number(one))}
        />
      </div>
      {asked === null ? (
        <p>{t("bases.noListYet")}</p>
      ) : (
        <Answer query={round}>
          {(known) => <Year key={`${scheme} ${register} ${year}`} asked={asked} round={known} />}
        </Answer>
      )}
    </>
  );
}

/** A year of 绩效评估 or 监测评估: bases that hold the title already, what each was found, and the list of results. */
export function EvaluationScreen() {
  const { t } = useWords();
  const schemes = useCall("scheme/list", {});
  const bases = useCall("register/list", {});
  return (
    <div className="screen">
      <LibraryTabs />
      <h1>{t("bases.evaluationTitle")}</h1>
      <p className="muted">{t("bases.evaluationHint")}</p>
      <Answer query={schemes}>
        {(all) => (
          <Answer query={bases}>
            {({ registers }) => {
              const evaluating = all.filter(({ evaluates }) => evaluates);
              return evaluating.length === 0 || registers.length === 0 ? (
                <EmptyState title={t("bases.noEvaluation")} hint={t("bases.evaluationHint")} />
              ) : (
                <Chosen schemes={evaluating} registers={registers} />
              );
            }}
          </Answer>
        )}
      </Answer>
    </div>
  );
}
