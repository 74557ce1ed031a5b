/** Texts of notices a clerk kept with a scheme of one's own, or a pack brought along; the newest of a file's name counts. */
export const notices = `
CREATE TABLE notice (
  id TEXT NOT NULL PRIMARY KEY,
  scheme TEXT NOT NULL,
  title TEXT NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  document TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX notice_scheme ON notice (scheme);
CREATE TRIGGER notice_no_update BEFORE UPDATE ON notice
BEGIN SELECT RAISE(ABORT, 'notice is append-only'); END;
CREATE TRIGGER notice_no_delete BEFORE DELETE ON notice
BEGIN SELECT RAISE(ABORT, 'notice is append-only'); END;`;
