import type { Handlers } from "../../shared/contract/index.ts";
import { succeed } from "../../shared/contract/result.ts";
import type { CheckResult } from "../../shared/contract/round.ts";
import type { CheckContext } from "../../shared/scheme/check-dossier.ts";
import { checkRound } from "../../shared/scheme/check-round.ts";
import { type Dossier, directionOf, subjectOf } from "../../shared/submission/dossier.ts";
import { listPointAnswers } from "../db/point-answers.ts";
import { findRound, type StoredRound } from "../db/rounds.ts";
import { eachDossier } from "../db/submissions.ts";
import { cityPapersOf } from "./city-papers.ts";
import { type Context, notFound } from "./context.ts";
import { applicationsOf } from "./known-names.ts";
import { schemeInForce } from "./rounds.ts";

export function createCheckHandlers(context: Context): Pick<Handlers, "check/run"> {
  return {
    "check/run": ({ round }) => {
      const found = findRound(context.db, round);
      return found ? succeed(checkOf(context, found)) : notFound("round");
    },
  };
}

/** What a check of a round needs beside its scheme and dossiers. */
export const checkContext = (context: Context, round: StoredRound): CheckContext => ({
  registry: context.registry,
  answers: listPointAnswers(context.db, round.id),
  applications: applicationsOf(context, round.id),
  papers: cityPapersOf(context, round),
});

/** Every rule of the scheme in force over every dossier in the review. */
export function checkOf(context: Context, round: StoredRound): CheckResult {
  const heads: Omit<CheckResult["submissions"][number], "findings">[] = [];
  function* withHeads(): Generator<Dossier> {
    for (const dossier of eachDossier(context.db, round.id)) {
      heads.push(headOf(dossier));
      yield dossier;
    }
  }
  const needed = checkContext(context, round);
  const checked = checkRound(schemeInForce(round), withHeads(), needed);
  return {
    submissions: heads.map((head) => ({
      ...head,
      findings: [...(checked.perSubmission.get(head.submission) ?? [])],
    })),
    round: [...checked.round],
  };
}

const headOf = (dossier: Dossier): Omit<CheckResult["submissions"][number], "findings"> => ({
  submission: dossier.submission,
  number: dossier.number,
  name: dossier.identity.name?.value ?? "",
  city: dossier.identity.city?.value ?? "",
  subject: subjectOf(dossier),
  direction: directionOf(dossier),
});
