import { useEffect, useRef } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import type { DeskEntry } from "../../../shared/contract/sheet.ts";
import type { Finding } from "../../../shared/scheme/finding.ts";
import { sentenceOf } from "../../../shared/scheme/finding-words.ts";
import type { Indicator } from "../../../shared/scheme/scheme.ts";
import { type Dossier, directionOf, subjectOf } from "../../../shared/submission/dossier.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { useCall } from "../../api/use-call.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { EvidenceChip } from "../../ui/evidence-chip.tsx";
import { formatDecimal, formatMargin } from "../../ui/format.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useWords } from "../../ui/use-words.tsx";
import {
  distinctPlaces,
  isAbove,
  type OtherValue,
  valuesOfOthers,
  yearlyValues,
} from "./model/indicator-values.ts";
import { useRoom } from "./room-context.ts";

interface Props {
  readonly view: OutputOf<"round/get">;
  readonly dossier: Dossier;
  readonly onPlace: (evidence: Evidence) => void;
  /** The other applicants this expert may read. */
  readonly others: readonly DeskEntry[];
}

const signs = { ">=": "≥", ">": "＞", "<=": "≤", "<": "＜" } as const;

/** Values beside thresholds; each value leads to the place it was read at. */
export function IndicatorsPage({ view, dossier, onPlace, others }: Props) {
  const { t } = useWords();
  const checks = useCall("check/run", { round: view.id });
  const findings =
    checks.data?.submissions.find((entry) => entry.submission === dossier.submission)?.findings ?? [];
  const direction = directionOf(dossier);
  const indicators = view.scheme.indicators.filter((indicator) => indicator.direction === direction);
  const rest = findings.filter((finding) => finding.kind !== "threshold" && finding.status !== "met");
  return (
    <div className="table-page" data-part="text" tabIndex={-1}>
      {indicators.length === 0 ? (
        <EmptyState title={t("desk.indicators.none")} hint={t("desk.indicators.noneHelp")} />
      ) : (
        <table className="plain-table indicators">
          <caption>{t("desk.indicators.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("desk.indicators.name")}</th>
              <th scope="col" className="number">
                {t("desk.indicators.threshold")}
              </th>
              <th scope="col" className="number">
                {t("desk.indicators.value")}
              </th>
              <th scope="col">{t("desk.indicators.state")}</th>
              <th scope="col" className="evidence-cell">
                {t("desk.indicators.evidence")}
              </th>
            </tr>
          </thead>
          <tbody>
            {indicators.map((indicator) => (
              <IndicatorRow
                key={indicator.id}
                indicator={indicator}
                dossier={dossier}
                finding={findings.find((finding) => finding.rule === `threshold:${indicator.id}`)}
                others={valuesOfOthers(indicator.id, others, checks.data?.submissions ?? [])}
                onPlace={onPlace}
              />
            ))}
          </tbody>
        </table>
      )}
      <OtherFindings findings={rest} onPlace={onPlace} />
    </div>
  );
}

function IndicatorRow({
  indicator,
  dossier,
  finding,
  others,
  onPlace,
}: {
  indicator: Indicator;
  dossier: Dossier;
  finding: Finding | undefined;
  others: readonly OtherValue[];
  onPlace: (evidence: Evidence) => void;
}) {
  const { t } = useWords();
  const row = useRef<HTMLTableRowElement>(null);
  const { indicator: wanted } = useRoom();
  const asked = wanted?.submission === dossier.submission && wanted.indicator === indicator.id;
  const wish = asked ? wanted.wish : 0;
  useEffect(() => {
    if (wish === 0) return;
    row.current?.scrollIntoView({ block: "center" });
    row.current?.querySelector<HTMLElement>("th")?.focus({ preventScroll: true });
  }, [wish]);
  const subject = subjectOf(dossier);
  const threshold = subject === null ? undefined : indicator.thresholds[subject];
  const facts = dossier.facts.filter(
    (fact) => fact.key === indicator.id && fact.role === "value" && fact.state !== "rejected",
  );
  const value = finding?.actual ?? facts.find((fact) => fact.year === undefined)?.value;
  return (
    <tr ref={row} className={asked ? "indicator-asked" : undefined} data-indicator={indicator.id}>
      <th scope="row" tabIndex={-1}>
        {indicator.name}
        <span className="muted">（{indicator.unit}）</span>
        {finding?.arithmetic !== undefined && <p className="muted">{finding.arithmetic}</p>}
        <OtherValues own={value} others={others} />
      </th>
      <td className="number">
        {threshold === undefined
          ? "–"
          : threshold.value === null
            ? t("desk.indicators.unset")
            : `${signs[threshold.op]}${formatDecimal(threshold.value)}`}
      </td>
      <td className="number">
        {value === undefined ? (
          <span className="muted">
            {facts.length > 0 ? t("desk.indicators.yearly") : t("desk.indicators.notReported")}
          </span>
        ) : (
          formatDecimal(value)
        )}
        <YearlyValues values={yearlyValues(facts)} />
      </td>
      <td>
        {finding !== undefined && <StatusMark status={finding.status} />}
        {finding?.margin !== undefined && (
          <p className="muted">{t("desk.indicators.margin", { margin: formatMargin(finding.margin) })}</p>
        )}
      </td>
      <td className="evidence-cell">
        {distinctPlaces(facts.flatMap((fact) => (fact.read === null ? [] : [fact.read.evidence]))).map(
          (evidence) => (
            <EvidenceChip
              key={`${evidence.sha256} ${evidence.block} ${evidence.cell ?? ""}`}
              evidence={evidence}
              onOpen={onPlace}
            />
          ),
        )}
      </td>
    </tr>
  );
}

/** The same indicator of the other applicants, the highest first, and which place this one has among them. */
function OtherValues({ own, others }: { own: string | undefined; others: readonly OtherValue[] }) {
  const { t } = useWords();
  if (others.length === 0) return null;
  const higher = own === undefined ? 0 : others.filter((other) => isAbove(other.value, own)).length;
  return (
    <p className="other-values muted">
      {t("desk.indicators.others")}
      {own !== undefined && (
        <strong> {t("desk.indicators.rank", { i: String(higher + 1), n: String(others.length + 1) })}</strong>
      )}
      {others.map((other) => (
        <span key={other.submission}>
          {other.name} {formatDecimal(other.value)} <StatusMark status={other.status} />
        </span>
      ))}
    </p>
  );
}

function YearlyValues({ values }: { values: ReturnType<typeof yearlyValues> }) {
  const { t } = useWords();
  if (values.length === 0) return null;
  return (
    <p className="muted yearly">
      {values.map(({ year, value }) => (
        <span key={`${year} ${value}`}>
          {year}
          {t("common.colon")}
          {formatDecimal(value)}
        </span>
      ))}
    </p>
  );
}

/** What else the check found about this applicant, in a sentence each, with the places. */
function OtherFindings({
  findings,
  onPlace,
}: {
  findings: readonly Finding[];
  onPlace: (evidence: Evidence) => void;
}) {
  const { t, locale } = useWords();
  if (findings.length === 0) return null;
  return (
    <section className="other-findings">
      <h2>{t("desk.indicators.other")}</h2>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.rule} ${finding.status} ${finding.reason ?? ""}`}>
            <StatusMark status={finding.status} />
            <div>
              {sentenceOf(locale, finding)}
              {distinctPlaces(finding.evidence).map((evidence) => (
                <EvidenceChip
                  key={`${evidence.sha256} ${evidence.block} ${evidence.cell ?? ""}`}
                  evidence={evidence}
                  onOpen={onPlace}
                />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
