import "../desk/desk.css";
import "./panel.css";
import { Button } from "antd";
import { useNavigate } from "react-router";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { useCall } from "../../api/use-call.ts";
import { useRound, useRoundId } from "../../app/use-round.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { AgreementSection } from "./agreement-section.tsx";
import { DirectionSection } from "./direction-section.tsx";
import { DisagreementTable } from "./disagreement-table.tsx";
import { numberExperts } from "./expert-numbers.ts";
import { GradesTable } from "./grades-table.tsx";
import { MergeResults } from "./merge-results.tsx";
import { MissingList } from "./missing-list.tsx";
import { QuotaTable } from "./quota-table.tsx";
import { ResultTable } from "./result-table.tsx";
import { SignPanel } from "./sign-panel.tsx";
import { UnplacedList } from "./unplaced-list.tsx";

/** The chair's page: results come in, directions are ranked, ties are decided. */
export function PanelScreen() {
  const round = useRoundId();
  const view = useRound(round);
  return <Answer query={view}>{(found) => <PanelOfRound view={found} />}</Answer>;
}

function PanelOfRound({ view }: { view: OutputOf<"round/get"> }) {
  const { t } = useWords();
  const ready = view.state === "open" && view.side === "host";
  const ranking = useCall("ranking/get", ready ? { round: view.id } : null);
  const experts = useCall("expert/list", ready ? { round: view.id } : null);
  if (view.side === "guest") return <EmptyState alone title={t("panel.guest")} hint={t("panel.guestHelp")} />;
  if (!ready) return <EmptyState alone title={t("panel.notOpen")} hint={t("panel.notOpenHelp")} />;
  return (
    <Answer query={experts}>
      {(list) => (
        <Answer query={ranking}>{(found) => <PanelPage view={view} ranking={found} experts={list} />}</Answer>
      )}
    </Answer>
  );
}

export interface PanelProps {
  readonly view: OutputOf<"round/get">;
  readonly ranking: OutputOf<"ranking/get">;
  readonly experts: OutputOf<"expert/list">;
}

function PanelPage({ view, ranking, experts }: PanelProps) {
  const { t } = useWords();
  const numbers = numberExperts(experts, t);
  const { rule } = ranking;
  const every = ranking.directions.flatMap((direction) => direction.rows);
  return (
    <div className="screen panel-screen">
      <header className="screen-head">
        <div>
          <h1>{t("panel.title")}</h1>
          <p className="muted">
            {t("panel.rule")}
            {t("common.colon")}
            {t("panel.rule.text", {
              method: t(`panel.rule.${rule.method}`),
              decimals: String(rule.decimals),
              n: String(rule.minimumSheets),
            })}
          </p>
        </div>
        <NextStep view={view} ranking={ranking} experts={experts} />
      </header>
      <div className="panel-columns">
        <MergeResults round={view.id} />
        <MissingList experts={experts} />
      </div>
      <ResultTable round={view.id} numbers={numbers} />
      {ranking.directions.map((direction) => (
        <DirectionSection
          key={direction.direction}
          view={view}
          rule={rule}
          direction={direction}
          every={every}
          numbers={numbers}
        />
      ))}
      <UnplacedList rows={ranking.unplaced} />
      <GradesTable round={view.id} />
      <QuotaTable quotas={ranking.quotas} />
      <AgreementSection ranking={ranking} numbers={numbers} />
      <DisagreementTable round={view.id} ranking={ranking} numbers={numbers} />
      <SignPanel round={view.id} />
      <ExpertLegend experts={experts} label={numbers.full} />
    </div>
  );
}

function NextStep({ view, ranking, experts }: PanelProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const ties = ranking.directions.filter((direction) => direction.openTie !== null);
  const missing = experts.some((expert) => expert.assigned > expert.signed + expert.recused);
  const [firstTie] = ties;
  const jump = (id: string) => () => {
    const target = document.getElementById(id);
    target?.scrollIntoView({ block: "start" });
    target?.focus();
  };
  if (missing) {
    return (
      <Button size="large" onClick={jump("panel-merge")}>
        {t("panel.nextMerge")}
      </Button>
    );
  }
  if (firstTie !== undefined) {
    return (
      <Button type="primary" size="large" onClick={jump(`tie-${firstTie.direction}`)}>
        {t("panel.nextTie", { n: String(ties.length) })}
      </Button>
    );
  }
  return (
    <Button
      type="primary"
      size="large"
      onClick={() => navigate(`/round/${encodeURIComponent(view.id)}/exports`)}
    >
      {t("panel.toExport")}
    </Button>
  );
}

function ExpertLegend({
  experts,
  label,
}: {
  experts: OutputOf<"expert/list">;
  label: (expert: string) => string;
}) {
  const { t } = useWords();
  return (
    <details className="section">
      <summary>{t("panel.experts")}</summary>
      <ul className="legend">
        {experts.map((expert) => (
          <li key={expert.id}>
            {label(expert.id)} <span className="muted">{expert.employer}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
