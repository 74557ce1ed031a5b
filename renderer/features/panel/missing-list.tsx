import type { Expert } from "../../../shared/contract/expert.ts";
import { useWords } from "../../ui/use-words.tsx";

/** Whose sheets have not arrived: the persons to speak to, so by name. */
export function MissingList({ experts }: { experts: readonly Expert[] }) {
  const { t } = useWords();
  const missing = experts.filter((expert) => expert.assigned > expert.signed + expert.recused);
  return (
    <section className="card" aria-labelledby="panel-missing">
      <h2 id="panel-missing">{t("panel.missing")}</h2>
      {missing.length === 0 ? (
        <p>✓ {t("panel.missing.none")}</p>
      ) : (
        <ul className="missing">
          {missing.map((expert) => (
            <li key={expert.id}>
              {t(expert.keyId === null ? "panel.missing.noKey" : "panel.missing.line", {
                name: expert.name,
                assigned: String(expert.assigned),
                signed: String(expert.signed),
                recused: String(expert.recused),
                left: String(expert.assigned - expert.signed - expert.recused),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
