import { BaseAct, type BaseEvent } from "../../shared/register/base.ts";
import { type Database, sql } from "./database.ts";

export const insertBaseEvent = (db: Database, event: BaseEvent): void => {
  sql(db, "INSERT INTO base_event (id, base, at, by, act) VALUES (?, ?, ?, ?, ?)").run(
    event.id,
    event.base,
    event.at,
    event.by,
    JSON.stringify(event.act),
  );
};

/** In the order they happened. */
export const listBaseEvents = (db: Database): BaseEvent[] =>
  sql<Omit<BaseEvent, "act"> & { act: string }>(
    db,
    "SELECT id, base, at, by, act FROM base_event ORDER BY rowid",
  )
    .all()
    .map((row) => ({ ...row, act: BaseAct.parse(JSON.parse(row.act)) }));
