import { succeed } from "../../shared/contract/result.ts";
import type { ReadMessage } from "../../shared/submission/document.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { answerWindow } from "../answer-window.ts";
import { transact } from "../db/database.ts";
import type { StoredRound } from "../db/rounds.ts";
import { withoutMarks } from "../intake/clean-name.ts";
import type { InspectedFile, InspectInput } from "../intake/inspect.ts";
import { isVolume } from "../intake/sniff.ts";
import { backUp } from "./backup.ts";
import { type Context, record } from "./context.ts";
import { createIndexBatch } from "./index-batch.ts";
import type { JobControl } from "./jobs.ts";
import { openAhead } from "./open-ahead.ts";
import { placeFiles } from "./place-files.ts";
import { schemeInForce } from "./rounds.ts";
import { isToBeRead, storeSource } from "./store-source.ts";
import { VolumeShelf } from "./volume-shelf.ts";

/** A file to import: where it lay, and how to get its bytes. */
export interface ImportSource {
  readonly path: string;
  read(): Promise<Uint8Array>;
  /** Called inside the transaction that stores what the source holds, also when it could not be opened. */
  readonly onStored?: () => void;
}

/** A file that was not read, and why; `path-unreadable`: it could not even be opened, and nothing of it is stored. */
export interface Refusal {
  readonly file: string;
  readonly error: { readonly code: string; readonly place: string; readonly message: string };
}

export interface ImportOutcome {
  readonly round: string;
  readonly files: number;
  readonly submissions: number;
  /** Files refused by a reader, and those that could not be opened. */
  readonly refused: number;
  readonly refusals: readonly Refusal[];
  readonly messages: readonly ReadMessage[];
}

/**
 * Reads every source in the worker pool and stores each in one transaction, so that cancelling or a crash loses
 * nothing that was read; then sorts what is not placed yet into submissions, one transaction each. A cancelled import sorts
 * nothing: half of a folder would be sorted otherwise than the whole of it, and the next import sorts all there is.
 */
export async function importSources(
  context: Context,
  round: StoredRound,
  sources: readonly ImportSource[],
  control: JobControl,
): Promise<{ ok: true; value: ImportOutcome }> {
  context.pool.prepare();
  await backUp(context, "import");
  const index = createIndexBatch(context.db);
  const counts = { done: 0, inside: 0, files: 0, refused: 0 };
  const refusals: Refusal[] = [];
  const messages: ReadMessage[] = [];
  const shelf = new VolumeShelf<ImportSource>();
  const active = new Set<string>();
  const report = () =>
    control.report({
      done: counts.done,
      total: sources.length,
      inside: counts.inside,
      current: [...active].slice(0, context.pool.size).join("、"),
    });
  const store = (source: { readonly path: string }, inspected: readonly InspectedFile[]) => {
    refusals.push(...inspected.flatMap(({ file, error }) => (error === null ? [] : [{ file, error }])));
    messages.push(...inspected.flatMap((file) => file.messages));
    const stored = storeSource(context, round, source, inspected);
    for (const waiting of stored.waiting) index.add(waiting);
    counts.inside += Math.max(0, inspected.length - 1);
    counts.files += stored.files;
    counts.refused += stored.refused;
  };
  let turn = Promise.resolve();
  const take = async (source: ImportSource, opened: Opened) => {
    const inspected = opened.ok
      ? await inspectSource(context, round, source.path, opened.bytes, control.signal)
      : [];
    // Several may have been read meanwhile: the window is answered before each is stored.
    turn = turn.then(answerWindow);
    await turn;
    active.delete(source.path);
    if (control.signal.aborted || shelf.keep(source, inspected)) return;
    if (!opened.ok) refusals.push(noteUnread(context, round, source.path, opened.reason));
    counts.refused += Number(!opened.ok);
    store(source, inspected);
    counts.done += 1;
    report();
  };
  await openAhead(sources, control.signal, async (source) => {
    active.add(source.path);
    report();
    const opened = await openSource(source);
    return { bytes: opened.ok ? opened.bytes.length : 0, end: take(source, opened) };
  });
  const waited = control.signal.aborted
    ? []
    : await shelf.release((input) => read(context, round, input, control.signal));
  for (const { source, inspected } of control.signal.aborted ? [] : waited) store(source, inspected);
  counts.done += waited.filter(({ source }) => "read" in source).length;
  report();
  index.flush();
  const submissions = control.signal.aborted ? 0 : await placeFiles(context, round);
  transact(context.db, () =>
    record(context, control.signal.aborted ? "import.cancel" : "import.finish", round.id, {
      sources: `${counts.done}/${sources.length}`,
      files: String(counts.files),
      refused: String(counts.refused),
      submissions: String(submissions),
    }),
  );
  return succeed({
    round: round.id,
    files: counts.files,
    refused: counts.refused,
    submissions,
    refusals,
    messages,
  });
}

type Opened =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string };

/** A file can vanish, or a stick can be pulled, between choosing and reading: the rest goes on. */
async function openSource(source: ImportSource): Promise<Opened> {
  try {
    return { ok: true, bytes: await source.read() };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

function noteUnread(context: Context, round: StoredRound, path: string, reason: string): Refusal {
  transact(context.db, () => record(context, "import.unread", round.id, { path, reason }));
  const message = say("zh", "message.path-unreadable", { place: path });
  return { file: path, error: { code: "path-unreadable", place: path, message } };
}

const inspectSource = async (
  context: Context,
  round: StoredRound,
  path: string,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<InspectedFile[]> =>
  // A piece of a cut archive may have come before without the others.
  isToBeRead(context, round, withoutMarks(path), bytes) || isVolume(bytes, path)
    ? read(context, round, { path, bytes, provenance: {} }, signal)
    : [];

const read = (
  context: Context,
  round: StoredRound,
  input: InspectInput,
  signal: AbortSignal,
): Promise<InspectedFile[]> => context.pool.inspect(input, { scheme: schemeInForce(round), signal });
