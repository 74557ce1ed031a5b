/**
 * Vetoes that were found to hold for an applicant (the latest entry about a veto counts), and the panel results a chair signed.
 * Both are only added to.
 */
export const gradesAndPanel = `
CREATE TABLE veto_mark (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round(id),
  submission_id TEXT NOT NULL REFERENCES submission(id),
  veto TEXT NOT NULL,
  holds INTEGER NOT NULL CHECK (holds IN (0, 1)),
  reason TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX veto_mark_round ON veto_mark (round_id, at);
CREATE TRIGGER veto_mark_no_update BEFORE UPDATE ON veto_mark
BEGIN SELECT RAISE(ABORT, 'veto_mark is append-only'); END;
CREATE TRIGGER veto_mark_no_delete BEFORE DELETE ON veto_mark
BEGIN SELECT RAISE(ABORT, 'veto_mark is append-only'); END;

CREATE TABLE panel_result (
  digest TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round(id),
  sequence INTEGER NOT NULL,
  jws TEXT NOT NULL,
  payload TEXT NOT NULL,
  signed_at TEXT NOT NULL,
  UNIQUE (round_id, sequence)
) STRICT;
CREATE TRIGGER panel_result_no_update BEFORE UPDATE ON panel_result
BEGIN SELECT RAISE(ABORT, 'panel_result is append-only'); END;
CREATE TRIGGER panel_result_no_delete BEFORE DELETE ON panel_result
BEGIN SELECT RAISE(ABORT, 'panel_result is append-only'); END;`;
