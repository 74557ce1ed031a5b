import { useLayoutEffect, useRef, useState } from "react";
import type { ScoreForm } from "../../../shared/scoring/sheet.ts";
import type { ResultPayload } from "../../../shared/seal/payloads.ts";
import { useWords } from "../../ui/use-words.tsx";
import { groundWords } from "../desk/ground-words.ts";
import { fitOnPage } from "./fit-on-page.ts";
import { PrintAnnex } from "./print-annex.tsx";

type SignedSheet = ResultPayload["sheets"][number];

export interface PrintProps {
  readonly form: ScoreForm;
  readonly sheet: SignedSheet;
  readonly round: string;
  readonly applicant: string;
  readonly expert: string;
  /** Short code, number and time of the signature. */
  readonly code: string;
}

/** Where the comments stand: beside their scores, below the table over the whole width, or on pages of their own. */
type Room = "beside" | "below" | "annex";
const next: Readonly<Record<Room, Room>> = { beside: "below", below: "annex", annex: "annex" };

/** Words of this length stay on the page even when the others go to the annex. */
const SHORT = 40;
export const isLong = (text: string): boolean => [...text].length > SHORT;

/** Comments that do not stand in the table, with the item they are about. */
export const longComments = (form: ScoreForm, sheet: SignedSheet) =>
  form.items.flatMap((item) => {
    const words = sheet.items.find((entry) => entry.item === item.id)?.comment ?? "";
    return isLong(words) ? [{ name: item.name, words }] : [];
  });

/** A score sheet on one page: smaller type and another place for many words, and further pages for what still does not fit. */
export function PrintSheet(
  props: PrintProps & { readonly onAnnex: (submission: string, annex: boolean) => void },
) {
  const { sheet, form, round, applicant, onAnnex } = props;
  const { t, tryWord } = useWords();
  const page = useRef<HTMLElement>(null);
  const [room, setRoom] = useState<Room>("beside");
  const annex = room === "annex";
  useLayoutEffect(() => {
    const measure = () => {
      if (page.current !== null && !fitOnPage(page.current)) setRoom(next[room]);
    };
    measure();
    // Fonts and words may have changed since.
    window.addEventListener("beforeprint", measure);
    return () => window.removeEventListener("beforeprint", measure);
  }, [room]);
  useLayoutEffect(() => onAnnex(sheet.submission, annex), [annex, onAnnex, sheet.submission]);
  const shown = (text: string): string => (annex && isLong(text) ? t("sign.print.seeAnnex") : text);
  const inTable = (text: string): string =>
    room === "below" && isLong(text) ? t("sign.print.seeBelow") : shown(text);
  return (
    <>
      <article className="print-sheet" ref={page}>
        <h1>{t("sign.print.title")}</h1>
        <table className="print-head">
          <tbody>
            <tr>
              <th>{t("sign.print.round")}</th>
              <td>{round}</td>
            </tr>
            <tr>
              <th>{t("sign.print.applicant")}</th>
              <td>
                {applicant}
                {t("sign.print.version", { version: String(sheet.version) })}
              </td>
            </tr>
          </tbody>
        </table>
        {sheet.recusal === null ? (
          <Scores form={form} sheet={sheet} shown={inTable} />
        ) : (
          <p>
            {t("sign.recusedText", {
              ground: groundWords(tryWord, sheet.recusal.ground),
              reason: sheet.recusal.reason,
            })}
          </p>
        )}
        {room === "below" &&
          longComments(form, sheet).map(({ name, words }) => (
            <p key={name} className="print-words">
              {name}
              {t("common.colon")}
              {words}
            </p>
          ))}
        {sheet.remark !== "" && (
          <p className="print-remark">
            {t("sign.print.remark")}
            {t("common.colon")}
            {shown(sheet.remark)}
          </p>
        )}
        <Foot {...props} />
      </article>
      {annex && <PrintAnnex {...props} />}
    </>
  );
}

function Scores({
  form,
  sheet,
  shown,
}: Pick<PrintProps, "form" | "sheet"> & { shown: (text: string) => string }) {
  const { t } = useWords();
  return (
    <table className="print-scores">
      <thead>
        <tr>
          <th className="print-item">{t("sign.print.item")}</th>
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
              <td className="print-words">{shown(entry?.comment ?? "")}</td>
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
  );
}

function Foot({ expert, code }: Pick<PrintProps, "expert" | "code">) {
  const { t } = useWords();
  return (
    <footer>
      <p>
        {t("sign.print.expert")}
        {t("common.colon")}
        {expert}
      </p>
      <p>
        {t("sign.print.signature")}
        {t("common.colon")}
        <span className="signature-line" />
        {t("sign.print.date")}
        {t("common.colon")}
        {t("sign.print.dateBlank")}
      </p>
      <p className="print-code">{code}</p>
    </footer>
  );
}
