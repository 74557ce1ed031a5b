import type { CityPaper } from "../../shared/scheme/check-city-papers.ts";
import { findCity } from "../../shared/scheme/city-name.ts";
import type { FileKind } from "../../shared/submission/document.ts";
import { arrivalsOf, findReading, listReadings, type Reading } from "../db/contents.ts";
import type { StoredRound } from "../db/rounds.ts";
import type { Context } from "./context.ts";
import { schemeInForce } from "./rounds.ts";

const kinds: readonly FileKind[] = ["letter", "application-table"];

/** Papers of a round that speak for a whole city, each with the city it names. */
export const cityPapersOf = (
  context: Context,
  round: StoredRound,
): (CityPaper & { readonly sha256: string })[] =>
  listReadings(context.db, round.id)
    .filter((head) => kinds.includes(head.kind))
    .flatMap((head) => {
      const reading = findReading(context.db, round.id, head.sha256);
      if (!reading) return [];
      const paths = arrivalsOf(context.db, round.id, head.sha256).map((arrival) => arrival.path);
      return [
        {
          kind: head.kind,
          sha256: head.sha256,
          city: cityOf(schemeInForce(round).cities, reading, paths),
          file: paths[0] ?? head.name,
          refused: head.status === "refused",
        },
      ];
    });

/** A table says its city in its rows, a letter in its text, both perhaps only in the name of the folder they came in. */
function cityOf(cities: readonly string[], reading: Reading, paths: readonly string[]): string | null {
  const rows = (reading.extraction?.applications ?? []).map((row) => findCity(cities, row.city));
  return only(rows) ?? only(namedIn(cities, textOf(reading))) ?? only(namedIn(cities, paths.join(" ")));
}

const only = (names: readonly (string | null)[]): string | null => {
  const distinct = [...new Set(names)];
  return distinct.length === 1 ? (distinct[0] ?? null) : null;
};

const namedIn = (cities: readonly string[], text: string): string[] =>
  cities.filter((city) => text.includes(city));

const textOf = (reading: Reading): string =>
  (reading.document?.blocks ?? []).map((block) => (block.kind === "table" ? "" : block.text)).join("\n");
