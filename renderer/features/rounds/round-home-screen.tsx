import { Button } from "antd";
import { useNavigate } from "react-router";
import type { RoundOverview, RoundView } from "../../../shared/contract/round.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import { useCall } from "../../api/use-call.ts";
import { isFrozen, useRound, useRoundId } from "../../app/use-round.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { CorrectionLine } from "../corrections/correction-line.tsx";
import { CityQuotas } from "./city-quotas.tsx";
import { RecentEntries } from "./recent-entries.tsx";
import { nextStepOf, stepsOf } from "./round-steps.ts";
import { StepMap } from "./step-map.tsx";

function Deadline({ deadline }: { deadline: Scheme["deadline"] }) {
  const { t } = useWords();
  if (deadline === null) return null;
  const { date, time } = deadline;
  return (
    <span>{time === null ? t("home.deadlineNoTime", { date }) : t("home.deadline", { date, time })}</span>
  );
}

function HostHome({ view, overview }: { view: RoundView; overview: RoundOverview }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const open = isFrozen(view);
  const next = nextStepOf(overview, open);
  const go = (screen: string) => navigate(`/round/${encodeURIComponent(view.id)}/${screen}`);
  return (
    <div className="screen">
      <div className="screen-head">
        <div>
          <h1>{view.name}</h1>
          <p className="muted round-facts">
            <span>{view.schemeTitle}</span>
            <span>
              {view.schemeDigest === null
                ? t("home.notFrozen")
                : t("home.frozen", { digest: view.schemeDigest.slice(0, 12) })}
            </span>
            <Deadline deadline={view.scheme.deadline} />
          </p>
        </div>
        <div className="row">
          <Button onClick={() => go("settings")}>{t("home.settings")}</Button>
          <Button type="primary" size="large" onClick={() => go(next.screen)}>
            {t("home.next", { step: t(next.words, next.params) })} →
          </Button>
        </div>
      </div>
      <CorrectionLine round={view.id} />
      <StepMap round={view.id} steps={stepsOf(overview, open)} />
      <div className="home-columns">
        <CityQuotas cities={overview.cities} />
        <RecentEntries round={view.id} entries={overview.recent} />
      </div>
    </div>
  );
}

function GuestHome({ view }: { view: RoundView }) {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <EmptyState
      alone
      title={view.name}
      hint={t("home.guest", {
        clerk: view.clerk?.name ?? "",
        fingerprint: view.clerk?.fingerprint ?? "",
      })}
      action={
        <Button type="primary" onClick={() => navigate(`/round/${encodeURIComponent(view.id)}/desk`)}>
          {t("home.toDesk")}
        </Button>
      }
    />
  );
}

function LoadedHost({ view }: { view: RoundView }) {
  const overview = useCall("round/get-overview", { round: view.id });
  return <Answer query={overview}>{(counts) => <HostHome view={view} overview={counts} />}</Answer>;
}

export function RoundHomeScreen() {
  const view = useRound(useRoundId());
  return (
    <Answer query={view}>
      {(round) => (round.side === "guest" ? <GuestHome view={round} /> : <LoadedHost view={round} />)}
    </Answer>
  );
}
