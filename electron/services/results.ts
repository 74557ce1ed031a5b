import type { Handlers, ParsedInputOf, ResultOf } from "../../shared/contract/index.ts";
import { fail, succeed } from "../../shared/contract/result.ts";
import type { StoredResult } from "../../shared/contract/signed-result.ts";
import { judgeResult } from "../../shared/seal/judge-result.ts";
import type { ResultPayload } from "../../shared/seal/payloads.ts";
import { insertResult, listResults } from "../db/results.ts";
import { findRound } from "../db/rounds.ts";
import { markSigned } from "../db/sheets.ts";
import { listSubmissions } from "../db/submissions.ts";
import { fingerprintOf, shortCodeOf } from "../seal/fingerprint.ts";
import { resultExtension, writeResult } from "../seal/result-file.ts";
import { resultsInForce } from "./accepted-sheets.ts";
import { type Context, notFound, type OpenRound, openRound } from "./context.ts";
import { fileNameOf, writeExport } from "./files.ts";
import { openSigner } from "./identities.ts";
import { mergeUploads } from "./merge-results.ts";
import { isReady, payloadOf, warningsOf, withdrawalOf } from "./signing.ts";
import { mergeContextOf, storable } from "./storable-result.ts";

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
