import type { Note, TaskRef } from "../../shared/contract/desk.ts";
import type { Handlers, ParsedInputOf, ResultOf } from "../../shared/contract/index.ts";
import { fail, succeed } from "../../shared/contract/result.ts";
import { ownFileName, placeWords } from "../../shared/text/place-words.ts";
import { transact } from "../db/database.ts";
import { findExpert } from "../db/experts.ts";
import { listNotes, ownerOfNote, removeNote, saveNote } from "../db/notes.ts";
import { writeNotesDocument, writeNotesText } from "../export/notes-document.ts";
import { type Context, notFound, openRound, record } from "./context.ts";
import { entriesOf, findPlace } from "./desk.ts";
import { fileNameOf, writeExport } from "./files.ts";

type NoteHandlers = Pick<Handlers, Extract<keyof Handlers, `note/${string}`>>;

/** Notes of an expert. The audit trail says that one was written, never what it says: notes are private. */
export function createNoteHandlers(context: Context): NoteHandlers {
  const { db } = context;
  return {
    "note/list": ({ round, expert, submission }) =>
      findExpert(db, round, expert)
        ? succeed(listNotes(db, { round, expert }, submission))
        : notFound("expert"),
    "note/save": (input) => save(context, input),
    "note/remove": ({ round, expert, note }) =>
      transact(db, () => {
        if (!removeNote(db, { round, expert }, note, context.ports.now())) return notFound("note");
        record(context, "note.remove", round, { expert: findExpert(db, round, expert)?.name ?? "", note });
        return succeed({});
      }),
    "note/export": (input) => exportNotes(context, input),
  };
}

function save(context: Context, input: ParsedInputOf<"note/save">): ResultOf<"note/save"> {
  const place = findPlace(context, input);
  if (!place.ok) return place;
  if (!place.value.stored) return fail("not-declared");
  if (place.value.stored.recusal !== null) return fail("recused");
  const unknown = input.items.find((id) => place.value.round.form.items.every((item) => item.id !== id));
  if (unknown !== undefined) return fail("bad-input", { item: unknown });
  const stray = input.tasks.find((ref) => taskOf(context, ref) === undefined);
  if (stray !== undefined) return fail("bad-input", { task: stray.task });
  const known = ownerOfNote(context.db, input.note);
  if (known && (known.expert !== input.expert || known.submission !== input.submission))
    return fail("bad-input", { field: "note" });
  const now = context.ports.now();
  const note: Note = {
    id: input.note,
    submission: input.submission,
    evidence: input.evidence,
    items: [...new Set(input.items)],
    tasks: input.tasks.filter(
      (ref, index, all) =>
        all.findIndex((other) => other.scheme === ref.scheme && other.task === ref.task) === index,
    ),
    text: input.text,
    createdAt: known?.createdAt ?? now,
    savedAt: now,
  };
  return transact(context.db, () => {
    saveNote(context.db, { round: input.round, expert: input.expert }, note);
    record(context, "note.save", input.round, {
      expert: place.value.expert.name,
      submission: input.submission,
      note: note.id,
    });
    return succeed(note);
  });
}

async function exportNotes(
  context: Context,
  { round, expert, submission, format }: ParsedInputOf<"note/export">,
): Promise<ResultOf<"note/export">> {
  const open = openRound(context, round);
  if (!open.ok) return open.code === "not-found" ? open : fail("wrong-state");
  const person = findExpert(context.db, round, expert);
  if (!person) return notFound("expert");
  const notes = listNotes(context.db, { round, expert }, submission);
  if (notes.length === 0) return fail("no-notes");
  const at = context.ports.now();
  const book = {
    round: open.value.name,
    expert: person.name,
    at,
    applicants: entriesOf(context, open.value, person)
      .map((entry) => ({
        number: entry.number,
        name: entry.name,
        notes: notes
          .filter((note) => note.submission === entry.submission)
          .map((note) => ({
            quote: note.evidence?.text ?? "",
            place: note.evidence === null ? "" : placeIn(note.evidence),
            text: note.text,
            tasks: note.tasks.map((ref) => taskWords(context, ref)),
            items: open.value.form.items.flatMap(({ id, name }) => (note.items.includes(id) ? [name] : [])),
          })),
      }))
      .filter((applicant) => applicant.notes.length > 0),
  };
  const bytes = format === "docx" ? await writeNotesDocument(book) : writeNotesText(book);
  const [only] = book.applicants;
  const whose = submission === null ? "" : `-${only?.name ?? ""}`;
  return succeed(
    writeExport(context, {
      // Private: not in the round's list of exports.
      round: null,
      name: `${fileNameOf(`${open.value.name}-${person.name}-笔记${whose}`)}.${format}`,
      bytes,
      action: "note.export",
      detail: { expert: person.name },
    }),
  );
}

const taskOf = (context: Context, { scheme, task }: TaskRef) =>
  context.schemes.get(scheme)?.tasks?.find((one) => one.id === task);

/** `广西行动计划 任务 12 建设双创示范基地`; a plan that is no longer here is named by its id. */
function taskWords(context: Context, ref: TaskRef): string {
  const task = taskOf(context, ref);
  const plan = context.schemes.get(ref.scheme)?.title ?? ref.scheme;
  return task ? `${plan} · ${task.number} ${task.title}` : `${plan} · ${ref.task}`;
}

const placeIn = (evidence: { file: string; block: string; cell?: string | undefined }): string =>
  `${ownFileName(evidence.file)} ${placeWords("zh", evidence)}`;
