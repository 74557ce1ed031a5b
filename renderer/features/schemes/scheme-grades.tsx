import type { Scheme } from "../../../shared/scheme/scheme.ts";
import { formatDecimal } from "../../ui/format.ts";
import { SourceNote } from "../../ui/source-note.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { Part } from "./scheme-parts.tsx";

type Grading = NonNullable<Scheme["grading"]>;

/** Grades in words, best first, and what puts an applicant last. */
export function GradeList({ grading }: { grading: Grading }) {
  const { t } = useWords();
  return (
    <>
      <ol className="rule-list">
        {grading.levels.map(({ id, name, minimum, share }) => (
          <li key={id}>
            <strong>{name}</strong>{" "}
            <span className="muted">
              {[
                minimum === null ? null : t("schemes.gradeLine", { minimum: formatDecimal(minimum) }),
                share === null ? null : t("schemes.gradeShare", { share: formatDecimal(share) }),
              ]
                .filter((part) => part !== null)
                .join(" · ") || t("schemes.gradeRest")}
            </span>
          </li>
        ))}
      </ol>
      {grading.levels.some(({ share }) => share !== null) && (
        <p className="muted">{t("grading.shareFieldHint")}</p>
      )}
      {grading.veto.length > 0 && (
        <>
          <h3>{t("scheme.field.veto")}</h3>
          <ul className="rule-list">
            {grading.veto.map((veto) => (
              <li key={veto.id}>
                <SourceNote source={veto.source}>{veto.text}</SourceNote>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

export function GradingPart({ grading }: { grading: Grading | undefined }) {
  const { t } = useWords();
  if (!grading) return null;
  return (
    <Part title={t("scheme.field.grading")}>
      <SourceNote source={grading.source} />
      <GradeList grading={grading} />
    </Part>
  );
}

/** The list a document publishes; its bases stand in the register. */
export function ListPart({ scheme }: { scheme: Scheme }) {
  const { t } = useWords();
  const { register } = scheme;
  if (!register) return null;
  return (
    <Part title={t("editor.section.list")}>
      <SourceNote source={register.source}>
        {register.title} <code className="muted">{register.id}</code>
      </SourceNote>
    </Part>
  );
}

export function DeliveryPart({ scheme }: { scheme: Scheme }) {
  const { t } = useWords();
  const { delivery } = scheme;
  if (!delivery) return null;
  return (
    <Part title={t("scheme.field.delivery")}>
      <SourceNote source={delivery.source}>
        {t("schemes.copies", { count: String(delivery.copies) })}
        {delivery.electronic && ` · ${t("editor.electronic")}`}
      </SourceNote>
    </Part>
  );
}
