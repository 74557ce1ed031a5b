import { Button } from "antd";
import { useMemo, useState } from "react";
import type { PlacedTaskLink } from "../../../shared/contract/plan.ts";
import { tasksOf } from "../../../shared/scheme/plan-board.ts";
import type { Task } from "../../../shared/scheme/scheme.ts";
import { EvidenceChip } from "../../ui/evidence-chip.tsx";
import { EvidenceDrawer } from "../../ui/evidence-drawer.tsx";
import { ChoiceField } from "../../ui/field.tsx";
import { useWords } from "../../ui/use-words.tsx";

const departmentsOf = (tasks: readonly Task[]): string[] =>
  [...new Set(tasks.flatMap((task) => [...task.lead, ...task.cooperating]))].sort((one, other) =>
    one.localeCompare(other, "zh-CN"),
  );

function Links({
  links,
  onPassage,
}: {
  links: readonly PlacedTaskLink[];
  onPassage: (link: PlacedTaskLink) => void;
}) {
  const { t } = useWords();
  if (links.length === 0) return null;
  return (
    <details className="source-note">
      <summary>{t("plan.links", { count: String(links.length) })}</summary>
      <ul>
        {links.map((link) => (
          <li key={link.id}>
            {link.applicant}
            {t("common.colon")}
            <q>{link.evidence.text}</q>{" "}
            <EvidenceChip evidence={link.evidence} onOpen={() => onPassage(link)} /> {link.note}
          </li>
        ))}
      </ul>
    </details>
  );
}

function TaskItem({
  task,
  department,
  links,
  onQuote,
  onPassage,
}: {
  task: Task;
  department: string;
  links: readonly PlacedTaskLink[];
  onQuote: (quote: string) => void;
  onPassage: (link: PlacedTaskLink) => void;
}) {
  const { t } = useWords();
  const named = (names: readonly string[]) =>
    names.map((name, index) => (
      <span key={name}>
        {index > 0 && "、"}
        {name === department ? <mark>{name}</mark> : name}
      </span>
    ));
  return (
    <li value={task.number}>
      <Button type="link" className="inline-link" onClick={() => onQuote(task.text)}>
        {task.title}
      </Button>
      <p>
        <span className="muted">{t("plan.lead")}</span> {named(task.lead)}
        {task.cooperating.length > 0 && (
          <>
            {"　"}
            <span className="muted">{t("plan.cooperating")}</span> {named(task.cooperating)}
          </>
        )}
      </p>
      <Links links={links} onPassage={onPassage} />
    </li>
  );
}

/** The tasks by action; a department sees its own, as leader or helper. */
export function TaskList({
  tasks,
  links,
  onQuote,
}: {
  tasks: readonly Task[];
  links: readonly PlacedTaskLink[];
  onQuote: (quote: string) => void;
}) {
  const { t } = useWords();
  const [passage, setPassage] = useState<PlacedTaskLink | null>(null);
  const [department, setDepartment] = useState("");
  const departments = useMemo(() => departmentsOf(tasks), [tasks]);
  const shown = tasksOf(tasks, department);
  const actions = [...new Set(shown.map((task) => task.action))];
  return (
    <section className="section">
      <h2>{t("plan.tasks")}</h2>
      <div className="row rule-line">
        <ChoiceField
          label={t("plan.department")}
          value={department}
          choices={[
            { value: "", label: t("plan.allDepartments") },
            ...departments.map((name) => ({ value: name, label: name })),
          ]}
          onChange={setDepartment}
        />
        <span role="status">
          {t("plan.taskCount", {
            shown: String(shown.length),
            total: String(tasks.length),
            lead: String(shown.filter((task) => task.lead.includes(department)).length),
          })}
        </span>
      </div>
      {actions.map((action) => (
        <div key={action} className="section">
          <h3>{action}</h3>
          <ol className="rule-list task-list">
            {shown
              .filter((task) => task.action === action)
              .map((task) => (
                <TaskItem
                  key={task.id}
                  task={task}
                  department={department}
                  links={links.filter((link) => link.task === task.id)}
                  onQuote={onQuote}
                  onPassage={setPassage}
                />
              ))}
          </ol>
        </div>
      ))}
      <EvidenceDrawer
        round={passage?.round ?? ""}
        evidence={passage?.evidence ?? null}
        onClose={() => setPassage(null)}
      />
    </section>
  );
}
