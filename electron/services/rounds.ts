import type { Handlers, ResultOf } from "../../shared/contract/index.ts";
import { fail, succeed } from "../../shared/contract/result.ts";
import type { RoundSettings, RoundSummary, RoundView } from "../../shared/contract/round.ts";
import { applyRoundSettings, strayThresholds } from "../../shared/scheme/apply-round-settings.ts";
import { gradingFault } from "../../shared/scheme/round-grading.ts";
import type { Scheme } from "../../shared/scheme/scheme.ts";
import { freezeForm } from "../../shared/scoring/freeze-form.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { transact } from "../db/database.ts";
import { listExperts } from "../db/experts.ts";
import {
  findRound,
  freezeRound,
  insertRound,
  listRounds,
  type StoredRound,
  type ThresholdsEntered,
  updateSettings,
} from "../db/rounds.ts";
import { listSubmissions } from "../db/submissions.ts";
import { formDigest, schemeDigest } from "../seal/digest.ts";
import { actorOf, type Context, notFound, preferencesOf, record } from "./context.ts";
import { overviewOf, type ProblemCounts } from "./overview.ts";

type RoundHandlers = Pick<
  Handlers,
  "round/list" | "round/create" | "round/get" | "round/get-overview" | "round/save-settings" | "round/open"
>;

export function createRoundHandlers(context: Context): RoundHandlers {
  const { db } = context;
  const counted: ProblemCounts = new Map();
  return {
    "round/list": () => succeed(listRounds(db).map((round) => summaryOf(context, round))),
    "round/create": ({ scheme, name }) => createRound(context, scheme, name),
    "round/get": ({ round }) => viewOrMissing(context, round),
    "round/get-overview": ({ round }) => {
      const found = findRound(db, round);
      return found ? succeed(overviewOf(context, found, counted)) : notFound("round");
    },
    "round/save-settings": ({ round, settings }) => saveSettings(context, round, settings),
    "round/open": ({ round, questions }) => open(context, round, questions),
  };
}

/** Nothing a notice does not say: maxima, thresholds, seats and definitions start unset. */
const emptySettings = (scheme: Scheme): RoundSettings => ({
  thresholds: {},
  baseYears: scheme.settings.baseYears,
  growthMethod: scheme.settings.growthMethod,
  outlineTolerance: scheme.settings.outlineTolerance,
  maxima: Object.fromEntries(scheme.scoreSheet.items.map((item) => [item.id, item.max])),
  step: "0.5",
  rule: { method: "mean", decimals: 2, minimumSheets: 1, seats: {} },
});

export function createRound(context: Context, schemeId: string, name: string): ResultOf<"round/create"> {
  const scheme = context.schemes.get(schemeId);
  if (!scheme) return notFound("scheme");
  if ((scheme.purpose ?? "review") !== "review") return fail("not-for-review", { title: scheme.title });
  const round: StoredRound = {
    id: context.ports.newId(),
    side: "host",
    name,
    state: "preparing",
    scheme,
    settings: emptySettings(scheme),
    thresholdsEntered: {},
    frozenScheme: null,
    form: null,
    schemeDigest: null,
    formDigest: null,
    createdAt: context.ports.now(),
    openedAt: null,
    guest: null,
  };
  transact(context.db, () => {
    insertRound(context.db, round);
    record(context, "round.create", round.id, { name, scheme: scheme.id });
  });
  return succeed(viewOf(context, round));
}

const draftSchemes = new WeakMap<StoredRound, Scheme>();

/** The scheme in force: frozen once the round is open, before that the notice with the clerk's settings. */
export function schemeInForce(round: StoredRound): Scheme {
  const known = round.frozenScheme ?? draftSchemes.get(round);
  if (known !== undefined) return known;
  const scheme = applyRoundSettings(
    round.scheme,
    round.settings,
    (key) => round.thresholdsEntered[key] ?? null,
  );
  draftSchemes.set(round, scheme);
  return scheme;
}

const summaryOf = (context: Context, round: StoredRound): RoundSummary => ({
  id: round.id,
  name: round.name,
  side: round.side,
  state: round.state,
  schemeId: round.scheme.id,
  schemeTitle: round.scheme.title,
  createdAt: round.createdAt,
  openedAt: round.openedAt,
  submissions: listSubmissions(context.db, round.id).filter((submission) => submission.standing === "in")
    .length,
});

const viewOf = (context: Context, round: StoredRound): RoundView => ({
  ...summaryOf(context, round),
  scheme: schemeInForce(round),
  notice: round.scheme,
  settings: round.settings,
  form: round.form,
  schemeDigest: round.schemeDigest,
  formDigest: round.formDigest,
  clerk:
    round.guest === null
      ? null
      : { name: round.guest.clerk.name, fingerprint: round.guest.clerk.fingerprint },
  expert: round.guest?.expert ?? null,
});

function viewOrMissing(context: Context, id: string): ResultOf<"round/get"> {
  const round = findRound(context.db, id);
  return round ? succeed(viewOf(context, round)) : notFound("round");
}

function saveSettings(
  context: Context,
  id: string,
  settings: RoundSettings,
): ResultOf<"round/save-settings"> {
  const round = findRound(context.db, id);
  if (!round) return notFound("round");
  if (round.state !== "preparing") return fail("round-frozen");
  const problem = settingsProblem(round.scheme, settings) ?? gradingProblem(context, round.scheme, settings);
  if (problem) return problem;
  const thresholdsEntered = enteredNow(context, round, settings);
  transact(context.db, () => {
    updateSettings(context.db, id, settings, thresholdsEntered);
    record(context, "round.save-settings", id, {
      from: JSON.stringify(round.settings),
      to: JSON.stringify(settings),
    });
  });
  return succeed(viewOf(context, { ...round, settings, thresholdsEntered }));
}

/** A threshold keeps who entered it until somebody enters another value. */
function enteredNow(context: Context, round: StoredRound, settings: RoundSettings): ThresholdsEntered {
  const now = { by: actorOf(context), at: context.ports.now() };
  return Object.fromEntries(
    Object.entries(settings.thresholds)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [
        key,
        value === round.settings.thresholds[key] ? (round.thresholdsEntered[key] ?? now) : now,
      ]),
  );
}

function settingsProblem(
  scheme: Scheme,
  settings: RoundSettings,
): ReturnType<typeof fail<"unknown-indicator" | "threshold-not-open" | "unknown-item" | "bad-rule">> | null {
  const cells = new Set(
    scheme.indicators.flatMap((indicator) =>
      Object.keys(indicator.thresholds).map((subject) => `${indicator.id}/${subject}`),
    ),
  );
  const strangeCell = Object.keys(settings.thresholds).find((cell) => !cells.has(cell));
  if (strangeCell !== undefined) return fail("unknown-indicator", { indicator: strangeCell });
  const [stray] = strayThresholds(scheme, settings);
  if (stray !== undefined) return fail("threshold-not-open", { threshold: stray });
  const items = new Set(scheme.scoreSheet.items.map((item) => item.id));
  const strangeItem = Object.keys(settings.maxima).find((item) => !items.has(item));
  if (strangeItem !== undefined) return fail("unknown-item", { item: strangeItem });
  if (settings.rule.method === "trimmed" && settings.rule.minimumSheets < 3) {
    return fail("bad-rule", { minimum: String(settings.rule.minimumSheets) });
  }
  return null;
}

/** Grades a notice sets are never replaced; those of a round have to be in order. */
function gradingProblem(
  context: Context,
  scheme: Scheme,
  { grading }: RoundSettings,
): ReturnType<typeof fail<"bad-grading" | "grading-of-notice">> | null {
  if (!grading) return null;
  if (scheme.grading) return fail("grading-of-notice");
  const fault = gradingFault(grading.levels, grading.veto);
  if (!fault) return null;
  const number = String(fault.index + 1);
  const name = grading.levels[fault.index]?.name ?? number;
  const { locale } = preferencesOf(context);
  return fail("bad-grading", {
    fault: fault.code,
    number,
    sentence: say(locale, `grading.fault.${fault.code}`, { number, name }),
  });
}

function open(context: Context, id: string, questions: number): ResultOf<"round/open"> {
  const round = findRound(context.db, id);
  if (!round) return notFound("round");
  if (round.state !== "preparing") return fail("round-frozen");
  const submissions = listSubmissions(context.db, id).filter((submission) => submission.standing === "in");
  if (submissions.length === 0) return fail("no-submissions");
  const nameless = submissions.filter((submission) => submission.name === "");
  if (nameless.length > 0)
    return fail("nameless-applicant", { numbers: nameless.map(({ number }) => number).join("、") });
  const openQuestions = submissions.reduce((sum, submission) => sum + submission.questions, 0);
  if (openQuestions !== questions) return fail("questions-changed", { questions: String(openQuestions) });
  const scheme = schemeInForce(round);
  const items = scheme.scoreSheet.items.map((item) => ({
    ...item,
    max: round.settings.maxima[item.id] ?? item.max,
  }));
  const form = freezeForm(items, round.settings.step, round.settings.commentRule);
  if (!form.ok && form.code === "max-unset") return fail("maxima-unset", form.params);
  if (!form.ok)
    return fail("bad-form", { item: "", name: "—", max: "—", ...form.params, step: round.settings.step });
  const experts = listExperts(context.db, id).length;
  if (experts < round.settings.rule.minimumSheets) {
    return fail("too-few-experts", {
      experts: String(experts),
      minimum: String(round.settings.rule.minimumSheets),
    });
  }
  const frozen = {
    scheme,
    form: form.value,
    schemeDigest: schemeDigest(scheme),
    formDigest: formDigest(form.value),
    at: context.ports.now(),
  };
  transact(context.db, () => {
    freezeRound(context.db, id, frozen);
    record(context, "round.open", id, {
      scheme: frozen.schemeDigest,
      form: frozen.formDigest,
      rule: JSON.stringify(round.settings.rule),
      submissions: String(submissions.length),
      questions: String(openQuestions),
    });
  });
  return viewOrMissing(context, id);
}
