import { Link } from "react-router";
import type { SignWarning } from "../../../shared/contract/review.ts";
import { useWords } from "../../ui/use-words.tsx";
import { deskAddress } from "../desk/desk-address.ts";
import type { SignProps } from "./sign-screen.tsx";

/** A score far from one's own mean is only a question; the others keep the signature from being made. */
const isQuestion = (warning: SignWarning): boolean => warning.code === "far-from-own-mean";

export function SignWarnings({ view, expert, preview }: SignProps) {
  const { t } = useWords();
  const warnings = [...preview.warnings].sort(
    (one, other) => Number(isQuestion(one)) - Number(isQuestion(other)),
  );
  return (
    <section className="section" aria-labelledby="sign-warnings">
      <h2 id="sign-warnings">{t("sign.warnings")}</h2>
      {warnings.length === 0 ? (
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
