import type { PanelPayload } from "../../shared/seal/panel-payload.ts";
import { type Database, sql } from "./database.ts";

/** A panel result as the chair signed it. */
export interface StoredPanel {
  readonly digest: string;
  readonly sequence: number;
  readonly jws: string;
  readonly payload: PanelPayload;
  readonly signedAt: string;
}

interface PanelRow {
  digest: string;
  sequence: number;
  jws: string;
  payload: string;
  signed_at: string;
}

/** Oldest first. */
export const listPanelResults = (db: Database, round: string): StoredPanel[] =>
  sql<PanelRow>(db, "SELECT * FROM panel_result WHERE round_id = ? ORDER BY sequence")
    .all(round)
    .map(({ digest, sequence, jws, payload, signed_at }) => ({
      digest,
      sequence,
      jws,
      // Written by insertPanelResult only, after its schema accepted it.
      payload: JSON.parse(payload) as PanelPayload,
      signedAt: signed_at,
    }));

export const insertPanelResult = (db: Database, round: string, result: StoredPanel): void => {
  sql(
    db,
    "INSERT INTO panel_result (digest, round_id, sequence, jws, payload, signed_at) VALUES (?, ?, ?, ?, ?, ?)",
  ).run(result.digest, round, result.sequence, result.jws, JSON.stringify(result.payload), result.signedAt);
};
