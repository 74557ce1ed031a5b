/**
 * How a person said tables of a shape are to be read; and the imports under way, so that one that was interrupted goes on
 * where it stopped. The bytes of a source wait as a file until it is stored.
 */
export const mappingsAndImports = `
CREATE TABLE table_mapping (
  id TEXT NOT NULL PRIMARY KEY,
  shape TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  mapping TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE import_batch (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round(id),
  started_at TEXT NOT NULL
) STRICT;

CREATE TABLE import_source (
  batch_id TEXT NOT NULL REFERENCES import_batch(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  file TEXT NOT NULL,
  done INTEGER NOT NULL CHECK (done IN (0, 1)),
  PRIMARY KEY (batch_id, position)
) STRICT;`;
