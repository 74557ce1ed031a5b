import type { Handlers } from "../../shared/contract/index.ts";
import { succeed } from "../../shared/contract/result.ts";
import type { CheckResult } from "../../shared/contract/round.ts";
import type { CheckContext } from "../../shared/scheme/check-dossier.ts";
import { checkRound } from "../../shared/scheme/check-round.ts";
import { directionOf, subjectOf } from "../../shared/submission/dossier.ts";
import { listPointAnswers } from "../db/point-answers.ts";
import { findRound, type StoredRound } from "../db/rounds.ts";
import { listDossiers } from "../db/submissions.ts";
import { cityPapersOf } from "./city-papers.ts";
import { type Context, notFound } from "./context.ts";
import { applicationsOf } from "./place-files.ts";
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
  const dossiers = listDossiers(context.db, round.id);
  const checked = checkRound(schemeInForce(round), dossiers, checkContext(context, round));
  return {
    submissions: dossiers.map((dossier) => ({
      submission: dossier.submission,
      number: dossier.number,
      name: dossier.identity.name?.value ?? "",
      city: dossier.identity.city?.value ?? "",
      subject: subjectOf(dossier),
      direction: directionOf(dossier),
      findings: [...(checked.perSubmission.get(dossier.submission) ?? [])],
    })),
    round: [...checked.round],
  };
}
