import { Button } from "antd";
import { useNavigate } from "react-router";
import type { RegisterCount, Scheme } from "../../../shared/scheme/scheme.ts";
import { formatDecimal } from "../../ui/format.ts";
import { SourceNote } from "../../ui/source-note.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { boardAddress } from "./scheme-address.ts";
import { Part } from "./scheme-parts.tsx";
import { signs } from "./signs.ts";

function Counted({ count }: { count: RegisterCount | null }) {
  const { t } = useWords();
  if (count === null) return <span className="muted">{t("schemes.targetEntered")}</span>;
  const what = [
    t(`register.level.${count.level}`),
    ...(count.direction === null ? [] : [t(`direction.${count.direction}`)]),
    ...(count.within === "" ? [] : [count.within]),
  ];
  return <span className="muted">{t("schemes.targetCounted", { what: what.join(" · ") })}</span>;
}

function Targets({ targets }: { targets: NonNullable<Scheme["targets"]> }) {
  const { t } = useWords();
  if (targets.length === 0) return null;
  return (
    <Part title={t("scheme.field.targets")}>
      <ul className="rule-list">
        {targets.map(({ id, name, op, value, unit, year, count, source }) => (
          <li key={id}>
            <SourceNote source={source}>
              {name}{" "}
              <strong>
                {t("schemes.targetLine", {
                  op: signs[op],
                  value: formatDecimal(value),
                  unit,
                  year: String(year),
                })}
              </strong>{" "}
              <Counted count={count} />
            </SourceNote>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Tasks({ tasks }: { tasks: NonNullable<Scheme["tasks"]> }) {
  const { t } = useWords();
  if (tasks.length === 0) return null;
  const actions = [...new Set(tasks.map(({ action }) => action))];
  return (
    <Part title={t("scheme.field.tasks")}>
      {actions.map((action) => (
        <div key={action}>
          <h3>{action}</h3>
          <ol className="rule-list">
            {tasks
              .filter((task) => task.action === action)
              .map(({ id, number, title, lead, source }) => (
                <li key={id} value={number}>
                  <SourceNote source={source}>
                    {title} <span className="muted">{lead.join("、")}</span>
                  </SourceNote>
                </li>
              ))}
          </ol>
        </div>
      ))}
    </Part>
  );
}

/** What a document wants reached and done, and the way to the board of it. */
export function PlanParts({ scheme }: { scheme: Scheme }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { purpose, targets = [], tasks = [] } = scheme;
  if (targets.length + tasks.length === 0)
    return purpose === "plan" ? <p className="unset-note">◌ {t("schemes.emptyPlan")}</p> : null;
  return (
    <>
      <div className="row">
        <Button onClick={() => navigate(boardAddress(scheme.id))}>{t("schemes.openBoard")}</Button>
      </div>
      <Targets targets={targets} />
      <Tasks tasks={tasks} />
    </>
  );
}
