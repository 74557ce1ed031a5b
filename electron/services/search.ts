import type { Handlers } from "../../shared/contract/index.ts";
import type { SearchHit } from "../../shared/contract/intake.ts";
import { succeed } from "../../shared/contract/result.ts";
import { foldForSearch } from "../../shared/text/search-grams.ts";
import { readingName } from "../db/contents.ts";
import { listAssignedTo } from "../db/experts.ts";
import { findRound } from "../db/rounds.ts";
import { findBlocks, type SearchRow, textOf } from "../db/search.ts";
import { listSheets } from "../db/sheets.ts";
import { findSubmission, listFilePlaces, placeOf } from "../db/submissions.ts";
import { type Context, notFound } from "./context.ts";

const around = 24;

export function createSearchHandlers(context: Context): Pick<Handlers, "search/find"> {
  const { db } = context;
  return {
    "search/find": ({ round, text, submission, expert, limit }) => {
      if (!findRound(db, round)) return notFound("round");
      const found = findBlocks(db, round, text, submission);
      const rows = expert === null ? found : readableOf(context, round, expert, found);
      const hits = rows.slice(0, limit).map((row): SearchHit => {
        const owner = placeOf(db, round, row.sha256);
        return {
          submission: owner,
          submissionName: owner === null ? "" : (findSubmission(db, owner)?.summary.name ?? ""),
          sha256: row.sha256,
          file: readingName(db, round, row.sha256) ?? "",
          block: row.block,
          ...excerptOf(textOf(db, row), text),
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
  rows: readonly SearchRow[],
): SearchRow[] {
  const places = listFilePlaces(context.db, round);
  const mayRead = readableBy(context, round, expert);
  return rows.filter((row) => mayRead.has(places.get(row.sha256) ?? ""));
}

/** The first hit of a block with some text on both sides, cut between code points. */
function excerptOf(block: string, text: string): Pick<SearchHit, "excerpt" | "start" | "end"> {
  const characters = Array.from(block);
  const wanted = foldForSearch(text);
  const folded = characters.map(foldForSearch);
  const at = firstIndex(folded, wanted);
  const from = Math.max(0, at.start - around);
  return {
    excerpt: characters.slice(from, at.end + around).join(""),
    start: at.start - from,
    end: at.end - from,
  };
}

/** Code points of the raw text that together fold to the wanted text. */
function firstIndex(folded: readonly string[], wanted: string): { start: number; end: number } {
  const offset = folded.join("").indexOf(wanted);
  let length = 0;
  let start = 0;
  for (const [index, part] of folded.entries()) {
    if (length <= offset) start = index;
    length += part.length;
    if (length >= offset + wanted.length) return { start, end: index + 1 };
  }
  return { start, end: start };
}
