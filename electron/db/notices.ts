import { Document } from "../../shared/submission/document.ts";
import { type Database, sql } from "./database.ts";

/** A text kept with a scheme: the notice itself, or an annex of it. */
export interface KeptNotice {
  readonly scheme: string;
  /** Title of the scheme when it was kept: a laptop with only a pack does not have the scheme itself. */
  readonly title: string;
  readonly file: string;
  /** Of the file it was read from; empty for a text that was typed in. */
  readonly sha256: string;
  readonly document: Document;
  readonly by: string;
  readonly at: string;
}

/** The newest text of every file kept with a scheme, in the order the files first came. */
export function listNotices(db: Database, scheme: string): KeptNotice[] {
  const rows = sql<Omit<KeptNotice, "document"> & { document: string }>(
    db,
    "SELECT scheme, title, file, sha256, document, by, at FROM notice WHERE scheme = ? ORDER BY rowid",
  ).all(scheme);
  return [...new Map(rows.map((row) => [row.file, row])).values()].map((row) => ({
    ...row,
    document: Document.parse(JSON.parse(row.document)),
  }));
}

/** Schemes with a kept text, with the newest title. */
export const listNoticeTitles = (db: Database): { scheme: string; title: string }[] => [
  ...new Map(
    sql<{ scheme: string; title: string }>(db, "SELECT scheme, title FROM notice ORDER BY rowid")
      .all()
      .map((row) => [row.scheme, row] as const),
  ).values(),
];

export const insertNotice = (db: Database, id: string, notice: KeptNotice): void => {
  sql(
    db,
    "INSERT INTO notice (id, scheme, title, file, sha256, document, by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(
    id,
    notice.scheme,
    notice.title,
    notice.file,
    notice.sha256,
    JSON.stringify(notice.document),
    notice.by,
    notice.at,
  );
};
