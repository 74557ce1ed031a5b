import { fail, type Result, succeed } from "../contract/result.ts";
import type { ScoreForm } from "../scoring/sheet.ts";
import { missingItems, sheetTotal } from "../scoring/sheet-total.ts";
import { validateScore } from "../scoring/validate-score.ts";
import type { MergeContext } from "./judge-result.ts";
import type { MergeRefusal, ResultPayload } from "./payloads.ts";

export type SignedSheet = ResultPayload["sheets"][number];

type SheetVerdict = Result<SignedSheet, MergeRefusal>;

function judgeDossier(sheet: SignedSheet, context: MergeContext): SheetVerdict {
  const current = context.dossiers.find((dossier) => dossier.submission === sheet.submission);
  if (current?.version === sheet.version && current.digest === sheet.dossier) return succeed(sheet);
  return fail("other-dossier-version", {
    version: String(sheet.version),
    current: current === undefined ? "" : String(current.version),
  });
}

/** Every score must already be in its normal form: what was signed is stored as it is, never rewritten. */
function judgeScores(sheet: SignedSheet, form: ScoreForm): SheetVerdict {
  const seen = new Set<string>();
  for (const { item, score } of sheet.items) {
    const known = form.items.find((entry) => entry.id === item);
    if (known === undefined || seen.has(item)) return fail("malformed", { place: `items/${item}` });
    seen.add(item);
    const valid = validateScore(form, item, score);
    if (!valid.ok)
      return fail("score-out-of-range", { item: known.name, score, max: known.max, step: form.step });
    if (valid.value !== score) return fail("malformed", { place: `items/${item}/score` });
  }
  const missing = missingItems(form, sheet.items);
  if (missing.length > 0) return fail("incomplete", { count: String(missing.length) });
  return judgeSum(sheet, form);
}

function judgeSum(sheet: SignedSheet, form: ScoreForm): SheetVerdict {
  const sum = sheetTotal(form, sheet.items);
  if (sum === sheet.total) return succeed(sheet);
  return fail("wrong-sum", { total: sheet.total ?? "—", sum: sum ?? "—" });
}

/** The facts are the same on both sides (the dossier's digest says so), so a computed score is too: another one was not computed. */
function judgeObjectives(sheet: SignedSheet, context: MergeContext): SheetVerdict {
  for (const { item, score } of context.objectives?.(sheet.submission) ?? []) {
    const signed = sheet.items.find((entry) => entry.item === item)?.score ?? null;
    if (score === null || signed === score) continue;
    const name = context.form.form.items.find(({ id }) => id === item)?.name ?? item;
    return fail("objective-differs", { item: name, score: signed ?? "—", computed: score });
  }
  return succeed(sheet);
}

/**
 * One sheet of a result whose signature, expert and round are already known to be right. A recusal holds for the applicant,
 * not for a version of the dossier: it is accepted whatever version was read, because a declared conflict must never be lost.
 */
export function judgeSheet(sheet: SignedSheet, expert: string, context: MergeContext): SheetVerdict {
  const assigned = context.assignments.some(
    (entry) => entry.expert === expert && entry.submission === sheet.submission,
  );
  if (!assigned) return fail("not-assigned", {});
  if (sheet.recusal !== null) {
    const empty = sheet.items.length === 0 && sheet.total === null;
    return empty ? succeed(sheet) : fail("malformed", { place: "recusal" });
  }
  const dossier = judgeDossier(sheet, context);
  if (!dossier.ok) return dossier;
  const scores = judgeScores(sheet, context.form.form);
  return scores.ok ? judgeObjectives(sheet, context) : scores;
}
