import type { CallName, Handlers, ParsedInputOf, ResultOf } from "../../shared/contract/index.ts";
import type { PlacedTaskLink, TaskLink } from "../../shared/contract/plan.ts";
import { fail, succeed } from "../../shared/contract/result.ts";
import { planBoard } from "../../shared/scheme/plan-board.ts";
import type { Scheme } from "../../shared/scheme/scheme.ts";
import { transact } from "../db/database.ts";
import { insertTargetValue, insertTaskLink, listTargetValues, listTaskLinks } from "../db/plan-records.ts";
import { findSubmission } from "../db/submissions.ts";
import { actorOf, type Context, notFound, record } from "./context.ts";
import { basesOf } from "./register.ts";

type PlanHandlers = Pick<Handlers, Extract<CallName, `plan/${string}`>>;

export function createPlanHandlers(context: Context): PlanHandlers {
  const { db, schemes } = context;
  return {
    "plan/get-board": ({ scheme }) => {
      const found = schemes.get(scheme);
      return found
        ? succeed({ rows: boardOf(context, found), tasks: found.tasks ?? [] })
        : notFound("scheme");
    },
    "plan/set-value": (input) => setValue(context, input),
    "plan/link-passage": (input) => link(context, input),
    "plan/list-links": ({ scheme, submission }) =>
      schemes.has(scheme)
        ? succeed(listTaskLinks(db, scheme, submission).flatMap((one) => placed(context, one)))
        : notFound("scheme"),
  };
}

function placed(context: Context, one: TaskLink): PlacedTaskLink[] {
  const found = findSubmission(context.db, one.submission);
  return found ? [{ ...one, round: found.round, applicant: found.summary.name }] : [];
}

const boardOf = (context: Context, scheme: Scheme) =>
  planBoard(scheme, basesOf(context.db, context.published), listTargetValues(context.db, scheme.id));

function setValue(context: Context, input: ParsedInputOf<"plan/set-value">): ResultOf<"plan/set-value"> {
  const scheme = context.schemes.get(input.scheme);
  if (!scheme) return notFound("scheme");
  const target = scheme.targets?.find((one) => one.id === input.target);
  if (!target) return fail("unknown-target", { target: input.target });
  const { value, asOf, source } = input;
  transact(context.db, () => {
    insertTargetValue(context.db, context.ports.newId(), scheme.id, {
      target: target.id,
      value,
      asOf,
      source,
      by: actorOf(context),
      at: context.ports.now(),
    });
    record(context, "plan.set-value", null, { scheme: scheme.id, target: target.name, value, source, asOf });
  });
  const row = boardOf(context, scheme).find((one) => one.target.id === target.id);
  return row ? succeed(row) : notFound("target");
}

function link(context: Context, input: ParsedInputOf<"plan/link-passage">): ResultOf<"plan/link-passage"> {
  const scheme = context.schemes.get(input.scheme);
  if (!scheme) return notFound("scheme");
  const task = scheme.tasks?.find((one) => one.id === input.task);
  if (!task) return fail("unknown-task", { task: input.task });
  const found = findSubmission(context.db, input.submission);
  if (!found) return notFound("submission");
  const made = {
    id: context.ports.newId(),
    scheme: scheme.id,
    task: task.id,
    submission: input.submission,
    evidence: input.evidence,
    note: input.note,
    by: actorOf(context),
    at: context.ports.now(),
  };
  transact(context.db, () => {
    insertTaskLink(context.db, made);
    record(context, "plan.link", found.round, {
      scheme: scheme.id,
      task: String(task.number),
      submission: input.submission,
    });
  });
  return succeed(made);
}
