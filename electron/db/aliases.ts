import { type Database, sql } from "./database.ts";

type AliasesByContent = Map<string, readonly string[]>;

/**
 * Short names by round and content. To find them, all that was understood of a file is unfolded, and the list of a thousand
 * applicants is shown again and again. Whoever writes a reading forgets them.
 */
const known = new WeakMap<Database, AliasesByContent>();

const keyOf = (round: string, sha256: string): string => `${round} ${sha256}`;

function knownOf(db: Database): AliasesByContent {
  const there = known.get(db);
  if (there) return there;
  const made: AliasesByContent = new Map();
  known.set(db, made);
  return made;
}

/** Called by everything that writes a reading. */
export const forgetAliases = (db: Database, round: string, sha256: string): void => {
  known.get(db)?.delete(keyOf(round, sha256));
};

function lookUp(db: Database, round: string, contents: readonly string[]): AliasesByContent {
  const found: AliasesByContent = new Map(contents.map((sha256) => [keyOf(round, sha256), []]));
  const rows = sql<{ sha256: string; aliases: string }>(
    db,
    `SELECT r.sha256, r.extraction -> '$.aliases' AS aliases FROM json_each(@contents) c
     CROSS JOIN reading r ON r.round_id = @round AND r.sha256 = c.value WHERE r.extraction -> '$.aliases' IS NOT NULL`,
  ).all({ round, contents: JSON.stringify(contents) });
  // Written from an extraction, whose short names are texts.
  for (const { sha256, aliases } of rows) found.set(keyOf(round, sha256), JSON.parse(aliases) as string[]);
  return found;
}

/** Short names the files of these submissions give their applicants, by submission and in the order of the alphabet. */
export function listAliases(
  db: Database,
  round: string,
  submissions: readonly string[],
): { submission: string; alias: string }[] {
  const files = sql<{ submission: string; sha256: string }>(
    db,
    // In this order, and without the round: the planner would go through all files of the round once for each submission.
    `SELECT f.submission_id AS submission, f.sha256 FROM json_each(@submissions) s
     CROSS JOIN submission_file f ON f.submission_id = s.value ORDER BY f.submission_id`,
  ).all({ submissions: JSON.stringify(submissions) });
  const kept = knownOf(db);
  const missing = [
    ...new Set(files.flatMap(({ sha256 }) => (kept.has(keyOf(round, sha256)) ? [] : [sha256]))),
  ];
  const found: AliasesByContent = missing.length === 0 ? new Map() : lookUp(db, round, missing);
  // What stands there inside of a change may yet be taken back.
  if (!db.inTransaction) for (const [key, aliases] of found) kept.set(key, aliases);
  return [...Map.groupBy(files, ({ submission }) => submission)].flatMap(([submission, own]) =>
    own
      .flatMap(({ sha256 }) => {
        const key = keyOf(round, sha256);
        return kept.get(key) ?? found.get(key) ?? [];
      })
      .toSorted()
      .map((alias) => ({ submission, alias })),
  );
}
