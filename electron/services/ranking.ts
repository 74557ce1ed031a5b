import type { Handlers, ResultOf } from "../../shared/contract/index.ts";
import type { ScoreDetail } from "../../shared/contract/ranking.ts";
import { fail, succeed } from "../../shared/contract/result.ts";
import { rank } from "../../shared/scoring/rank.ts";
import { rankGroupsOf } from "../../shared/scoring/rank-group.ts";
import type { Decision, Ranking } from "../../shared/scoring/ranking.ts";
import { transact } from "../db/database.ts";
import { listAssignments, listExperts } from "../db/experts.ts";
import { insertDecision, listDecisions } from "../db/results.ts";
import { findRound, type StoredRound } from "../db/rounds.ts";
import { listSubmissions } from "../db/submissions.ts";
import { acceptedSheets } from "./accepted-sheets.ts";
import { type Context, notFound, type OpenRound, openRound, record } from "./context.ts";
import { schemeInForce } from "./rounds.ts";

type RankingHandlers = Pick<
  Handlers,
  "ranking/get" | "ranking/get-detail" | "ranking/list-decisions" | "ranking/decide"
>;

export function createRankingHandlers(context: Context): RankingHandlers {
  return {
    "ranking/get": ({ round }) => {
      const found = openRound(context, round);
      return found.ok ? succeed(rankingOf(context, found.value)) : found;
    },
    "ranking/get-detail": ({ round }) => {
      const found = openRound(context, round);
      return found.ok ? succeed(detailOf(context, found.value)) : found;
    },
    "ranking/list-decisions": ({ round }) =>
      findRound(context.db, round) ? succeed(listDecisions(context.db, round)) : notFound("round"),
    "ranking/decide": (input) => decide(context, input),
  };
}

export function rankingOf(context: Context, round: StoredRound): Ranking {
  const { db } = context;
  const scheme = schemeInForce(round);
  return rank({
    rule: round.settings.rule,
    directions: rankGroupsOf(scheme),
    quotas: scheme.quotas,
    cities: scheme.cities,
    submissions: listSubmissions(db, round.id)
      .filter((submission) => submission.standing === "in")
      .map(({ id, number, name, city, subject, direction }) => ({
        submission: id,
        number,
        name,
        city,
        subject,
        direction,
      })),
    experts: listExperts(db, round.id).map(({ id, name }) => ({ id, name })),
    assignments: listAssignments(db, round.id),
    sheets: acceptedSheets(db, round.id).map(({ expert, submission, total, recusal }) => ({
      expert,
      submission,
      total,
      recused: recusal !== null,
    })),
    recusals: [],
    decisions: listDecisions(db, round.id),
  });
}

/** Every counted sheet with its items. */
export function detailOf(context: Context, round: OpenRound): ScoreDetail {
  const names = new Map(listExperts(context.db, round.id).map((expert) => [expert.id, expert.name]));
  const rows = acceptedSheets(context.db, round.id).flatMap(({ submission, expert, items, remark, total }) =>
    total === null
      ? []
      : [{ submission, expert, expertName: names.get(expert) ?? expert, items, remark, total }],
  );
  return { form: round.form, rows };
}

function decide(
  context: Context,
  input: Parameters<Handlers["ranking/decide"]>[0],
): ResultOf<"ranking/decide"> {
  const round = findRound(context.db, input.round);
  if (!round) return notFound("round");
  if (round.side !== "host") return fail("wrong-state");
  if (round.form === null) return fail("round-not-open");
  const ranking = rankingOf(context, round).directions.find((entry) => entry.direction === input.direction);
  const tied = ranking?.openTie;
  const named = [...input.order].sort().join("\n");
  if (!tied || [...tied.submissions].sort().join("\n") !== named) return fail("no-such-tie");
  const decision: Decision = {
    id: context.ports.newId(),
    kind: "tie-order",
    direction: input.direction,
    order: input.order,
    score: tied.score,
    reason: input.reason,
    by: input.by,
    at: context.ports.now(),
  };
  transact(context.db, () => {
    insertDecision(context.db, input.round, decision);
    record(context, "ranking.decide", input.round, {
      direction: input.direction,
      score: tied.score,
      order: input.order.join(" "),
      by: input.by,
      reason: input.reason,
    });
  });
  return succeed(decision);
}
