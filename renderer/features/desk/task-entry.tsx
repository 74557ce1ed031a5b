import { Button } from "antd";
import type { Note } from "../../../shared/contract/desk.ts";
import type { Task } from "../../../shared/scheme/scheme.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { useAct } from "../../api/use-act.ts";
import { EvidenceChip } from "../../ui/evidence-chip.tsx";
import { Failure } from "../../ui/failure.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { useRoom } from "./room-context.ts";
import { sameTask } from "./use-notes-of-room.ts";

interface Props {
  readonly scheme: string;
  readonly task: Task;
  readonly submission: string;
  readonly onPlace: (evidence: Evidence) => void;
}

/** One task: who leads it, and the passages kept for it. */
export function TaskEntry({ scheme, task, submission, onPlace }: Props) {
  const { t } = useWords();
  const { notes, passageAtHand, linkTask, say } = useRoom();
  const ref = { scheme, task: task.id };
  const linked = notes.notes.filter(
    (note) => note.submission === submission && note.tasks.some((other) => sameTask(other, ref)),
  );
  const link = () => {
    const passage = passageAtHand();
    if (passage === null) return say(t("planTask.linkHint"));
    linkTask(passage, ref);
  };
  return (
    <li className="task-entry">
      <h3>
        {task.number} {task.title}
      </h3>
      <p className="muted">
        {task.action} · {t("planTask.lead", { units: task.lead.join("、") })}
      </p>
      <details>
        <summary>{t("schemes.source")}</summary>
        <p>{task.text}</p>
      </details>
      <Button
        size="small"
        aria-label={t("planTask.link", { number: String(task.number) })}
        // Taking the mouse down would take the selection away.
        onMouseDown={(event) => event.preventDefault()}
        onClick={link}
      >
        {t("planTask.linkShort")}
      </Button>
      {linked.length > 0 && (
        <ul aria-label={`${t("planTask.passages")} ${task.number}`}>
          {linked.map((note) => (
            <LinkedPassage key={note.id} note={note} task={task} scheme={scheme} onPlace={onPlace} />
          ))}
        </ul>
      )}
    </li>
  );
}

function LinkedPassage({
  note,
  task,
  scheme,
  onPlace,
}: {
  note: Note;
  task: Task;
  scheme: string;
  onPlace: (evidence: Evidence) => void;
}) {
  const { t } = useWords();
  const { book, onOpenNote, hosted } = useRoom();
  const publish = useAct("plan/link-passage");
  const { evidence } = note;
  const unlink = () => {
    const { id, submission, items, tasks, text } = note;
    const ref = { scheme, task: task.id };
    book.write({ id, submission, evidence, items, text, tasks: tasks.filter((one) => !sameTask(one, ref)) });
  };
  return (
    <li>
      {evidence !== null && (
        <>
          <q>{evidence.text}</q> <EvidenceChip evidence={evidence} onOpen={onPlace} />
        </>
      )}{" "}
      {note.text !== "" && (
        <button type="button" className="link-button" onClick={() => onOpenNote(note.id)}>
          {note.text}
        </button>
      )}{" "}
      {hosted && evidence !== null && (
        <Button
          size="small"
          loading={publish.isPending}
          disabled={publish.isSuccess}
          onClick={() =>
            publish.mutate({ scheme, task: task.id, submission: note.submission, evidence, note: note.text })
          }
        >
          {t(publish.isSuccess ? "planTask.published" : "planTask.publish")}
        </Button>
      )}
      <Button
        size="small"
        type="text"
        aria-label={t("planTask.unlink", { number: String(task.number) })}
        onClick={unlink}
      >
        ✕
      </Button>
      <Failure error={publish.error} />
    </li>
  );
}
