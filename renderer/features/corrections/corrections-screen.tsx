import { Button } from "antd";
import { useMemo } from "react";
import { useNavigate, useSearchParams } from "react-router";
import type { CheckResult, RoundView } from "../../../shared/contract/round.ts";
import type { CorrectionClock } from "../../../shared/correction/correction.ts";
import { useCall } from "../../api/use-call.ts";
import { useRound, useRoundId } from "../../app/use-round.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useBroughtIntoView } from "../../ui/use-brought-into-view.ts";
import { useWords, type WordsInUse } from "../../ui/use-words.tsx";
import { type CheckedSubmission, needsLook } from "../checks/check-rows.ts";
import { CityLetters } from "./city-letters.tsx";
import { ClockMark } from "./clock-mark.tsx";
import { latestClocks } from "./clock-words.ts";
import { LetterForm } from "./letter-form.tsx";
import { SentLetters } from "./sent-letters.tsx";

type Clocks = ReadonlyMap<string, CorrectionClock>;

const columnsOf = ({ t }: WordsInUse, clocks: Clocks): Column<CheckedSubmission>[] => [
  {
    id: "applicant",
    title: t("checks.applicant"),
    cell: (one) => (
      <span className="wrapping">
        {one.number}. {one.name || t("ui.nameless")}
      </span>
    ),
    text: (one) => `${one.name} ${one.city}`,
  },
  {
    id: "findings",
    title: t("letters.findings"),
    numeric: true,
    cell: (one) => one.findings.filter(needsLook).length,
  },
  {
    id: "state",
    title: t("letters.state"),
    cell: (one) => {
      const clock = clocks.get(one.submission);
      return clock ? <ClockMark clock={clock} /> : <span className="muted">{t("letters.never")}</span>;
    },
  },
];

function Chosen({ view, submission }: { view: RoundView; submission: CheckedSubmission | undefined }) {
  const { t } = useWords();
  const [params] = useSearchParams();
  const proposed = useCall("correction/propose", submission ? { submission: submission.submission } : null);
  if (!submission) return <p className="muted">{t("letters.chooseApplicant")}</p>;
  return (
    <>
      <h2>{submission.name || t("ui.nameless")}</h2>
      <Answer query={proposed}>
        {(items) =>
          items.length === 0 ? (
            <p>{t("letters.nothing")}</p>
          ) : (
            <LetterForm
              key={`${submission.submission} ${params.get("rule") ?? ""}`}
              view={view}
              target={{ submission: submission.submission }}
              name={submission.name}
              proposed={items}
              rule={params.get("rule")}
            />
          )
        }
      </Answer>
    </>
  );
}

function Corrections({
  view,
  result,
  clocks,
}: {
  view: RoundView;
  result: CheckResult;
  clocks: readonly CorrectionClock[];
}) {
  const words = useWords();
  const { t } = words;
  const [params, setParams] = useSearchParams();
  const latest = useMemo(() => latestClocks(clocks), [clocks]);
  const columns = useMemo(() => columnsOf(words, latest), [words, latest]);
  const names = useMemo(
    () =>
      new Map(result.submissions.map(({ submission, number, name }) => [submission, `${number}. ${name}`])),
    [result],
  );
  const of = params.get("of");
  const part = useBroughtIntoView<HTMLElement>(of);
  const chosen = result.submissions.find(({ submission }) => submission === of);
  return (
    <>
      <div className="letters-split">
        <DataTable
          label={t("letters.applicants")}
          columns={columns}
          rows={result.submissions}
          rowKey={(one) => one.submission}
          selected={of}
          filter={result.submissions.length > 8}
          onOpen={(one) => setParams({ of: one.submission }, { replace: true })}
        />
        <section ref={part} className="letters-form" aria-label={t("letters.letter")}>
          <Chosen view={view} submission={chosen} />
        </section>
      </div>
      <SentLetters clocks={clocks} names={names} />
      <CityLetters view={view} />
    </>
  );
}

function Loaded({ view }: { view: RoundView }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const result = useCall("check/run", { round: view.id });
  const clocks = useCall("correction/list", { round: view.id });
  const go = (screen: string) => () => navigate(`/round/${encodeURIComponent(view.id)}/${screen}`);
  return (
    <div className="screen">
      <div className="screen-head">
        <h1>{t("letters.title")}</h1>
        <Button onClick={go("checks")}>{t("letters.toChecks")}</Button>
      </div>
      <p className="muted">{t("letters.hint")}</p>
      <Answer query={result}>
        {(checked) =>
          checked.submissions.length === 0 ? (
            <EmptyState
              title={t("checks.emptyTitle")}
              hint={t("letters.emptyHint")}
              action={
                <Button type="primary" onClick={go("intake")}>
                  {t("checks.toIntake")}
                </Button>
              }
            />
          ) : (
            <Answer query={clocks}>
              {(known) => <Corrections view={view} result={checked} clocks={known} />}
            </Answer>
          )
        }
      </Answer>
    </div>
  );
}

export function CorrectionsScreen() {
  const view = useRound(useRoundId());
  return <Answer query={view}>{(round) => <Loaded key={round.id} view={round} />}</Answer>;
}
