import { Link } from "react-router";
import { isQuestion } from "../../../shared/contract/signed-result.ts";
import { useWords } from "../../ui/use-words.tsx";
import { deskAddress } from "../desk/desk-address.ts";
import { unsavedOn } from "../desk/desk-session.ts";
import type { SignProps } from "./sign-screen.tsx";

export function SignWarnings({ view, expert, preview }: SignProps) {
  const { t } = useWords();
  // Typed in this window and not stored, mostly because it is out of range: the signature would not hold it.
  const unsaved = Object.keys(preview.names).flatMap((submission) => {
    const n = unsavedOn({ round: view.id, expert, submission });
    return n === 0 ? [] : [{ submission, n: String(n) }];
  });
  const warnings = [...preview.warnings].sort(
    (one, other) => Number(isQuestion(one)) - Number(isQuestion(other)),
  );
  return (
    <section className="section" aria-labelledby="sign-warnings">
      <h2 id="sign-warnings">{t("sign.warnings")}</h2>
      {unsaved.length > 0 && (
        <ul className="sign-warnings">
          {unsaved.map(({ submission, n }) => (
            <li key={submission} className="sign-stop">
              <span aria-hidden="true">✗</span>
              <span>{t("sign.warning.unsaved", { name: preview.names[submission] ?? submission, n })}</span>
              <Link to={deskAddress(view.id, expert, submission)}>{t("sign.goFix")}</Link>
            </li>
          ))}
        </ul>
      )}
      {warnings.length === 0 && unsaved.length === 0 ? (
        <p>✓ {t("sign.noWarnings")}</p>
      ) : (
        <ul className="sign-warnings">
          {warnings.map((warning) => (
            <li
              key={`${warning.submission} ${warning.code}`}
              className={isQuestion(warning) ? "sign-question" : "sign-stop"}
            >
              <span aria-hidden="true">{isQuestion(warning) ? "!" : "✗"}</span>
              <span>
                {t(`sign.warning.${warning.code}`, {
                  name: preview.names[warning.submission] ?? warning.submission,
                  ...warning.params,
                })}
              </span>
              <Link to={deskAddress(view.id, expert, warning.submission)}>
                {t(isQuestion(warning) ? "sign.goLook" : "sign.goFix")}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
