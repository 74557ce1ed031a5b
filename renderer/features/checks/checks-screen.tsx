import { Button, Segmented } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { CheckResult, RoundView } from "../../../shared/contract/round.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { useCall } from "../../api/use-call.ts";
import { useRound, useRoundId } from "../../app/use-round.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { EvidenceDrawer } from "../../ui/evidence-drawer.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { CorrectionLine, correctionsAddress } from "../corrections/correction-line.tsx";
import { countFindings, type ListedFinding } from "./check-rows.ts";
import { CheckTableExport } from "./check-table-export.tsx";
import { FindingDetail } from "./finding-detail.tsx";
import { FindingList } from "./finding-list.tsx";
import { MatrixView, ToLetter } from "./matrix-view.tsx";
import { Overview } from "./overview.tsx";

type View = "matrix" | "list" | "overview";

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
      <CheckTableExport round={view.id} />
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
