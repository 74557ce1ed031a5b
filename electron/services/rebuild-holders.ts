import type { StoredRound } from "../db/rounds.ts";
import { findDossier, listFilePlaces } from "../db/submissions.ts";
import { buildDossier, storeVersion } from "./build-dossier.ts";
import type { Context } from "./context.ts";
import { applicationsOf } from "./known-names.ts";
import { isFrozen } from "./submissions.ts";

/** `mapping`: other values of what reviewers read; `reread`: a file they could not read at all until now, like a supplement. */
export type RebuildReason = "mapping" | "reread";

export interface Rebuilt {
  readonly submissions: number;
  /** Left as they are, because reviewers have them in their hands. */
  readonly frozen: number;
}

/** Gives each submission that holds one of the contents a new version made of what its files say now; inside the caller's transaction. */
export function rebuildHolders(
  context: Context,
  round: StoredRound,
  contents: readonly string[],
  reason: RebuildReason,
): Rebuilt {
  const counts = { submissions: 0, frozen: 0 };
  if (contents.length === 0) return counts;
  const { db } = context;
  const places = listFilePlaces(db, round.id);
  const touched = new Set(contents.flatMap((sha256) => places.get(sha256) ?? []));
  const applications = touched.size === 0 ? [] : applicationsOf(context, round.id);
  for (const submission of touched) {
    const previous = findDossier(db, submission);
    if (!previous) continue;
    if (reason === "mapping" && isFrozen(context, round, previous)) {
      counts.frozen += 1;
      continue;
    }
    const dossier = buildDossier(context, round, {
      submission,
      number: previous.number,
      version: previous.version + 1,
      files: previous.files.map((file) => file.sha256),
      applications,
      previous,
    });
    storeVersion(context, round, dossier, reason);
    counts.submissions += 1;
  }
  return counts;
}
