import { Select } from "antd";
import { useState } from "react";
import type { Task } from "../../../shared/scheme/scheme.ts";
import type { Dossier } from "../../../shared/submission/dossier.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { useCall } from "../../api/use-call.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { TaskEntry } from "./task-entry.tsx";

interface Props {
  readonly dossier: Dossier;
  readonly chosen: string | null;
  readonly onChoose: (scheme: string) => void;
  readonly onPlace: (evidence: Evidence) => void;
}

/** The tasks of a plan (行动计划), each with the passages of this applicant that bear on it. */
export function TasksPage({ dossier, chosen, onChoose, onPlace }: Props) {
  const { t } = useWords();
  const list = useCall("scheme/list", {});
  const plans = (list.data ?? []).filter(({ purpose }) => purpose === "plan");
  const plan = plans.find(({ id }) => id === chosen) ?? plans[0];
  const board = useCall("plan/get-board", plan ? { scheme: plan.id } : null);
  const [words, setWords] = useState("");
  if (list.data !== undefined && plan === undefined)
    return <EmptyState title={t("planTask.none")} hint={t("planTask.noneHelp")} />;
  const wanted = (task: Task): boolean =>
    [String(task.number), task.title, task.text, task.action, ...task.lead].some((part) =>
      part.includes(words.trim()),
    );
  return (
    <div className="table-page tasks-page" data-part="text" tabIndex={-1}>
      <header>
        <h2>{t("planTask.title")}</h2>
        {plan !== undefined && (
          <Select
            aria-label={t("planTask.choose")}
            value={plan.id}
            popupMatchSelectWidth={false}
            options={plans.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={onChoose}
          />
        )}
        <input
          type="search"
          value={words}
          maxLength={60}
          aria-label={t("planTask.find")}
          placeholder={t("planTask.find")}
          onChange={(event) => setWords(event.target.value)}
        />
      </header>
      <p className="muted">{t("planTask.help")}</p>
      <Answer query={board}>
        {({ tasks }) => (
          <ol className="task-entries">
            {tasks.filter(wanted).map((task) => (
              <TaskEntry
                key={task.id}
                scheme={plan?.id ?? ""}
                task={task}
                submission={dossier.submission}
                onPlace={onPlace}
              />
            ))}
          </ol>
        )}
      </Answer>
    </div>
  );
}
