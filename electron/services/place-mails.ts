import type { GroupFile } from "../../shared/submission/group-submissions.ts";
import { addsTo } from "../../shared/submission/mail-body.ts";
import { compact } from "../../shared/text/normalise-text.ts";
import { answerWindow } from "../answer-window.ts";
import { findSortable, listArrivals } from "../db/contents.ts";
import { transact } from "../db/database.ts";
import type { StoredRound } from "../db/rounds.ts";
import { findDossier, isPlaced, listFilePlaces } from "../db/submissions.ts";
import { buildDossier, storeVersion } from "./build-dossier.ts";
import type { Context } from "./context.ts";
import { applicationsOf, type KnownNames, knownNames } from "./known-names.ts";

/** Names shorter than this stand in too many sentences. */
const shortest = 4;

const only = (ids: Iterable<string>): string | null => {
  const [first, more] = new Set(ids);
  return first !== undefined && more === undefined ? first : null;
};

/**
 * Texts of mails that came after the submission they are about: with attachments that were there already, or with none. Each
 * joins the one submission its attachments belong to, its text names as applicant, or its subject names, when it says
 * something that submission leaves open. Returns how many submissions got a new version.
 */
export async function placeMails(
  context: Context,
  round: StoredRound,
  mails: readonly GroupFile[],
): Promise<number> {
  if (mails.length === 0) return 0;
  const names = await knownNames(context, round.id);
  const inside = ownersInside(context, round.id);
  let placed = 0;
  for (const mail of mails) {
    await answerWindow();
    const owner = ownerOfMail(mail, names, inside);
    if (owner !== null && transact(context.db, () => join(context, round, mail, owner))) placed += 1;
  }
  return placed;
}

/** Submissions the files inside of each mail belong to. */
function ownersInside(context: Context, round: string): ReadonlyMap<string, ReadonlySet<string>> {
  const places = listFilePlaces(context.db, round);
  const owners = new Map<string, Set<string>>();
  for (const { path, sha256 } of listArrivals(context.db, round)) {
    const owner = places.get(sha256);
    if (owner === undefined) continue;
    for (let cut = path.indexOf("!/"); cut >= 0; cut = path.indexOf("!/", cut + 1)) {
      const outer = path.slice(0, cut);
      owners.set(outer, (owners.get(outer) ?? new Set()).add(owner));
    }
  }
  return owners;
}

/** A mail whose attachments belong to several applicants speaks for none of them. */
function ownerOfMail(
  mail: GroupFile,
  names: KnownNames,
  inside: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  const owners = inside.get(mail.file);
  return owners ? only(owners) : (byName(mail, names) ?? bySubject(mail, names));
}

function byName({ extraction }: GroupFile, { submissions }: KnownNames): string | null {
  const name = extraction?.applicant.name?.value;
  return name === undefined ? null : only(submissions.find(name).map(({ submission }) => submission));
}

function bySubject({ provenance }: GroupFile, { written }: KnownNames): string | null {
  const subject = compact(provenance.subject ?? "");
  return only(
    written
      .filter(({ name }) => [...name].length >= shortest && subject.includes(compact(name)))
      .map(({ thing }) => thing.submission),
  );
}

/** False when the mail says nothing new, or a person has put it somewhere meanwhile. */
function join(context: Context, round: StoredRound, mail: GroupFile, submission: string): boolean {
  const { db } = context;
  const previous = findDossier(db, submission);
  if (!previous || mail.extraction === null || isPlaced(db, round.id, mail.sha256)) return false;
  const known = previous.files.map((file) => findSortable(db, round.id, file.sha256));
  if (!addsTo(mail.extraction, known)) return false;
  const dossier = buildDossier(context, round, {
    submission,
    number: previous.number,
    version: previous.version + 1,
    files: [...previous.files.map((file) => file.sha256), mail.sha256],
    applications: applicationsOf(context, round.id),
    previous,
  });
  storeVersion(context, round, dossier, "supplement");
  return true;
}
