import type { Handlers } from "../../shared/contract/index.ts";
import type { SearchHit } from "../../shared/contract/intake.ts";
import { succeed } from "../../shared/contract/result.ts";
import { foldQuery, foldWithPlaces } from "../../shared/text/search-fold.ts";
import { readingName } from "../db/contents.ts";
import { listAssignedTo } from "../db/experts.ts";
import { findRound } from "../db/rounds.ts";
import { blockOf, type FoundBlock, findBlocks, indexNextSources } from "../db/search.ts";
import { listSheets } from "../db/sheets.ts";
import { findSubmission, listFilePlaces, placeOf } from "../db/submissions.ts";
import { type Context, notFound } from "./context.ts";

const around = 24;
const filesAtOnce = 50;

export function createSearchHandlers(context: Context): Pick<Handlers, "search/find"> {
  const { db } = context;
  return {
    "search/find": ({ round, text, submission, expert, limit }) => {
      if (!findRound(db, round)) return notFound("round");
      // What an import under way has stored is found too.
      while (indexNextSources(db, filesAtOnce));
      const found = findBlocks(db, round, text, submission);
      const rows = expert === null ? found : readableOf(context, round, expert, found);
      const hits = rows.slice(0, limit).map((row): SearchHit => {
        const owner = placeOf(db, round, row.sha256);
        const { block, text: blockText } = blockOf(db, row.id);
        return {
          submission: owner,
          submissionName: owner === null ? "" : (findSubmission(db, owner)?.summary.name ?? ""),
          sha256: row.sha256,
          file: readingName(db, round, row.sha256) ?? "",
          block,
          ...excerptOf(blockText, text),
        };
      });
      return succeed({ hits, total: rows.length });
    },
  };
}

/** Applicants an expert has declared to have no ground of 回避 for: reading comes after the declaration. */
function readableBy(context: Context, round: string, expert: string): ReadonlySet<string> {
  const assigned = listAssignedTo(context.db, expert);
  const open = new Set(
    listSheets(context.db, round, expert).flatMap((sheet) =>
      sheet.recusal === null ? [sheet.submission] : [],
    ),
  );
  return new Set(assigned.filter((submission) => open.has(submission)));
}

function readableOf(
  context: Context,
  round: string,
  expert: string,
  rows: readonly FoundBlock[],
): FoundBlock[] {
  const places = listFilePlaces(context.db, round);
  const mayRead = readableBy(context, round, expert);
  return rows.filter((row) => mayRead.has(places.get(row.sha256) ?? ""));
}

/** The first hit of a block with some text on both sides, cut between code points. */
function excerptOf(block: string, typed: string): Pick<SearchHit, "excerpt" | "start" | "end"> {
  const characters = Array.from(block);
  const at = firstPlace(block, foldQuery(typed));
  const from = Math.max(0, at.start - around);
  return {
    excerpt: characters.slice(from, at.end + around).join(""),
    start: at.start - from,
    end: at.end - from,
  };
}

/** Code points of the raw text that together fold to the wanted text. */
function firstPlace(block: string, wanted: string): { start: number; end: number } {
  const folded = foldWithPlaces(block);
  const unit = folded.characters.join("").indexOf(wanted);
  if (unit < 0) return { start: 0, end: 0 };
  let [first, units] = [0, 0];
  for (; units < unit; first += 1) units += folded.characters[first]?.length ?? 1;
  const last = first + Array.from(wanted).length - 1;
  return { start: folded.offsets[first] ?? 0, end: (folded.offsets[last] ?? 0) + 1 };
}
