import type { ResultOf } from "../../shared/contract/index.ts";
import { fail, succeed } from "../../shared/contract/result.ts";
import type { Dossier } from "../../shared/submission/dossier.ts";
import { insertContent, insertReading } from "../db/contents.ts";
import { transact } from "../db/database.ts";
import { listAssignments, saveExpert, setAssigned } from "../db/experts.ts";
import { findIdentity } from "../db/identities.ts";
import { insertNotice, listNotices } from "../db/notices.ts";
import {
  findRound,
  type Guest,
  insertRound,
  listRounds,
  type StoredRound,
  updateGuest,
} from "../db/rounds.ts";
import { indexDocument } from "../db/search.ts";
import { writeSetting } from "../db/settings.ts";
import { findSubmission, saveDossier } from "../db/submissions.ts";
import { formDigest, schemeDigest } from "../seal/digest.ts";
import type { PackContents } from "../seal/pack-contents.ts";
import type { PackPlan } from "../seal/pack-plans.ts";
import { type ReadPack, readPack } from "../seal/read-pack.ts";
import { backUp } from "./backup.ts";
import { type Context, notFound, preferencesOf, record } from "./context.ts";

/** Takes the pack that was handed over to the window. */
export async function openUploaded(context: Context, upload: string): Promise<ResultOf<"pack/open">> {
  const uploads = context.uploads.find([upload]);
  if (!uploads?.[0]) return notFound("upload");
  const bytes = await context.uploads.read(uploads[0]);
  context.uploads.discard([upload]);
  return openPack(context, Buffer.from(bytes));
}

/** Takes a pack into this laptop's database, all of it or nothing. */
async function openPack(context: Context, bytes: Buffer): Promise<ResultOf<"pack/open">> {
  const read = await readPack(bytes);
  if (!read.ok) return read;
  const { contents, clerk, clerkFingerprint } = read.value;
  if (!findIdentity(context.db, contents.expert.key)) {
    return fail("not-for-this-laptop", { expert: contents.expert.name });
  }
  const known = findRound(context.db, contents.round.id);
  const refusal = known && refuseKnown(known, read.value);
  if (refusal) return refusal;
  await backUp(context, "pack");
  // Before the database, which then takes all of the pack or nothing: a plan that is here already does no harm.
  const plans = takePlans(context, contents.plans ?? []);
  transact(context.db, () => takeIn(context, read.value, known !== null, plans));
  return succeed({
    round: contents.round.id,
    clerkName: clerk.name,
    clerkFingerprint,
    submissions: contents.dossiers.length,
  });
}

/** Why a pack for a round that is on this laptop already is not taken; `null`: it replaces the older one. */
function refuseKnown(
  known: StoredRound,
  pack: ReadPack,
): ReturnType<typeof fail<"round-is-here" | "unknown-key" | "older-pack">> | null {
  const { contents, clerk } = pack;
  if (known.guest === null) return fail("round-is-here", { round: known.name, expert: contents.expert.name });
  if (known.guest.expert.id !== contents.expert.id) {
    return fail("round-is-here", { round: known.name, expert: known.guest.expert.name });
  }
  if (known.guest.clerk.keyId !== clerk.keyId) return fail("unknown-key", { clerk: clerk.name });
  return contents.madeAt < known.guest.madeAt ? fail("older-pack", { madeAt: contents.madeAt }) : null;
}

/** Those of the pack that are in the library now. One whose id means something else here stays out: what is here is never replaced. */
const takePlans = (context: Context, plans: readonly PackPlan[]): PackPlan[] =>
  plans.filter(({ scheme }) => {
    const taken = context.ownSchemes.take(scheme);
    return taken === "taken" || taken === "known";
  });

function takeIn(context: Context, pack: ReadPack, isKnown: boolean, plans: readonly PackPlan[]): void {
  const { db, ports } = context;
  const { contents, clerk, clerkFingerprint, digest } = pack;
  const guest: Guest = {
    clerk: { name: clerk.name, keyId: clerk.keyId, fingerprint: clerkFingerprint },
    expert: { id: contents.expert.id, name: contents.expert.name },
    packDigest: digest,
    madeAt: contents.madeAt,
    aliases: Object.fromEntries([...(contents.aliases ?? [])].map(([id, names]) => [id, [...names]])),
  };
  if (isKnown) updateGuest(db, contents.round.id, guest);
  else insertRound(db, guestRound(contents, guest, ports.now()));
  takeExpert(context, contents);
  takeNotice(context, contents, clerk.name);
  for (const plan of plans) takeNotice(context, plan, clerk.name);
  sitDownAsExpert(context, contents.expert.name);
  for (const dossier of contents.dossiers) takeDossier(context, contents, dossier);
  const assigned = new Set(contents.dossiers.map((dossier) => dossier.submission));
  for (const pair of listAssignments(db, contents.round.id)) {
    if (!assigned.has(pair.submission)) setAssigned(db, contents.round.id, pair, false);
  }
  for (const submission of assigned) {
    setAssigned(db, contents.round.id, { expert: contents.expert.id, submission }, true);
  }
  record(context, "pack.open", contents.round.id, {
    clerk: clerk.name,
    key: clerk.keyId,
    digest,
    expert: contents.expert.name,
    submissions: String(contents.dossiers.length),
    ...(plans.length === 0 ? {} : { plans: plans.map(({ scheme }) => scheme.id).join("、") }),
  });
}

const guestRound = (contents: PackContents, guest: Guest, now: string): StoredRound => ({
  id: contents.round.id,
  side: "guest",
  name: contents.round.name,
  state: "open",
  scheme: contents.scheme,
  settings: {
    thresholds: {},
    baseYears: contents.scheme.settings.baseYears,
    growthMethod: contents.scheme.settings.growthMethod,
    outlineTolerance: contents.scheme.settings.outlineTolerance,
    maxima: Object.fromEntries(contents.form.items.map((item) => [item.id, item.max])),
    step: contents.form.step,
    rule: contents.rule,
  },
  thresholdsEntered: {},
  frozenScheme: contents.scheme,
  form: contents.form,
  schemeDigest: schemeDigest(contents.scheme),
  formDigest: formDigest(contents.form),
  createdAt: now,
  openedAt: contents.madeAt,
  guest,
});

function takeNotice(
  context: Context,
  { scheme, notice }: Pick<PackContents, "scheme" | "notice">,
  by: string,
): void {
  if (!notice) return;
  const { title, document } = notice;
  const known = listNotices(context.db, scheme.id).at(-1);
  if (known && JSON.stringify(known.document) === JSON.stringify(document)) return;
  insertNotice(context.db, context.ports.newId(), {
    scheme: scheme.id,
    title,
    file: title,
    sha256: "",
    document,
    by,
    at: context.ports.now(),
  });
}

function takeExpert(context: Context, contents: PackContents): void {
  const identity = findIdentity(context.db, contents.expert.key);
  saveExpert(context.db, contents.round.id, {
    id: contents.expert.id,
    name: contents.expert.name,
    employer: "",
    // What the clerk registered, so that 回避 is suggested here as well.
    avoid: [...(contents.expert.units ?? [])],
    identity: identity?.sealed.identity ?? null,
    enrolledAt: contents.madeAt,
    packedAt: null,
  });
}

/** A laptop that only holds packs is an expert's: the window shows the expert's tasks without being told. */
function sitDownAsExpert(context: Context, name: string): void {
  if (listRounds(context.db).some((round) => round.side === "host")) return;
  const preferences = preferencesOf(context);
  writeSetting(context.db, "preferences", {
    ...preferences,
    role: "expert",
    name: preferences.name === "" ? name : preferences.name,
  });
}

function takeDossier(context: Context, contents: PackContents, dossier: Dossier): void {
  const { db, ports } = context;
  const round = contents.round.id;
  for (const file of dossier.files) {
    const bytes = contents.files.get(file.sha256);
    if (!bytes) continue;
    insertContent(db, file.sha256, bytes);
    const { sha256, name, kind, status, error, messages } = file;
    const document = contents.documents.get(sha256) ?? null;
    const isNew = insertReading(db, round, {
      sha256,
      name,
      bytes: file.bytes,
      kind,
      status,
      error,
      messages,
      document,
      extraction: null,
    });
    if (isNew && document) indexDocument(db, round, sha256, document);
  }
  const known = findSubmission(db, dossier.submission);
  if (known && known.summary.version === dossier.version) return;
  saveDossier(db, round, dossier, { at: ports.now(), reason: "pack" });
}
