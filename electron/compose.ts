import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CallName, Handlers, InputOf, ResultOf } from "../shared/contract/index.ts";
import { fail, type Result, succeed } from "../shared/contract/result.ts";
import { entriesOfBases } from "../shared/register/fold-bases.ts";
import { readContent, readingName } from "./db/contents.ts";
import { type OpenFailure, openDatabase } from "./db/open-database.ts";
import { findFile } from "./db/written-files.ts";
import { defaultLimits } from "./intake/limits.ts";
import { createIntakePool, readingThreads } from "./intake/pool.ts";
import { keepHeapSmall } from "./keep-heap-small.ts";
import type { Ports } from "./ports.ts";
import type { Program, ServedFile } from "./program.ts";
import { selfTest } from "./seal/self-test.ts";
import { createAppHandlers } from "./services/app.ts";
import { createCheckHandlers } from "./services/checks.ts";
import { createCityLetterHandlers } from "./services/city-letters.ts";
import type { Context } from "./services/context.ts";
import { createCorrectionHandlers } from "./services/corrections.ts";
import { createDeskHandlers } from "./services/desk.ts";
import { createDeskAidHandlers } from "./services/desk-aids.ts";
import { createDispatch } from "./services/dispatch.ts";
import { createDocumentHandlers } from "./services/documents.ts";
import { embeddedPicture } from "./services/embedded-picture.ts";
import { createEvaluationHandlers } from "./services/evaluations.ts";
import { createExpertHandlers } from "./services/experts.ts";
import { createExportHandlers } from "./services/exports.ts";
import { createGradingHandlers } from "./services/grading.ts";
import { createIdentityHandlers } from "./services/identities.ts";
import { createIntakeHandlers } from "./services/intake.ts";
import { createJobs } from "./services/jobs.ts";
import { createMappingHandlers } from "./services/mappings.ts";
import { createNoteHandlers } from "./services/notes.ts";
import { createNoticeHandlers } from "./services/notices.ts";
import { createOwnSchemes } from "./services/own-schemes.ts";
import { createPackHandlers } from "./services/packs.ts";
import { createPanelHandlers } from "./services/panel.ts";
import { createPlanHandlers } from "./services/plans.ts";
import { createPointHandlers } from "./services/points.ts";
import { createRankingHandlers } from "./services/ranking.ts";
import { basesOf, createRegisterHandlers } from "./services/register.ts";
import { loadRegistry, loadSchemes } from "./services/resources.ts";
import { createResultHandlers } from "./services/results.ts";
import { createRoundHandlers } from "./services/rounds.ts";
import { createSchemeHandlers } from "./services/schemes.ts";
import { createSearchHandlers } from "./services/search.ts";
import { createSubmissionHandlers } from "./services/submissions.ts";
import { createUploads } from "./services/uploads.ts";
import { createVersionHandlers } from "./services/versions.ts";

export type StartFailure = OpenFailure | "resources-unusable" | "self-test-failed";

/** The program with what only code of our own may touch (CLI and demo). */
export interface Composed extends Program {
  readonly context: Context;
}

/** The only place where things are put together. */
export async function compose(ports: Ports): Promise<Result<Composed, StartFailure>> {
  // Electron's engine may refuse a late flag by ending the program, and its binary cannot be had here to try.
  if (ports.way !== "electron") keepHeapSmall();
  const tested = await selfTest();
  if (!tested.ok) return tested;
  const schemes = loadSchemes(join(ports.resourcesFolder, "schemes"));
  if (!schemes.ok) return fail("resources-unusable", { ...schemes.params, problem: schemes.code });
  const registry = loadRegistry(join(ports.resourcesFolder, "registry"));
  if (!registry.ok) return fail("resources-unusable", { ...registry.params, problem: registry.code });
  const opened = openDatabase(ports.databaseFile, ports.now(), ports.onIndexing);
  if (!opened.ok) return opened;
  const ownSchemes = createOwnSchemes(join(ports.dataFolder, "schemes"), schemes.value);
  const context: Context = {
    ports,
    db: opened.value,
    schemes: ownSchemes.all,
    ownSchemes,
    get registry() {
      return entriesOfBases(basesOf(opened.value, registry.value));
    },
    published: registry.value,
    jobs: createJobs(ports.newId),
    uploads: createUploads(join(ports.dataFolder, "uploads"), ports.newId),
    pool: createIntakePool({ workerFile: ports.workerFile, size: readingThreads(), limits: defaultLimits }),
  };
  return succeed(programOf(context));
}

function programOf(context: Context): Composed {
  const { db, jobs, pool, uploads } = context;
  const window = { unsaved: 0 };
  const handlers: Handlers = {
    ...createAppHandlers(context, window),
    ...createRoundHandlers(context),
    ...createIntakeHandlers(context),
    ...createDocumentHandlers(context),
    ...createSubmissionHandlers(context),
    ...createMappingHandlers(context),
    ...createVersionHandlers(context),
    ...createCheckHandlers(context),
    ...createSearchHandlers(context),
    ...createExpertHandlers(context),
    ...createIdentityHandlers(context),
    ...createPackHandlers(context),
    ...createDeskHandlers(context),
    ...createDeskAidHandlers(context),
    ...createNoteHandlers(context),
    ...createResultHandlers(context),
    ...createRankingHandlers(context),
    ...createGradingHandlers(context),
    ...createCityLetterHandlers(context),
    ...createNoticeHandlers(context),
    ...createPanelHandlers(context),
    ...createEvaluationHandlers(context),
    ...createExportHandlers(context),
    ...createSchemeHandlers(context),
    ...createRegisterHandlers(context),
    ...createPlanHandlers(context),
    ...createPointHandlers(context),
    ...createCorrectionHandlers(context),
  };
  const dispatch = createDispatch(handlers);
  return {
    context,
    dispatch,
    call: <Name extends CallName>(name: Name, input: InputOf<Name>) =>
      dispatch(name, input) as Promise<ResultOf<Name>>,
    acceptUpload: (path, body) => uploads.accept(path, body),
    exportedFile: (name) => servedExport(context, name),
    originalFile(round, sha256): ServedFile | null {
      const name = readingName(db, round, sha256);
      const bytes = name === null ? null : readContent(db, sha256);
      return bytes ? { name: name ?? "", bytes } : null;
    },
    embeddedPicture: (round, sha256, name) => embeddedPicture(db, round, sha256, name),
    unsaved: () => window.unsaved,
    async close() {
      await jobs.close();
      await pool.close();
      db.close();
    },
  };
}

/** Only what the program wrote and remembers: a name is never joined to a folder. */
function servedExport(context: Context, name: string): ServedFile | null {
  const file = findFile(context.db, name);
  if (!file) return null;
  try {
    return { name: file.name, bytes: readFileSync(file.path) };
  } catch {
    return null;
  }
}
