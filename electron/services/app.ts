import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AppState } from "../../shared/contract/app.ts";
import type { Handlers } from "../../shared/contract/index.ts";
import { succeed } from "../../shared/contract/result.ts";
import { countAudit, findBrokenLink, listAudit } from "../db/audit.ts";
import { transact } from "../db/database.ts";
import { latestVersion } from "../db/migrate.ts";
import { listRounds } from "../db/rounds.ts";
import { writeSetting } from "../db/settings.ts";
import { listBackups } from "./backup.ts";
import { type Context, notFound, preferencesOf, record } from "./context.ts";
import { findInTrail } from "./find-in-trail.ts";
import { readableEntry } from "./readable-entry.ts";
import { verifyUpload } from "./verify.ts";

type AppHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `app/${string}` | `help/${string}` | `job/${string}` | `audit/${string}`>
>;

export function createAppHandlers(context: Context, window: { unsaved: number }): AppHandlers {
  const { db, ports, jobs } = context;
  const helpFolder = join(ports.resourcesFolder, "help");
  return {
    "app/get-state": () => succeed(appState(context)),
    "app/save-preferences": (preferences) => {
      const { role, name } = preferences;
      transact(db, () => {
        const before = preferencesOf(context);
        writeSetting(db, "preferences", preferences);
        // The trail is about who did what; how the window looks says nothing of that.
        if (role !== before.role || name !== before.name)
          record(context, "preferences.save", null, { role, name });
      });
      return succeed(preferences);
    },
    "app/set-unsaved": ({ count }) => {
      window.unsaved = count;
      return succeed({});
    },
    "app/doctor": () => succeed(examine(context)),
    "app/verify-file": ({ upload }) => verifyUpload(context, upload),
    "help/list": () => succeed(listHelp(helpFolder).map(({ id, title }) => ({ id, title }))),
    "help/read": ({ id }) => {
      const page = listHelp(helpFolder).find((candidate) => candidate.id === id);
      return page ? succeed(page) : notFound("help");
    },
    "help/picture": ({ name }) => {
      const source = readPicture(helpFolder, name);
      return source === null ? notFound("help") : succeed({ source });
    },
    "job/get": ({ job }) => {
      const state = jobs.get(job);
      return state ? succeed(state) : notFound("job");
    },
    "job/cancel": ({ job }) => {
      const state = jobs.cancel(job);
      return state ? succeed(state) : notFound("job");
    },
    "audit/list": async ({ round, limit, before, find }) =>
      succeed(
        find === undefined
          ? listAudit(db, round, limit, before).map(readableEntry)
          : await findInTrail(db, { round, limit, before, ...find }),
      ),
  };
}

const appState = (context: Context): AppState => ({
  version: context.ports.version,
  way: context.ports.way,
  dataFolder: context.ports.dataFolder,
  exportFolder: context.ports.exportFolder,
  preferences: preferencesOf(context),
  rounds: listRounds(context.db).length,
});

interface HelpPage {
  readonly id: string;
  readonly title: string;
  readonly markdown: string;
}

/** Pages in the order of their file names (`01-start.md`); the first heading is the title. */
function listHelp(folder: string): HelpPage[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /^\d{2}-[a-z0-9-]+\.md$/.test(name));
  return names.sort().map((name) => {
    const markdown = readFileSync(join(folder, name), "utf8");
    const title = /^#\s+(.+)$/m.exec(markdown)?.[1] ?? name;
    return { id: name.slice(0, -".md".length), title, markdown };
  });
}

/** The picture itself, as text: pictures of the help are few and small, and need no address of their own. */
function readPicture(folder: string, name: string): string | null {
  const file = join(folder, "pictures", name);
  if (!/^[a-z0-9-]+\.webp$/.test(name) || !existsSync(file)) return null;
  return `data:image/webp;base64,${readFileSync(file).toString("base64")}`;
}

/** Integrity, audit chain, backups, versions: what `doctor` says and the settings screen shows. */
export function examine(context: Context): {
  healthy: boolean;
  checks: { name: string; ok: boolean; detail: string }[];
} {
  const { db } = context;
  const integrity = String(db.pragma("integrity_check(1)", { simple: true }));
  const references = db.pragma("foreign_key_check");
  const broken = findBrokenLink(db);
  const version = Number(db.pragma("user_version", { simple: true }));
  const backups = listBackups(context);
  const danglingCount = Array.isArray(references) ? references.length : 0;
  const checks = [
    { name: "integrity", ok: integrity === "ok", detail: integrity },
    { name: "references", ok: danglingCount === 0, detail: String(danglingCount) },
    {
      name: "audit-chain",
      ok: broken === null,
      detail: broken === null ? String(countAudit(db)) : `#${broken}`,
    },
    { name: "schema-version", ok: version === latestVersion, detail: `${version} / ${latestVersion}` },
    {
      name: "backups",
      ok: true,
      detail: `${backups.length}${backups.length > 0 ? `, ${backups.at(-1)}` : ""}`,
    },
    { name: "program", ok: true, detail: `${context.ports.version}, Node ${process.versions.node}` },
  ];
  return { healthy: checks.every((check) => check.ok), checks };
}
