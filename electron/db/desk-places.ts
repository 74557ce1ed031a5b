import { DeskPlace } from "../../shared/contract/desk-place.ts";
import { type Database, sql } from "./database.ts";

interface PlaceRow {
  submission_id: string;
  place: string;
}

export interface OfSheet {
  readonly round: string;
  readonly expert: string;
  readonly submission: string;
}

/** How this applicant was left, else the one looked at last: a desk arranged once stays arranged. */
export function findPlace(db: Database, at: OfSheet): { place: DeskPlace; own: boolean } | null {
  const row = sql<PlaceRow>(
    db,
    `SELECT submission_id, place FROM desk_place WHERE round_id = ? AND expert_id = ?
     ORDER BY submission_id = ? DESC, saved_at DESC, rowid DESC LIMIT 1`,
  ).get(at.round, at.expert, at.submission);
  if (!row) return null;
  // An older program may have kept something else: then the desk starts afresh.
  const place = DeskPlace.safeParse(JSON.parse(row.place));
  return place.success ? { place: place.data, own: row.submission_id === at.submission } : null;
}

export const savePlace = (db: Database, at: OfSheet, place: DeskPlace, now: string): void => {
  sql(
    db,
    `INSERT INTO desk_place (round_id, expert_id, submission_id, place, saved_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (expert_id, submission_id) DO UPDATE SET place = excluded.place, saved_at = excluded.saved_at`,
  ).run(at.round, at.expert, at.submission, JSON.stringify(place), now);
};

export interface DrawnOrder {
  readonly seed: string;
  readonly drawnAt: string;
}

export const findOrder = (db: Database, round: string, expert: string): DrawnOrder | null => {
  const row = sql<{ seed: string; drawn_at: string }>(
    db,
    "SELECT seed, drawn_at FROM desk_order WHERE round_id = ? AND expert_id = ?",
  ).get(round, expert);
  return row ? { seed: row.seed, drawnAt: row.drawn_at } : null;
};

export const saveOrder = (db: Database, round: string, expert: string, order: DrawnOrder): void => {
  sql(db, "INSERT INTO desk_order (round_id, expert_id, seed, drawn_at) VALUES (?, ?, ?, ?)").run(
    round,
    expert,
    order.seed,
    order.drawnAt,
  );
};
