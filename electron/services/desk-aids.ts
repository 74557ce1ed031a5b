import type { ComparedApplicant, SheetChange } from "../../shared/contract/desk.ts";
import type { Handlers } from "../../shared/contract/index.ts";
import { fail, succeed } from "../../shared/contract/result.ts";
import { listSheetAudit } from "../db/audit.ts";
import { transact } from "../db/database.ts";
import { findPlace as findDeskPlace, findOrder, saveOrder, savePlace } from "../db/desk-places.ts";
import { findExpert } from "../db/experts.ts";
import { listNotes } from "../db/notes.ts";
import { listSheets } from "../db/sheets.ts";
import { type Context, notFound, openRound, record } from "./context.ts";
import { entriesOf, findPlace } from "./desk.ts";
import { filledItems, objectivesOf } from "./objectives.ts";

type AidHandlers = Pick<
  Handlers,
  "desk/get-place" | "desk/save-place" | "desk/draw-order" | "desk/compare-item" | "desk/history"
>;

/** What helps at the desk and is not a score: arrangement, order, comparison, history. */
export function createDeskAidHandlers(context: Context): AidHandlers {
  const { db, ports } = context;
  return {
    "desk/get-place": (input) => {
      const place = findPlace(context, input);
      return place.ok ? succeed(findDeskPlace(db, input)) : place;
    },
    // Where a pane stood is no act worth an entry in the audit trail.
    "desk/save-place": ({ place, ...at }) => {
      const found = findPlace(context, at);
      if (!found.ok) return found;
      savePlace(db, at, place, ports.now());
      return succeed({});
    },
    "desk/draw-order": ({ round, expert }) => {
      const open = openRound(context, round);
      if (!open.ok) return open;
      const person = findExpert(db, round, expert);
      if (!person) return notFound("expert");
      return transact(db, () => {
        const known = findOrder(db, round, expert);
        if (known) return succeed(known);
        const drawn = { seed: ports.newId(), drawnAt: ports.now() };
        saveOrder(db, round, expert, drawn);
        record(context, "desk.draw-order", round, { expert: person.name, seed: drawn.seed });
        return succeed(drawn);
      });
    },
    "desk/compare-item": ({ round, expert, item }) => {
      const open = openRound(context, round);
      if (!open.ok) return open;
      const person = findExpert(db, round, expert);
      if (!person) return notFound("expert");
      if (open.value.form.items.every((candidate) => candidate.id !== item))
        return fail("bad-input", { item });
      const sheets = new Map(listSheets(db, round, expert).map((sheet) => [sheet.submission, sheet]));
      const notes = listNotes(db, { round, expert }, null).filter((note) => note.items.includes(item));
      return succeed(
        entriesOf(context, open.value, person).flatMap((entry): ComparedApplicant[] => {
          if (entry.state === "not-declared" || entry.state === "recused") return [];
          const outcomes = objectivesOf(context, open.value, entry.submission);
          const items = filledItems(open.value, sheets.get(entry.submission)?.items ?? [], outcomes);
          const given = items.find((candidate) => candidate.item === item);
          return [
            {
              submission: entry.submission,
              number: entry.number,
              name: entry.name,
              state: entry.state,
              score: given?.score ?? null,
              comment: given?.comment ?? "",
              notes: notes.filter((note) => note.submission === entry.submission),
            },
          ];
        }),
      );
    },
    "desk/history": (input) => {
      const place = findPlace(context, input);
      if (!place.ok) return place;
      const { expert, submission } = place.value;
      const entries = listSheetAudit(db, { round: input.round, expertName: expert.name, submission });
      return succeed(entries.flatMap(changeOf));
    },
  };
}

const changes = {
  "sheet.declare": "declare",
  "sheet.score": "score",
  "sheet.remark": "remark",
  "sheet.complete": "complete",
} as const;

function changeOf(entry: {
  seq: number;
  at: string;
  action: string;
  detail: Readonly<Record<string, string>>;
}): SheetChange[] {
  const { seq, at, detail } = entry;
  const change = changes[entry.action as keyof typeof changes];
  if (change === undefined) return [];
  const head = { seq, at, change, item: detail.item ?? null };
  switch (change) {
    case "score":
      return [{ ...head, from: detail.from ?? "", to: detail.to ?? "", text: detail.comment ?? "" }];
    case "remark":
      return [{ ...head, from: "", to: "", text: detail.remark ?? "" }];
    case "declare":
      return [{ ...head, from: detail.removed ?? "", to: detail.recusal ?? "", text: detail.reason ?? "" }];
    case "complete":
      return [{ ...head, from: "", to: detail.complete ?? "", text: "" }];
  }
}
