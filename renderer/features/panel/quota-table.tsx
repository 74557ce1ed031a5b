import { Checkbox } from "antd";
import { useState } from "react";
import type { QuotaState } from "../../../shared/scoring/ranking.ts";
import { ColumnHeads } from "../../ui/column-heads.tsx";
import { useWords } from "../../ui/use-words.tsx";

const over = (quota: QuotaState): number => Math.max(0, quota.submitted - quota.max);

/** How much of each city's quota is used. Counts only. */
export function QuotaTable({ quotas }: { quotas: readonly QuotaState[] }) {
  const { t } = useWords();
  const used = quotas.filter((quota) => quota.submitted > 0);
  const [onlyOver, setOnlyOver] = useState(false);
  const shown = onlyOver ? used.filter((quota) => over(quota) > 0) : used;
  const scope = (quota: QuotaState): string =>
    [
      quota.subject === null ? null : t(`subject.${quota.subject}`),
      quota.direction === null ? null : t(`direction.${quota.direction}`),
    ]
      .filter((word) => word !== null)
      .join(" · ") || t("panel.quotas.scopeAll");
  return (
    <section className="section" aria-labelledby="panel-quotas">
      <h2 id="panel-quotas">{t("panel.quotas")}</h2>
      {quotas.length === 0 ? (
        <p className="muted">{t("panel.quotas.none")}</p>
      ) : (
        <>
          <p className="row">
            <span className="muted">{t("panel.quotas.help")}</span>
            <Checkbox checked={onlyOver} onChange={(event) => setOnlyOver(event.target.checked)}>
              {t("panel.quotas.onlyOver")}
            </Checkbox>
            <span className="muted" role="status">
              {t("panel.quotas.hidden", {
                shown: String(shown.length),
                hidden: String(quotas.length - shown.length),
              })}
            </span>
          </p>
          <div className="plain-table-scroll">
            <table className="plain-table quota-table" aria-labelledby="panel-quotas">
              <ColumnHeads
                columns={[
                  t("panel.quotas.city"),
                  t("panel.quotas.scope"),
                  { number: t("panel.quotas.max") },
                  { number: t("panel.quotas.submitted") },
                  { number: t("panel.quotas.recommended") },
                  t("panel.quotas.state"),
                ]}
              />
              <tbody>
                {shown.map((quota) => (
                  <tr key={`${quota.quota} ${quota.city} ${quota.subject ?? ""} ${quota.direction ?? ""}`}>
                    <th scope="row">{quota.city}</th>
                    <td>{scope(quota)}</td>
                    <td className="number">{quota.max}</td>
                    <td className="number">{quota.submitted}</td>
                    <td className="number">{quota.recommended}</td>
                    <td className={over(quota) > 0 ? "quota-over" : undefined}>
                      {over(quota) > 0
                        ? `✗ ${t("panel.quotas.over", { n: String(over(quota)) })}`
                        : `✓ ${t("panel.quotas.within")}`}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
