import type { Dossier } from "../../shared/submission/dossier.ts";
import type { Application } from "../../shared/submission/fact.ts";
import { groupSubmissions } from "../../shared/submission/group-submissions.ts";
import { relateNames } from "../../shared/text/organisation-name.ts";
import { findReading, listArrivals, listReadings, type Reading } from "../db/contents.ts";
import { transact } from "../db/database.ts";
import type { StoredRound } from "../db/rounds.ts";
import { findDossier, listFilePlaces, listSubmissions, nextSubmissionNumber } from "../db/submissions.ts";
import { buildDossier, storeVersion } from "./build-dossier.ts";
import type { Context } from "./context.ts";
import { schemeInForce } from "./rounds.ts";

/**
 * Sorts every file of the round that belongs to no submission yet. A group whose applicant (name and city) is known
 * already becomes a new version of that submission; any other becomes a submission of its own. Returns how many
 * submissions were made or changed.
 */
export function placeFiles(context: Context, round: StoredRound): number {
  const { db } = context;
  const readings = unplacedReadings(context, round.id);
  const arrivals = Map.groupBy(listArrivals(db, round.id), (arrival) => arrival.sha256);
  const candidates = readings.flatMap((reading) =>
    (arrivals.get(reading.sha256) ?? []).slice(0, 1).map((arrival) => ({
      file: arrival.path,
      sha256: reading.sha256,
      container: arrival.container,
      provenance: {
        path: arrival.path,
        ...(arrival.sender === null ? {} : { sender: arrival.sender }),
        ...(arrival.subject === null ? {} : { subject: arrival.subject }),
        ...(arrival.receivedAt === null ? {} : { receivedAt: arrival.receivedAt }),
      },
      extraction: reading.extraction,
    })),
  );
  const grouped = groupSubmissions(candidates, schemeInForce(round));
  const applications = applicationsOf(context, round.id);
  for (const group of grouped.submissions) {
    const files = group.files.map((file) => file.sha256);
    transact(db, () => placeGroup(context, round, files, applications));
  }
  return grouped.submissions.length;
}

function unplacedReadings(context: Context, round: string): Reading[] {
  const places = listFilePlaces(context.db, round);
  return listReadings(context.db, round)
    .filter((head) => !places.has(head.sha256) && !["noise", "mail", "archive"].includes(head.kind))
    .flatMap((head) => findReading(context.db, round, head.sha256) ?? []);
}

/** Rows of every 申报汇总表 of the round: they may name city, type and direction of an applicant. */
export const applicationsOf = (context: Context, round: string): Application[] =>
  listReadings(context.db, round)
    .filter((head) => head.kind === "application-table")
    .flatMap((head) => findReading(context.db, round, head.sha256)?.extraction?.applications ?? []);

function placeGroup(
  context: Context,
  round: StoredRound,
  files: string[],
  applications: readonly Application[],
): void {
  const { db, ports } = context;
  const fresh = buildDossier(context, round, {
    submission: ports.newId(),
    number: nextSubmissionNumber(db, round.id),
    version: 1,
    files,
    applications,
    previous: null,
  });
  const known = knownSubmission(context, round.id, fresh);
  const dossier = known
    ? buildDossier(context, round, {
        submission: known.submission,
        number: known.number,
        version: known.version + 1,
        files: [...known.files.map((file) => file.sha256), ...files],
        applications,
        previous: known,
      })
    : fresh;
  storeVersion(context, round, dossier, known ? "supplement" : "import");
}

/** A submission of the same applicant from the same city. From another city it is a question of its own: a duplicate. */
function knownSubmission(context: Context, round: string, fresh: Dossier): Dossier | null {
  const name = fresh.identity.name?.value;
  if (name === undefined) return null;
  const known = listSubmissions(context.db, round).find(
    (submission) =>
      relateNames(submission.name, name) === "same" &&
      (fresh.identity.city?.value ?? submission.city) === submission.city,
  );
  return known ? findDossier(context.db, known.id) : null;
}
