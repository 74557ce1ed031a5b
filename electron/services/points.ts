import type { CallName, Handlers, ParsedInputOf, ResultOf } from "../../shared/contract/index.ts";
import type { AnsweredPoint } from "../../shared/contract/point.ts";
import { fail, succeed } from "../../shared/contract/result.ts";
import { checkPoints } from "../../shared/scheme/check-points.ts";
import { inputsOf } from "../../shared/scheme/measure-point.ts";
import type { PointAnswer } from "../../shared/scheme/point-answer.ts";
import { proposeInputs } from "../../shared/scheme/propose-inputs.ts";
import type { Scheme } from "../../shared/scheme/scheme.ts";
import { type Dossier, subjectOf } from "../../shared/submission/dossier.ts";
import { findReading } from "../db/contents.ts";
import { transact } from "../db/database.ts";
import { answersOf, insertPointAnswer, listAnsweredPoints } from "../db/point-answers.ts";
import { findRound } from "../db/rounds.ts";
import { findDossier, findSubmission, listSubmissions } from "../db/submissions.ts";
import { actorOf, type Context, notFound, record } from "./context.ts";
import { schemeInForce } from "./rounds.ts";

type PointHandlers = Pick<Handlers, Extract<CallName, `point/${string}`>>;

export function createPointHandlers(context: Context): PointHandlers {
  return {
    "point/progress": ({ round }) => progressOf(context, round),
    "point/list": ({ submission }) => {
      const place = placeOf(context, submission);
      return place ? succeed(pointsOf(context, place)) : notFound("submission");
    },
    "point/propose": ({ submission, point }) => propose(context, submission, point),
    "point/answer": (input) => answer(context, input),
  };
}

function progressOf(context: Context, id: string): ResultOf<"point/progress"> {
  const round = findRound(context.db, id);
  if (!round) return notFound("round");
  const bySubject = Map.groupBy(schemeInForce(round).points, (point) => point.subject);
  const answered = listAnsweredPoints(context.db, id);
  return succeed(
    listSubmissions(context.db, id).map(({ id: submission, subject }) => {
      const points = (subject && bySubject.get(subject)) ?? [];
      const known = answered.get(submission);
      return {
        submission,
        answered: points.filter((point) => known?.has(point.id)).length,
        total: points.length,
      };
    }),
  );
}

interface Place {
  readonly round: string;
  readonly scheme: Scheme;
  readonly dossier: Dossier;
}

function placeOf(context: Context, submission: string): Place | null {
  const found = findSubmission(context.db, submission);
  const round = found && findRound(context.db, found.round);
  const dossier = round && findDossier(context.db, submission);
  return dossier ? { round: round.id, scheme: schemeInForce(round), dossier } : null;
}

function pointsOf(context: Context, { scheme, dossier }: Place): AnsweredPoint[] {
  const answers = answersOf(context.db, dossier.submission);
  const findings = new Map(
    checkPoints(scheme, subjectOf(dossier), answers).map((finding) => [finding.rule, finding]),
  );
  return scheme.points.flatMap((point) => {
    const finding = findings.get(`point:${point.id}`);
    if (!finding) return [];
    const own = answers.filter((one) => one.point === point.id);
    return [{ point, answer: own.at(-1) ?? null, earlier: Math.max(0, own.length - 1), finding }];
  });
}

/** Documents of the files in the review, read again only for the point that is looked at. */
function propose(context: Context, submission: string, id: string): ResultOf<"point/propose"> {
  const place = placeOf(context, submission);
  if (!place) return notFound("submission");
  const point = pointFor(place, id);
  if (!point) return fail("unknown-point", { point: id });
  if (point.measure === null) return succeed([]);
  const files = place.dossier.files.flatMap(({ sha256, name, provenance }) => {
    const document = findReading(context.db, place.round, sha256)?.document ?? null;
    return document ? [{ file: provenance[0]?.path ?? name, sha256, document }] : [];
  });
  return succeed(proposeInputs(point.measure, files, place.scheme.year));
}

const pointFor = ({ scheme, dossier }: Place, id: string) =>
  scheme.points.find((point) => point.id === id && point.subject === subjectOf(dossier));

function answer(context: Context, input: ParsedInputOf<"point/answer">): ResultOf<"point/answer"> {
  const place = placeOf(context, input.submission);
  if (!place) return notFound("submission");
  const point = pointFor(place, input.point);
  if (!point) return fail("unknown-point", { point: input.point });
  const wanted = point.measure === null ? [] : inputsOf(point.measure).map((one) => one.id);
  const stray = Object.keys(input.inputs).find((id) => !wanted.includes(id));
  if (stray !== undefined) return fail("unknown-input", { input: stray });
  const { verdict, effect, inputs, evidence } = input;
  const given: PointAnswer = {
    point: point.id,
    verdict: point.kind === "numeric" ? null : verdict,
    effect,
    inputs,
    evidence,
    by: actorOf(context),
    at: context.ports.now(),
  };
  transact(context.db, () => {
    insertPointAnswer(context.db, context.ports.newId(), input.submission, given);
    record(context, "point.answer", place.round, {
      submission: input.submission,
      name: place.dossier.identity.name?.value ?? "",
      point: point.id,
      verdict: verdict ?? "",
      inputs: JSON.stringify(inputs),
    });
  });
  const answered = pointsOf(context, place).find((one) => one.point.id === point.id);
  return answered ? succeed(answered) : notFound("point");
}
