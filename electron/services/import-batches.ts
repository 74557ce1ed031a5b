import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { InterruptedImport } from "../../shared/contract/mapping.ts";
import { type Failure, fail, succeed } from "../../shared/contract/result.ts";
import { transact } from "../db/database.ts";
import { insertBatch, listBatches, listWaiting, markSourceDone, removeBatch } from "../db/imports.ts";
import { findRound, type StoredRound } from "../db/rounds.ts";
import { type Context, notFound, record } from "./context.ts";
import { type ImportSource, importSources } from "./import.ts";
import type { StopReason } from "./jobs.ts";
import { placeFiles } from "./place-files.ts";
import type { Upload } from "./uploads.ts";

type Begun = { readonly ok: true; readonly value: { readonly job: string } };

export interface ImportBatches {
  /** Takes the uploaded files over and imports them as a job. */
  begin(round: StoredRound, uploads: readonly Upload[]): string;
  /** Imports of a round that were begun and not ended, and are not being worked on. */
  interrupted(round: string): InterruptedImport[];
  resume(id: string): Begun | Failure<"not-found"> | Failure<"busy">;
  discard(
    id: string,
  ): Promise<
    { readonly ok: true; readonly value: { submissions: number } } | Failure<"not-found"> | Failure<"busy">
  >;
}

/**
 * Imports that outlive the program: the files wait in a folder of their own, each is ticked off in the transaction that
 * stores what it holds, and whatever ends the program in between leaves a list of what is still to do.
 */
export function createImportBatches(context: Context): ImportBatches {
  const { db, ports, jobs } = context;
  const home = join(ports.dataFolder, "imports");
  const running = new Set<string>();
  sweep(home, new Set(listBatches(db).map((batch) => batch.id)));

  const sourcesOf = (id: string): ImportSource[] =>
    listWaiting(db, id).map(({ position, path, file }) => ({
      path,
      read: () => readFile(join(home, id, file)),
      onStored: () => markSourceDone(db, id, position),
    }));

  function end(id: string): void {
    removeBatch(db, id);
    rmSync(join(home, id), { recursive: true, force: true });
  }

  function run(id: string, round: StoredRound): string {
    running.add(id);
    return jobs.start("import", async (control) => {
      try {
        const outcome = await importSources(context, round, sourcesOf(id), control);
        const reason: StopReason | undefined = control.signal.aborted ? control.signal.reason : undefined;
        if (reason !== "closing") end(id);
        return outcome;
      } finally {
        running.delete(id);
      }
    });
  }

  function find(id: string): { round: StoredRound } | Failure<"not-found"> | Failure<"busy"> {
    const batch = listBatches(db).find((known) => known.id === id);
    const round = batch && findRound(db, batch.round);
    if (!batch || !round) return notFound("import");
    return jobs.isRunning() ? fail("busy") : { round };
  }

  return {
    begin(round, uploads) {
      const id = ports.newId();
      mkdirSync(join(home, id), { recursive: true });
      const sources = uploads.map((upload, position) => ({
        position,
        path: upload.path,
        file: String(position),
      }));
      for (const [position, upload] of uploads.entries())
        if (existsSync(upload.file)) renameSync(upload.file, join(home, id, String(position)));
      context.uploads.release(uploads.map((upload) => upload.id));
      transact(db, () => insertBatch(db, { id, round: round.id, startedAt: ports.now() }, sources));
      return run(id, round);
    },
    interrupted: (round) =>
      listBatches(db)
        .filter((batch) => batch.round === round && !running.has(batch.id))
        .map(({ id, startedAt, done, total }) => ({ id, startedAt, done, total })),
    resume(id) {
      const found = find(id);
      return "ok" in found ? found : succeed({ job: run(id, found.round) });
    },
    async discard(id) {
      const found = find(id);
      if ("ok" in found) return found;
      const left = listWaiting(db, id).length;
      transact(db, () => {
        removeBatch(db, id);
        record(context, "import.discard", found.round.id, { left: String(left) });
      });
      end(id);
      return succeed({ submissions: await placeFiles(context, found.round) });
    },
  };
}

/** Files of an import that ended, or that was not written down yet when the program ended, are of no use to anyone. */
function sweep(home: string, known: ReadonlySet<string>): void {
  if (!existsSync(home)) return;
  for (const name of readdirSync(home))
    if (!known.has(name)) rmSync(join(home, name), { recursive: true, force: true });
}
