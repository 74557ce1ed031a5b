import { isQuestion, type SignWarning } from "../../shared/contract/signed-result.ts";
import { dueComments } from "../../shared/scoring/due-comments.ts";
import { isComplete, missingItems, sheetTotal } from "../../shared/scoring/sheet-total.ts";
import { unusualTotals } from "../../shared/scoring/unusual-totals.ts";
import type { ResultPayload } from "../../shared/seal/payloads.ts";
import { findExpert, listAssignedTo } from "../db/experts.ts";
import { listResultHeads } from "../db/results.ts";
import { listSheets, type StoredSheet } from "../db/sheets.ts";
import { listDossierHeads } from "../db/submissions.ts";
import type { Context, OpenRound } from "./context.ts";
import { filledItems, objectivesOf } from "./objectives.ts";

interface Assigned {
  readonly submission: string;
  readonly version: number;
  readonly dossier: string;
  /** With what the program fills in; `null`: nothing was declared yet. */
  readonly sheet: StoredSheet | null;
}

/** Scores on an older version do not stand for the newer one; a recusal does. */
const isOnVersion = ({ sheet, version }: Assigned): boolean =>
  sheet !== null && (sheet.recusal !== null || sheet.version === version);

function assignedTo(context: Context, round: OpenRound, expert: string): Assigned[] {
  const { db } = context;
  const mine = new Set(listAssignedTo(db, expert));
  const sheets = new Map(listSheets(db, round.id, expert).map((sheet) => [sheet.submission, sheet]));
  return listDossierHeads(db, round.id)
    .filter((head) => mine.has(head.submission))
    .map((head) => {
      const sheet = sheets.get(head.submission);
      return {
        submission: head.submission,
        version: head.version,
        dossier: head.digest,
        sheet: sheet
          ? {
              ...sheet,
              items: filledItems(round, sheet.items, objectivesOf(context, round, head.submission)),
            }
          : null,
      };
    });
}

/** The very payload that is shown before signing and then signed: complete and recused sheets, in dossier order. */
export function payloadOf(
  context: Context,
  round: OpenRound,
  expertId: string,
  signedAt: string,
): ResultPayload | null {
  const expert = findExpert(context.db, round.id, expertId);
  if (!expert) return null;
  const sequences = listResultHeads(context.db, round.id).flatMap((result) =>
    result.expert === expertId ? [result.sequence] : [],
  );
  return {
    type: "pingshen/result",
    format: 1,
    round: { id: round.id, name: round.name },
    scheme: { id: round.frozenScheme.id, digest: round.schemeDigest },
    form: { digest: round.formDigest },
    expert: { id: expert.id, name: expert.name, key: expert.identity?.keyId ?? "" },
    sequence: Math.max(0, ...sequences) + 1,
    signedAt,
    sheets: assignedTo(context, round, expertId).flatMap((assigned) => signable(round, assigned)),
  };
}

/** The payload of a withdrawal: the next signature of this expert, without sheets, naming what it takes back. */
export function withdrawalOf(
  context: Context,
  round: OpenRound,
  expertId: string,
  withdraws: { readonly result: string; readonly reason: string },
): ResultPayload | null {
  const payload = payloadOf(context, round, expertId, context.ports.now());
  return payload && { ...payload, withdraws, sheets: [] };
}

function signable(round: OpenRound, assigned: Assigned): ResultPayload["sheets"] {
  const { submission, version, dossier, sheet } = assigned;
  if (!sheet || !isOnVersion(assigned)) return [];
  const head = { submission, version, dossier };
  if (sheet.recusal) return [{ ...head, recusal: sheet.recusal, items: [], remark: "", total: null }];
  if (!sheet.complete || !isComplete(round.form, sheet.items)) return [];
  const items = round.form.items.flatMap(({ id }) => {
    const item = sheet.items.find((candidate) => candidate.item === id);
    return item && item.score !== null ? [{ item: id, score: item.score, comment: item.comment }] : [];
  });
  return [
    { ...head, recusal: null, items, remark: sheet.remark, total: sheetTotal(round.form, sheet.items) },
  ];
}

/** What to look at before signing. All but the last keep from signing; that one is only pointed out. */
export function warningsOf(context: Context, round: OpenRound, expert: string): SignWarning[] {
  const assigned = assignedTo(context, round, expert);
  const unfinished = assigned.flatMap((entry): SignWarning[] => {
    const { submission, sheet, version } = entry;
    if (!sheet) return [{ submission, code: "not-declared", params: {} }];
    if (sheet.recusal) return [];
    if (!isOnVersion(entry)) {
      const params = { scored: String(sheet.version), version: String(version) };
      return [{ submission, code: "older-version", params }];
    }
    const missing = missingItems(round.form, sheet.items);
    if (missing.length > 0)
      return [{ submission, code: "incomplete", params: { missing: String(missing.length) } }];
    const due = dueComments(round.form, sheet.items);
    if (due.length > 0) return [{ submission, code: "comment-due", params: { due: String(due.length) } }];
    return sheet.complete ? [] : [{ submission, code: "not-complete", params: {} }];
  });
  return [...unfinished, ...farFromOwnMean(round, assigned)];
}

export const isReady = (payload: ResultPayload, warnings: readonly SignWarning[]): boolean =>
  payload.sheets.length > 0 && warnings.every(isQuestion);

function farFromOwnMean(round: OpenRound, assigned: readonly Assigned[]): SignWarning[] {
  const totals = assigned.flatMap(({ submission, sheet }) => {
    const total = sheet && sheet.recusal === null ? sheetTotal(round.form, sheet.items) : null;
    return total === null ? [] : [{ submission, total }];
  });
  return unusualTotals(totals).map(({ submission, side, total, mean }) => ({
    submission,
    code: `${side}-own-mean`,
    params: { total, mean },
  }));
}
