import { succeed } from "../../shared/contract/result.ts";
import type { ReadMessage } from "../../shared/submission/document.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { hasArrived, insertArrival, insertContent, insertReading } from "../db/contents.ts";
import { transact } from "../db/database.ts";
import { listMappings } from "../db/mappings.ts";
import type { StoredRound } from "../db/rounds.ts";
import { indexDocument } from "../db/search.ts";
import type { InspectedFile } from "../intake/inspect.ts";
import { backUp } from "./backup.ts";
import { type Context, record } from "./context.ts";
import { sha256Of } from "./files.ts";
import type { JobControl } from "./jobs.ts";
import { placeFiles } from "./place-files.ts";
import { schemeInForce } from "./rounds.ts";
import { understandMore } from "./understand.ts";

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
  await backUp(context, "import");
  const counts = { done: 0, files: 0, refused: 0 };
  const refusals: Refusal[] = [];
  const messages: ReadMessage[] = [];
  const queue = sources.values();
  const active = new Set<string>();
  const report = () =>
    control.report({ done: counts.done, total: sources.length, current: [...active].join("、") });
  const worker = async () => {
    for (const source of queue) {
      if (control.signal.aborted) return;
      active.add(source.path);
      report();
      const opened = await openSource(source);
      const inspected = opened.ok
        ? await inspectSource(context, round, source.path, opened.bytes, control.signal)
        : [];
      active.delete(source.path);
      if (control.signal.aborted) return;
      if (!opened.ok) refusals.push(noteUnread(context, round, source.path, opened.reason));
      refusals.push(...inspected.flatMap(({ file, error }) => (error === null ? [] : [{ file, error }])));
      messages.push(...inspected.flatMap((file) => file.messages));
      const stored = storeInspected(context, round, source, inspected);
      counts.files += stored.files;
      counts.refused += stored.refused + Number(!opened.ok);
      counts.done += 1;
      report();
    }
  };
  // One more than there are threads: it waits, already in memory, while what was read is stored.
  await Promise.all(Array.from({ length: context.pool.size + 1 }, worker));
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

/** A source is stored with everything inside it or not at all: one that has arrived is not read again. */
const inspectSource = async (
  context: Context,
  round: StoredRound,
  path: string,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<InspectedFile[]> =>
  hasArrived(context.db, round.id, path, sha256Of(bytes))
    ? []
    : context.pool.inspect({ path, bytes, provenance: {} }, { scheme: schemeInForce(round), signal });

function storeInspected(
  context: Context,
  round: StoredRound,
  source: ImportSource,
  files: readonly InspectedFile[],
): { files: number; refused: number } {
  const { db, ports } = context;
  const importedAt = ports.now();
  const scheme = schemeInForce(round);
  const mappings = listMappings(db).map((known) => known.mapping);
  return transact(db, () => {
    const counts = { files: 0, refused: 0 };
    for (const inspected of files) {
      const file = understandMore(inspected, scheme, mappings);
      if (!insertArrival(db, round.id, arrivalOf(file, ports.newId(), importedAt))) continue;
      insertContent(db, file.sha256, file.content);
      const isNew = insertReading(db, round.id, readingOf(file));
      if (isNew && file.document) indexDocument(db, round.id, file.sha256, file.document);
      counts.files += 1;
      if (file.status === "refused") counts.refused += 1;
    }
    if (counts.files > 0) {
      record(context, "import.file", round.id, {
        path: source.path,
        files: String(counts.files),
        refused: String(counts.refused),
      });
    }
    source.onStored?.();
    return counts;
  });
}

const arrivalOf = (file: InspectedFile, id: string, importedAt: string) => ({
  id,
  sha256: file.sha256,
  path: file.file,
  container: containerOf(file.file),
  sender: file.provenance.sender ?? null,
  subject: file.provenance.subject ?? null,
  receivedAt: file.provenance.receivedAt ?? null,
  importedAt,
});

/** `mail.eml!/zip.zip!/a.docx` came in `mail.eml!/zip.zip`. */
const containerOf = (path: string): string | null => {
  const cut = path.lastIndexOf("!/");
  return cut < 0 ? null : path.slice(0, cut);
};

const readingOf = (file: InspectedFile) => ({
  sha256: file.sha256,
  name: file.file.slice(file.file.lastIndexOf("/") + 1),
  bytes: file.bytes,
  kind: file.extraction?.kind ?? "unknown",
  status: file.status,
  error: file.error,
  messages: file.messages,
  document: file.document,
  extraction: file.extraction,
});
