import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Handlers, ResultOf } from "../../shared/contract/index.ts";
import type { Arrival } from "../../shared/contract/intake.ts";
import { fail, succeed } from "../../shared/contract/result.ts";
import { findReading, listArrivals, listReadings } from "../db/contents.ts";
import { transact } from "../db/database.ts";
import { findRound, type StoredRound } from "../db/rounds.ts";
import { findDossier, listFilePlaces, listSubmissions, nextSubmissionNumber } from "../db/submissions.ts";
import { buildDossier, storeVersion } from "./build-dossier.ts";
import { type Context, notFound, record } from "./context.ts";
import { type ImportSource, importSources } from "./import.ts";
import { applicationsOf } from "./place-files.ts";
import { createRound } from "./rounds.ts";
import { isFrozen } from "./submissions.ts";

type IntakeHandlers = Pick<
  Handlers,
  "round/start-sample" | "intake/start-import" | "intake/list" | "document/get" | "submission/assign-file"
>;

const sampleScheme = "hunan-2021";
const sampleName = "示例：2021年湖南省双创示范基地评审";

export function createIntakeHandlers(context: Context): IntakeHandlers {
  return {
    "round/start-sample": () => startSample(context),
    "intake/start-import": ({ round, uploads }) => startImport(context, round, uploads),
    "intake/list": ({ round }) =>
      findRound(context.db, round)
        ? succeed({ arrivals: arrivalsIn(context, round), submissions: listSubmissions(context.db, round) })
        : notFound("round"),
    "document/get": ({ round, sha256 }) => {
      const reading = findReading(context.db, round, sha256);
      if (!reading) return notFound("document");
      const { name, kind, status, error, messages, document } = reading;
      return succeed({ sha256, name, kind, status, error, messages: [...messages], document });
    },
    "submission/assign-file": (input) => assignFile(context, input),
  };
}

function startImport(context: Context, id: string, ids: readonly string[]): ResultOf<"intake/start-import"> {
  const round = findRound(context.db, id);
  if (!round) return notFound("round");
  if (round.side !== "host") return fail("wrong-state");
  if (context.jobs.isRunning()) return fail("busy");
  const uploads = context.uploads.find(ids);
  if (!uploads) return fail("unknown-upload");
  const sources = uploads.map((upload) => ({ path: upload.path, read: () => context.uploads.read(upload) }));
  const job = context.jobs.start("import", async (control) => {
    const outcome = await importSources(context, round, sources, control);
    context.uploads.discard(ids);
    return outcome;
  });
  return succeed({ job });
}

/** Files of the bundled sample round, in a fixed order. */
export function sampleSources(context: Context): ImportSource[] {
  const folder = join(context.ports.resourcesFolder, "samples", "round");
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      path: file.slice(folder.length + 1).replaceAll("\\", "/"),
      read: async () => readFileSync(file),
    }));
}

function startSample(context: Context): ResultOf<"round/start-sample"> {
  if (context.jobs.isRunning()) return fail("busy");
  let sources: ImportSource[];
  try {
    sources = sampleSources(context);
  } catch {
    return fail("samples-missing");
  }
  const made = createRound(context, sampleScheme, sampleName);
  if (!made.ok) return fail("samples-missing");
  const round = findRound(context.db, made.value.id);
  if (!round) return notFound("round");
  return succeed({
    job: context.jobs.start("sample", (control) => importSources(context, round, sources, control)),
  });
}

function arrivalsIn(context: Context, round: string): Arrival[] {
  const places = listFilePlaces(context.db, round);
  const readings = new Map(listReadings(context.db, round).map((reading) => [reading.sha256, reading]));
  return listArrivals(context.db, round).flatMap((arrival) => {
    const reading = readings.get(arrival.sha256);
    if (!reading) return [];
    const { bytes, kind, status, error, messages } = reading;
    return [
      {
        ...arrival,
        bytes,
        kind,
        status,
        error,
        messages: [...messages],
        submission: places.get(arrival.sha256) ?? null,
      },
    ];
  });
}

/** Both submissions get a new version; what a person decided stays. */
function assignFile(
  context: Context,
  input: Parameters<Handlers["submission/assign-file"]>[0],
): ResultOf<"submission/assign-file"> {
  const { db } = context;
  return transact(db, () => {
    const round = findRound(db, input.round);
    const reading = findReading(db, input.round, input.sha256);
    if (!round || !reading) return notFound("file");
    const from = listFilePlaces(db, round.id).get(input.sha256) ?? null;
    const source = from === null ? null : findDossier(db, from);
    const target = input.to === null || input.to === "new" ? null : findDossier(db, input.to.submission);
    if (typeof input.to === "object" && input.to !== null && !target) return notFound("submission");
    if ([source, target].some((dossier) => dossier && isFrozen(context, round, dossier)))
      return fail("round-frozen");
    if (source)
      rebuild(
        context,
        round,
        source.submission,
        (files) => files.filter((file) => file !== input.sha256),
        input.reason,
      );
    const to =
      input.to === null
        ? null
        : rebuild(
            context,
            round,
            target?.submission ?? null,
            (files) => [...files, input.sha256],
            input.reason,
          );
    record(context, "file.assign", round.id, {
      file: reading.name,
      sha256: input.sha256,
      from: from ?? "",
      to: to ?? "",
      reason: input.reason,
    });
    return succeed({ submission: to });
  });
}

/** A new version of a submission with other files; `null` makes a new submission. */
function rebuild(
  context: Context,
  round: StoredRound,
  submission: string | null,
  change: (files: string[]) => string[],
  reason: string,
): string {
  const { db, ports } = context;
  const previous = submission === null ? null : findDossier(db, submission);
  const dossier = buildDossier(context, round, {
    submission: previous?.submission ?? ports.newId(),
    number: previous?.number ?? nextSubmissionNumber(db, round.id),
    version: (previous?.version ?? 0) + 1,
    files: change(previous?.files.map((file) => file.sha256) ?? []),
    applications: applicationsOf(context, round.id),
    previous,
  });
  storeVersion(context, round, dossier, reason);
  return dossier.submission;
}
