import { Button, Segmented } from "antd";
import { useMemo, useState } from "react";
import { Link, useNavigate } from "react-router";
import type { CheckResult, RoundView } from "../../../shared/contract/round.ts";
import { findingStatuses } from "../../../shared/scheme/finding.ts";
import type { DirectionId } from "../../../shared/scheme/scheme.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { useCall } from "../../api/use-call.ts";
import { useRound, useRoundId } from "../../app/use-round.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { EvidenceDrawer } from "../../ui/evidence-drawer.tsx";
import { Answer } from "../../ui/loading.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { latestClocks } from "../corrections/clock-words.ts";
import { CorrectionLine, correctionsAddress } from "../corrections/correction-line.tsx";
import { type CellPlace, CheckMatrix } from "./check-matrix.tsx";
import { countFindings, inDirection, type ListedFinding, othersOf, thresholdOf } from "./check-rows.ts";
import { FindingDetail } from "./finding-detail.tsx";
import { FindingList } from "./finding-list.tsx";
import { Overview } from "./overview.tsx";

type View = "matrix" | "list" | "overview";

function Legend() {
  const { t } = useWords();
  return (
    <p className="status-legend">
      <span className="muted">{t("checks.legend")}</span>
      {findingStatuses.map((status) => (
        <StatusMark key={status} status={status} />
      ))}
    </p>
  );
}

/** From a finding to the letter that asks for it. */
function ToLetter({ round, submission, rule }: { round: string; submission: string; rule?: string }) {
  const { t } = useWords();
  return <Link to={correctionsAddress(round, submission, rule)}>{t("letters.write")} →</Link>;
}

function CellDetail({
  round,
  place,
  onOpen,
}: {
  round: string;
  place: CellPlace | null;
  onOpen: (evidence: Evidence) => void;
}) {
  const { t } = useWords();
  if (!place) return <p className="muted">{t("checks.detailNone")}</p>;
  const finding = thresholdOf(place.submission, place.indicator);
  const others = othersOf(place.submission, place.indicator);
  return (
    <>
      <h3>{place.submission.name}</h3>
      <p>
        <ToLetter round={round} submission={place.submission.submission} />
      </p>
      {finding ? <FindingDetail finding={finding} onOpen={onOpen} /> : <StatusMark status="not-allowed" />}
      {others.length > 0 && <h3>{t("checks.otherFindings")}</h3>}
      {others.map((other, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the findings of one check never change their order
        <FindingDetail key={index} finding={other} onOpen={onOpen} />
      ))}
    </>
  );
}

function MatrixView({
  view,
  result,
  onOpen,
}: {
  view: RoundView;
  result: CheckResult;
  onOpen: (evidence: Evidence) => void;
}) {
  const { t } = useWords();
  const { directions } = view.scheme;
  const first = directions.find(({ id }) => inDirection(result, id).length > 0) ?? directions[0];
  const [direction, setDirection] = useState<DirectionId>(first?.id ?? "employment");
  const [place, setPlace] = useState<CellPlace | null>(null);
  const letters = useCall("correction/list", { round: view.id });
  const clocks = useMemo(() => latestClocks(letters.data ?? []), [letters.data]);
  const loose = inDirection(result, null);
  return (
    <div className="checks-split">
      <div className="checks-main">
        <Segmented<DirectionId>
          value={direction}
          onChange={(chosen) => {
            setDirection(chosen);
            setPlace(null);
          }}
          options={directions.map(({ id }) => ({
            value: id,
            label: `${t(`direction.${id}`)} ${inDirection(result, id).length}`,
          }))}
        />
        <CheckMatrix
          result={result}
          scheme={view.scheme}
          direction={direction}
          clocks={clocks}
          selected={place}
          onSelect={setPlace}
        />
        {loose.length > 0 && (
          <p>
            {t("checks.noDirection")}：{loose.map((submission) => submission.name).join("、")}
          </p>
        )}
        <Legend />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <aside className="checks-detail" aria-label={t("checks.detail")} tabIndex={0}>
        <CellDetail round={view.id} place={place} onOpen={onOpen} />
      </aside>
    </div>
  );
}

function ListView({
  round,
  result,
  onOpen,
}: {
  round: string;
  result: CheckResult;
  onOpen: (evidence: Evidence) => void;
}) {
  const { t } = useWords();
  const [listed, setListed] = useState<ListedFinding | null>(null);
  return (
    <div className="checks-split">
      <div className="checks-main">
        <FindingList result={result} selected={listed} onSelect={setListed} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <aside className="checks-detail" aria-label={t("checks.detail")} tabIndex={0}>
        {listed ? (
          <>
            <h3>{listed.submission?.name ?? t("checks.wholeRound")}</h3>
            <FindingDetail finding={listed.finding} onOpen={onOpen} />
            {listed.submission && (
              <ToLetter round={round} submission={listed.submission.submission} rule={listed.finding.rule} />
            )}
          </>
        ) : (
          <p className="muted">{t("checks.detailNone")}</p>
        )}
      </aside>
    </div>
  );
}

/** What follows from a check: letters to applicants, and the points only a person can answer. */
function Ways({ view }: { view: RoundView }) {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <>
      {view.scheme.points.length > 0 && (
        <Button onClick={() => navigate(`/round/${encodeURIComponent(view.id)}/points`)}>
          {t("points.title")}
        </Button>
      )}
      <Button onClick={() => navigate(correctionsAddress(view.id))}>{t("letters.title")}</Button>
    </>
  );
}

function Checks({ view, result }: { view: RoundView; result: CheckResult }) {
  const { t } = useWords();
  const [shown, setShown] = useState<View>("matrix");
  const [evidence, setEvidence] = useState<Evidence | null>(null);
  const { problems, confirm } = countFindings(result);
  return (
    <div className="checks">
      <div className="intake-head">
        <h1>{t("checks.title")}</h1>
        <Segmented<View>
          value={shown}
          onChange={setShown}
          options={[
            { value: "matrix", label: t("checks.matrix") },
            { value: "list", label: t("checks.list") },
            { value: "overview", label: t("overview.title") },
          ]}
        />
        <span role="status">
          {t("checks.summary", { problems: String(problems), confirm: String(confirm) })}
        </span>
        <Ways view={view} />
      </div>
      <CorrectionLine round={view.id} />
      {shown === "matrix" && <MatrixView view={view} result={result} onOpen={setEvidence} />}
      {shown === "list" && <ListView round={view.id} result={result} onOpen={setEvidence} />}
      {shown === "overview" && <Overview view={view} result={result} />}
      <EvidenceDrawer round={view.id} evidence={evidence} onClose={() => setEvidence(null)} />
    </div>
  );
}

function LoadedChecks({ view }: { view: RoundView }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const result = useCall("check/run", { round: view.id });
  return (
    <Answer query={result}>
      {(checked) =>
        checked.submissions.length === 0 ? (
          <EmptyState
            title={t("checks.emptyTitle")}
            hint={t("checks.emptyHint")}
            action={
              <Button type="primary" onClick={() => navigate(`/round/${encodeURIComponent(view.id)}/intake`)}>
                {t("checks.toIntake")}
              </Button>
            }
          />
        ) : (
          <Checks view={view} result={checked} />
        )
      }
    </Answer>
  );
}

export function ChecksScreen() {
  const view = useRound(useRoundId());
  return <Answer query={view}>{(round) => <LoadedChecks key={round.id} view={round} />}</Answer>;
}
