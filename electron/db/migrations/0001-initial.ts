export const initial = `
CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE identity (
  key_id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  sealed TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE round (
  id TEXT NOT NULL PRIMARY KEY,
  side TEXT NOT NULL CHECK (side IN ('host', 'guest')),
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('preparing', 'open')),
  scheme TEXT NOT NULL,
  settings TEXT NOT NULL,
  frozen_scheme TEXT,
  form TEXT,
  scheme_digest TEXT,
  form_digest TEXT,
  created_at TEXT NOT NULL,
  opened_at TEXT,
  guest TEXT,
  CHECK ((state = 'open') = (form IS NOT NULL)),
  CHECK ((side = 'guest') = (guest IS NOT NULL))
) STRICT;

-- Original bytes, once per content.
CREATE TABLE content (
  sha256 TEXT NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- What a content says under the scheme of a round.
CREATE TABLE reading (
  round_id TEXT NOT NULL REFERENCES round(id),
  sha256 TEXT NOT NULL REFERENCES content(sha256),
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('ok', 'partial', 'refused')),
  error TEXT,
  messages TEXT NOT NULL,
  document TEXT,
  extraction TEXT,
  PRIMARY KEY (round_id, sha256)
) STRICT;

CREATE TABLE arrival (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round(id),
  sha256 TEXT NOT NULL,
  path TEXT NOT NULL,
  container TEXT,
  sender TEXT,
  subject TEXT,
  received_at TEXT,
  imported_at TEXT NOT NULL,
  UNIQUE (round_id, path, sha256)
) STRICT;
CREATE INDEX arrival_content ON arrival (round_id, sha256);

CREATE TABLE submission (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round(id),
  number INTEGER NOT NULL,
  version INTEGER NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('in', 'out')),
  standing_reason TEXT NOT NULL,
  name TEXT NOT NULL,
  city TEXT NOT NULL,
  subject TEXT,
  direction TEXT,
  files INTEGER NOT NULL,
  refused_files INTEGER NOT NULL,
  questions INTEGER NOT NULL,
  received_at TEXT,
  UNIQUE (round_id, number)
) STRICT;

CREATE TABLE submission_version (
  submission_id TEXT NOT NULL REFERENCES submission(id),
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  reason TEXT NOT NULL,
  dossier TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (submission_id, version)
) STRICT;

CREATE TABLE submission_file (
  round_id TEXT NOT NULL REFERENCES round(id),
  submission_id TEXT NOT NULL REFERENCES submission(id),
  sha256 TEXT NOT NULL,
  PRIMARY KEY (submission_id, sha256)
) STRICT;
CREATE INDEX submission_file_content ON submission_file (round_id, sha256);

CREATE TABLE expert (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round(id),
  name TEXT NOT NULL,
  employer TEXT NOT NULL,
  avoid TEXT NOT NULL,
  public_identity TEXT,
  key_id TEXT,
  enrolled_at TEXT,
  packed_at TEXT,
  UNIQUE (round_id, name),
  UNIQUE (round_id, key_id)
) STRICT;

CREATE TABLE assignment (
  round_id TEXT NOT NULL REFERENCES round(id),
  expert_id TEXT NOT NULL REFERENCES expert(id) ON DELETE CASCADE,
  submission_id TEXT NOT NULL REFERENCES submission(id),
  PRIMARY KEY (expert_id, submission_id)
) STRICT;
CREATE INDEX assignment_round ON assignment (round_id);

CREATE TABLE sheet (
  round_id TEXT NOT NULL REFERENCES round(id),
  expert_id TEXT NOT NULL REFERENCES expert(id),
  submission_id TEXT NOT NULL REFERENCES submission(id),
  version INTEGER NOT NULL,
  recusal TEXT,
  remark TEXT NOT NULL,
  complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
  signed INTEGER NOT NULL CHECK (signed IN (0, 1)),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (expert_id, submission_id)
) STRICT;

-- score NULL: a comment without a score. Unscored is never 0.
CREATE TABLE sheet_item (
  expert_id TEXT NOT NULL,
  submission_id TEXT NOT NULL,
  item TEXT NOT NULL,
  score TEXT,
  comment TEXT NOT NULL,
  PRIMARY KEY (expert_id, submission_id, item),
  FOREIGN KEY (expert_id, submission_id) REFERENCES sheet (expert_id, submission_id)
) STRICT;

-- Signed results as they are, for ever. At most one result per expert and sequence.
CREATE TABLE result (
  digest TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round(id),
  expert_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  jws TEXT NOT NULL,
  payload TEXT NOT NULL,
  signed_at TEXT NOT NULL,
  added_at TEXT NOT NULL,
  UNIQUE (round_id, expert_id, sequence)
) STRICT;

-- The sheets of a result that were accepted; a refused sheet is in the audit trail with its reason.
CREATE TABLE result_sheet (
  result_digest TEXT NOT NULL REFERENCES result(digest),
  submission_id TEXT NOT NULL REFERENCES submission(id),
  version INTEGER NOT NULL,
  PRIMARY KEY (result_digest, submission_id)
) STRICT;

CREATE TABLE decision (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round(id),
  decision TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE pack (
  digest TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round(id),
  expert_id TEXT NOT NULL,
  manifest TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

CREATE TABLE pack_submission (
  pack_digest TEXT NOT NULL REFERENCES pack(digest),
  submission_id TEXT NOT NULL REFERENCES submission(id),
  version INTEGER NOT NULL,
  PRIMARY KEY (pack_digest, submission_id)
) STRICT;

CREATE TABLE written_file (
  name TEXT NOT NULL PRIMARY KEY,
  round_id TEXT REFERENCES round(id),
  path TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  written_at TEXT NOT NULL
) STRICT;

CREATE TABLE audit (
  seq INTEGER NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  round_id TEXT,
  detail TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE search_text (
  id INTEGER NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round(id),
  sha256 TEXT NOT NULL,
  block TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX search_text_content ON search_text (round_id, sha256);
CREATE VIRTUAL TABLE search_index USING fts5(grams, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
${["audit", "result", "result_sheet", "decision", "pack", "pack_submission", "content"].map(appendOnly).join("")}`;

/** UPDATE and DELETE are refused by the database itself, also those hidden in INSERT OR REPLACE. */
function appendOnly(table: string): string {
  const refuse = (verb: string) => `
CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`;
  return refuse("UPDATE") + refuse("DELETE");
}
