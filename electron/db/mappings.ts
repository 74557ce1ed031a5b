import type { StoredMapping } from "../../shared/contract/mapping.ts";
import { TableMapping } from "../../shared/submission/table/table-mapping.ts";
import { type Database, sql } from "./database.ts";

interface MappingRow {
  id: string;
  name: string;
  mapping: string;
  by: string;
  at: string;
}

const toMapping = (row: MappingRow): StoredMapping => ({
  id: row.id,
  name: row.name,
  by: row.by,
  at: row.at,
  mapping: TableMapping.parse(JSON.parse(row.mapping)),
});

/** Newest first. */
export const listMappings = (db: Database): StoredMapping[] =>
  sql<MappingRow>(db, "SELECT id, name, mapping, by, at FROM table_mapping ORDER BY at DESC, id DESC")
    .all()
    .map(toMapping);

export const findMapping = (db: Database, id: string): StoredMapping | null => {
  const row = sql<MappingRow>(db, "SELECT id, name, mapping, by, at FROM table_mapping WHERE id = ?").get(id);
  return row ? toMapping(row) : null;
};

/** One mapping per shape: a later one takes the place of the earlier, under its id. */
export const saveMapping = (db: Database, stored: StoredMapping): void => {
  sql(
    db,
    `INSERT INTO table_mapping (id, shape, name, mapping, by, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (shape) DO UPDATE SET name = excluded.name, mapping = excluded.mapping, by = excluded.by, at = excluded.at`,
  ).run(stored.id, stored.mapping.shape, stored.name, JSON.stringify(stored.mapping), stored.by, stored.at);
};

export const findMappingOfShape = (db: Database, shape: string): StoredMapping | null => {
  const row = sql<MappingRow>(db, "SELECT id, name, mapping, by, at FROM table_mapping WHERE shape = ?").get(
    shape,
  );
  return row ? toMapping(row) : null;
};

export const removeMapping = (db: Database, id: string): void => {
  sql(db, "DELETE FROM table_mapping WHERE id = ?").run(id);
};
