import { Button } from "antd";
import { useState } from "react";
import type { GradedRow, GradingView } from "../../../shared/contract/grading.ts";
import { placesFor, shareField } from "../../../shared/scheme/grade.ts";
import { useAct } from "../../api/use-act.ts";
import { useCall } from "../../api/use-call.ts";
import { ColumnHeads } from "../../ui/column-heads.tsx";
import { formatInstant } from "../../ui/format.ts";
import { ReasonForm } from "../../ui/reason-form.tsx";
import { useWords } from "../../ui/use-words.tsx";

type Grading = NonNullable<GradingView["grading"]>;

/** Grades by line, share and veto; nothing where neither notice nor round sets any. */
export function GradesTable({ round }: { round: string }) {
  const { t } = useWords();
  const view = useCall("grading/get", { round });
  const grading = view.data?.grading;
  if (!view.data || !grading) return null;
  return (
    <section className="section" aria-labelledby="panel-grades">
      <h2 id="panel-grades">{t("grading.title")}</h2>
      <p className="muted">{t("grading.help")}</p>
      <Rules grading={grading} field={shareField(view.data.rows)} />
      <div className="plain-table-scroll">
        <table className="plain-table" aria-labelledby="panel-grades">
          <ColumnHeads
            columns={[
              t("grading.table.applicant"),
              { number: t("grading.table.score") },
              t("grading.table.level"),
              t("grading.table.reason"),
              t("grading.table.veto"),
            ]}
          />
          <tbody>
            {view.data.rows.map((row) => (
              <tr key={row.submission}>
                <th scope="row">{row.name}</th>
                <td className="number">{row.score ?? "–"}</td>
                <td>{row.levelName ?? t("grading.open")}</td>
                <td>{t(`grading.reason.${row.reason}`)}</td>
                <td>
                  <Vetoes round={round} row={row} grading={grading} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Rules({ grading, field }: { grading: Grading; field: number }) {
  const { t } = useWords();
  return (
    <>
      <ul className="grade-rules">
        {grading.levels.map(({ id, name, minimum, share }) => {
          const parts = [
            minimum === null ? null : t("grading.rule.minimum", { value: minimum }),
            share === null ? null : t("grading.rule.share", { value: share }),
            share === null ? null : t("grading.rule.places", { places: String(placesFor(share, field)) }),
          ].filter((part) => part !== null);
          return (
            <li key={id}>
              {t("grading.rule", {
                name,
                parts: parts.length === 0 ? t("grading.rule.rest") : parts.join("，"),
              })}
            </li>
          );
        })}
      </ul>
      {grading.levels.some(({ share }) => share !== null) && (
        <p className="muted">{t("grading.shareField", { count: String(field) })}</p>
      )}
    </>
  );
}

function Vetoes({ round, row, grading }: { round: string; row: GradedRow; grading: Grading }) {
  const { t } = useWords();
  const [doing, setDoing] = useState<{ veto: string; holds: boolean } | null>(null);
  const set = useAct("grading/set-veto");
  const textOf = (id: string): string => grading.veto.find((one) => one.id === id)?.text ?? id;
  const holds = (id: string): boolean => row.marks.findLast((mark) => mark.veto === id)?.holds ?? false;
  return (
    <>
      {row.marks.map((mark) => (
        <p key={`${mark.veto} ${mark.at}`} className="muted">
          {t("grading.veto.history", {
            at: formatInstant(mark.at),
            by: mark.by,
            mark: t(mark.holds ? "grading.veto.set" : "grading.veto.unset"),
            text: textOf(mark.veto),
            reason: mark.reason,
          })}
        </p>
      ))}
      {doing === null ? (
        <div className="row">
          {grading.veto.map(({ id, text }) => (
            <Button key={id} size="small" onClick={() => setDoing({ veto: id, holds: !holds(id) })}>
              {t(holds(id) ? "grading.veto.takeBack" : "grading.veto.record", { text })}
            </Button>
          ))}
        </div>
      ) : (
        <ReasonForm
          label={`${row.name} ${textOf(doing.veto)}`}
          action={t("grading.veto.save")}
          pending={set.isPending}
          error={set.error}
          onCancel={() => setDoing(null)}
          onSubmit={(reason) =>
            set.mutate(
              { round, submission: row.submission, ...doing, reason },
              { onSuccess: () => setDoing(null) },
            )
          }
        />
      )}
    </>
  );
}
