import type { Composed } from "../../electron/compose.ts";
import { transact } from "../../electron/db/database.ts";
import { findRound } from "../../electron/db/rounds.ts";
import { findDossier } from "../../electron/db/submissions.ts";
import { buildDossier, storeVersion } from "../../electron/services/build-dossier.ts";

/** A supplement arrived: the same papers as the next version. */
export function supplement({ context }: Composed, round: string, submission: string): void {
  const stored = findRound(context.db, round);
  const before = findDossier(context.db, submission);
  if (!stored || !before) throw new Error("no such submission");
  const plan = {
    submission,
    number: before.number,
    version: before.version + 1,
    files: before.files.map((file) => file.sha256),
    applications: [],
    previous: before,
  };
  transact(context.db, () =>
    storeVersion(context, stored, buildDossier(context, stored, plan), "supplement"),
  );
}
