import { App, Button } from "antd";
import type { RoundOverview, RoundView } from "../../../shared/contract/round.ts";
import { useAct } from "../../api/use-act.ts";
import { useCall } from "../../api/use-call.ts";
import { Failure } from "../../ui/failure.tsx";
import { formatInstant } from "../../ui/format.ts";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";

function Consequences({ overview, minimum }: { overview: RoundOverview; minimum: number }) {
  const { t } = useWords();
  const { questions, submissions, nameless, unsetThresholds, unsetMaxima } = overview;
  return (
    <ul className="consequences">
      <li className={submissions === 0 ? "consequence-blocks" : undefined}>
        {submissions === 0
          ? t("settings.openNoSubmissions")
          : t("settings.openSubmissions", { count: String(submissions) })}
      </li>
      {nameless > 0 && (
        <li className="consequence-blocks">{t("settings.openNameless", { count: String(nameless) })}</li>
      )}
      <li className={questions > 0 ? "status-to-confirm consequence-open" : undefined}>
        {questions > 0
          ? t("settings.openQuestions", { count: String(questions) })
          : t("settings.openNoQuestions")}
      </li>
      {overview.experts < minimum && (
        <li className="consequence-blocks">
          {t("settings.openTooFewExperts", { count: String(overview.experts), minimum: String(minimum) })}
        </li>
      )}
      {unsetThresholds > 0 && (
        <li>{t("settings.openUnsetThresholds", { count: String(unsetThresholds) })}</li>
      )}
      {unsetMaxima > 0 && (
        <li className="consequence-blocks">
          {t("settings.openUnsetMaxima", { count: String(unsetMaxima) })}
        </li>
      )}
    </ul>
  );
}

function OpenCard({
  round,
  overview,
  minimum,
  unsaved,
}: {
  round: string;
  overview: RoundOverview;
  /** Fewest experts the rule of the round can do with. */
  minimum: number;
  unsaved: boolean;
}) {
  const { t } = useWords();
  const { modal } = App.useApp();
  const open = useAct("round/open");
  const blocked =
    unsaved ||
    overview.unsetMaxima > 0 ||
    overview.submissions === 0 ||
    overview.nameless > 0 ||
    overview.experts < minimum;
  const confirm = () =>
    modal.confirm({
      title: t("settings.open"),
      content: (
        <>
          <p>{t("settings.openHint")}</p>
          <Consequences overview={overview} minimum={minimum} />
        </>
      ),
      okText: t("settings.openConfirm"),
      cancelText: t("ui.cancel"),
      width: 560,
      onOk: () => open.mutateAsync({ round, questions: overview.questions }).catch(() => undefined),
    });
  return (
    <>
      <p>{t("settings.openHint")}</p>
      <Consequences overview={overview} minimum={minimum} />
      {unsaved && <p className="save-note-unsaved">{t("settings.openUnsaved")}</p>}
      <Button type="primary" size="large" disabled={blocked} loading={open.isPending} onClick={confirm}>
        {t("settings.open")}
      </Button>
      <Failure error={open.error} />
    </>
  );
}

/** The one step that cannot be taken back: says what it freezes and what enters the review unsettled. */
export function OpenRound({ view, unsaved }: { view: RoundView; unsaved: boolean }) {
  const { t } = useWords();
  const overview = useCall("round/get-overview", { round: view.id });
  return (
    <section className="section card stack open-round" aria-label={t("settings.open")}>
      <h2>{t("settings.open")}</h2>
      {view.openedAt !== null ? (
        <p>{t("settings.opened", { time: formatInstant(view.openedAt) })}</p>
      ) : (
        <Answer query={overview}>
          {(counts) => (
            <OpenCard
              round={view.id}
              overview={counts}
              minimum={view.settings.rule.minimumSheets}
              unsaved={unsaved}
            />
          )}
        </Answer>
      )}
    </section>
  );
}
