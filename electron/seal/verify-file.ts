import { z } from "zod";
import type { Params } from "../../shared/contract/result.ts";
import type { PublicIdentity } from "../../shared/seal/identity.ts";
import { ResultPayload, type Verdict } from "../../shared/seal/payloads.ts";
import { fromBase64url } from "./base64url.ts";
import { sha256InTurns } from "./digest.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { splitJws } from "./jws.ts";
import { readPanel } from "./panel-file.ts";
import { checkIdentity } from "./public-key.ts";
import { readPack } from "./read-pack.ts";
import { largestResult, readResult } from "./result-file.ts";
import { openArchive, verifyArchive } from "./verify-archive.ts";

/** Answer of `verify <file>`. `details` are facts for people and scripts, all of them text. */
export interface FileVerdict {
  readonly verdict: Verdict;
  readonly sort: "result" | "panel" | "pack" | "archive" | "identity" | "unknown";
  readonly details: Params;
}

type Keys = readonly PublicIdentity[];

/** A compact JWS and nothing else; each begins with `eyJ`, base64url of `{"`. */
const looksLikeJws = (text: string): boolean => /^eyJ[\w-]*\.[\w-]*(\.[\w-]*)?\r?\n?$/.test(text);

/** A key id out of a file may look like one and still be none: its last character has bits to spare. */
const keyDetails = (key: string): Params =>
  fromBase64url(key)?.length === 32 ? { key, fingerprint: fingerprintOf(key) } : { key };

const resultDetails = (payload: ResultPayload): Params => ({
  round: payload.round.id,
  roundName: payload.round.name,
  scheme: payload.scheme.id,
  schemeDigest: payload.scheme.digest,
  formDigest: payload.form.digest,
  expert: payload.expert.id,
  expertName: payload.expert.name,
  sequence: String(payload.sequence),
  signedAt: payload.signedAt,
  sheets: String(payload.sheets.length),
  recusals: String(payload.sheets.filter((sheet) => sheet.recusal !== null).length),
  ...(payload.withdraws ? { withdraws: payload.withdraws.result, reason: payload.withdraws.reason } : {}),
});

/** What a result says of itself, when its signature could not be checked or does not fit: nothing to rely on. */
function claims(text: string): Params {
  const split = splitJws(text, largestResult);
  if (!split.ok) return {};
  const key = keyDetails(split.value.header.kid);
  try {
    const payload = ResultPayload.safeParse(JSON.parse(split.value.payload.toString("utf8")));
    return payload.success
      ? { ...key, claimedName: payload.data.expert.name, claimedRound: payload.data.round.name }
      : key;
  } catch {
    return key;
  }
}

async function verifyResult(text: string, keys: Keys): Promise<FileVerdict> {
  const signerOf = (id: string) => keys.find((key) => key.keyId === id);
  const result = await readResult(text, (id) => signerOf(id)?.publicKey ?? null);
  if (!result.ok)
    return { verdict: result.code, sort: "result", details: { ...claims(text), ...result.params } };
  const { payload, key, digest } = result.value;
  const signer = signerOf(key)?.name ?? "";
  const details = { ...resultDetails(payload), ...keyDetails(key), signer, digest };
  // Signed with one key and naming another: sound as bytes, but no program of ours writes it.
  if (payload.expert.key !== key)
    return { verdict: "malformed", sort: "result", details: { ...details, place: "expert/key" } };
  return { verdict: "valid", sort: "result", details };
}

/** 评审结论 of a chair. */
async function verifyPanel(text: string, keys: Keys): Promise<FileVerdict> {
  const signerOf = (id: string) => keys.find((key) => key.keyId === id);
  const panel = await readPanel(text, (id) => signerOf(id)?.publicKey ?? null);
  if (!panel.ok) {
    const split = splitJws(text, largestResult);
    const claimed = split.ok ? keyDetails(split.value.header.kid) : {};
    return { verdict: panel.code, sort: "panel", details: { ...claimed, ...panel.params } };
  }
  const { payload, key, digest } = panel.value;
  const details = {
    round: payload.round.id,
    roundName: payload.round.name,
    scheme: payload.scheme.id,
    schemeDigest: payload.scheme.digest,
    formDigest: payload.form.digest,
    content: payload.content,
    chair: payload.chair.name,
    sequence: String(payload.sequence),
    signedAt: payload.signedAt,
    submissions: String(payload.submissions.length),
    results: String(payload.results.length),
    decisions: String(payload.decisions.length),
    recommended: String(
      payload.ranking.flatMap(({ rows }) => rows).filter(({ place }) => place === "recommended").length,
    ),
    ...keyDetails(key),
    signer: signerOf(key)?.name ?? "",
    digest,
  };
  if (payload.chair.key !== key)
    return { verdict: "malformed", sort: "panel", details: { ...details, place: "chair/key" } };
  return { verdict: "valid", sort: "panel", details };
}

/** Which of ours a JWS says it is; only its own kind of reader then decides. */
function verifySigned(text: string, keys: Keys): Promise<FileVerdict> {
  const split = splitJws(text, largestResult);
  return split.ok && split.value.header.typ === "pingshen-panel"
    ? verifyPanel(text, keys)
    : verifyResult(text, keys);
}

async function verifyPack(bytes: Buffer, keys: Keys): Promise<FileVerdict> {
  const pack = await readPack(bytes);
  if (!pack.ok) {
    const verdict = pack.code === "too-large" ? "malformed" : pack.code;
    return { verdict, sort: "pack", details: { ...pack.params, problem: pack.code } };
  }
  const { contents, clerk, digest } = pack.value;
  const details = {
    round: contents.round.id,
    roundName: contents.round.name,
    scheme: contents.scheme.id,
    expert: contents.expert.id,
    expertName: contents.expert.name,
    clerk: clerk.name,
    madeAt: contents.madeAt,
    submissions: String(contents.dossiers.length),
    files: String(contents.files.size),
    /** The pack is whole and signed with the key it brings along; whose key that is only the list of keys can say. */
    signature: "sound",
    ...keyDetails(clerk.keyId),
    digest,
  };
  const known = keys.some((key) => key.keyId === clerk.keyId);
  return { verdict: known ? "valid" : "unknown-key", sort: "pack", details };
}

/** An identity is not signed: `valid` says that it is one of the known ones, unchanged. */
function verifyIdentity(value: unknown, keys: Keys): FileVerdict {
  const checked = checkIdentity(value);
  if (!checked.ok) {
    const verdict = checked.code === "key-id-differs" ? "altered" : "malformed";
    return { verdict, sort: "identity", details: { ...checked.params, problem: checked.code } };
  }
  const { name, keyId } = checked.value;
  const known = keys.find((key) => key.keyId === keyId);
  const verdict = known === undefined ? "unknown-key" : known.name === name ? "valid" : "altered";
  return { verdict, sort: "identity", details: { name, ...keyDetails(keyId) } };
}

const Typed = z.looseObject({ type: z.string().startsWith("pingshen/") });

function verifyJson(text: string, keys: Keys): FileVerdict {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    const typed = Typed.safeParse(value);
    if (!typed.success) return { verdict: "malformed", sort: "unknown", details: {} };
    if (typed.data.type === "pingshen/identity") return verifyIdentity(value, keys);
    return { verdict: "no-signature", sort: "unknown", details: { type: typed.data.type } };
  } catch {
    return { verdict: "malformed", sort: "unknown", details: {} };
  }
}

/**
 * What a file of ours is, and whether it is what a known key signed. `keys`: the enrolled experts and clerks of a database, or
 * the `.pub.json` files a third party was given. Never throws on a file, whatever is in it. `sha256` is always in the details.
 */
export async function verifyBytes(bytes: Buffer, keys: Keys): Promise<FileVerdict> {
  const found = await recognise(bytes, keys);
  return { ...found, details: { ...found.details, sha256: await sha256InTurns(bytes) } };
}

async function recognise(bytes: Buffer, keys: Keys): Promise<FileVerdict> {
  if (bytes.subarray(0, 2).toString("latin1") === "PK") {
    const archive = await openArchive(bytes);
    return archive === null
      ? await verifyPack(bytes, keys)
      : { sort: "archive", ...(await verifyArchive(archive, keys)) };
  }
  if (bytes.length > largestResult)
    return { verdict: "malformed", sort: "unknown", details: { problem: "too-large" } };
  const text = bytes.toString("utf8");
  return looksLikeJws(text) ? await verifySigned(text, keys) : verifyJson(text, keys);
}
