/**
 * Who entered each threshold and when (`{"<indicator>/<subject>": {by, at}}`), and the end of the audit trail: without it a
 * trail whose last entries were removed would still be a whole chain.
 */
export const enteredBy = `
ALTER TABLE round ADD COLUMN thresholds_entered TEXT NOT NULL DEFAULT '{}';

CREATE TABLE audit_end (
  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
INSERT INTO audit_end (only, seq, hash)
  SELECT 1, coalesce(max(seq), 0), coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), '') FROM audit;
CREATE TRIGGER audit_end_no_delete BEFORE DELETE ON audit_end
BEGIN SELECT RAISE(ABORT, 'audit_end stays'); END;
CREATE TRIGGER audit_end_forward BEFORE UPDATE ON audit_end WHEN new.seq <> old.seq + 1
BEGIN SELECT RAISE(ABORT, 'audit_end only moves forward'); END;`;
