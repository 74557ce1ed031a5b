import type { ScoreForm } from "../../../shared/scoring/sheet.ts";
import type { ResultPayload } from "../../../shared/seal/payloads.ts";
import { formatDecimal } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";
import { groundWords } from "../desk/ground-words.ts";
import type { SignProps } from "./sign-screen.tsx";

type SignedSheet = ResultPayload["sheets"][number];

/** The very payload, line by line: applicants down, items across. */
export function SignTable({
  view,
  preview,
  sequence,
  signed = false,
}: SignProps & { readonly sequence: number; readonly signed?: boolean }) {
  const { t } = useWords();
  const { form } = view;
  if (form === null) return null;
  const { payload } = preview;
  return (
    <section className="section" aria-labelledby="sign-table">
      <h2 id="sign-table">{t(signed ? "sign.tableSigned" : "sign.table")}</h2>
      <div className="plain-table-scroll">
        <table className="plain-table sign-table" aria-labelledby="sign-table">
          <thead>
            <tr>
              <th scope="col">{t("sign.applicant")}</th>
              {form.items.map((item) => (
                <th key={item.id} scope="col" className="number">
                  {item.name}
                  <span className="muted">（{item.max}）</span>
                </th>
              ))}
              <th scope="col" className="number">
                {t("sign.total")}
                <span className="muted">（{form.total}）</span>
              </th>
              <th scope="col">{t("sign.remark")}</th>
            </tr>
          </thead>
          <tbody>
            {payload.sheets.map((sheet) => (
              <SheetRow
                key={sheet.submission}
                form={form}
                sheet={sheet}
                name={preview.names[sheet.submission] ?? sheet.submission}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="muted">
        {t("sign.binding")}
        {t("common.colon")}
        {t("sign.bindingText", {
          round: payload.round.name,
          scheme: `${payload.scheme.id} ${payload.scheme.digest.slice(0, 8)}`,
          form: payload.form.digest.slice(0, 8),
          n: String(sequence),
        })}
      </p>
      {!signed && <WholePayload payload={payload} />}
    </section>
  );
}

/** Nothing is signed that cannot be read: the payload as it goes into the file; only the time is set when it is signed. */
function WholePayload({ payload }: { payload: ResultPayload }) {
  const { t } = useWords();
  return (
    <details className="sign-payload">
      <summary>{t("sign.payload")}</summary>
      <p className="muted">{t("sign.payloadHelp")}</p>
      <section
        className="sign-payload-text"
        aria-label={t("sign.payload")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
        tabIndex={0}
      >
        <pre>{JSON.stringify(payload, null, 2)}</pre>
      </section>
    </details>
  );
}

function SheetRow({ form, sheet, name }: { form: ScoreForm; sheet: SignedSheet; name: string }) {
  const { t, tryWord } = useWords();
  if (sheet.recusal !== null) {
    const { ground, reason } = sheet.recusal;
    return (
      <tr>
        <th scope="row">
          {name}
          <SheetOfVersion sheet={sheet} />
        </th>
        <td colSpan={form.items.length + 2}>
          ⊘ {t("sign.recusedText", { ground: groundWords(tryWord, ground), reason })}
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">
        {name}
        <SheetOfVersion sheet={sheet} />
      </th>
      {form.items.map((item) => {
        const entry = sheet.items.find((candidate) => candidate.item === item.id);
        return (
          <td key={item.id} className="number">
            {entry === undefined ? (
              <span className="unscored">{t("desk.sheet.unscored")}</span>
            ) : (
              formatDecimal(entry.score)
            )}
          </td>
        );
      })}
      <td className="number">
        <strong>{sheet.total === null ? "–" : formatDecimal(sheet.total)}</strong>
      </td>
      <td className="sign-remark">
        {sheet.remark === "" ? <span className="muted">{t("sign.noRemark")}</span> : sheet.remark}
        <Comments form={form} sheet={sheet} />
      </td>
    </tr>
  );
}

/** The papers the scores are for: their version, and the beginning of the digest that is signed. */
function SheetOfVersion({ sheet }: { sheet: SignedSheet }) {
  const { t } = useWords();
  return (
    <p className="muted sign-version" title={sheet.dossier}>
      {t("sign.version", { version: String(sheet.version), digest: sheet.dossier.slice(0, 8) })}
    </p>
  );
}

/** Comments are signed too, so they are shown too. */
function Comments({ form, sheet }: { form: ScoreForm; sheet: SignedSheet }) {
  const { t } = useWords();
  const comments = sheet.items.filter((entry) => entry.comment !== "");
  if (comments.length === 0) return null;
  return (
    <ul className="sign-comments" aria-label={t("sign.comments")}>
      {comments.map((entry) => (
        <li key={entry.item}>
          {form.items.find((item) => item.id === entry.item)?.name ?? entry.item}
          {t("common.colon")}
          {entry.comment}
        </li>
      ))}
    </ul>
  );
}
