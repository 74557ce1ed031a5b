import type { ReactNode } from "react";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import { SourceNote } from "../../ui/source-note.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { ThresholdMatrix } from "./threshold-matrix.tsx";

export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="section" aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);

const Unset = () => <StatusMark status="no-threshold" />;

export function Pairs({ scheme }: { scheme: Scheme }) {
  const { t } = useWords();
  if (scheme.subjects.length === 0) return null;
  return (
    <Part title={t("schemes.pairs")}>
      {scheme.directions.length === 0 && <p className="muted">{t("schemes.noDirections")}</p>}
      <ul className="rule-list">
        {scheme.subjects.map((subject) => (
          <li key={subject.id}>
            <SourceNote source={subject.source}>
              <strong>{subject.name}</strong>
              {subject.directions.length > 0 && (
                <>
                  {" → "}
                  {subject.directions.map((id) => t(`direction.${id}`)).join("、")}{" "}
                  <span className="muted">{t(`editor.binding.${subject.binding}`)}</span>
                </>
              )}
            </SourceNote>
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function Thresholds({ scheme }: { scheme: Scheme }) {
  const { t } = useWords();
  if (scheme.indicators.length === 0) return null;
  return (
    <Part title={t("scheme.field.indicators")}>
      <p className="muted">{t("schemes.thresholdHint")}</p>
      {scheme.directions.map((direction) => (
        <div key={direction.id} className="threshold-direction">
          <h3>{direction.name}</h3>
          <ThresholdMatrix scheme={scheme} direction={direction.id} />
        </div>
      ))}
    </Part>
  );
}

function DeadlineLine({ scheme }: { scheme: Scheme }) {
  const { t } = useWords();
  const { deadline } = scheme;
  if (deadline === null) return <Unset />;
  const { date, time, lateAccepted, source, lateSource } = deadline;
  const late = lateAccepted === null ? "unknown" : lateAccepted ? "yes" : "no";
  return (
    <>
      <SourceNote source={source}>
        {time === null ? t("home.deadlineNoTime", { date }) : t("home.deadline", { date, time })}
      </SourceNote>
      {lateSource ? (
        <SourceNote source={lateSource}>{t(`schemes.late.${late}`)}</SourceNote>
      ) : (
        <p>{t(`schemes.late.${late}`)}</p>
      )}
    </>
  );
}

export function Demands({ scheme }: { scheme: Scheme }) {
  const { t } = useWords();
  if ((scheme.purpose ?? "review") !== "review") return null;
  return (
    <>
      <Part title={t("scheme.field.deadline")}>
        <DeadlineLine scheme={scheme} />
      </Part>
      <Part title={t("scheme.field.quotas")}>
        {scheme.quotas.length === 0 && <p className="muted">{t("schemes.noQuotas")}</p>}
        <ul className="rule-list">
          {scheme.quotas.map((quota) => (
            <li key={quota.id}>
              <SourceNote source={quota.source}>
                {t("schemes.quota", {
                  cities: quota.cities === null ? t("schemes.otherCities") : quota.cities.join("、"),
                  subject: quota.subject === null ? t("schemes.allSubjects") : t(`subject.${quota.subject}`),
                  max: String(quota.max),
                })}
                {quota.perDirection && ` · ${t("schemes.perDirection")}`}
              </SourceNote>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t("scheme.field.outline")}>
        {scheme.outline.length === 0 && <p className="muted">{t("schemes.noOutline")}</p>}
        <ol className="rule-list">
          {scheme.outline.map((section) => (
            <li key={section.id}>
              <SourceNote source={section.source}>
                {section.title}{" "}
                {section.targetChars !== null && (
                  <span>{t("schemes.chars", { count: String(section.targetChars) })}</span>
                )}{" "}
                {section.provisional && <span className="muted">{t("schemes.provisional")}</span>}
              </SourceNote>
            </li>
          ))}
        </ol>
        {scheme.totalChars !== null && <p>{t("schemes.totalChars", { count: String(scheme.totalChars) })}</p>}
      </Part>
      <Part title={t("scheme.field.attachments")}>
        {scheme.attachments.length === 0 && <p className="muted">{t("ui.none")}</p>}
        <ul className="rule-list">
          {scheme.attachments.map((attachment) => (
            <li key={attachment.id}>
              <SourceNote source={attachment.source}>
                {attachment.title}{" "}
                {attachment.delivers && (
                  <span className="muted">
                    {t("schemes.delivers", { kind: t(`fileKind.${attachment.delivers}`) })} ·{" "}
                    {t(`editor.per.${attachment.per ?? "applicant"}`)}
                  </span>
                )}
              </SourceNote>
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

export function ScoreSheet({ scheme }: { scheme: Scheme }) {
  const { t } = useWords();
  if (scheme.scoreSheet.items.length === 0) return null;
  return (
    <Part title={t("scheme.field.scoreSheet")}>
      <ol className="rule-list">
        {scheme.scoreSheet.items.map((item) => (
          <li key={item.id}>
            <SourceNote source={item.source}>
              <strong>{item.name}</strong>{" "}
              {item.max === null ? <Unset /> : t("schemes.max", { max: item.max })}
            </SourceNote>
            <p className="muted">{item.guidance}</p>
            {item.objective !== undefined && (
              <p>{t("scheme.objective", { rule: t(`editor.objective.${item.objective.kind}`) })}</p>
            )}
            {item.levels !== undefined && (
              <p className="muted">{item.levels.map(({ name, from }) => `${name} ≥ ${from}`).join(" · ")}</p>
            )}
          </li>
        ))}
      </ol>
    </Part>
  );
}

export function Points({ scheme }: { scheme: Scheme }) {
  const { t } = useWords();
  if (scheme.points.length === 0) return null;
  return (
    <Part title={t("scheme.field.points")}>
      {scheme.subjects.map((subject) => {
        const points = scheme.points.filter((point) => point.subject === subject.id);
        if (points.length === 0) return null;
        return (
          <details key={subject.id} className="point-group">
            <summary>
              {subject.name} · {t("schemes.pointCount", { count: String(points.length) })}
            </summary>
            <ol className="rule-list">
              {points.map((point) => (
                <li key={point.id}>
                  <SourceNote source={point.source}>
                    <span className="muted">
                      {point.group} · {t(`point.kind.${point.kind}`)}
                    </span>{" "}
                    {point.text}
                  </SourceNote>
                  {point.notes.map((note) => (
                    <SourceNote key={note.text} source={note.source}>
                      ⚠ {note.text}
                    </SourceNote>
                  ))}
                </li>
              ))}
            </ol>
          </details>
        );
      })}
    </Part>
  );
}

export function Definitions({ scheme }: { scheme: Scheme }) {
  const { t } = useWords();
  if ((scheme.purpose ?? "review") !== "review") return null;
  const { baseYears, growthMethod, outlineTolerance, boundWords } = scheme.settings;
  const unset = <Unset />;
  const rows: readonly { readonly name: string; readonly value: ReactNode }[] = [
    { name: t("settings.baseYears"), value: baseYears === null ? unset : baseYears.join("、") },
    {
      name: t("settings.growthMethod"),
      value: growthMethod === null ? unset : t(`settings.growth.${growthMethod}`),
    },
    { name: t("settings.outlineTolerance"), value: outlineTolerance ?? unset },
    { name: t("editor.boundWords"), value: t(`editor.bound.${boundWords ?? "inclusive"}`) },
  ];
  return (
    <Part title={t("scheme.field.settings")}>
      <dl className="fact-list">
        {rows.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

export function EvaluationPart({ scheme }: { scheme: Scheme }) {
  const { t } = useWords();
  const { evaluation } = scheme;
  if (!evaluation) return null;
  return (
    <Part title={t("scheme.field.evaluation")}>
      <SourceNote source={evaluation.source}>
        {evaluation.cadence} · {evaluation.by}
      </SourceNote>
      <ul className="rule-list">
        {evaluation.outcomes.map((outcome) => (
          <li key={outcome.id}>
            <SourceNote source={outcome.source}>
              {outcome.condition} → <strong>{outcome.name}</strong>
            </SourceNote>
            <p className="muted">{outcome.consequence}</p>
          </li>
        ))}
      </ul>
    </Part>
  );
}
