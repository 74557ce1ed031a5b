import type { Handlers } from "../../shared/contract/index.ts";
import { type Failure, fail, succeed } from "../../shared/contract/result.ts";
import type { DeskEntry } from "../../shared/contract/sheet.ts";
import { dueComments } from "../../shared/scoring/due-comments.ts";
import type { ItemScore, ObjectiveOutcome, ScoreForm, Sheet } from "../../shared/scoring/sheet.ts";
import { isComplete, missingItems, sheetTotal } from "../../shared/scoring/sheet-total.ts";
import { shuffledOrder } from "../../shared/scoring/shuffled-order.ts";
import { validateScore } from "../../shared/scoring/validate-score.ts";
import { transact } from "../db/database.ts";
import { findOrder } from "../db/desk-places.ts";
import { findExpert, isAssigned, listAssignedTo, type StoredExpert } from "../db/experts.ts";
import { findSheet, listSheets, type StoredSheet, saveItem, saveSheet } from "../db/sheets.ts";
import { findSubmission, listSubmissions } from "../db/submissions.ts";
import { conflictFinder, namedApplicants } from "./conflicts.ts";
import { type Context, notFound, type OpenRound, openRound, record } from "./context.ts";
import { filledItems, objectivesOf } from "./objectives.ts";

type DeskHandlers = Pick<
  Handlers,
  | "desk/list"
  | "desk/get-sheet"
  | "desk/declare"
  | "desk/save-item"
  | "desk/save-remark"
  | "desk/set-complete"
>;

interface Place {
  readonly round: OpenRound;
  readonly expert: StoredExpert;
  readonly submission: string;
  readonly version: number;
  readonly stored: StoredSheet | null;
  /** The version the stored scores were given on. */
  readonly scoredVersion: number | null;
  readonly objectives: readonly ObjectiveOutcome[];
}

interface SheetOf {
  readonly round: string;
  readonly expert: string;
  readonly submission: string;
}

/** The expert's sheets. Every answer comes after the change is on disk (`synchronous = FULL`). */
export function createDeskHandlers(context: Context): DeskHandlers {
  return {
    "desk/list": ({ round, expert }) => {
      const found = openRound(context, round);
      if (!found.ok) return found;
      const person = findExpert(context.db, round, expert);
      if (!person) return notFound("expert");
      return succeed({
        expert: { id: person.id, name: person.name },
        form: found.value.form,
        entries: entriesOf(context, found.value, person),
        orderDrawnAt: findOrder(context.db, round, expert)?.drawnAt ?? null,
      });
    },
    "desk/get-sheet": (input) => {
      const place = findPlace(context, input);
      return place.ok ? succeed(sheetView(place.value)) : place;
    },
    "desk/declare": (input) => {
      const place = findPlace(context, input);
      if (!place.ok) return place;
      if (place.value.stored?.signed) return fail("signed");
      if (input.recusal !== null && input.recusal.reason.trim() === "") return fail("reason-missing");
      const head = { ...headOf(context, place.value), recusal: input.recusal, complete: false };
      return store(context, place.value, head, "sheet.declare", {
        recusal: input.recusal === null ? "none" : input.recusal.ground,
        reason: input.recusal?.reason ?? "",
        // What no longer counts stands in the trail, so that nobody has to guess later.
        removed: input.recusal === null ? "" : (totalOf(place.value) ?? ""),
      });
    },
    "desk/save-item": (input) => {
      const place = findEditable(context, input);
      if (!place.ok) return place;
      const computed = place.value.objectives.find((outcome) => outcome.item === input.item);
      if (computed && computed.score !== null && computed.score !== input.score)
        return fail("objective-item", { item: input.item, score: computed.score });
      const score = scoreOf(place.value.round.form, input.item, input.score);
      if (!score.ok) return score;
      const old = place.value.stored?.items.find((item) => item.item === input.item);
      const item = {
        item: input.item,
        score: input.from && input.from.score === score.value ? (old?.score ?? null) : score.value,
        comment: input.from && input.from.comment === input.comment ? (old?.comment ?? "") : input.comment,
      };
      const items = [...(place.value.stored?.items ?? []).filter((other) => other.item !== input.item), item];
      const head = headOf(context, place.value);
      return transact(context.db, () => {
        saveSheet(context.db, input.round, {
          ...head,
          complete: head.complete && mayBeComplete(place.value.round.form, items),
        });
        saveItem(context.db, input.expert, input.submission, item);
        record(context, "sheet.score", input.round, {
          expert: place.value.expert.name,
          submission: input.submission,
          item: input.item,
          itemTitle: namesOf(place.value.round.form, [input.item]),
          from: old?.score ?? "",
          to: item.score ?? "",
          comment: item.comment,
        });
        return reread(context, input);
      });
    },
    "desk/save-remark": (input) => {
      const place = findEditable(context, input);
      if (!place.ok) return place;
      const head = { ...headOf(context, place.value), remark: input.remark };
      return store(context, place.value, head, "sheet.remark", { remark: input.remark });
    },
    "desk/set-complete": (input) => {
      const place = findEditable(context, input);
      if (!place.ok) return place;
      const { form } = place.value.round;
      const items = place.value.stored?.items ?? [];
      const missing = missingItems(form, items);
      if (input.complete && missing.length > 0) return fail("incomplete", { missing: missing.join("、") });
      const due = dueComments(form, items);
      if (input.complete && due.length > 0) return fail("comment-due", { items: namesOf(form, due) });
      // Only here the scores become scores on the version in force: the expert says that they stand.
      const version = input.complete ? place.value.version : headOf(context, place.value).version;
      const head = { ...headOf(context, place.value), version, complete: input.complete };
      return store(context, place.value, head, "sheet.complete", { complete: String(input.complete) });
    },
  };
}

type PlaceResult =
  | { ok: true; value: Place }
  | Failure<"not-found">
  | Failure<"not-assigned">
  | Failure<"wrong-state">;

export function findPlace(context: Context, at: SheetOf): PlaceResult {
  const round = openRound(context, at.round);
  if (!round.ok) return round.code === "not-found" ? notFound("round") : fail("wrong-state");
  const expert = findExpert(context.db, at.round, at.expert);
  const submission = findSubmission(context.db, at.submission);
  if (!expert || !submission) return notFound(expert ? "submission" : "expert");
  if (!isAssigned(context.db, at)) return fail("not-assigned");
  const stored = findSheet(context.db, at.expert, at.submission);
  const objectives = objectivesOf(context, round.value, at.submission);
  const filled = stored && { ...stored, items: filledItems(round.value, stored.items, objectives) };
  return succeed({
    round: round.value,
    expert,
    submission: at.submission,
    version: submission.summary.version,
    stored: filled && onVersion(filled, submission.summary.version),
    scoredVersion: stored?.version ?? null,
    objectives,
  });
}

/**
 * A sheet made on an older version keeps its scores, but is open again: its expert has to look at the new version. A recusal holds
 * for the applicant, whatever version there is.
 */
const onVersion = (sheet: StoredSheet, version: number): StoredSheet =>
  sheet.version === version || sheet.recusal !== null
    ? sheet
    : { ...sheet, version, complete: false, signed: false };

function findEditable(
  context: Context,
  at: SheetOf,
): PlaceResult | Failure<"not-declared"> | Failure<"recused"> | Failure<"signed"> {
  const place = findPlace(context, at);
  if (!place.ok) return place;
  const { stored } = place.value;
  if (!stored) return fail("not-declared");
  if (stored.signed) return fail("signed");
  if (stored.recusal !== null) return fail("recused");
  return place;
}

function scoreOf(
  form: ScoreForm,
  item: string,
  text: string | null,
): { ok: true; value: string | null } | Failure<"bad-input" | "not-a-number" | "out-of-range" | "off-step"> {
  const known = form.items.some((candidate) => candidate.id === item);
  if (!known) return fail("bad-input", { item });
  if (text === null) return succeed(null);
  const score = validateScore(form, item, text);
  if (score.ok) return score;
  return fail(score.code === "unknown-item" ? "bad-input" : score.code, score.params);
}

const headOf = (context: Context, place: Place): Omit<StoredSheet, "items"> => ({
  expert: place.expert.id,
  submission: place.submission,
  version: place.scoredVersion ?? place.version,
  recusal: place.stored?.recusal ?? null,
  remark: place.stored?.remark ?? "",
  complete: place.stored?.complete ?? false,
  signed: place.stored?.signed ?? false,
  savedAt: context.ports.now(),
});

function store(
  context: Context,
  place: Place,
  head: Omit<StoredSheet, "items">,
  action: string,
  detail: Record<string, string>,
): { ok: true; value: Sheet } | Failure<"not-found"> {
  return transact(context.db, () => {
    saveSheet(context.db, place.round.id, head);
    record(context, action, place.round.id, {
      expert: place.expert.name,
      submission: place.submission,
      ...detail,
    });
    return reread(context, { round: place.round.id, expert: place.expert.id, submission: place.submission });
  });
}

function reread(context: Context, at: SheetOf): { ok: true; value: Sheet } | Failure<"not-found"> {
  const place = findPlace(context, at);
  return place.ok ? succeed(sheetView(place.value)) : notFound("sheet");
}

const stateOf = (sheet: StoredSheet | null): Sheet["state"] => {
  if (!sheet) return "not-declared";
  if (sheet.signed) return "signed";
  if (sheet.recusal !== null) return "recused";
  return sheet.complete ? "complete" : "open";
};

/** Every item of the form stands in the view, unscored ones with `null`. */
const sheetView = (place: Place): Sheet => ({
  submission: place.submission,
  version: place.version,
  scoredVersion: place.scoredVersion,
  state: stateOf(place.stored),
  recusal: place.stored?.recusal ?? null,
  items: itemsOf(place),
  remark: place.stored?.remark ?? "",
  total: totalOf(place),
  savedAt: place.stored?.savedAt ?? null,
  objectives: [...place.objectives],
});

/** A recusal takes the scores away; they come back only with the recusal being taken back before signing. */
const itemsOf = ({ round, stored }: Place): ItemScore[] =>
  round.form.items.map(({ id }) => {
    const known = stored?.items.find((item) => item.item === id) ?? { item: id, score: null, comment: "" };
    return stored?.recusal ? { ...known, score: null } : known;
  });

const totalOf = ({ round, stored }: Place): string | null =>
  stored && stored.recusal === null ? sheetTotal(round.form, stored.items) : null;

const namesOf = (form: ScoreForm, ids: readonly string[]): string =>
  form.items.flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])).join("、");

const mayBeComplete = (form: ScoreForm, items: readonly ItemScore[]): boolean =>
  isComplete(form, items) && dueComments(form, items).length === 0;

/** The applicants of one expert, in the order drawn for them. */
export function entriesOf(context: Context, round: OpenRound, expert: StoredExpert): DeskEntry[] {
  const entries = entriesByNumber(context, round, expert);
  const order = findOrder(context.db, round.id, expert.id);
  if (!order) return entries;
  const known = new Map(entries.map((entry) => [entry.submission, entry]));
  return shuffledOrder(order.seed, [...known.keys()]).flatMap((id) => known.get(id) ?? []);
}

function entriesByNumber(context: Context, round: OpenRound, expert: StoredExpert): DeskEntry[] {
  const { db } = context;
  const mine = new Set(listAssignedTo(db, expert.id));
  const sheets = new Map(listSheets(db, round.id, expert.id).map((sheet) => [sheet.submission, sheet]));
  const nameOf = namedApplicants(context, round);
  const conflictOf = conflictFinder(expert);
  return listSubmissions(db, round.id)
    .filter((submission) => mine.has(submission.id))
    .map((submission) => {
      const known = sheets.get(submission.id);
      const sheet = known ? onVersion(known, submission.version) : null;
      const items =
        sheet === null || sheet.recusal !== null
          ? []
          : filledItems(round, sheet.items, objectivesOf(context, round, submission.id));
      return {
        submission: submission.id,
        number: submission.number,
        version: submission.version,
        ...(known === undefined ? {} : { scoredVersion: known.version }),
        name: submission.name,
        city: submission.city,
        subject: submission.subject,
        direction: submission.direction,
        state: stateOf(sheet),
        scored: round.form.items.length - missingItems(round.form, items).length,
        items: round.form.items.length,
        total: sheetTotal(round.form, items),
        conflict: conflictOf(nameOf(submission)),
      };
    });
}
