import { useCall } from "../../api/use-call.ts";
import { ColumnHeads } from "../../ui/column-heads.tsx";
import { formatInstant } from "../../ui/format.ts";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import type { ExpertNumbers } from "./expert-numbers.ts";

/** Signed results in the database, in force and superseded. */
export function ResultTable({ round, numbers }: { round: string; numbers: ExpertNumbers }) {
  const { t } = useWords();
  const results = useCall("result/list", { round });
  return (
    <section className="section" aria-labelledby="panel-results">
      <h2 id="panel-results">{t("panel.results")}</h2>
      <Answer query={results}>
        {(list) =>
          list.length === 0 ? (
            <p className="muted">
              {t("panel.results.none")}。{t("panel.results.noneHelp")}
            </p>
          ) : (
            <div className="plain-table-scroll">
              <table className="plain-table" aria-labelledby="panel-results">
                <ColumnHeads
                  columns={[
                    t("panel.results.expert"),
                    t("panel.results.signedAt"),
                    { number: t("panel.results.sheets") },
                    { number: t("panel.results.recusals") },
                    t("panel.results.code"),
                    t("panel.results.state"),
                  ]}
                />
                <tbody>
                  {list.map((result) => (
                    <tr key={result.digest} className={result.inForce ? undefined : "superseded"}>
                      <th scope="row">{numbers.full(result.expert)}</th>
                      <td>
                        {formatInstant(result.signedAt)}{" "}
                        {result.sequence > 1 && (
                          <span className="muted">
                            {t("panel.results.sequence", { n: String(result.sequence) })}
                          </span>
                        )}
                      </td>
                      <td className="number">{result.sheets - result.recusals}</td>
                      <td className="number">{result.recusals}</td>
                      <td>
                        <code>{result.shortCode}</code>
                      </td>
                      <td>
                        {result.withdraws !== null
                          ? `⊘ ${t("panel.results.withdrawn", { reason: result.withdraws.reason })}`
                          : result.inForce
                            ? `✓ ${t("panel.results.inForce")}`
                            : `– ${t("panel.results.superseded")}`}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answer>
    </section>
  );
}
