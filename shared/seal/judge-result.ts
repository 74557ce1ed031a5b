import { type Failure, fail, type Params } from "../contract/result.ts";
import type { ObjectiveOutcome, ScoreForm } from "../scoring/sheet.ts";
import { judgeSheet, type SignedSheet } from "./judge-sheet.ts";
import type { MergeRefusal, ResultPayload } from "./payloads.ts";

/** What the clerk's round knows at the moment of merging. */
export interface MergeContext {
  readonly round: { readonly id: string; readonly name: string };
  readonly scheme: { readonly digest: string };
  readonly form: { readonly digest: string; readonly form: ScoreForm };
  /** `key`: id of the enrolled key; `null`: nobody has enrolled this expert yet. */
  readonly experts: readonly { readonly id: string; readonly name: string; readonly key: string | null }[];
  readonly assignments: readonly { readonly expert: string; readonly submission: string }[];
  /** The version in force of every submission. */
  readonly dossiers: readonly {
    readonly submission: string;
    readonly version: number;
    readonly digest: string;
  }[];
  /** What the objective items of a submission come to here; left out: the form has none. */
  readonly objectives?: (submission: string) => readonly ObjectiveOutcome[];
  /** Every result ever merged into this round, superseded ones too. */
  readonly merged: readonly { readonly expert: string; readonly sequence: number; readonly digest: string }[];
}

/** A result file whose signature was verified. */
export interface VerifiedResult {
  readonly payload: ResultPayload;
  /** Id of the key the signature was verified with. */
  readonly key: string;
  /** SHA-256 of the compact JWS, lower-case hex. */
  readonly digest: string;
}

export interface RefusedSheet {
  readonly submission: string;
  readonly code: MergeRefusal;
  readonly params: Params;
}

export type ResultJudgement =
  | {
      readonly kind: "accepted";
      readonly accepted: readonly SignedSheet[];
      readonly refused: readonly RefusedSheet[];
      /** Sequence of the result of this expert that was in force until now; `null` for the first one. */
      readonly replaces: number | null;
    }
  | {
      readonly kind: "refused";
      readonly code: MergeRefusal;
      readonly params: Params;
      /** The sheets' own reasons, where the whole was refused because no sheet could be accepted. */
      readonly sheets: readonly RefusedSheet[];
    };

type Refusal = Failure<MergeRefusal> | null;

function judgeRound(payload: ResultPayload, context: MergeContext): Refusal {
  if (payload.round.id !== context.round.id)
    return fail("other-round", { theirs: payload.round.name, ours: context.round.name });
  if (payload.scheme.digest !== context.scheme.digest)
    return fail("other-scheme", { theirs: payload.scheme.digest, ours: context.scheme.digest });
  if (payload.form.digest !== context.form.digest)
    return fail("other-form", { theirs: payload.form.digest, ours: context.form.digest });
  return null;
}

/** The key decides who signed; the payload must name the same person. */
function judgeExpert({ payload, key }: VerifiedResult, context: MergeContext): Refusal {
  const signer = context.experts.find((expert) => expert.key === key);
  if (signer === undefined) return fail("unknown-key", { key, name: payload.expert.name });
  const named = payload.expert;
  if (signer.id === named.id && named.key === key) return null;
  return fail("wrong-expert", { signer: signer.name, named: named.name });
}

const newest = (context: MergeContext, expert: string): number | null =>
  context.merged
    .filter((result) => result.expert === expert)
    .reduce<number | null>((highest, { sequence }) => Math.max(highest ?? sequence, sequence), null);

/** Two different results with one sequence number (a copied data folder) are superseded too: the first one merged stays. */
function judgeSequence({ payload, digest }: VerifiedResult, context: MergeContext): Refusal {
  if (context.merged.some((result) => result.digest === digest)) return fail("duplicate", {});
  const latest = newest(context, payload.expert.id);
  if (latest === null || payload.sequence > latest) return null;
  return fail("superseded", { sequence: String(payload.sequence), merged: String(latest) });
}

/** A submission that stands twice in one result is ambiguous: neither of its sheets is taken. */
function judgeSheets(payload: ResultPayload, context: MergeContext) {
  const accepted: SignedSheet[] = [];
  const refused: RefusedSheet[] = [];
  for (const sheet of payload.sheets) {
    const twice = payload.sheets.filter((other) => other.submission === sheet.submission).length > 1;
    const verdict = twice ? fail("duplicate", {}) : judgeSheet(sheet, payload.expert.id, context);
    if (verdict.ok) accepted.push(sheet);
    else refused.push({ submission: sheet.submission, code: verdict.code, params: verdict.params });
  }
  return { accepted, refused };
}

const refuse = (
  code: MergeRefusal,
  params: Params,
  sheets: readonly RefusedSheet[] = [],
): ResultJudgement => ({
  kind: "refused",
  code,
  params,
  sheets,
});

/** A withdrawal holds whether or not the result it names has arrived: that one is older and can no longer come after it. */
function judgeWithdrawal(payload: ResultPayload, context: MergeContext): ResultJudgement {
  if (payload.sheets.length > 0) return refuse("malformed", { place: "withdraws" });
  return { kind: "accepted", accepted: [], refused: [], replaces: newest(context, payload.expert.id) };
}

/**
 * May a verified result be merged, and which of its sheets?
 *
 * Wrong round, scheme, form, expert or sequence refuses the whole: nothing in it was said about this round by this person.
 * A sheet for a dossier version that is no longer in force, not assigned, out of range, incomplete or with a wrong sum
 * refuses that sheet only; the good sheets beside it are taken, because they are signed and right. When no sheet is left the
 * whole is refused, so that an unusable file never pushes out an earlier good one.
 *
 * An accepted result replaces the expert's earlier result as a whole: sheets refused here are not filled up from the older
 * one (the expert may have changed them), they show as missing until signed again.
 */
export function judgeResult(result: VerifiedResult, context: MergeContext): ResultJudgement {
  const { payload } = result;
  const refusal =
    judgeRound(payload, context) ?? judgeExpert(result, context) ?? judgeSequence(result, context);
  if (refusal !== null) return refuse(refusal.code, refusal.params);
  if (payload.withdraws !== undefined) return judgeWithdrawal(payload, context);
  const { accepted, refused } = judgeSheets(payload, context);
  const [first] = refused;
  if (accepted.length === 0)
    return first === undefined
      ? refuse("malformed", { place: "sheets" })
      : refuse(first.code, { ...first.params, submission: first.submission }, refused);
  return { kind: "accepted", accepted, refused, replaces: newest(context, payload.expert.id) };
}
