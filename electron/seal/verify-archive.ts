import { z } from "zod";
import { AuditEntry } from "../../shared/contract/app.ts";
import type { Params } from "../../shared/contract/result.ts";
import { Scheme } from "../../shared/scheme/scheme.ts";
import { Decision, Ranking } from "../../shared/scoring/ranking.ts";
import { replayRanking } from "../../shared/scoring/replay-ranking.ts";
import { ScoreForm } from "../../shared/scoring/sheet.ts";
import { sheetTotal } from "../../shared/scoring/sheet-total.ts";
import { canonicalText } from "../../shared/seal/canonical.ts";
import type { PublicIdentity } from "../../shared/seal/identity.ts";
import { inForce } from "../../shared/seal/in-force.ts";
import type { PanelPayload } from "../../shared/seal/panel-payload.ts";
import { PackPayload, type ResultPayload, type Verdict } from "../../shared/seal/payloads.ts";
import { answerWindow } from "../answer-window.ts";
import { auditBeginning, auditLink } from "./audit-link.ts";
import { formDigest, schemeDigest, sha256InTurns } from "./digest.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { verifyJws } from "./jws.ts";
import { readPanel } from "./panel-file.ts";
import { readIdentity } from "./public-key.ts";
import { largestResult, readResult } from "./result-file.ts";
import { type OpenZip, openZip, type ZipLimits } from "./zip.ts";

const megabyte = 1024 * 1024;
const limits: ZipLimits = {
  archive: 512 * megabyte,
  entries: 20_000,
  entry: 128 * megabyte,
  total: 1024 * megabyte,
};
const sumsEntry = "SHA256SUMS";
const allowed =
  /^(?:说明\.txt|SHA256SUMS|audit\.jsonl|(?:ranking|decisions|scheme|form)\.json|digests\/(?:scheme|form)\.statement\.json|results\/[0-9a-f]{64}\.psr|panel\/[0-9a-f]{64}\.psc|packs\/[0-9a-f]{64}\.jws|keys\/[\w-]{43}\.(?:json|pem)|files\/[^/\\]{1,240})$/;

interface ArchiveVerdict {
  readonly verdict: Verdict;
  readonly details: Params;
}

/** Something in the archive is not what it says: where, and what. */
class Fault extends Error {
  readonly verdict: Verdict;
  readonly details: Params;

  constructor(verdict: Verdict, place: string, problem: string, more: Params = {}) {
    super(problem);
    this.verdict = verdict;
    this.details = { place, problem, ...more };
  }
}

/** A result archive of ours that can be opened; `null`: it is something else, or hardly one. */
export async function openArchive(bytes: Buffer): Promise<OpenZip | null> {
  const zip = await openZip(bytes, limits, allowed);
  return zip.ok && zip.value.names.has(sumsEntry) && zip.value.names.has("ranking.json") ? zip.value : null;
}

/**
 * Checks a 归档包 from within: every digest, every signature under the keys it brings along, that all of it belongs to one round
 * with one scheme, form and rule, that the record is an unbroken chain, and that the ranking follows from the signed sheets and
 * the recorded decisions. `valid` when the keys of experts and chairs are among `keys` too; otherwise `unknown-key`: sound in
 * itself, and whose keys they are is for a person to compare by fingerprint.
 */
export async function verifyArchive(zip: OpenZip, keys: readonly PublicIdentity[]): Promise<ArchiveVerdict> {
  try {
    return await judge(zip, keys);
  } catch (error) {
    if (error instanceof Fault) return { verdict: error.verdict, details: error.details };
    // Half characters, two totals of one sheet: data that fits every schema and that no program of ours writes.
    const reason = error instanceof Error ? error.message.slice(0, 200) : "";
    return { verdict: "malformed", details: { problem: "malformed", found: reason } };
  }
}

async function judge(zip: OpenZip, keys: readonly PublicIdentity[]): Promise<ArchiveVerdict> {
  const parts = await readListed(zip);
  const own = readKeys(parts);
  const keyOf = (id: string) => own.get(id)?.publicKey ?? null;
  const results = await readEach(parts, "results/", (text) => readResult(text, keyOf));
  const panels = await readEach(parts, "panel/", (text) => readPanel(text, keyOf));
  const packs = await readEach(parts, "packs/", (text) =>
    verifyJws(text, { typ: "pingshen-pack", largest: largestResult, publicKeyOf: keyOf }),
  );
  const scheme = readJson(parts, "scheme.json", Scheme);
  const form = readJson(parts, "form.json", ScoreForm);
  const ranking = readJson(parts, "ranking.json", Ranking);
  const decisions = readJson(parts, "decisions.json", z.array(Decision));
  const digests = { scheme: schemeDigest(scheme), form: formDigest(form) };
  const signed = results.map(({ place, value }) => ({ place, key: value.key, payload: value.payload }));
  const [first] = signed;
  const round = first?.payload.round ?? { id: "", name: "" };
  for (const { place, key, payload } of signed) {
    if (payload.expert.key !== key) throw new Fault("malformed", place, "key-differs");
    sameRound(place, payload, round.id, digests);
    checkTotals(place, payload, form);
  }
  for (const { place, value } of panels) sameRound(place, value.payload, round.id, digests);
  for (const { place, value } of packs) {
    const pack = PackPayload.safeParse(value.payload);
    if (!pack.success) throw new Fault("malformed", place, "malformed");
    sameRound(place, pack.data, round.id, digests);
    // Declared before the round was opened, and signed with every pack.
    if (canonicalText(pack.data.rule) !== canonicalText(ranking.rule))
      throw new Fault("altered", place, "rule-differs");
  }
  const entries = await checkRecord(parts);
  await answerWindow();
  const payloads = signed.map(({ payload }) => payload);
  const replayed = replayRanking(ranking, scheme, payloads, decisions);
  const [unsigned] = replayed.unsigned;
  if (unsigned !== undefined)
    throw new Fault("altered", "ranking.json", "score-not-signed", { found: unsigned });
  if (canonicalText(replayed.ranking) !== canonicalText(ranking))
    throw new Fault("altered", "ranking.json", "replay-differs");
  const signers = new Set([...signed.map(({ key }) => key), ...panels.map(({ value }) => value.key)]);
  const strange = [...signers].filter((id) => !keys.some(({ keyId }) => keyId === id));
  return {
    verdict:
      strange.length === 0 && signers.size > 0
        ? "valid"
        : signers.size === 0
          ? "no-signature"
          : "unknown-key",
    details: {
      round: round.id,
      roundName: round.name,
      scheme: scheme.id,
      schemeDigest: digests.scheme,
      formDigest: digests.form,
      results: String(results.length),
      packs: String(packs.length),
      sheetsNotCounted: String(replayed.notCounted),
      decisions: String(decisions.length),
      ranking: "replayed",
      panel: standingOf(
        panels.map(({ value }) => value.payload),
        payloads,
        decisions,
      ),
      record: String(entries),
      signature: "sound",
      signers: [...signers].map((id) => `${own.get(id)?.name ?? ""} ${fingerprintOf(id)}`).join("; "),
      ...(strange.length === 0 ? {} : { unknownKeys: strange.join(" ") }),
    },
  };
}

type Parts = ReadonlyMap<string, string>;

/** Every entry is listed with its digest, and everything listed is there. The texts to read on in; the lists stay in the zip. */
async function readListed(zip: OpenZip): Promise<Parts> {
  const parts = new Map<string, string>();
  const text = (await zip.read(sumsEntry))?.toString("utf8") ?? "";
  const listed = new Map<string, string>();
  for (const line of text.split("\n").filter((one) => one !== "")) {
    const [, digest, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (digest === undefined || name === undefined) throw new Fault("malformed", sumsEntry, "malformed");
    listed.set(name, digest);
  }
  for (const name of zip.names) {
    if (name === sumsEntry) continue;
    const bytes = await zip.read(name);
    if (bytes === null) throw new Fault("malformed", name, "malformed");
    const digest = listed.get(name);
    if (digest === undefined) throw new Fault("altered", name, "file-not-listed");
    if (digest !== (await sha256InTurns(bytes))) throw new Fault("altered", name, "digest-differs");
    listed.delete(name);
    if (!name.startsWith("files/")) parts.set(name, bytes.toString("utf8"));
  }
  const [missing] = listed.keys();
  if (missing !== undefined) throw new Fault("altered", missing, "file-missing");
  return parts;
}

function readKeys(parts: Parts): ReadonlyMap<string, PublicIdentity> {
  const found = new Map<string, PublicIdentity>();
  for (const [name, text] of parts) {
    if (!/^keys\/.*\.json$/.test(name)) continue;
    const identity = readIdentity(text);
    if (!identity.ok) throw new Fault("malformed", name, identity.code);
    found.set(identity.value.keyId, identity.value);
  }
  return found;
}

type Reader<Value> = (
  text: string,
) => Promise<
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: Verdict; readonly params: Params }
>;

/** Signed files of a folder; results and panel results are named by their own digest, manifests by that of their pack. */
async function readEach<Value extends { readonly digest: string }>(
  parts: Parts,
  folder: string,
  read: Reader<Value>,
): Promise<{ place: string; value: Value }[]> {
  const found: { place: string; value: Value }[] = [];
  for (const place of [...parts.keys()].filter((name) => name.startsWith(folder)).sort()) {
    await answerWindow();
    const result = await read(parts.get(place) ?? "");
    if (!result.ok) throw new Fault(result.code, place, "signature", result.params);
    if (folder !== "packs/" && !place.slice(folder.length).startsWith(result.value.digest))
      throw new Fault("altered", place, "name-differs");
    found.push({ place, value: result.value });
  }
  return found;
}

function readJson<Value>(parts: Parts, name: string, schema: z.ZodType<Value>): Value {
  try {
    const parsed = schema.safeParse(JSON.parse(parts.get(name) ?? ""));
    if (parsed.success) return parsed.data;
  } catch {
    // No JSON: said below, with the place.
  }
  throw new Fault("malformed", name, "malformed");
}

function sameRound(
  place: string,
  payload: Pick<ResultPayload, "round" | "scheme" | "form">,
  round: string,
  digests: { readonly scheme: string; readonly form: string },
): void {
  if (payload.round.id !== round) throw new Fault("altered", place, "other-round");
  if (payload.scheme.digest !== digests.scheme) throw new Fault("altered", place, "scheme-differs");
  if (payload.form.digest !== digests.form) throw new Fault("altered", place, "form-differs");
}

function checkTotals(place: string, { sheets }: ResultPayload, form: ScoreForm): void {
  for (const { submission, total, items } of sheets)
    if (total !== null && sheetTotal(form, items) !== total)
      throw new Fault("altered", place, "sum-differs", { found: submission });
}

/** Number of entries of an unbroken record. */
async function checkRecord(parts: Parts): Promise<number> {
  const place = "audit.jsonl";
  const lines = (parts.get(place) ?? "").split("\n").filter((line) => line !== "");
  let previous = auditBeginning;
  for (const [index, line] of lines.entries()) {
    const seq = index + 1;
    if (seq % 500 === 0) await answerWindow();
    const entry = readEntry(line);
    if (entry === null || entry.seq !== seq || entry.hash !== auditLink(seq, previous, entry))
      throw new Fault("altered", place, "record-broken", { found: String(seq) });
    previous = entry.hash;
  }
  return lines.length;
}

function readEntry(line: string): AuditEntry | null {
  try {
    return AuditEntry.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** Whether the chair's newest signature is over these results and decisions, or was given before the last of them came. */
function standingOf(
  panels: readonly PanelPayload[],
  payloads: readonly ResultPayload[],
  decisions: readonly Decision[],
): "none" | "current" | "outdated" {
  const newest = panels.toSorted((one, other) => other.sequence - one.sequence)[0];
  if (newest === undefined) return "none";
  const facts = (results: readonly string[], decided: readonly string[]) =>
    canonicalText([results.toSorted(), decided.toSorted()]);
  const now = facts(
    inForce(payloads, ({ expert }) => expert.id).map(({ expert, sequence }) => `${expert.id} ${sequence}`),
    decisions.map(({ id }) => id),
  );
  const then = facts(
    newest.results.map(({ expert, sequence }) => `${expert} ${sequence}`),
    newest.decisions.map(({ id }) => id),
  );
  return now === then ? "current" : "outdated";
}
