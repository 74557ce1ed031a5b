import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Context } from "./context.ts";

const kept = 10;

const backupFolderOf = (context: Context): string => join(dirname(context.ports.databaseFile), "backups");

/** Several databases may lie in one folder (`--db`): each has its own copies. */
const stemOf = (context: Context): string => basename(context.ports.databaseFile, ".db");

/**
 * A copy of the database before something large changes it; the newest ten are kept. The copy is made page by page between
 * other work, so that a large database does not keep the window waiting.
 */
export async function backUp(context: Context, reason: "import" | "merge" | "pack"): Promise<void> {
  const folder = backupFolderOf(context);
  mkdirSync(folder, { recursive: true });
  const stamp = context.ports.now().replaceAll(/[:.]/g, "-");
  await context.db.backup(join(folder, `${stemOf(context)}-before-${reason}-${stamp}.db`));
  const copies = listBackups(context).filter((name) => !name.includes("-before-migration-"));
  for (const name of copies.slice(0, -kept)) rmSync(join(folder, name), { force: true });
}

const stampOf = (name: string): string => /-before-[a-z]+-(.*)$/.exec(name)?.[1] ?? "";

/** Oldest first. */
export function listBackups(context: Context): string[] {
  const folder = backupFolderOf(context);
  if (!existsSync(folder)) return [];
  const start = `${stemOf(context)}-before-`;
  return readdirSync(folder)
    .filter((name) => name.startsWith(start) && name.endsWith(".db"))
    .sort((one, other) => (stampOf(one) < stampOf(other) ? -1 : 1));
}
