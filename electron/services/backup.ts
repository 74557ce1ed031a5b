import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Context } from "./context.ts";

const kept = 10;

export const backupFolderOf = (context: Context): string =>
  join(dirname(context.ports.databaseFile), "backups");

/** A copy of the database before something large changes it; the newest ten are kept. */
export async function backUp(context: Context, reason: "import" | "merge" | "pack"): Promise<void> {
  const folder = backupFolderOf(context);
  mkdirSync(folder, { recursive: true });
  const stamp = context.ports.now().replaceAll(/[:.]/g, "-");
  await context.db.backup(join(folder, `before-${reason}-${stamp}.db`));
  const copies = readdirSync(folder).filter((name) => /^before-(import|merge|pack)-.*\.db$/.test(name));
  for (const name of copies.sort(byStamp).slice(0, -kept)) rmSync(join(folder, name), { force: true });
}

const byStamp = (one: string, other: string): number => {
  const stamp = (name: string) => name.slice(name.indexOf("-", "before-".length));
  return stamp(one) < stamp(other) ? -1 : 1;
};

export const listBackups = (context: Context): string[] =>
  existsSync(backupFolderOf(context))
    ? readdirSync(backupFolderOf(context))
        .filter((name) => name.endsWith(".db"))
        .sort()
    : [];
