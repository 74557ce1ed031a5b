import { Segmented } from "antd";
import { useMemo, useState } from "react";
import { Link } from "react-router";
import type { CheckResult, RoundView } from "../../../shared/contract/round.ts";
import { findingStatuses } from "../../../shared/scheme/finding.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { useCall } from "../../api/use-call.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { latestClocks } from "../corrections/clock-words.ts";
import { correctionsAddress } from "../corrections/correction-line.tsx";
import { type CellPlace, CheckMatrix } from "./check-matrix.tsx";
import { FindingDetail } from "./finding-detail.tsx";
import { MatrixFilterBar } from "./matrix-filter.tsx";
import { filterRows, looseRows, type MatrixFilter, matrixGroups } from "./matrix-groups.ts";
import { Radar, RadarNumbers } from "./radar.tsx";
import { radarOf } from "./radar-axes.ts";

const everything: MatrixFilter = { text: "", status: "" };

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
export function ToLetter({ round, submission, rule }: { round: string; submission: string; rule?: string }) {
  const { t } = useWords();
  return <Link to={correctionsAddress(round, submission, rule)}>{t("letters.write")} →</Link>;
}

function CellDetail({
  view,
  result,
  place,
  onOpen,
}: {
  view: RoundView;
  result: CheckResult;
  place: CellPlace | null;
  onOpen: (evidence: Evidence) => void;
}) {
  const { t } = useWords();
  if (!place) return <p className="muted">{t("checks.detailNone")}</p>;
  const { submission, column } = place;
  const finding = column.finding(submission);
  const others = column.others(submission);
  const radar = radarOf(view.scheme, submission, result.submissions);
  const asked = `/round/${encodeURIComponent(view.id)}/points?of=${encodeURIComponent(submission.submission)}`;
  return (
    <>
      <h3>{submission.name}</h3>
      <p className="row">
        <ToLetter round={view.id} submission={submission.submission} />
        {column.narrow && <Link to={asked}>{t("points.title")} →</Link>}
      </p>
      {finding ? <FindingDetail finding={finding} onOpen={onOpen} /> : <StatusMark status="not-allowed" />}
      {others.length > 0 && <h3>{t("checks.otherFindings")}</h3>}
      {others.map((other, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the findings of one check never change their order
        <FindingDetail key={index} finding={other} onOpen={onOpen} />
      ))}
      {radar.axes.length > 0 && (
        <section aria-label={t("overview.radarOf", { name: submission.name })}>
          <h3>{t("overview.whole")}</h3>
          <p className="muted">{t(`overview.radar.${radar.scale}`)}</p>
          <Radar radar={radar} name={submission.name} />
          <RadarNumbers axes={radar.axes} named />
        </section>
      )}
    </>
  );
}

/** Applicants by rules, one group at a time, with the whole of what is known about the cell that is looked at. */
export function MatrixView({
  view,
  result,
  onOpen,
}: {
  view: RoundView;
  result: CheckResult;
  onOpen: (evidence: Evidence) => void;
}) {
  const words = useWords();
  const { t } = words;
  const groups = useMemo(() => matrixGroups(words, view.scheme, result), [words, view.scheme, result]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [filter, setFilter] = useState(everything);
  const [place, setPlace] = useState<CellPlace | null>(null);
  const letters = useCall("correction/list", { round: view.id });
  const clocks = useMemo(() => latestClocks(letters.data ?? []), [letters.data]);
  const loose = looseRows(groups, result);
  const group =
    groups.find(({ id }) => id === chosen) ?? groups.find(({ rows }) => rows.length > 0) ?? groups[0];
  const rows = group ? filterRows(group, filter) : [];
  return (
    <div className="checks-split">
      <div className="checks-main">
        {group && (
          <>
            <Segmented<string>
              value={group.id}
              onChange={(id) => {
                setChosen(id);
                setFilter(everything);
                setPlace(null);
              }}
              options={groups.map(({ id, name, rows: all }) => ({
                value: id,
                label: `${name} ${all.length}`,
              }))}
            />
            {group.rows.length > 0 && (
              <MatrixFilterBar group={group} shown={rows.length} filter={filter} onChange={setFilter} />
            )}
            <CheckMatrix group={group} rows={rows} clocks={clocks} selected={place} onSelect={setPlace} />
          </>
        )}
        {loose.length > 0 && (
          <p>
            {t("checks.noDirection")}
            {t("common.colon")}
            {loose.map((submission) => submission.name || t("ui.nameless")).join("、")}
          </p>
        )}
        <Legend />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <aside className="checks-detail" aria-label={t("checks.detail")} tabIndex={0}>
        <CellDetail view={view} result={result} place={place} onOpen={onOpen} />
      </aside>
    </div>
  );
}
