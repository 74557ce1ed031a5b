/** Letters to the office of a recommending city, with what had arrived from that city on the day. */
export const cityLetters = `
CREATE TABLE city_correction (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round(id),
  city TEXT NOT NULL,
  correction TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX city_correction_round ON city_correction (round_id);
CREATE TRIGGER city_correction_no_update BEFORE UPDATE ON city_correction
BEGIN SELECT RAISE(ABORT, 'city_correction is append-only'); END;
CREATE TRIGGER city_correction_no_delete BEFORE DELETE ON city_correction
BEGIN SELECT RAISE(ABORT, 'city_correction is append-only'); END;`;
