import { z } from "zod";
import type { AuditEntry } from "../../shared/contract/app.ts";
import { auditBeginning, auditLink } from "../seal/audit-link.ts";
import { type Database, sql } from "./database.ts";

export interface Act {
  readonly at: string;
  readonly actor: string;
  /** `<thing>.<act>`, with its words in the catalogue under `audit.<action>`. */
  readonly action: string;
  readonly round: string | null;
  readonly detail: Readonly<Record<string, string>>;
}

interface AuditRow {
  seq: number;
  at: string;
  actor: string;
  action: string;
  round_id: string | null;
  detail: string;
  previous: string;
  hash: string;
}

const Detail = z.record(z.string(), z.string());

/** One entry per change, written inside the transaction of the change, chained to the entry before it. */
export function appendAudit(db: Database, act: Act): void {
  const last = sql<{ seq: number; hash: string }>(
    db,
    "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1",
  ).get();
  const seq = (last?.seq ?? 0) + 1;
  const previous = last?.hash ?? auditBeginning;
  const hash = auditLink(seq, previous, act);
  sql(
    db,
    "INSERT INTO audit (seq, at, actor, action, round_id, detail, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(seq, act.at, act.actor, act.action, act.round, JSON.stringify(act.detail), previous, hash);
  sql(db, "UPDATE audit_end SET seq = ?, hash = ?").run(seq, hash);
}

const toEntry = (row: AuditRow): AuditEntry => ({
  seq: row.seq,
  at: row.at,
  actor: row.actor,
  action: row.action,
  round: row.round_id,
  detail: Detail.parse(JSON.parse(row.detail)),
  hash: row.hash,
});

/** Newest first, those before the entry `before` where it is given. */
export const listAudit = (
  db: Database,
  round: string | null,
  limit: number,
  before: number | null = null,
): AuditEntry[] =>
  sql<AuditRow>(
    db,
    `SELECT * FROM audit WHERE (@round IS NULL OR round_id = @round) AND (@before IS NULL OR seq < @before)
     ORDER BY seq DESC LIMIT @limit`,
  )
    .all({ round, limit, before })
    .map(toEntry);

/**
 * Number of the first entry that was changed, is missing or does not follow from the one before it; `null`: the chain is
 * whole and ends where the last change left it.
 */
export function findBrokenLink(db: Database): number | null {
  let previous = auditBeginning;
  let seq = 0;
  for (const row of sql<AuditRow>(db, "SELECT * FROM audit ORDER BY seq").iterate()) {
    seq += 1;
    if (row.seq !== seq || row.previous !== previous || row.hash !== linkOf(row)) return seq;
    previous = row.hash;
  }
  const end = sql<{ seq: number; hash: string }>(db, "SELECT seq, hash FROM audit_end").get();
  if (!end || end.seq < seq) return seq;
  if (end.seq > seq) return seq + 1;
  return seq === 0 || end.hash === previous ? null : seq;
}

/** What the link of a stored entry has to be; `null` when its detail is no longer what the program writes. */
function linkOf(row: AuditRow): string | null {
  try {
    const entry = toEntry(row);
    // A detail that says the same in other bytes was still written by someone else.
    if (JSON.stringify(entry.detail) !== row.detail) return null;
    return auditLink(row.seq, row.previous, entry);
  } catch {
    return null;
  }
}

export const countAudit = (db: Database): number =>
  sql<{ n: number }>(db, "SELECT count(*) AS n FROM audit").get()?.n ?? 0;

/** What one expert did to one sheet, newest first. */
export const listSheetAudit = (
  db: Database,
  at: { readonly round: string; readonly expertName: string; readonly submission: string },
): AuditEntry[] =>
  sql<AuditRow>(
    db,
    `SELECT * FROM audit WHERE round_id = @round AND action LIKE 'sheet.%'
     AND detail ->> '$.expert' = @expertName AND detail ->> '$.submission' = @submission ORDER BY seq DESC`,
  )
    .all(at)
    .map(toEntry);
