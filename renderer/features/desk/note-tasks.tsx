import type { Note, TaskRef } from "../../../shared/contract/desk.ts";
import { useCall } from "../../api/use-call.ts";
import { useWords } from "../../ui/use-words.tsx";
import { sameTask } from "./use-notes-of-room.ts";

/** Tasks of a plan the passage of a note bears on. */
export function NoteTasks({ note, onRemove }: { note: Note; onRemove: (rest: readonly TaskRef[]) => void }) {
  if (note.tasks.length === 0) return null;
  return (
    <ul className="note-tasks">
      {note.tasks.map((task) => (
        <NoteTask
          key={`${task.scheme} ${task.task}`}
          task={task}
          onRemove={() => onRemove(note.tasks.filter((other) => !sameTask(other, task)))}
        />
      ))}
    </ul>
  );
}

function NoteTask({ task: ref, onRemove }: { task: TaskRef; onRemove: () => void }) {
  const { t } = useWords();
  const board = useCall("plan/get-board", { scheme: ref.scheme });
  const task = board.data?.tasks.find(({ id }) => id === ref.task);
  const number = String(task?.number ?? ref.task);
  return (
    <li>
      {t("planTask.of", { number, title: task?.title ?? "" })}{" "}
      <button
        type="button"
        className="link-button"
        aria-label={t("planTask.unlink", { number })}
        onClick={onRemove}
      >
        ✕
      </button>
    </li>
  );
}
