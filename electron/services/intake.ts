import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Handlers, ResultOf } from "../../shared/contract/index.ts";
import type { Arrival, SubmissionSummary } from "../../shared/contract/intake.ts";
import { fail, succeed } from "../../shared/contract/result.ts";
import type { Dossier } from "../../shared/submission/dossier.ts";
import { findReading, listArrivals, listReadings } from "../db/contents.ts";
import { transact } from "../db/database.ts";
import { findRound, listRounds, type StoredRound } from "../db/rounds.ts";
import {
  findDossier,
  findSubmission,
  listFilePlaces,
  listInUse,
  listSubmissions,
  nextSubmissionNumber,
} from "../db/submissions.ts";
import { buildDossier, storeDossier } from "./build-dossier.ts";
import { type Context, notFound, record } from "./context.ts";
import { type ImportSource, importSources } from "./import.ts";
import { createImportBatches, type ImportBatches } from "./import-batches.ts";
import { applicationsOf } from "./known-names.ts";
import { createRound } from "./rounds.ts";
import { isFrozen } from "./submissions.ts";

type IntakeHandlers = Pick<
  Handlers,
  | "round/start-sample"
  | "intake/start-import"
  | "intake/list-interrupted"
  | "intake/resume-import"
  | "intake/discard-import"
  | "intake/list"
  | "document/get"
  | "submission/assign-file"
>;

const sampleScheme = "hunan-2021";
const sampleName = "示例：2021年湖南省双创示范基地评审";

export function createIntakeHandlers(context: Context): IntakeHandlers {
  const batches = createImportBatches(context);
  return {
    "round/start-sample": () => startSample(context),
    "intake/start-import": ({ round, uploads }) => startImport(context, batches, round, uploads),
    "intake/list-interrupted": ({ round }) => succeed(batches.interrupted(round)),
    "intake/resume-import": (input) => batches.resume(input.import),
    "intake/discard-import": (input) => batches.discard(input.import),
    "intake/list": ({ round }) => {
      const found = findRound(context.db, round);
      if (!found) return notFound("round");
      const submissions = listSubmissions(context.db, round);
      return succeed({
        arrivals: arrivalsIn(context, round),
        submissions,
        frozen: frozenIn(context, found, submissions),
      });
    },
    "document/get": ({ round, sha256 }) => {
      const reading = findReading(context.db, round, sha256);
      if (!reading) return notFound("document");
      const { name, kind, status, error, messages, document } = reading;
      return succeed({ sha256, name, kind, status, error, messages: [...messages], document });
    },
    "submission/assign-file": (input) => assignFile(context, input),
  };
}

function startImport(
  context: Context,
  batches: ImportBatches,
  id: string,
  ids: readonly string[],
): ResultOf<"intake/start-import"> {
  const round = findRound(context.db, id);
  if (!round) return notFound("round");
  if (round.side !== "host") return fail("wrong-state");
  if (context.jobs.isRunning()) return fail("busy");
  const uploads = context.uploads.find(ids);
  if (!uploads) return fail("unknown-upload");
  return succeed({ job: batches.begin(round, uploads) });
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
  const made = createRound(context, sampleScheme, sampleNameFor(context));
  if (!made.ok) return fail("samples-missing");
  const round = findRound(context.db, made.value.id);
  if (!round) return notFound("round");
  return succeed({
    job: context.jobs.start("sample", (control) => importSources(context, round, sources, control)),
  });
}

/** Trying the sample again makes another round, told apart by its number: what was tried before stays. */
function sampleNameFor(context: Context): string {
  const taken = new Set(listRounds(context.db).map((round) => round.name));
  let name = sampleName;
  for (let number = 2; taken.has(name); number += 1) name = `${sampleName}（${number}）`;
  return name;
}

/** As `isFrozen`, for all submissions of a round at once. */
function frozenIn(context: Context, round: StoredRound, submissions: readonly SubmissionSummary[]): string[] {
  if (round.side === "guest") return submissions.map(({ id }) => id);
  return round.openedAt === null ? [] : listInUse(context.db, round.id, round.openedAt);
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

/** Both submissions get a new version; what a person decided stays, and about the file it goes with the file. */
function assignFile(
  context: Context,
  input: Parameters<Handlers["submission/assign-file"]>[0],
): ResultOf<"submission/assign-file"> {
  const { db } = context;
  return transact(db, () => {
    const round = findRound(db, input.round);
    const reading = findReading(db, input.round, input.sha256);
    if (!round || !reading) return notFound("file");
    if (round.side !== "host") return fail("round-frozen");
    const from = listFilePlaces(db, round.id).get(input.sha256) ?? null;
    const wanted = typeof input.to === "object" && input.to !== null ? input.to.submission : null;
    if (wanted !== null && findSubmission(db, wanted)?.round !== round.id) return notFound("submission");
    if (from === wanted && input.to !== "new") return succeed({ submission: from });
    const source = from === null ? null : findDossier(db, from);
    const target = wanted === null ? null : findDossier(db, wanted);
    if ([source, target].some((dossier) => dossier && isFrozen(context, round, dossier)))
      return fail("round-frozen");
    const moved = {
      from: source && rebuilt(context, round, source, (files) => files.filter((one) => one !== input.sha256)),
      to:
        input.to === null
          ? null
          : rebuilt(context, round, target, (files) => [...files, input.sha256], source),
    };
    const changed = [moved.from, moved.to].filter((dossier) => dossier !== null);
    for (const dossier of changed) storeDossier(context, round, dossier, input.reason);
    record(context, "file.assign", round.id, {
      file: reading.name,
      sha256: input.sha256,
      from: from ?? "",
      to: moved.to?.submission ?? "",
      versions: changed.map((one) => `${one.submission} ${one.version} ${one.digest}`).join("; "),
      reason: input.reason,
    });
    return succeed({ submission: moved.to?.submission ?? null });
  });
}

/** The next version of a submission with other files; `null` makes a new submission. */
function rebuilt(
  context: Context,
  round: StoredRound,
  previous: Dossier | null,
  change: (files: string[]) => string[],
  takenFrom: Dossier | null = null,
): Dossier {
  const { db, ports } = context;
  return buildDossier(context, round, {
    submission: previous?.submission ?? ports.newId(),
    number: previous?.number ?? nextSubmissionNumber(db, round.id),
    version: (previous?.version ?? 0) + 1,
    files: change(previous?.files.map((file) => file.sha256) ?? []),
    applications: applicationsOf(context, round.id),
    previous,
    takenFrom,
  });
}
