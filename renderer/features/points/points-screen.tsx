import { Button } from "antd";
import { type ReactNode, useMemo } from "react";
import { useNavigate, useSearchParams } from "react-router";
import type { OutputOf } from "../../../shared/contract/index.ts";
import type { SubmissionSummary } from "../../../shared/contract/intake.ts";
import type { RoundView } from "../../../shared/contract/round.ts";
import { useCall } from "../../api/use-call.ts";
import { useRound, useRoundId } from "../../app/use-round.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useBroughtIntoView } from "../../ui/use-brought-into-view.ts";
import { useWords, type WordsInUse } from "../../ui/use-words.tsx";
import { PointList } from "./point-list.tsx";

type PointProgress = OutputOf<"point/progress">[number];

function Progress({ of }: { of: PointProgress | undefined }) {
  if (!of) return null;
  const done = of.answered === of.total;
  return (
    <span className="one-line">
      {done ? "✓" : "◌"} {of.answered} / {of.total}
    </span>
  );
}

const columnsOf = (
  { t }: WordsInUse,
  progress: ReadonlyMap<string, PointProgress>,
): Column<SubmissionSummary>[] => [
  {
    id: "applicant",
    title: t("checks.applicant"),
    cell: (one) => (
      <span className="wrapping">
        {one.number}. {one.name || t("ui.nameless")}
      </span>
    ),
    text: (one) => one.name,
  },
  {
    id: "subject",
    title: t("scheme.field.subject"),
    cell: (one) =>
      one.subject === null ? (
        <span className="unanswered">◌ {t("ui.unset")}</span>
      ) : (
        t(`subject.${one.subject}`)
      ),
  },
  {
    id: "progress",
    title: t("points.answered"),
    numeric: true,
    cell: (one) => <Progress of={progress.get(one.id)} />,
  },
];

/** From one applicant to the next without going back to the list. */
function Walk({
  submissions,
  progress,
  of,
  onGo,
}: {
  submissions: readonly SubmissionSummary[];
  progress: ReadonlyMap<string, PointProgress>;
  of: string;
  onGo: (submission: string) => void;
}) {
  const { t } = useWords();
  const here = submissions.findIndex(({ id }) => id === of);
  const before = submissions[here - 1];
  const after = submissions[here + 1];
  // Round and round: whoever was passed over before is found again after the last.
  const open = [...submissions.slice(here + 1), ...submissions.slice(0, here)].find(({ id }) => {
    const one = progress.get(id);
    return one !== undefined && one.answered < one.total;
  });
  return (
    <span className="row">
      <Button size="small" disabled={!before} onClick={() => before && onGo(before.id)}>
        ← {t("points.before")}
      </Button>
      <Button size="small" disabled={!after} onClick={() => after && onGo(after.id)}>
        {t("points.after")} →
      </Button>
      <Button size="small" disabled={!open} onClick={() => open && onGo(open.id)}>
        {t("points.nextOpen")} ⇥
      </Button>
    </span>
  );
}

function OfApplicant({
  round,
  submission,
  walk,
}: {
  round: string;
  submission: SubmissionSummary | undefined;
  walk: ReactNode;
}) {
  const { t } = useWords();
  const points = useCall("point/list", submission ? { submission: submission.id } : null);
  if (!submission) return <p className="muted">{t("points.chooseApplicant")}</p>;
  return (
    <>
      <div className="screen-head">
        <h2>{submission.name || t("ui.nameless")}</h2>
        {walk}
      </div>
      {submission.subject === null && <p>{t("points.noSubject")}</p>}
      <Answer query={points}>
        {(known) => <PointList key={submission.id} round={round} submission={submission.id} points={known} />}
      </Answer>
    </>
  );
}

function Points({ view, submissions }: { view: RoundView; submissions: readonly SubmissionSummary[] }) {
  const words = useWords();
  const { data } = useCall("point/progress", { round: view.id });
  const progress = useMemo(() => new Map((data ?? []).map((one) => [one.submission, one])), [data]);
  const columns = useMemo(() => columnsOf(words, progress), [words, progress]);
  const [params, setParams] = useSearchParams();
  const of = params.get("of");
  const go = (id: string): void => setParams({ of: id }, { replace: true });
  const part = useBroughtIntoView<HTMLElement>(of);
  return (
    <div className="letters-split">
      <DataTable
        label={words.t("letters.applicants")}
        columns={columns}
        rows={submissions}
        rowKey={(one) => one.id}
        selected={of}
        filter={submissions.length > 8}
        onOpen={(one) => go(one.id)}
      />
      <section ref={part} className="letters-form" aria-label={words.t("points.title")}>
        <OfApplicant
          round={view.id}
          submission={submissions.find(({ id }) => id === of)}
          walk={of !== null && <Walk submissions={submissions} progress={progress} of={of} onGo={go} />}
        />
      </section>
    </div>
  );
}

function Loaded({ view }: { view: RoundView }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const intake = useCall("intake/list", { round: view.id });
  if (view.scheme.points.length === 0)
    return <EmptyState alone title={t("points.noneTitle")} hint={t("points.noneHint")} />;
  return (
    <div className="screen">
      <h1>{t("points.title")}</h1>
      <p className="muted">{t("points.hint")}</p>
      <Answer query={intake}>
        {({ submissions }) =>
          submissions.length === 0 ? (
            <EmptyState
              title={t("checks.emptyTitle")}
              hint={t("points.emptyHint")}
              action={
                <Button
                  type="primary"
                  onClick={() => navigate(`/round/${encodeURIComponent(view.id)}/intake`)}
                >
                  {t("checks.toIntake")}
                </Button>
              }
            />
          ) : (
            <Points view={view} submissions={submissions} />
          )
        }
      </Answer>
    </div>
  );
}

export function PointsScreen() {
  const view = useRound(useRoundId());
  return <Answer query={view}>{(round) => <Loaded key={round.id} view={round} />}</Answer>;
}
