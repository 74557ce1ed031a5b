import type { Handlers, ResultOf } from "../../shared/contract/index.ts";
import type { SubmissionSummary } from "../../shared/contract/intake.ts";
import { type Failure, fail, succeed } from "../../shared/contract/result.ts";
import { DirectionId, SubjectId } from "../../shared/scheme/scheme.ts";
import type { Dossier, Fact, IdentityField, IdentityValue } from "../../shared/submission/dossier.ts";
import { transact } from "../db/database.ts";
import { findRound, type StoredRound } from "../db/rounds.ts";
import { findDossier, findSubmission, isVersionInUse, saveDossier, setStanding } from "../db/submissions.ts";
import { withDigest } from "./build-dossier.ts";
import { actorOf, type Context, notFound, record } from "./context.ts";
import { schemeInForce } from "./rounds.ts";

type SubmissionHandlers = Pick<
  Handlers,
  | "submission/get"
  | "submission/confirm"
  | "submission/correct-fact"
  | "submission/reject-fact"
  | "submission/add-fact"
  | "submission/set-identity"
  | "submission/set-received"
  | "submission/set-standing"
>;

interface Editable {
  readonly round: StoredRound;
  readonly dossier: Dossier;
}

/** What a clerk makes of what was read. Every act keeps the original, says who, when and why, and is in the audit trail. */
export function createSubmissionHandlers(context: Context): SubmissionHandlers {
  return {
    "submission/get": ({ submission }) => {
      const dossier = findDossier(context.db, submission);
      return dossier ? succeed(dossier) : notFound("submission");
    },
    "submission/confirm": ({ submission, facts, identity }) =>
      edit(context, submission, ({ dossier }) => confirm(dossier, facts, identity)),
    "submission/correct-fact": ({ submission, fact, value, year, reason }) =>
      edit(context, submission, ({ dossier }) =>
        changeFact(dossier, fact, "fact.correct", reason, (old) => ({
          ...withoutYear(old),
          ...(year === null ? {} : { year }),
          value,
          state: old.read === null ? "typed" : "corrected",
          correction: correctionOf(context, reason),
        })),
      ),
    "submission/reject-fact": ({ submission, fact, reason }) =>
      edit(context, submission, ({ dossier }) =>
        changeFact(dossier, fact, "fact.reject", reason, (old) => ({
          ...old,
          state: "rejected",
          correction: correctionOf(context, reason),
        })),
      ),
    "submission/add-fact": (input) => addFact(context, input),
    "submission/set-identity": (input) => setIdentity(context, input),
    "submission/set-received": (input) => setReceived(context, input),
    "submission/set-standing": ({ submission, standing, reason }) =>
      changeStanding(context, submission, standing, reason),
  };
}

interface Change {
  readonly ok: true;
  readonly dossier: Omit<Dossier, "digest">;
  readonly action: string;
  readonly detail: Record<string, string>;
}

type Edited<Code extends string> =
  | { ok: true; value: Dossier }
  | Failure<Code | "not-found" | "round-frozen">;

/** Loads, changes and stores a dossier with its audit entry in one transaction. */
function edit<Code extends string = never>(
  context: Context,
  submission: string,
  change: (editable: Editable) => Change | Failure<Code>,
): Edited<Code> {
  return transact(context.db, () => {
    const editable = loadEditable(context, submission);
    if ("ok" in editable) return editable;
    const changed = change(editable);
    if (!changed.ok) return changed;
    const dossier = withDigest(changed.dossier);
    saveDossier(context.db, editable.round.id, dossier, { at: context.ports.now(), reason: changed.action });
    record(context, changed.action, editable.round.id, {
      submission,
      name: dossier.identity.name?.value ?? "",
      ...changed.detail,
      digest: dossier.digest,
    });
    return succeed(dossier);
  });
}

function loadEditable(
  context: Context,
  submission: string,
): Editable | Failure<"not-found"> | Failure<"round-frozen"> {
  const found = findSubmission(context.db, submission);
  const round = found && findRound(context.db, found.round);
  const dossier = findDossier(context.db, submission);
  if (!found || !round || !dossier) return notFound("submission");
  if (isFrozen(context, round, dossier)) return fail("round-frozen");
  return { round, dossier };
}

/**
 * A version that reviewers may have in their hands is never altered: those of the day the round opened, and any
 * version a pack or a score sheet names. A supplement that came later may still be confirmed.
 */
export const isFrozen = (context: Context, round: StoredRound, dossier: Dossier): boolean =>
  round.side === "guest" ||
  (round.openedAt !== null &&
    isVersionInUse(context.db, dossier.submission, dossier.version, round.openedAt));

/** Of those that were there when the round opened, or that a reviewer holds, none leaves; one that came later may be put aside. */
const isInReview = (context: Context, round: StoredRound, { id, version }: SubmissionSummary): boolean =>
  round.side === "guest" ||
  Array.from({ length: version }, (_, index) => index + 1).some(
    (one) => round.openedAt !== null && isVersionInUse(context.db, id, one, round.openedAt),
  );

const correctionOf = (context: Context, reason: string): NonNullable<Fact["correction"]> => ({
  by: actorOf(context),
  at: context.ports.now(),
  reason,
});

const withoutYear = ({ year: _year, ...fact }: Fact): Fact => fact;

/** Accepting needs something that was read; a decision made before is not undone by accepting the rest. */
function confirm(
  dossier: Dossier,
  ids: readonly string[],
  fields: readonly IdentityField[],
): Change | Failure<"not-found" | "nothing-read"> {
  const wanted = new Set(ids);
  const missing = ids.find((id) => !dossier.facts.some((fact) => fact.id === id));
  if (missing !== undefined) return notFound("fact");
  if (fields.some((field) => dossier.identity[field] === null)) return fail("nothing-read");
  const accept = <Held extends Fact | IdentityValue>(held: Held): Held =>
    held.state === "read" || held.state === "to-confirm" ? { ...held, state: "confirmed" } : held;
  const identity = { ...dossier.identity };
  for (const field of fields) {
    const value = identity[field];
    identity[field] = value && accept(value);
  }
  return {
    ok: true,
    dossier: {
      ...dossier,
      identity,
      facts: dossier.facts.map((fact) => (wanted.has(fact.id) ? accept(fact) : fact)),
    },
    action: "submission.confirm",
    detail: { facts: ids.join(" "), identity: fields.join(" ") },
  };
}

function changeFact(
  dossier: Dossier,
  id: string,
  action: string,
  reason: string,
  change: (fact: Fact) => Fact,
): Change | Failure<"not-found"> {
  const old = dossier.facts.find((fact) => fact.id === id);
  if (!old) return notFound("fact");
  const changed = change(old);
  return {
    ok: true,
    dossier: { ...dossier, facts: dossier.facts.map((fact) => (fact.id === id ? changed : fact)) },
    action,
    detail: {
      fact: id,
      key: old.key,
      from: `${old.state} ${old.value}`,
      to: `${changed.state} ${changed.value}`,
      reason,
    },
  };
}

function addFact(
  context: Context,
  input: Parameters<Handlers["submission/add-fact"]>[0],
): ResultOf<"submission/add-fact"> {
  const found = findSubmission(context.db, input.submission);
  const round = found && findRound(context.db, found.round);
  if (!round) return notFound("submission");
  const indicator = schemeInForce(round).indicators.find((candidate) => candidate.id === input.key);
  if (!indicator) return fail("unknown-indicator", { indicator: input.key });
  const year = input.year === null ? {} : { year: input.year };
  const held = { key: input.key, value: input.value, unit: indicator.unit, ...year, role: "value" as const };
  const fact: Fact = {
    id: context.ports.newId(),
    read: input.evidence === null ? null : { ...held, sure: true, evidence: input.evidence },
    ...held,
    state: "typed",
    correction: correctionOf(context, input.reason),
  };
  return edit(context, input.submission, ({ dossier }) => ({
    ok: true,
    dossier: { ...dossier, facts: [...dossier.facts, fact] },
    action: "fact.add",
    detail: { fact: fact.id, key: input.key, to: input.value, reason: input.reason },
  }));
}

function setIdentity(
  context: Context,
  input: Parameters<Handlers["submission/set-identity"]>[0],
): ResultOf<"submission/set-identity"> {
  const schema = input.field === "subject" ? SubjectId : input.field === "direction" ? DirectionId : null;
  if (schema && !schema.safeParse(input.value).success)
    return fail("bad-value", { field: input.field, value: input.value });
  return edit(context, input.submission, ({ dossier }) => {
    const old = dossier.identity[input.field];
    const value: IdentityValue = {
      value: input.value,
      state: old === null || old.readValue === null ? "typed" : "corrected",
      readValue: old?.readValue ?? null,
      evidence: old?.evidence ?? null,
      correction: correctionOf(context, input.reason),
    };
    return {
      ok: true,
      dossier: { ...dossier, identity: { ...dossier.identity, [input.field]: value } },
      action: "identity.set",
      detail: { field: input.field, from: old?.value ?? "", to: input.value, reason: input.reason },
    };
  });
}

/** A clerical matter, no part of what experts judge: it may be entered after the round has opened, too. */
function setReceived(
  context: Context,
  input: Parameters<Handlers["submission/set-received"]>[0],
): ResultOf<"submission/set-received"> {
  return transact(context.db, () => {
    const found = findSubmission(context.db, input.submission);
    const round = found && findRound(context.db, found.round);
    const dossier = findDossier(context.db, input.submission);
    if (!round || !dossier) return notFound("submission");
    if (round.side !== "host") return fail("wrong-state");
    const receivedAt = new Date(input.receivedAt).toISOString();
    const readValue = dossier.receipt === undefined ? dossier.receivedAt : dossier.receipt.readValue;
    const changed = {
      ...dossier,
      receivedAt,
      receipt: { ...correctionOf(context, input.reason), readValue },
    };
    saveDossier(context.db, round.id, changed, {
      at: context.ports.now(),
      reason: "submission.set-received",
    });
    record(context, "submission.set-received", round.id, {
      submission: input.submission,
      name: dossier.identity.name?.value ?? "",
      from: dossier.receivedAt ?? "",
      to: receivedAt,
      reason: input.reason,
    });
    return succeed(changed);
  });
}

function changeStanding(
  context: Context,
  submission: string,
  standing: "in" | "out",
  reason: string,
): ResultOf<"submission/set-standing"> {
  const found = findSubmission(context.db, submission);
  const round = found && findRound(context.db, found.round);
  if (!found || !round) return notFound("submission");
  if (isInReview(context, round, found.summary)) return fail("round-frozen");
  transact(context.db, () => {
    setStanding(context.db, submission, standing, reason);
    record(context, "submission.set-standing", round.id, {
      submission,
      name: found.summary.name,
      standing,
      reason,
    });
  });
  return succeed({ ...found.summary, standing, standingReason: reason });
}
