import type { AuditEntry } from "../../shared/contract/app.ts";
import { isWordKey, say } from "../../shared/text/catalogue/index.ts";
import type { Locale } from "../../shared/text/define-words.ts";
import { compact } from "../../shared/text/normalise-text.ts";
import { answerWindow } from "../answer-window.ts";
import { listAudit } from "../db/audit.ts";
import type { Database } from "../db/database.ts";
import { readableEntry } from "./readable-entry.ts";

/** Entries looked through between two answers to the window. */
const atOnce = 500;

export interface TrailQuery {
  readonly round: string | null;
  readonly text: string;
  /** The language whose sentences are looked through: those the reader sees. */
  readonly locale: Locale;
  readonly before: number | undefined;
  readonly limit: number;
}

function sentenceOf({ action, actor, detail }: AuditEntry, locale: Locale): string {
  const key = `audit.${action}`;
  const words = isWordKey(key) ? say(locale, key, detail) : action;
  return compact(`${words} ${actor}`).toLowerCase();
}

/** Newest first: the entries whose sentence or actor holds the text, letters in either case and characters in any width. */
export async function findInTrail(db: Database, query: TrailQuery): Promise<AuditEntry[]> {
  const { round, locale, limit } = query;
  const wanted = compact(query.text).toLowerCase();
  const found: AuditEntry[] = [];
  for (let { before } = query; found.length < limit; await answerWindow()) {
    const part = listAudit(db, round, atOnce, before).map(readableEntry);
    found.push(...part.filter((entry) => sentenceOf(entry, locale).includes(wanted)));
    if (part.length < atOnce) break;
    before = part.at(-1)?.seq;
  }
  return found.slice(0, limit);
}
