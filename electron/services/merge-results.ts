import type { ResultOf } from "../../shared/contract/index.ts";
import { type Failure, fail, succeed } from "../../shared/contract/result.ts";
import type { MergeOutcome } from "../../shared/contract/signed-result.ts";
import { judgeResult, type VerifiedResult } from "../../shared/seal/judge-result.ts";
import { transact } from "../db/database.ts";
import { listExperts } from "../db/experts.ts";
import { insertResult } from "../db/results.ts";
import { listSubmissions } from "../db/submissions.ts";
import { largestResult, readResult } from "../seal/result-file.ts";
import { backUp } from "./backup.ts";
import { type Context, type OpenRound, openRound, record } from "./context.ts";
import { mergeContextOf, storable } from "./storable-result.ts";

/** Merges what was handed over to the window; what was merged or refused is then no longer kept there. */
export async function mergeUploads(
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
