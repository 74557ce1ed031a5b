import type { Handlers, ParsedInputOf, ResultOf } from "../../shared/contract/index.ts";
import { type Failure, fail, succeed } from "../../shared/contract/result.ts";
import type { MergeOutcome, StoredResult } from "../../shared/contract/signed-result.ts";
import { judgeResult, type MergeContext, type VerifiedResult } from "../../shared/seal/judge-result.ts";
import type { ResultPayload } from "../../shared/seal/payloads.ts";
import { transact } from "../db/database.ts";
import { listAssignedTo, listExperts } from "../db/experts.ts";
import { insertResult, listResultHeads, listResults, type MergedResult } from "../db/results.ts";
import { findRound } from "../db/rounds.ts";
import { markSigned } from "../db/sheets.ts";
import { listDossierHeads, listSubmissions } from "../db/submissions.ts";
import { fingerprintOf, shortCodeOf } from "../seal/fingerprint.ts";
import { largestResult, readResult, resultExtension, writeResult } from "../seal/result-file.ts";
import { resultsInForce } from "./accepted-sheets.ts";
import { backUp } from "./backup.ts";
import { type Context, notFound, type OpenRound, openRound, record } from "./context.ts";
import { fileNameOf, writeExport } from "./files.ts";
import { openSigner } from "./identities.ts";
import { objectivesOf } from "./objectives.ts";
import { isReady, payloadOf, warningsOf, withdrawalOf } from "./signing.ts";

type ResultHandlers = Pick<Handlers, Extract<keyof Handlers, `result/${string}`>>;

export function createResultHandlers(context: Context): ResultHandlers {
  return {
    "result/preview": ({ round, expert }) => preview(context, round, expert),
    "result/sign": (input) => sign(context, input),
    "result/reopen": (input) => reopen(context, input),
    "result/merge": ({ round, uploads }) => mergeUploads(context, round, uploads),
    "result/list": ({ round }) =>
      findRound(context.db, round) ? succeed(listStored(context, round)) : notFound("round"),
  };
}

function preview(context: Context, roundId: string, expert: string): ResultOf<"result/preview"> {
  const round = openRound(context, roundId);
  if (!round.ok) return round;
  const payload = payloadOf(context, round.value, expert, context.ports.now());
  if (!payload) return notFound("expert");
  const warnings = warningsOf(context, round.value, expert);
  const names = listSubmissions(context.db, roundId).map((submission) => [submission.id, submission.name]);
  return succeed({
    payload,
    names: Object.fromEntries(names),
    warnings,
    ready: isReady(payload, warnings),
    signed: listStored(context, roundId).find((result) => result.expert === expert && result.inForce) ?? null,
  });
}

async function sign(
  context: Context,
  input: Parameters<Handlers["result/sign"]>[0],
): Promise<ResultOf<"result/sign">> {
  const round = openRound(context, input.round);
  if (!round.ok) return round;
  const draft = payloadOf(context, round.value, input.expert, context.ports.now());
  if (!draft) return notFound("expert");
  if (draft.expert.key !== input.keyId) return fail("wrong-key", { expert: draft.expert.name });
  if (!isReady(draft, warningsOf(context, round.value, input.expert))) return fail("not-ready");
  const signer = await openSigner(context, input.keyId, input.passphrase);
  if (!signer.ok) return signer;
  // Opening the key takes a while: what is signed is what is stored now, and nothing may come between.
  const payload = payloadOf(context, round.value, input.expert, context.ports.now());
  if (!payload || !isReady(payload, warningsOf(context, round.value, input.expert))) return fail("not-ready");
  const written = await writeResult(payload, signer.value);
  const result = { payload, key: signer.value.identity.keyId, digest: written.digest };
  const judged = judgeResult(result, mergeContextOf(context, round.value, payload.expert.id));
  if (judged.kind === "refused") return fail("not-ready", { reason: judged.code });
  const file = writeExport(
    context,
    {
      round: input.round,
      name: `${fileNameOf(payload.round.name)}-${fileNameOf(payload.expert.name)}-${payload.sequence}${resultExtension}`,
      bytes: Buffer.from(written.text),
      action: "result.write",
      detail: { expert: payload.expert.name, digest: written.digest, sequence: String(payload.sequence) },
    },
    () => {
      insertResult(context.db, input.round, storable(context, result, written.text, judged.accepted));
      markSigned(context.db, input.round, input.expert, true);
    },
  );
  return succeed({
    file,
    digest: written.digest,
    shortCode: shortCodeOf(written.digest),
    fingerprint: fingerprintOf(signer.value.identity.keyId),
    signedAt: payload.signedAt,
  });
}

/** 撤回: a signed act of its own, with the next number; only then the sheets can be changed again. */
async function reopen(
  context: Context,
  input: ParsedInputOf<"result/reopen">,
): Promise<ResultOf<"result/reopen">> {
  const round = openRound(context, input.round);
  if (!round.ok) return notFound("round");
  const known = withdrawable(context, round.value, input.expert, input.reason);
  if (!known) return fail("not-signed");
  if (known.expert.key !== input.keyId) return fail("wrong-key", { expert: known.expert.name });
  const signer = await openSigner(context, input.keyId, input.passphrase);
  if (!signer.ok) return signer;
  // Opening the key takes a while: what is withdrawn is what is in force now.
  const payload = withdrawable(context, round.value, input.expert, input.reason);
  if (!payload) return fail("not-signed");
  const written = await writeResult(payload, signer.value);
  const result = { payload, key: signer.value.identity.keyId, digest: written.digest };
  let reopened = 0;
  const file = writeExport(
    context,
    {
      round: input.round,
      name: `${fileNameOf(payload.round.name)}-${fileNameOf(payload.expert.name)}-${payload.sequence}-撤回${resultExtension}`,
      bytes: Buffer.from(written.text),
      action: "result.reopen",
      detail: {
        expert: payload.expert.name,
        reason: input.reason,
        digest: written.digest,
        sequence: String(payload.sequence),
        withdraws: payload.withdraws?.result ?? "",
      },
    },
    () => {
      insertResult(context.db, input.round, storable(context, result, written.text, []));
      reopened = markSigned(context.db, input.round, input.expert, false);
    },
  );
  const shortCode = shortCodeOf(written.digest);
  return succeed({ reopened, file, digest: written.digest, shortCode, signedAt: payload.signedAt });
}

/** `null`: nothing of this expert is signed. */
function withdrawable(
  context: Context,
  round: OpenRound,
  expert: string,
  reason: string,
): ResultPayload | null {
  const inForce = listStored(context, round.id).find((result) => result.expert === expert && result.inForce);
  if (!inForce || inForce.withdraws !== null) return null;
  return withdrawalOf(context, round, expert, { result: inForce.digest, reason });
}

async function mergeUploads(
  context: Context,
  roundId: string,
  ids: readonly string[],
): Promise<ResultOf<"result/merge">> {
  const uploads = context.uploads.find([...new Set(ids)]);
  if (!uploads) return fail("unknown-upload");
  const files = uploads.map((upload) => ({
    name: upload.path,
    bytes: upload.bytes,
    read: () => context.uploads.read(upload),
  }));
  const outcomes = await mergeFiles(context, roundId, files);
  if (outcomes.ok) context.uploads.discard(ids);
  return outcomes;
}

export interface ResultFile {
  readonly name: string;
  readonly bytes: number;
  read(): Promise<Uint8Array>;
}

/** Merges result files one by one into the clerk's round, after a copy of the database was made. */
export async function mergeFiles(
  context: Context,
  roundId: string,
  files: readonly ResultFile[],
): Promise<{ ok: true; value: MergeOutcome[] } | Failure<"not-found" | "round-not-open" | "wrong-state">> {
  const round = openRound(context, roundId);
  if (!round.ok) return round;
  if (round.value.side !== "host") return fail("wrong-state");
  await backUp(context, "merge");
  const outcomes: MergeOutcome[] = [];
  for (const file of files) {
    // A file that is too large to be a result is not read at all: refused as any other text that is none.
    const text = file.bytes > largestResult ? "" : new TextDecoder().decode(await file.read());
    outcomes.push(await mergeText(context, round.value, file.name, text));
  }
  return succeed(outcomes);
}

/** Verifies one result file and merges what of it may be merged; every refusal is an entry of the audit trail too. */
async function mergeText(
  context: Context,
  round: OpenRound,
  file: string,
  text: string,
): Promise<MergeOutcome> {
  const keys = new Map(
    listExperts(context.db, round.id).flatMap((expert) =>
      expert.identity ? [[expert.identity.keyId, expert.identity.publicKey] as const] : [],
    ),
  );
  const verified = await readResult(text, (keyId) => keys.get(keyId) ?? null);
  return transact(context.db, () => {
    const outcome = verified.ok
      ? admit(context, round, verified.value, text)
      : refusedWhole(fail(verified.code, verified.params), null, null);
    if (!outcome.merged) {
      record(context, "result.refuse", round.id, {
        file,
        code: outcome.refusal?.code ?? "",
        digest: outcome.digest ?? "",
      });
    }
    return { ...outcome, file };
  });
}

const refusedWhole = (
  refusal: Failure<NonNullable<MergeOutcome["refusal"]>["code"]>,
  digest: string | null,
  expert: string | null,
): MergeOutcome => ({
  file: "",
  merged: false,
  digest,
  expert,
  withdraws: null,
  refusal: { code: refusal.code, params: { ...refusal.params } },
  accepted: [],
  refused: [],
});

/** Judges a verified result against the round and stores it when something of it counts; inside the caller's transaction. */
function admit(context: Context, round: OpenRound, result: VerifiedResult, text: string): MergeOutcome {
  const { db } = context;
  const judgement = judgeResult(result, mergeContextOf(context, round, result.payload.expert.id));
  const names = new Map(listSubmissions(db, round.id).map((submission) => [submission.id, submission.name]));
  const nameOf = (submission: string) => names.get(submission) ?? submission;
  const refusedSheets = (
    sheets: readonly {
      submission: string;
      code: MergeOutcome["refused"][number]["code"];
      params: Readonly<Record<string, string>>;
    }[],
  ) => sheets.map((sheet) => ({ ...sheet, params: { ...sheet.params }, name: nameOf(sheet.submission) }));
  if (judgement.kind === "refused") {
    const whole = refusedWhole(
      fail(judgement.code, judgement.params),
      result.digest,
      result.payload.expert.name,
    );
    return { ...whole, refused: refusedSheets(judgement.sheets) };
  }
  const merged = storable(context, result, text, judgement.accepted);
  insertResult(db, round.id, merged);
  record(context, "result.merge", round.id, {
    expert: result.payload.expert.name,
    digest: result.digest,
    sequence: String(merged.sequence),
    ...(result.payload.withdraws ? { withdraws: result.payload.withdraws.result } : {}),
    accepted: String(judgement.accepted.length),
    refused: judgement.refused.map((sheet) => `${nameOf(sheet.submission)}:${sheet.code}`).join(" "),
  });
  return {
    file: "",
    merged: true,
    digest: result.digest,
    expert: result.payload.expert.name,
    withdraws: result.payload.withdraws ?? null,
    refusal: null,
    accepted: judgement.accepted.map(({ submission, total }) => ({
      submission,
      name: nameOf(submission),
      total,
    })),
    refused: refusedSheets(judgement.refused),
  };
}

const storable = (
  context: Context,
  { digest, payload }: VerifiedResult,
  text: string,
  accepted: readonly { readonly submission: string }[],
): MergedResult => ({
  digest,
  expert: payload.expert.id,
  sequence: payload.sequence,
  jws: text.trim(),
  payload,
  signedAt: payload.signedAt,
  addedAt: context.ports.now(),
  acceptedSubmissions: accepted.map((sheet) => sheet.submission),
});

function mergeContextOf(context: Context, round: OpenRound, expert: string): MergeContext {
  const { db } = context;
  return {
    round: { id: round.id, name: round.name },
    scheme: { digest: round.schemeDigest },
    form: { digest: round.formDigest, form: round.form },
    experts: listExperts(db, round.id).map(({ id, name, identity }) => ({
      id,
      name,
      key: identity?.keyId ?? null,
    })),
    // Only of whoever the result says it is from: nobody else's can be asked for.
    assignments: listAssignedTo(db, expert).map((submission) => ({ expert, submission })),
    dossiers: listDossierHeads(db, round.id),
    merged: listResultHeads(db, round.id),
    objectives: (submission) => objectivesOf(context, round, submission),
  };
}

function listStored(context: Context, round: string): StoredResult[] {
  const results = listResults(context.db, round);
  const inForce = new Set(resultsInForce(results).map((result) => result.digest));
  return results.map((result) => ({
    digest: result.digest,
    expert: result.expert,
    expertName: result.payload.expert.name,
    sequence: result.sequence,
    signedAt: result.signedAt,
    addedAt: result.addedAt,
    inForce: inForce.has(result.digest),
    sheets: result.acceptedSubmissions.length,
    recusals: result.payload.sheets.filter(
      (sheet) => sheet.recusal !== null && result.acceptedSubmissions.includes(sheet.submission),
    ).length,
    shortCode: shortCodeOf(result.digest),
    withdraws: result.payload.withdraws ?? null,
  }));
}
