import { byText } from "../../shared/text/by-text.ts";
import { type Database, sql } from "./database.ts";

type AliasesByContent = Map<string, readonly string[]>;

/**
 * Short names by round and content. To find them, all that was understood of a file is unfolded, and the list of a thousand
 * applicants is shown again and again. Whoever writes a reading forgets them.
 */
const known = new WeakMap<Database, Map<string, AliasesByContent>>();

function knownOf(db: Database, round: string): AliasesByContent {
  const rounds = known.get(db) ?? new Map<string, AliasesByContent>();
  known.set(db, rounds);
  const contents = rounds.get(round) ?? new Map<string, readonly string[]>();
  rounds.set(round, contents);
  return contents;
}

/** Called by everything that writes a reading. */
export const forgetAliases = (db: Database, round: string, sha256: string): void => {
  known.get(db)?.get(round)?.delete(sha256);
};

function lookUp(db: Database, round: string, contents: readonly string[]): AliasesByContent {
  const found: AliasesByContent = new Map(contents.map((sha256) => [sha256, []]));
  const rows = sql<{ sha256: string; aliases: string }>(
    db,
    `SELECT r.sha256, r.extraction -> '$.aliases' AS aliases FROM json_each(@contents) c
     CROSS JOIN reading r ON r.round_id = @round AND r.sha256 = c.value WHERE r.extraction -> '$.aliases' IS NOT NULL`,
  ).all({ round, contents: JSON.stringify(contents) });
  // Written from an extraction, whose short names are texts.
  for (const { sha256, aliases } of rows) found.set(sha256, JSON.parse(aliases) as string[]);
  return found;
}

interface Held {
  readonly submission: string;
  readonly sha256: string;
}

const bySubmission = (
  one: { submission: string; alias: string },
  other: { submission: string; alias: string },
): number => byText(one.submission, other.submission) || byText(one.alias, other.alias);

/** The short names in each of these files, those without any left out. */
function aliasesIn(
  db: Database,
  round: string,
  files: readonly Held[],
): { submission: string; alias: string }[] {
  const kept = knownOf(db, round);
  const missing = files.filter(({ sha256 }) => !kept.has(sha256)).map(({ sha256 }) => sha256);
  const found: AliasesByContent = missing.length === 0 ? new Map() : lookUp(db, round, missing);
  // What stands there inside of a change may yet be taken back.
  if (!db.inTransaction) for (const [sha256, aliases] of found) kept.set(sha256, aliases);
  return files
    .flatMap(({ submission, sha256 }) =>
      (kept.get(sha256) ?? found.get(sha256) ?? []).map((alias) => ({ submission, alias })),
    )
    .toSorted(bySubmission);
}

/** Short names the files of these submissions give their applicants. */
export const listAliases = (
  db: Database,
  round: string,
  submissions: readonly string[],
): { submission: string; alias: string }[] =>
  aliasesIn(
    db,
    round,
    sql<Held>(
      db,
      // In this order, and without the round: the planner would go through all files of the round once for each submission.
      `SELECT f.submission_id AS submission, f.sha256 FROM json_each(@submissions) s
       CROSS JOIN submission_file f ON f.submission_id = s.value`,
    ).all({ submissions: JSON.stringify(submissions) }),
  );

/** The same for every submission of the round. */
export const listRoundAliases = (db: Database, round: string): { submission: string; alias: string }[] =>
  aliasesIn(
    db,
    round,
    sql<Held>(db, "SELECT submission_id AS submission, sha256 FROM submission_file WHERE round_id = ?").all(
      round,
    ),
  );
