import { useMemo } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { agreementOf, type Coefficient, expertScales } from "../../../shared/scoring/agreement.ts";
import { ColumnHeads } from "../../ui/column-heads.tsx";
import { formatDecimal, formatMargin } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";
import type { ExpertNumbers } from "./expert-numbers.ts";

type Ranking = OutputOf<"ranking/get">;
type Rows = Ranking["directions"][number]["rows"];

/** How far the experts agree, and how severely each of them scored. */
export function AgreementSection({ ranking, numbers }: { ranking: Ranking; numbers: ExpertNumbers }) {
  const { t } = useWords();
  const groups = ranking.directions.filter(({ rows }) => rows.some(({ sheets }) => sheets.length > 0));
  if (groups.length === 0) return null;
  return (
    <section className="section" aria-labelledby="panel-agreement">
      <h2 id="panel-agreement">{t("agreement.title")}</h2>
      <p className="muted">{t("agreement.help")}</p>
      <div className="plain-table-scroll">
        <table className="plain-table" aria-labelledby="panel-agreement">
          <ColumnHeads
            columns={[
              t("agreement.group"),
              { number: t("agreement.experts") },
              { number: t("agreement.applicants") },
              t("agreement.alpha"),
              t("agreement.concordance"),
            ]}
          />
          <tbody>
            {groups.map(({ direction, rows }) => (
              <GroupRow key={direction} name={t(`rankGroup.${direction}`)} rows={rows} />
            ))}
          </tbody>
        </table>
      </div>
      <Scales
        rows={groups.flatMap(({ rows }) => rows)}
        decimals={Math.max(2, ranking.rule.decimals)}
        numbers={numbers}
      />
    </section>
  );
}

function GroupRow({ name, rows }: { name: string; rows: Rows }) {
  const { experts, applicants, alpha, concordance } = useMemo(() => agreementOf(rows), [rows]);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{experts}</td>
      <td className="number">{applicants}</td>
      <td>
        <CoefficientWords coefficient={alpha} />
      </td>
      <td>
        <CoefficientWords coefficient={concordance} />
      </td>
    </tr>
  );
}

function CoefficientWords({ coefficient }: { coefficient: Coefficient }) {
  const { t } = useWords();
  if ("value" in coefficient) return <span className="number">{formatDecimal(coefficient.value)}</span>;
  const reason = t(`agreement.why.${coefficient.undefined}`);
  return <span className="muted">{t("agreement.undefined", { reason })}</span>;
}

function Scales({ rows, decimals, numbers }: { rows: Rows; decimals: number; numbers: ExpertNumbers }) {
  const { t } = useWords();
  const scales = useMemo(() => expertScales(rows, decimals), [rows, decimals]);
  return (
    <>
      <h3 id="panel-scales">{t("agreement.scales")}</h3>
      <p className="muted">{t("agreement.shiftHelp")}</p>
      <div className="plain-table-scroll">
        <table className="plain-table" aria-labelledby="panel-scales">
          <ColumnHeads
            columns={[
              t("agreement.expert"),
              { number: t("agreement.sheets") },
              { number: t("agreement.mean") },
              { number: t("agreement.range") },
              { number: t("agreement.shift") },
            ]}
          />
          <tbody>
            {scales
              .toSorted((one, other) => numbers.number(one.expert) - numbers.number(other.expert))
              .map(({ expert, sheets, mean, lowest, highest, shift }) => (
                <tr key={expert}>
                  <th scope="row">{numbers.label(expert)}</th>
                  <td className="number">{sheets}</td>
                  <td className="number">{mean}</td>
                  <td className="number">{lowest === highest ? lowest : `${lowest}–${highest}`}</td>
                  <td className={shift === null ? "number muted" : "number"}>
                    {shift === null ? t("agreement.shiftNone") : formatMargin(shift)}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
