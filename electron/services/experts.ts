import type { AssignmentMatrix, Expert } from "../../shared/contract/expert.ts";
import type { Handlers, ResultOf } from "../../shared/contract/index.ts";
import { type Failure, fail, succeed } from "../../shared/contract/result.ts";
import { compact } from "../../shared/text/normalise-text.ts";
import { transact } from "../db/database.ts";
import {
  deleteExpert,
  findExpert,
  listAssignments,
  listExperts,
  type StoredExpert,
  saveExpert,
  setAssigned,
} from "../db/experts.ts";
import { listIdentities } from "../db/identities.ts";
import { listResultHeads, listResults } from "../db/results.ts";
import { findRound } from "../db/rounds.ts";
import { listSubmissions } from "../db/submissions.ts";
import { fingerprintOf } from "../seal/fingerprint.ts";
import { readIdentity } from "../seal/public-key.ts";
import { acceptedSheets, resultsInForce } from "./accepted-sheets.ts";
import { certainConflictFinder, conflictFinder, namedApplicants } from "./conflicts.ts";
import { type Context, notFound, record } from "./context.ts";

type ExpertHandlers = Pick<Handlers, Extract<keyof Handlers, `expert/${string}` | `assignment/${string}`>>;

export function createExpertHandlers(context: Context): ExpertHandlers {
  return {
    "expert/list": ({ round }) =>
      findRound(context.db, round) ? succeed(viewsOf(context, round)) : notFound("round"),
    "expert/save": (input) => save(context, input),
    "expert/remove": ({ round, expert }) => remove(context, round, expert),
    "expert/enrol": (input) => enrol(context, input),
    "assignment/get": ({ round }) =>
      findRound(context.db, round) ? succeed(matrixOf(context, round)) : notFound("round"),
    "assignment/set": (input) => assign(context, input),
  };
}

function viewsOf(context: Context, round: string): Expert[] {
  const { db } = context;
  const assignments = listAssignments(db, round);
  const sheets = acceptedSheets(db, round);
  const ownKeys = new Set(listIdentities(db).map((identity) => identity.keyId));
  return listExperts(db, round).map((expert) => ({
    id: expert.id,
    name: expert.name,
    employer: expert.employer,
    avoid: [...expert.avoid],
    keyId: expert.identity?.keyId ?? null,
    fingerprint: expert.identity ? fingerprintOf(expert.identity.keyId) : null,
    enrolledAt: expert.enrolledAt,
    packedAt: expert.packedAt,
    assigned: assignments.filter((assignment) => assignment.expert === expert.id).length,
    signed: sheets.filter((sheet) => sheet.expert === expert.id && sheet.recusal === null).length,
    recused: sheets.filter((sheet) => sheet.expert === expert.id && sheet.recusal !== null).length,
    keyIsHere: expert.identity !== null && ownKeys.has(expert.identity.keyId),
    otherName: otherNameOf(expert),
  }));
}

/** The wrong file of a pile bears another name; spaces and widths make none. */
const otherNameOf = ({ name, identity }: StoredExpert): string | null =>
  identity === null || compact(identity.name) === compact(name) ? null : identity.name;

const viewOf = (
  context: Context,
  round: string,
  id: string,
): { ok: true; value: Expert } | Failure<"not-found"> => {
  const view = viewsOf(context, round).find((expert) => expert.id === id);
  return view ? succeed(view) : notFound("expert");
};

function save(context: Context, input: Parameters<Handlers["expert/save"]>[0]): ResultOf<"expert/save"> {
  const { db, ports } = context;
  const round = findRound(db, input.round);
  if (!round) return notFound("round");
  if (round.side !== "host") return fail("wrong-state");
  const known = input.expert === null ? null : findExpert(db, round.id, input.expert);
  if (input.expert !== null && !known) return notFound("expert");
  const taken = listExperts(db, round.id).some(
    (expert) => expert.name === input.name && expert.id !== input.expert,
  );
  if (taken) return fail("name-taken", { name: input.name });
  const expert: StoredExpert = {
    id: known?.id ?? ports.newId(),
    name: input.name,
    employer: input.employer,
    avoid: input.avoid,
    identity: known?.identity ?? null,
    enrolledAt: known?.enrolledAt ?? null,
    packedAt: known?.packedAt ?? null,
  };
  transact(db, () => {
    saveExpert(db, round.id, expert);
    record(context, known ? "expert.change" : "expert.add", round.id, {
      expert: expert.id,
      name: expert.name,
      employer: expert.employer,
      avoid: expert.avoid.join("、"),
    });
  });
  return viewOf(context, round.id, expert.id);
}

function remove(context: Context, roundId: string, id: string): ResultOf<"expert/remove"> {
  const { db } = context;
  const round = findRound(db, roundId);
  const expert = findExpert(db, roundId, id);
  if (!round || !expert) return notFound("expert");
  if (round.state !== "preparing") return fail("round-frozen");
  transact(db, () => {
    deleteExpert(db, roundId, id);
    record(context, "expert.remove", roundId, { expert: id, name: expert.name });
  });
  return succeed({});
}

function enrol(context: Context, input: Parameters<Handlers["expert/enrol"]>[0]): ResultOf<"expert/enrol"> {
  const { db, ports } = context;
  const expert = findExpert(db, input.round, input.expert);
  if (!expert) return notFound("expert");
  if (findRound(db, input.round)?.side !== "host") return fail("wrong-state");
  const identity = readIdentity(input.identity);
  if (!identity.ok) return fail("malformed", identity.params);
  const { keyId } = identity.value;
  const other = listExperts(db, input.round).find(
    (candidate) => candidate.identity?.keyId === keyId && candidate.id !== expert.id,
  );
  if (other) return fail("key-of-another-expert", { name: other.name });
  const signed = listResultHeads(db, input.round).some((result) => result.expert === expert.id);
  if (signed && expert.identity?.keyId !== keyId) return fail("already-signed", { name: expert.name });
  transact(db, () => {
    saveExpert(db, input.round, { ...expert, identity: identity.value, enrolledAt: ports.now() });
    record(context, "expert.enrol", input.round, { expert: expert.id, name: expert.name, key: keyId });
  });
  return viewOf(context, input.round, expert.id);
}

function matrixOf(context: Context, round: string): AssignmentMatrix {
  const { db } = context;
  const stored = findRound(db, round);
  const submissions = listSubmissions(db, round).filter((submission) => submission.standing === "in");
  const named = stored ? submissions.map(namedApplicants(context, stored)) : [];
  const experts = listExperts(db, round);
  const assigned = new Set(listAssignments(db, round).map((pair) => `${pair.expert} ${pair.submission}`));
  return {
    submissions: submissions.map(({ id, number, name, city, direction }) => ({
      submission: id,
      number,
      name,
      city,
      direction,
    })),
    experts: experts.map(({ id, name }) => ({ id, name })),
    cells: experts.flatMap((expert) => {
      const conflictOf = conflictFinder(expert);
      return submissions.map((submission, index) => ({
        expert: expert.id,
        submission: submission.id,
        assigned: assigned.has(`${expert.id} ${submission.id}`),
        conflict: named[index] ? conflictOf(named[index]) : null,
      }));
    }),
  };
}

function assign(
  context: Context,
  input: Parameters<Handlers["assignment/set"]>[0],
): ResultOf<"assignment/set"> {
  const { db } = context;
  const round = findRound(db, input.round);
  const expert = findExpert(db, input.round, input.expert);
  if (!round || !expert) return notFound("expert");
  if (round.side !== "host") return fail("wrong-state");
  const all = listSubmissions(db, round.id);
  const names = new Map(all.map((submission) => [submission.id, submission.name]));
  const nameOf = namedApplicants(context, round);
  const applicants = new Map(all.map((submission) => [submission.id, nameOf(submission)]));
  const conflictOf = certainConflictFinder(expert);
  const strange = input.submissions.find((submission) => !names.has(submission));
  if (strange !== undefined) return notFound("submission");
  for (const submission of input.submissions) {
    const applicant = applicants.get(submission);
    const conflict = input.assigned && applicant ? conflictOf(applicant) : null;
    if (conflict !== null)
      return fail("conflict", {
        expert: expert.name,
        submission: names.get(submission) ?? "",
        unit: conflict,
      });
  }
  const signed = resultsInForce(listResults(db, round.id))
    .filter((result) => result.expert === expert.id)
    .flatMap((result) => result.acceptedSubmissions);
  const lost = input.assigned
    ? undefined
    : input.submissions.find((submission) => signed.includes(submission));
  if (lost !== undefined)
    return fail("already-signed", { expert: expert.name, submission: names.get(lost) ?? "" });
  transact(db, () => {
    const changed = input.submissions.filter((submission) =>
      setAssigned(db, round.id, { expert: expert.id, submission }, input.assigned),
    );
    if (changed.length > 0) {
      record(context, input.assigned ? "assignment.give" : "assignment.take", round.id, {
        expert: expert.name,
        submissions: changed.map((submission) => names.get(submission) ?? submission).join("、"),
      });
    }
  });
  return succeed(matrixOf(context, round.id));
}
