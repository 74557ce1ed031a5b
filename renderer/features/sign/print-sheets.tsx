import type { StoredResult } from "../../../shared/contract/review.ts";
import { useWords } from "../../ui/use-words.tsx";
import { groundWords } from "../desk/ground-words.ts";
import { fullInstant } from "./full-instant.ts";
import type { SignProps } from "./sign-screen.tsx";

/** One page per applicant with a line to sign on paper; only the printer sees it. */
export function PrintSheets({ view, preview, signed }: SignProps & { readonly signed: StoredResult }) {
  const { t, tryWord, locale } = useWords();
  const { form } = view;
  if (form === null) return null;
  return (
    <div className="print-only" aria-hidden="true">
      {preview.payload.sheets.map((sheet) => (
        <article key={sheet.submission} className="print-sheet">
          <h1>{t("sign.print.title")}</h1>
          <table className="print-head">
            <tbody>
              <tr>
                <th>{t("sign.print.round")}</th>
                <td>{preview.payload.round.name}</td>
              </tr>
              <tr>
                <th>{t("sign.print.applicant")}</th>
                <td>{preview.names[sheet.submission] ?? sheet.submission}</td>
              </tr>
            </tbody>
          </table>
          {sheet.recusal !== null ? (
            <p>
              {t("sign.recusedText", {
                ground: groundWords(tryWord, sheet.recusal.ground),
                reason: sheet.recusal.reason,
              })}
            </p>
          ) : (
            <table className="print-scores">
              <thead>
                <tr>
                  <th>{t("sign.print.item")}</th>
                  <th className="number">{t("sign.print.max")}</th>
                  <th className="number">{t("sign.print.score")}</th>
                  <th>{t("sign.print.comment")}</th>
                </tr>
              </thead>
              <tbody>
                {form.items.map((item) => {
                  const entry = sheet.items.find((candidate) => candidate.item === item.id);
                  return (
                    <tr key={item.id}>
                      <td>{item.name}</td>
                      <td className="number">{item.max}</td>
                      <td className="number">{entry?.score ?? ""}</td>
                      <td>{entry?.comment ?? ""}</td>
                    </tr>
                  );
                })}
                <tr className="print-total">
                  <th>{t("sign.print.total")}</th>
                  <td className="number">{form.total}</td>
                  <td className="number">{sheet.total ?? ""}</td>
                  <td />
                </tr>
              </tbody>
            </table>
          )}
          {sheet.remark !== "" && (
            <p>
              {t("sign.print.remark")}：{sheet.remark}
            </p>
          )}
          <footer>
            <p>
              {t("sign.print.expert")}：{preview.payload.expert.name}
            </p>
            <p>
              {t("sign.print.signature")}：<span className="signature-line" />
              {t("sign.print.date")}：{t("sign.print.dateBlank")}
            </p>
            <p className="print-code">
              {t("sign.print.code", {
                code: signed.shortCode,
                n: String(signed.sequence),
                time: fullInstant(signed.signedAt, locale),
              })}
            </p>
          </footer>
        </article>
      ))}
    </div>
  );
}
