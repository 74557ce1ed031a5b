/** What an expert keeps at the desk beside the score sheets: notes, the order of applicants, the places left. */
export const notesAndPlaces = `
-- Private to the expert. A note taken away keeps its words: removed_at, and saving it again brings it back.
CREATE TABLE note (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round(id),
  expert_id TEXT NOT NULL REFERENCES expert(id),
  submission_id TEXT NOT NULL REFERENCES submission(id),
  evidence TEXT,
  items TEXT NOT NULL,
  text TEXT NOT NULL,
  created_at TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX note_expert ON note (round_id, expert_id, submission_id);

-- The seed the order of an expert's applicants follows from; drawn once.
CREATE TABLE desk_order (
  round_id TEXT NOT NULL REFERENCES round(id),
  expert_id TEXT NOT NULL REFERENCES expert(id),
  seed TEXT NOT NULL,
  drawn_at TEXT NOT NULL,
  PRIMARY KEY (round_id, expert_id)
) STRICT;

-- Panes, sizes and reading positions, per applicant.
CREATE TABLE desk_place (
  round_id TEXT NOT NULL REFERENCES round(id),
  expert_id TEXT NOT NULL REFERENCES expert(id),
  submission_id TEXT NOT NULL REFERENCES submission(id),
  place TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (expert_id, submission_id)
) STRICT;
CREATE INDEX desk_place_round ON desk_place (round_id, expert_id, saved_at);`;
