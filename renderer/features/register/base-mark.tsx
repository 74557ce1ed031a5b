import { DateTime } from "luxon";
import type { Base } from "../../../shared/register/base.ts";
import { rectificationOf } from "../../../shared/register/rectification.ts";
import { useWords } from "../../ui/use-words.tsx";

const shapes: Readonly<Record<Base["status"], string>> = { named: "✓", rectifying: "…", removed: "✗" };
const tints: Readonly<Record<Base["status"], string>> = {
  named: "met",
  rectifying: "to-confirm",
  removed: "not-met",
};

const today = (): string => DateTime.now().setZone("Asia/Shanghai").toISODate() ?? "";

/** Standing of a base, with what is left of a running 整改. */
export function BaseMark({ base }: { base: Base }) {
  const { t } = useWords();
  const running = rectificationOf(base, today());
  return (
    <span className={`status status-${tints[base.status]}`}>
      <span aria-hidden="true" className="status-shape">
        {shapes[base.status]}
      </span>
      {t(`register.status.${base.status}`)}
      {running && (
        <>
          {" · "}
          {running.deadline}{" "}
          {running.overdue
            ? t("letters.daysOver", { days: String(-running.daysLeft) })
            : t("letters.daysLeft", { days: String(running.daysLeft) })}
        </>
      )}
    </span>
  );
}
