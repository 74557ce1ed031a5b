/**
 * The search index anew: its words are pairs of any letters and digits, so that a number is found inside of a longer one. A row of
 * the index carries its file in its number (`source * 2^20 + block`), so that a common word, which thousands of blocks hold,
 * is counted without reading a text. The index itself is filled when the database is opened, and behind an import in batches.
 */
export const searchSources = `
CREATE TABLE search_source (
  id INTEGER NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round(id),
  sha256 TEXT NOT NULL,
  indexed INTEGER NOT NULL CHECK (indexed IN (0, 1)),
  UNIQUE (round_id, sha256)
) STRICT;
CREATE INDEX search_source_waiting ON search_source (id) WHERE indexed = 0;

CREATE TABLE search_block (
  id INTEGER NOT NULL PRIMARY KEY,
  block TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

INSERT INTO search_source (round_id, sha256, indexed)
  SELECT round_id, sha256, 0 FROM search_text GROUP BY round_id, sha256 ORDER BY min(id);
INSERT INTO search_block (id, block, text)
  SELECT s.id * 1048576 + row_number() OVER (PARTITION BY s.id ORDER BY t.id), t.block, t.text
  FROM search_text t JOIN search_source s ON s.round_id = t.round_id AND s.sha256 = t.sha256;

DROP TABLE search_text;
DROP TABLE search_index;
CREATE VIRTUAL TABLE search_index USING fts5(grams, content='', tokenize="ascii");`;
