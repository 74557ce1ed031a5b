import type { Dossier } from "../../shared/submission/dossier.ts";
import type { Application, Extraction } from "../../shared/submission/fact.ts";
import { type GroupFile, groupInSteps, isSupplement } from "../../shared/submission/group-submissions.ts";
import { answerWindow, inTurns } from "../answer-window.ts";
import { findSortable, listArrivals, listReadings, type StoredArrival } from "../db/contents.ts";
import { transact } from "../db/database.ts";
import type { StoredRound } from "../db/rounds.ts";
import { findDossier, isPlaced, listFilePlaces, nextSubmissionNumber } from "../db/submissions.ts";
import { buildDossier, storeVersion } from "./build-dossier.ts";
import type { Context } from "./context.ts";
import { type KnownNames, knownNames } from "./known-names.ts";
import { ownerOf } from "./owner-of.ts";
import { placeMails } from "./place-mails.ts";
import { schemeInForce } from "./rounds.ts";

/** Milliseconds of sorting between two answers to the window. */
const timeAtOnce = 15;

interface Sorted {
  readonly files: readonly GroupFile[];
  /** Too little for a submission of its own. */
  readonly supplementOnly: boolean;
}

/**
 * Sorts every file of the round that belongs to no submission yet. A group whose applicant (name and city) is known
 * already becomes a new version of that submission; any other becomes a submission of its own. Each is stored whole in one
 * transaction, several in the same while it is short, and the window is answered in between: what a crash leaves unsorted
 * the next import sorts. Returns how many submissions were made or changed.
 */
export async function placeFiles(context: Context, round: StoredRound): Promise<number> {
  const names = await knownNames(context, round.id);
  let placed = 0;
  const sorted = await groupsOf(context, round);
  const groups = sorted.groups.values();
  for (let left = true; left; await answerWindow())
    transact(context.db, () => {
      const until = performance.now() + timeAtOnce;
      for (const group of groups) {
        if (placeGroup(context, round, group, names)) placed += 1;
        if (performance.now() > until) return;
      }
      left = false;
    });
  return placed + (await placeMails(context, round, sorted.mails));
}

/** Groups of files, and the mails whose text joined none of them. */
async function groupsOf(
  context: Context,
  round: StoredRound,
): Promise<{ groups: Sorted[]; mails: GroupFile[] }> {
  const places = listFilePlaces(context.db, round.id);
  await answerWindow();
  const unplaced = listReadings(context.db, round.id).filter(
    ({ sha256, kind }) => !places.has(sha256) && !["noise", "archive"].includes(kind),
  );
  await answerWindow();
  const arrivals = new Map(
    listArrivals(context.db, round.id)
      .toReversed()
      .map((arrival) => [arrival.sha256, arrival]),
  );
  const candidates: GroupFile[] = [];
  for (const [index, { sha256 }] of unplaced.entries()) {
    if (index % 20 === 0) await answerWindow();
    const arrival = arrivals.get(sha256);
    if (arrival) candidates.push(candidateOf(arrival, findSortable(context.db, round.id, sha256)));
  }
  const { submissions, roundFiles } = await inTurns(groupInSteps(candidates, schemeInForce(round)));
  // What no group was found for may still supplement a submission of an earlier import.
  const groups = [
    ...submissions.map((group) => ({ files: group.files, supplementOnly: false })),
    ...roundFiles.filter(isSupplement).map((file) => ({ files: [file], supplementOnly: true })),
  ];
  const grouped = new Set(groups.flatMap((group) => group.files));
  return { groups, mails: candidates.filter((file) => isWithText(file) && !grouped.has(file)) };
}

const isWithText = ({ extraction }: GroupFile): boolean =>
  extraction?.kind === "mail" && extraction.totalChars > 0;

const candidateOf = (arrival: StoredArrival, extraction: Extraction | null): GroupFile => ({
  file: arrival.path,
  sha256: arrival.sha256,
  container: arrival.container,
  provenance: {
    path: arrival.path,
    ...(arrival.sender === null ? {} : { sender: arrival.sender }),
    ...(arrival.subject === null ? {} : { subject: arrival.subject }),
    ...(arrival.receivedAt === null ? {} : { receivedAt: arrival.receivedAt }),
  },
  extraction,
});

/** False when a person has sorted all of its files meanwhile. */
function placeGroup(
  context: Context,
  round: StoredRound,
  { files: group, supplementOnly }: Sorted,
  names: KnownNames,
): boolean {
  const { db, ports } = context;
  const files = group.map(({ sha256 }) => sha256).filter((sha256) => !isPlaced(db, round.id, sha256));
  if (files.length === 0) return false;
  const applications = rowsFor(group, names);
  const fresh = buildDossier(context, round, {
    submission: ports.newId(),
    number: nextSubmissionNumber(db, round.id),
    version: 1,
    files,
    applications,
    previous: null,
  });
  const known = knownSubmission(context, fresh, group, names);
  if (!known && supplementOnly) return false;
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
  const name = dossier.identity.name?.value;
  if (!known && name !== undefined)
    names.submissions.add(name, {
      submission: dossier.submission,
      city: dossier.identity.city?.value ?? "",
    });
  return true;
}

/** Only rows under a name that stands in one of the files can be the applicant's own. */
const rowsFor = (group: readonly GroupFile[], names: KnownNames): Application[] => [
  ...new Set(
    group.flatMap((file) => {
      const name = file.extraction?.applicant.name?.value;
      return name === undefined ? [] : names.applications.find(name);
    }),
  ),
];

/** A submission of the same applicant from the same city. From another city it is a question of its own: a duplicate. */
function knownSubmission(
  context: Context,
  fresh: Dossier,
  group: readonly GroupFile[],
  names: KnownNames,
): Dossier | null {
  const name = fresh.identity.name?.value;
  if (name === undefined) {
    const owner = ownerOf(group, names.submissions, names.written);
    return owner && findDossier(context.db, owner.submission);
  }
  const city = fresh.identity.city?.value;
  const known = names.submissions.find(name).find((one) => city === undefined || one.city === city);
  return known ? findDossier(context.db, known.submission) : null;
}
