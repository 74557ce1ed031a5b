import type { Scheme } from "../../../shared/scheme/scheme.ts";
import { useWords } from "../../ui/use-words.tsx";

/** What the notice asks of a plan, with the sentences it says it in. */
export function NoticePage({ scheme }: { scheme: Scheme }) {
  const { t } = useWords();
  return (
    <article className="table-page prose" data-part="text" tabIndex={-1}>
      <h2>{scheme.title}</h2>
      <p className="muted">
        {scheme.issuer} {scheme.documentNo}
      </p>
      <h3>{t("desk.notice.outline")}</h3>
      <ol>
        {scheme.outline.map((section) => (
          <li key={section.id}>
            <strong>{section.title}</strong>
            {section.targetChars !== null && (
              <span className="muted">
                {" "}
                {t("desk.notice.sectionTarget", { n: section.targetChars.toLocaleString("zh-CN") })}
              </span>
            )}
            <p>{section.source.quote}</p>
          </li>
        ))}
      </ol>
      <h3>{t("desk.notice.guidance")}</h3>
      <ol>
        {scheme.scoreSheet.items.map((item) => (
          <li key={item.id}>
            <strong>{item.name}</strong>
            <p>{item.guidance}</p>
          </li>
        ))}
      </ol>
    </article>
  );
}
