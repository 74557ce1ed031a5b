import { SentCityCorrection } from "../../shared/correction/city-correction.ts";
import { type Database, sql } from "./database.ts";

export const insertCityCorrection = (db: Database, round: string, correction: SentCityCorrection): void => {
  sql(db, "INSERT INTO city_correction (id, round_id, city, correction, at) VALUES (?, ?, ?, ?, ?)").run(
    correction.id,
    round,
    correction.city,
    JSON.stringify(correction),
    correction.at,
  );
};

/** In the order they were sent. */
export const listCityCorrections = (db: Database, round: string): SentCityCorrection[] =>
  sql<{ correction: string }>(db, "SELECT correction FROM city_correction WHERE round_id = ? ORDER BY rowid")
    .all(round)
    .map((row) => SentCityCorrection.parse(JSON.parse(row.correction)));
