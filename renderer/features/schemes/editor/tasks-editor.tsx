import type { Task } from "../../../../shared/scheme/scheme.ts";
import { TextField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { freshId, noSource, parseCount, parseWords } from "./draft-scheme.ts";
import { EntryList } from "./entry-list.tsx";
import { KeptText } from "./kept-text.tsx";
import type { SectionProps } from "./section-props.ts";
import { SourceFields } from "./source-fields.tsx";
import { tasksFromText } from "./task-draft.ts";

/** The next number of the same action: an empty task is filled in, never guessed. */
function newTask(tasks: readonly Task[]): Task {
  const last = tasks.at(-1);
  return {
    id: freshId(
      "task",
      tasks.map(({ id }) => id),
    ),
    number: (last?.number ?? 0) + 1,
    action: last?.action ?? "",
    title: "",
    text: "",
    lead: [],
    cooperating: [],
    source: noSource,
  };
}

const formatNames = (names: readonly string[]): string => names.join("、");

function TaskFields({ task, at, onChange }: { task: Task; at: string; onChange: (task: Task) => void }) {
  const { t } = useWords();
  return (
    <div className="stack">
      <div className="field-grid">
        <KeptText
          label={t("editor.taskNumber")}
          value={task.number}
          at={`${at}.number`}
          format={String}
          parse={(typed) => parseCount(typed) || undefined}
          onChange={(number) => onChange({ ...task, number })}
        />
        <TextField
          label={t("editor.taskAction")}
          hint={t("editor.taskActionHint")}
          value={task.action}
          at={`${at}.action`}
          onChange={(action) => onChange({ ...task, action })}
        />
        <TextField
          label={t("editor.taskTitle")}
          value={task.title}
          at={`${at}.title`}
          wide
          onChange={(title) => onChange({ ...task, title })}
        />
        <TextField
          label={t("editor.taskText")}
          value={task.text}
          at={`${at}.text`}
          lines={3}
          wide
          onChange={(text) => onChange({ ...task, text })}
        />
        <KeptText
          label={t("editor.taskLead")}
          value={task.lead}
          at={`${at}.lead`}
          format={formatNames}
          parse={parseWords}
          wide
          onChange={(lead) => onChange({ ...task, lead })}
        />
        <KeptText
          label={t("editor.taskCooperating")}
          value={task.cooperating}
          at={`${at}.cooperating`}
          format={formatNames}
          parse={parseWords}
          lines={2}
          wide
          onChange={(cooperating) => onChange({ ...task, cooperating })}
        />
      </div>
      <SourceFields
        at={`${at}.source`}
        source={task.source}
        onChange={(source) => onChange({ ...task, source })}
      />
    </div>
  );
}

/** The tasks of a plan, by action. */
export function TasksEditor({ draft, change, wanted }: SectionProps) {
  const { t } = useWords();
  const tasks = draft.tasks ?? [];
  return (
    <>
      <p className="muted">{t("editor.tasksHint")}</p>
      <EntryList
        items={tasks}
        at="tasks"
        wanted={wanted}
        words={{
          none: t("editor.noTasks"),
          add: t("editor.addTask"),
          paste: t("editor.pasteTasks"),
          pasteHint: t("editor.pasteTasksHint"),
          pasteText: t("editor.pasteTasksText"),
          pasteTake: t("editor.pasteTasksTake"),
          pasteNone: t("editor.pasteTasksNone"),
        }}
        groupOf={(task) => task.action}
        nameOf={(task) => (task.title.trim() === "" ? t("editor.newTask") : task.title)}
        numberOf={(task) => task.number}
        kindOf={(task) => formatNames(task.lead)}
        fields={(task, at, put) => <TaskFields task={task} at={at} onChange={put} />}
        fresh={newTask}
        fromText={(text, place) =>
          tasksFromText(
            text,
            place,
            draft.province,
            tasks.map(({ id }) => id),
          )
        }
        onChange={(next) => change({ tasks: next })}
      />
    </>
  );
}
