import type { Handlers, ResultOf } from "../../shared/contract/index.ts";
import { fail, succeed } from "../../shared/contract/result.ts";
import type { Scheme } from "../../shared/scheme/scheme.ts";
import type { Dossier } from "../../shared/submission/dossier.ts";
import { findReading, insertContent, insertReading, readContent } from "../db/contents.ts";
import { transact } from "../db/database.ts";
import { findExpert, listAssignedTo, listAssignments, saveExpert, setAssigned } from "../db/experts.ts";
import { findIdentity } from "../db/identities.ts";
import { insertNotice, listNotices } from "../db/notices.ts";
import { insertPack } from "../db/results.ts";
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
import { findDossier, findSubmission, saveDossier } from "../db/submissions.ts";
import { formDigest, schemeDigest } from "../seal/digest.ts";
import { type PackContents, packExtension } from "../seal/pack-contents.ts";
import { isFitPlan, type PackPlan, planLimits } from "../seal/pack-plans.ts";
import { type ReadPack, readPack } from "../seal/read-pack.ts";
import { writePack } from "../seal/write-pack.ts";
import { backUp } from "./backup.ts";
import { aliasesOf, unitsOf } from "./conflicts.ts";
import { type Context, notFound, type OpenRound, openRound, preferencesOf, record } from "./context.ts";
import { fileNameOf, writeExport } from "./files.ts";
import { openSigner } from "./identities.ts";
import { readNotice } from "./notices.ts";

export function createPackHandlers(context: Context): Pick<Handlers, "pack/make" | "pack/open"> {
  return {
    "pack/make": (input) => makePack(context, input),
    "pack/open": ({ upload }) => openUploaded(context, upload),
  };
}

async function makePack(
  context: Context,
  input: Parameters<Handlers["pack/make"]>[0],
): Promise<ResultOf<"pack/make">> {
  const { db, ports } = context;
  const round = openRound(context, input.round);
  if (!round.ok) return round;
  if (round.value.side !== "host") return fail("wrong-state");
  const expert = findExpert(db, input.round, input.expert);
  if (!expert) return notFound("expert");
  if (!expert.identity) return fail("not-enrolled", { expert: expert.name });
  const dossiers = listAssignedTo(db, expert.id).flatMap((submission) => findDossier(db, submission) ?? []);
  if (dossiers.length === 0) return fail("nothing-assigned", { expert: expert.name });
  const signer = await openSigner(context, input.keyId, input.passphrase);
  if (!signer.ok) return signer;
  const madeAt = ports.now();
  const person = {
    id: expert.id,
    name: expert.name,
    key: expert.identity.keyId,
    units: unitsOf(expert),
  };
  const written = await writePack(contentsOf(context, round.value, person, dossiers, madeAt), signer.value);
  const file = writeExport(
    context,
    {
      round: input.round,
      name: `${fileNameOf(round.value.name)}-${fileNameOf(expert.name)}${packExtension}`,
      bytes: written.bytes,
      action: "pack.write",
      detail: { expert: expert.name, submissions: String(dossiers.length), digest: written.digest },
    },
    () => {
      insertPack(
        db,
        input.round,
        { digest: written.digest, expert: expert.id, manifest: written.manifest, madeAt },
        dossiers,
      );
      saveExpert(db, input.round, { ...expert, packedAt: madeAt });
    },
  );
  return succeed({ file, digest: written.digest, submissions: dossiers.length });
}

function contentsOf(
  context: Context,
  round: OpenRound,
  expert: PackContents["expert"],
  dossiers: readonly Dossier[],
  madeAt: string,
): PackContents {
  const documents = new Map<string, NonNullable<ReturnType<typeof findReading>>["document"] & object>();
  const files = new Map<string, Buffer>();
  for (const { sha256 } of dossiers.flatMap((dossier) => dossier.files)) {
    const document = findReading(context.db, round.id, sha256)?.document;
    const bytes = readContent(context.db, sha256);
    if (document) documents.set(sha256, document);
    if (bytes) files.set(sha256, Buffer.from(bytes));
  }
  return {
    round: { id: round.id, name: round.name },
    scheme: round.frozenScheme,
    form: round.form,
    rule: round.settings.rule,
    expert,
    aliases: aliasesOf(context, round),
    madeAt,
    dossiers,
    documents,
    files,
    notice: ownNotice(context, round.frozenScheme),
    ...ownPlans(context),
  };
}

/** Plans of the clerk's own, those of the latest years first where there are more than a pack may hold. */
function ownPlans(context: Context): Pick<PackContents, "plans"> {
  const plans = [...context.schemes.values()]
    .filter((scheme) => !context.ownSchemes.isOfPackage(scheme.id) && isFitPlan(scheme))
    .toSorted((one, other) => other.year - one.year || (one.id < other.id ? -1 : 1))
    .slice(0, planLimits.plans)
    .map((scheme) => {
      const notice = ownNotice(context, scheme);
      return { scheme, ...(notice ? { notice } : {}) };
    });
  return plans.length === 0 ? {} : { plans };
}

/** A notice of the clerk's own scheme goes along; those of the program are on the expert's laptop. */
function ownNotice(context: Context, scheme: Scheme): PackContents["notice"] {
  if (context.ownSchemes.isOfPackage(scheme.id)) return undefined;
  const read = readNotice(context, scheme.id);
  return read.ok ? { title: read.value.title, document: read.value.document } : undefined;
}

async function openUploaded(context: Context, upload: string): Promise<ResultOf<"pack/open">> {
  const uploads = context.uploads.find([upload]);
  if (!uploads?.[0]) return notFound("upload");
  const bytes = await context.uploads.read(uploads[0]);
  context.uploads.discard([upload]);
  return openPack(context, Buffer.from(bytes));
}

/** Takes a pack into this laptop's database, all of it or nothing. */
export async function openPack(context: Context, bytes: Buffer): Promise<ResultOf<"pack/open">> {
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
