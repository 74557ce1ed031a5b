import { type ItemScore, Recusal } from "../../shared/scoring/sheet.ts";
import { type Database, sql } from "./database.ts";

/** A sheet exists once the expert has made the 回避 declaration. */
export interface StoredSheet {
  readonly expert: string;
  readonly submission: string;
  readonly version: number;
  readonly recusal: Recusal | null;
  readonly remark: string;
  readonly complete: boolean;
  readonly signed: boolean;
  readonly savedAt: string;
  readonly items: readonly ItemScore[];
}

interface SheetRow {
  expert_id: string;
  submission_id: string;
  version: number;
  recusal: string | null;
  remark: string;
  complete: number;
  signed: number;
  saved_at: string;
}

interface ItemRow {
  submission_id: string;
  item: string;
  score: string | null;
  comment: string;
}

const toSheet = (row: SheetRow, items: readonly ItemRow[]): StoredSheet => ({
  expert: row.expert_id,
  submission: row.submission_id,
  version: row.version,
  recusal: row.recusal === null ? null : Recusal.parse(JSON.parse(row.recusal)),
  remark: row.remark,
  complete: row.complete === 1,
  signed: row.signed === 1,
  savedAt: row.saved_at,
  items: items.map(({ item, score, comment }) => ({ item, score, comment })),
});

export function findSheet(db: Database, expert: string, submission: string): StoredSheet | null {
  const row = sql<SheetRow>(db, "SELECT * FROM sheet WHERE expert_id = ? AND submission_id = ?").get(
    expert,
    submission,
  );
  if (!row) return null;
  const items = sql<ItemRow>(
    db,
    "SELECT * FROM sheet_item WHERE expert_id = ? AND submission_id = ? ORDER BY item",
  );
  return toSheet(row, items.all(expert, submission));
}

export function listSheets(db: Database, round: string, expert: string): StoredSheet[] {
  const items = Map.groupBy(
    sql<ItemRow>(db, "SELECT * FROM sheet_item WHERE expert_id = ? ORDER BY item").all(expert),
    (row) => row.submission_id,
  );
  return sql<SheetRow>(db, "SELECT * FROM sheet WHERE round_id = ? AND expert_id = ?")
    .all(round, expert)
    .map((row) => toSheet(row, items.get(row.submission_id) ?? []));
}

/** Writes the head of a sheet; its items are written one by one. */
export const saveSheet = (db: Database, round: string, sheet: Omit<StoredSheet, "items">): void => {
  sql(
    db,
    `INSERT INTO sheet (round_id, expert_id, submission_id, version, recusal, remark, complete, signed, saved_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (expert_id, submission_id) DO UPDATE SET version = excluded.version,
       recusal = excluded.recusal, remark = excluded.remark, complete = excluded.complete,
       signed = excluded.signed, saved_at = excluded.saved_at`,
  ).run(
    round,
    sheet.expert,
    sheet.submission,
    sheet.version,
    sheet.recusal === null ? null : JSON.stringify(sheet.recusal),
    sheet.remark,
    Number(sheet.complete),
    Number(sheet.signed),
    sheet.savedAt,
  );
};

export const saveItem = (db: Database, expert: string, submission: string, item: ItemScore): void => {
  sql(
    db,
    `INSERT INTO sheet_item (expert_id, submission_id, item, score, comment) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (expert_id, submission_id, item) DO UPDATE SET score = excluded.score,
       comment = excluded.comment`,
  ).run(expert, submission, item.item, item.score, item.comment);
};

export const markSigned = (db: Database, round: string, expert: string, signed: boolean): number =>
  sql(db, "UPDATE sheet SET signed = ? WHERE round_id = ? AND expert_id = ?").run(
    Number(signed),
    round,
    expert,
  ).changes;
