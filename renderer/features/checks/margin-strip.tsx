import type { CheckResult } from "../../../shared/contract/round.ts";
import type { Indicator } from "../../../shared/scheme/scheme.ts";
import { formatDecimal, formatMargin } from "../../ui/format.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { type CheckedSubmission, inDirection, thresholdOf } from "./check-rows.ts";
import { shareOfThreshold } from "./indicator-spread.ts";

/** Beyond twice the threshold nothing more is to be seen: the mark stays at the edge with an arrow. */
const MOST = 200;

function Bar({ share }: { share: number }) {
  return (
    <span className="margin-bar" aria-hidden="true">
      <span className="margin-fill" style={{ width: `${Math.min(Math.max(share, 0), MOST) / 2}%` }} />
      <span className="margin-line" />
    </span>
  );
}

function MarginCell({ submission, indicator }: { submission: CheckedSubmission; indicator: Indicator }) {
  const { t } = useWords();
  const finding = thresholdOf(submission, indicator);
  const threshold = submission.subject === null ? undefined : indicator.thresholds[submission.subject];
  if (!finding) return <StatusMark status="not-allowed" compact />;
  const share = shareOfThreshold(finding.actual ?? null, threshold?.value ?? null);
  return (
    <span className="margin-cell">
      <StatusMark status={finding.status} compact={finding.actual !== undefined} />
      {share !== null && <Bar share={share} />}
      {finding.actual !== undefined && (
        <span className="margin-number">
          {formatDecimal(finding.actual)}
          {finding.margin !== undefined && ` (${formatMargin(finding.margin)})`}
          {share !== null && (
            <span className="muted">
              {" "}
              {t("overview.share", { share: `${share > MOST ? "» " : ""}${share}` })}
            </span>
          )}
        </span>
      )}
    </span>
  );
}

/**
 * Every applicant of a direction against each threshold. Three indicators make no radar: bars with one common line at the
 * threshold can be compared down a column and read as numbers.
 */
export function MarginStrip({
  result,
  indicators,
  label,
}: {
  result: CheckResult;
  indicators: readonly Indicator[];
  label: string;
}) {
  const { t } = useWords();
  const [first] = indicators;
  if (!first) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section className="table-scroll" aria-label={label} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t("checks.applicant")}</th>
            {indicators.map((indicator) => (
              <th key={indicator.id} scope="col">
                <span className="matrix-indicator">
                  {indicator.name}（{indicator.unit}）
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inDirection(result, first.direction).map((submission) => (
            <tr key={submission.submission}>
              <th scope="row">
                {submission.number}. {submission.name || t("ui.nameless")}
              </th>
              {indicators.map((indicator) => (
                <td key={indicator.id}>
                  <MarginCell submission={submission} indicator={indicator} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
