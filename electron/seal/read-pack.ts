import { z } from "zod";
import { fail, type Result, succeed } from "../../shared/contract/result.ts";
import { Scheme } from "../../shared/scheme/scheme.ts";
import { ScoreForm } from "../../shared/scoring/sheet.ts";
import { canonicalText } from "../../shared/seal/canonical.ts";
import type { PublicIdentity } from "../../shared/seal/identity.ts";
import { PackPayload } from "../../shared/seal/payloads.ts";
import { Document } from "../../shared/submission/document.ts";
import { Dossier } from "../../shared/submission/dossier.ts";
import { answerWindow } from "../answer-window.ts";
import { dossierDigest, formDigest, schemeDigest, sha256InTurns } from "./digest.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type JwsProblem, verifyJws } from "./jws.ts";
import {
  clerkEntry,
  dossierEntry,
  entryNames,
  formEntry,
  manifestEntry,
  noticeEntry,
  type PackContents,
  plansEntry,
  RoundEntry,
  roundEntry,
  schemeEntry,
} from "./pack-contents.ts";
import { PackNotice, type PackPlan, planLimits, readPlans } from "./pack-plans.ts";
import { readIdentity } from "./public-key.ts";
import { type OpenZip, openZip, type ZipLimits } from "./zip.ts";

const megabyte = 1024 * 1024;

/** Twenty dossiers of 50 MB each fit; a pack is held in memory while it is read. */
export const packLimits: ZipLimits = {
  archive: 1024 * megabyte,
  entries: 20_000,
  entry: 256 * megabyte,
  total: 2048 * megabyte,
};
const largestManifest = 16 * megabyte;

export type PackProblem = JwsProblem | "too-large";
type PackResult<Value> = Result<Value, PackProblem>;

export interface ReadPackOptions {
  readonly limits?: ZipLimits;
  /** Key id the clerk is known by; without it the pack's own clerk is believed on first use and shown by fingerprint. */
  readonly knownClerkKey?: string;
}

export interface ReadPack {
  readonly contents: PackContents;
  readonly clerk: PublicIdentity;
  readonly clerkFingerprint: string;
  /** `first-use`: a person has to compare the fingerprint with the clerk. */
  readonly trust: "known" | "first-use";
  /** SHA-256 of the pack file. */
  readonly digest: string;
}

interface SignedManifest {
  readonly payload: PackPayload;
  readonly clerk: PublicIdentity;
}

async function readClerk(zip: OpenZip): Promise<PackResult<PublicIdentity>> {
  if (!zip.names.has(clerkEntry)) return fail("malformed", { place: clerkEntry });
  const identity = readIdentity((await zip.read(clerkEntry))?.toString("utf8") ?? "");
  return identity.ok ? identity : fail("malformed", { place: clerkEntry });
}

/** The manifest, verified under the key of the clerk the pack names; nothing else of the pack is believed before. */
async function readManifest(zip: OpenZip, known: string | undefined): Promise<PackResult<SignedManifest>> {
  if (!zip.names.has(manifestEntry)) return fail("no-signature", { place: manifestEntry });
  if (zip.sizeOf(manifestEntry) > largestManifest) return fail("too-large", { place: manifestEntry });
  const clerk = await readClerk(zip);
  if (!clerk.ok) return clerk;
  const { keyId, publicKey } = clerk.value;
  if (known !== undefined && known !== keyId)
    return fail("unknown-key", { key: keyId, name: clerk.value.name });
  const text = await zip.read(manifestEntry);
  if (text === null) return fail("altered", { place: manifestEntry });
  const verified = await verifyJws(text.toString("latin1"), {
    typ: "pingshen-pack",
    largest: largestManifest,
    publicKeyOf: (key) => (key === keyId ? publicKey : null),
  });
  if (!verified.ok) return verified;
  const payload = PackPayload.safeParse(verified.value.payload);
  if (!payload.success)
    return fail("malformed", { place: `${manifestEntry}/${payload.error.issues[0]?.path.join("/") ?? ""}` });
  const sameClerk = payload.data.clerk.key === keyId && payload.data.clerk.name === clerk.value.name;
  return sameClerk
    ? succeed({ payload: payload.data, clerk: clerk.value })
    : fail("altered", { place: clerkEntry });
}

/** Every entry the manifest names, unpacked, with the size and digest it names; and no entry beside them. */
async function readEntries(zip: OpenZip, payload: PackPayload): Promise<PackResult<Map<string, Buffer>>> {
  const named = new Set([manifestEntry, ...payload.entries.map((entry) => entry.name)]);
  const extra = [...zip.names].find((name) => !named.has(name));
  if (extra !== undefined) return fail("altered", { place: extra, what: "extra" });
  const entries = new Map<string, Buffer>();
  for (const { name, bytes, sha256 } of payload.entries) {
    if (!zip.names.has(name)) return fail("altered", { place: name, what: "missing" });
    const content = zip.sizeOf(name) === bytes ? await zip.read(name) : null;
    if (content === null || (await sha256InTurns(content)) !== sha256)
      return fail("altered", { place: name, what: "content" });
    entries.set(name, content);
  }
  return succeed(entries);
}

function parseEntry<Schema extends z.ZodType>(
  entries: ReadonlyMap<string, Buffer>,
  name: string,
  schema: Schema,
): PackResult<z.output<Schema>> {
  try {
    const parsed = schema.safeParse(JSON.parse(entries.get(name)?.toString("utf8") ?? ""));
    return parsed.success ? succeed(parsed.data) : fail("malformed", { place: name });
  } catch {
    return fail("malformed", { place: name });
  }
}

type Entries = ReadonlyMap<string, Buffer>;

/** The manifest's digests must be those of the data: otherwise every sheet signed from this pack would be refused later. */
function readRound(entries: Entries, payload: PackPayload): PackResult<{ scheme: Scheme; form: ScoreForm }> {
  const round = parseEntry(entries, roundEntry, RoundEntry);
  if (!round.ok) return round;
  if (canonicalText(round.value) !== canonicalText({ ...payload.round, rule: payload.rule }))
    return fail("malformed", { place: roundEntry });
  const scheme = parseEntry(entries, schemeEntry, Scheme);
  if (!scheme.ok) return scheme;
  if (scheme.value.id !== payload.scheme.id || schemeDigest(scheme.value) !== payload.scheme.digest)
    return fail("malformed", { place: schemeEntry });
  const form = parseEntry(entries, formEntry, ScoreForm);
  if (!form.ok) return form;
  if (formDigest(form.value) !== payload.form.digest) return fail("malformed", { place: formEntry });
  return succeed({ scheme: scheme.value, form: form.value });
}

async function readDossiers(entries: Entries, payload: PackPayload): Promise<PackResult<Dossier[]>> {
  const dossiers: Dossier[] = [];
  for (const { submission, version, dossier: digest } of payload.submissions) {
    await answerWindow();
    const name = dossierEntry(submission);
    const parsed = parseEntry(entries, name, Dossier);
    if (!parsed.ok) return parsed;
    const dossier = parsed.value;
    const same =
      dossier.submission === submission && dossier.version === version && dossier.digest === digest;
    if (!same || dossierDigest(dossier) !== digest) return fail("malformed", { place: name });
    dossiers.push(dossier);
  }
  return succeed(dossiers);
}

const digestIn = (name: string): string => /[0-9a-f]{64}/.exec(name)?.[0] ?? "";

async function readDocuments(entries: Entries): Promise<PackResult<Map<string, Document>>> {
  const documents = new Map<string, Document>();
  for (const name of entries.keys()) {
    if (!name.startsWith("documents/")) continue;
    await answerWindow();
    const document = parseEntry(entries, name, Document);
    if (!document.ok) return document;
    documents.set(digestIn(name), document.value);
  }
  return succeed(documents);
}

/** That each has the digest the manifest says was seen when it was unpacked. */
function readFiles(entries: Entries, payload: PackPayload): PackResult<Map<string, Buffer>> {
  const digests = new Map(payload.entries.map(({ name, sha256 }) => [name, sha256]));
  const files = [...entries].filter(([name]) => name.startsWith("files/"));
  const misnamed = files.find(([name]) => digestIn(name) !== digests.get(name));
  return misnamed === undefined
    ? succeed(new Map(files.map(([name, bytes]) => [digestIn(name), bytes])))
    : fail("malformed", { place: misnamed[0] });
}

/** A pack may not bring in files nobody would look at: every file and document belongs to one of its dossiers. */
function strayEntry(entries: Entries, dossiers: readonly Dossier[]): string | undefined {
  const digests = new Set(dossiers.flatMap((dossier) => dossier.files.map((file) => file.sha256)));
  const submissions = new Set(dossiers.map((dossier) => dossierEntry(dossier.submission)));
  return [...entries.keys()].find((name) =>
    name.startsWith("dossiers/")
      ? !submissions.has(name)
      : /^(documents|files)\//.test(name) && !digests.has(digestIn(name)),
  );
}

function readOwnPlans(entries: Entries): PackResult<PackPlan[] | undefined> {
  const bytes = entries.get(plansEntry);
  if (bytes === undefined) return succeed(undefined);
  if (bytes.length > planLimits.bytes) return fail("too-large", { place: plansEntry });
  const raw = parseEntry(entries, plansEntry, z.unknown());
  const plans = raw.ok ? readPlans(raw.value) : null;
  return plans === null ? fail("malformed", { place: plansEntry }) : succeed(plans);
}

const expertIn = ({ expert: { units, ...expert } }: PackPayload): PackContents["expert"] =>
  units === undefined ? expert : { ...expert, units };

function aliasesIn({ submissions }: PackPayload): Pick<PackContents, "aliases"> {
  const named = submissions.flatMap(({ submission, aliases }): [string, string[]][] =>
    aliases ? [[submission, aliases]] : [],
  );
  return named.length === 0 ? {} : { aliases: new Map(named) };
}

async function readContents(entries: Entries, payload: PackPayload): Promise<PackResult<PackContents>> {
  const round = readRound(entries, payload);
  if (!round.ok) return round;
  const dossiers = await readDossiers(entries, payload);
  if (!dossiers.ok) return dossiers;
  const stray = strayEntry(entries, dossiers.value);
  if (stray !== undefined) return fail("malformed", { place: stray });
  const documents = await readDocuments(entries);
  if (!documents.ok) return documents;
  const files = readFiles(entries, payload);
  if (!files.ok) return files;
  const notice = entries.has(noticeEntry) ? parseEntry(entries, noticeEntry, PackNotice) : succeed(undefined);
  if (!notice.ok) return notice;
  const plans = readOwnPlans(entries);
  if (!plans.ok) return plans;
  return succeed({
    round: payload.round,
    ...round.value,
    rule: payload.rule,
    expert: expertIn(payload),
    ...aliasesIn(payload),
    madeAt: payload.madeAt,
    dossiers: dossiers.value,
    documents: documents.value,
    files: files.value,
    notice: notice.value,
    ...(plans.value === undefined ? {} : { plans: plans.value }),
  });
}

/**
 * Reads a pack from an untrusted file. Nothing is written anywhere; either everything in it is what the clerk signed, or the
 * answer is a refusal with the place. `unknown-key` only when `knownClerkKey` says who the clerk has to be.
 */
export async function readPack(bytes: Buffer, options: ReadPackOptions = {}): Promise<PackResult<ReadPack>> {
  const zip = await openZip(bytes, options.limits ?? packLimits, entryNames);
  if (!zip.ok) return zip;
  const manifest = await readManifest(zip.value, options.knownClerkKey);
  if (!manifest.ok) return manifest;
  const { payload, clerk } = manifest.value;
  const entries = await readEntries(zip.value, payload);
  if (!entries.ok) return entries;
  const contents = await readContents(entries.value, payload);
  if (!contents.ok) return contents;
  return succeed({
    contents: contents.value,
    clerk,
    clerkFingerprint: fingerprintOf(clerk.keyId),
    trust: options.knownClerkKey === undefined ? "first-use" : "known",
    digest: await sha256InTurns(bytes),
  });
}
