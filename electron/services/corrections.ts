import { DateTime } from "luxon";
import type { CallName, Handlers, ParsedInputOf, ResultOf } from "../../shared/contract/index.ts";
import { fail, succeed } from "../../shared/contract/result.ts";
import { itemsOf } from "../../shared/correction/ask-for.ts";
import { type CorrectionClock, clockOf, type SentCorrection } from "../../shared/correction/correction.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { insertCorrection, listCorrections } from "../db/corrections.ts";
import { transact } from "../db/database.ts";
import { findRound, type StoredRound } from "../db/rounds.ts";
import { findDossier, findSubmission } from "../db/submissions.ts";
import { writeCorrectionLetter } from "../export/correction-letter.ts";
import { checkOf } from "./checks.ts";
import { actorOf, type Context, notFound } from "./context.ts";
import { fileNameOf, writeExport } from "./files.ts";
import { schemeInForce } from "./rounds.ts";

type CorrectionHandlers = Pick<Handlers, Extract<CallName, `correction/${string}`>>;

/** Deadlines are days of the office that sends the letter. */
export const letterZone = "Asia/Shanghai";

export const todayOf = (context: Context): string =>
  DateTime.fromISO(context.ports.now(), { zone: letterZone }).toISODate() ?? "";

export function createCorrectionHandlers(context: Context): CorrectionHandlers {
  return {
    "correction/propose": ({ submission }) => {
      const found = findSubmission(context.db, submission);
      const round = found && findRound(context.db, found.round);
      if (!round) return notFound("submission");
      const checked = checkOf(context, round).submissions.find((one) => one.submission === submission);
      return succeed(itemsOf(checked?.findings ?? []));
    },
    "correction/make": (input) => make(context, input),
    "correction/list": ({ round }) =>
      findRound(context.db, round) ? succeed(clocksOf(context, round)) : notFound("round"),
  };
}

/** Every letter of a round and how it stands today: 补正中, 逾期, 已补正. */
const clocksOf = (context: Context, round: string): CorrectionClock[] =>
  listCorrections(context.db, round).map((correction) =>
    clockOf(correction, findDossier(context.db, correction.submission), todayOf(context)),
  );

async function make(
  context: Context,
  input: ParsedInputOf<"correction/make">,
): Promise<ResultOf<"correction/make">> {
  const found = findSubmission(context.db, input.submission);
  const round = found && findRound(context.db, found.round);
  const dossier = round && findDossier(context.db, input.submission);
  if (!dossier) return notFound("submission");
  const { deadline, items, note } = input;
  if (deadline !== null && deadline < todayOf(context)) return fail("deadline-past", { deadline });
  const at = context.ports.now();
  const applicant = dossier.identity.name?.value ?? found.summary.name;
  const bytes = await letterOf(round, { applicant, at, ...input });
  const earlier = listCorrections(context.db, round.id).filter(
    (one) => one.submission === input.submission,
  ).length;
  const name = say("zh", "letter.fileName", { number: String(dossier.number), name: applicant });
  const letter = `${fileNameOf(round.name)}-${fileNameOf(name)}${earlier === 0 ? "" : `-${earlier + 1}`}.docx`;
  const correction: SentCorrection = {
    id: context.ports.newId(),
    submission: input.submission,
    version: dossier.version,
    items,
    deadline,
    note,
    files: dossier.files.map((one) => one.sha256),
    letter,
    by: actorOf(context),
    at,
  };
  // The letter and its clock are one change: a letter nobody remembers would never be overdue.
  const file = transact(context.db, () => {
    insertCorrection(context.db, round.id, correction);
    return writeExport(context, {
      round: round.id,
      name: letter,
      bytes,
      action: "correction.make",
      detail: {
        submission: input.submission,
        name: applicant,
        count: String(items.length),
        deadline: deadline ?? "",
        rules: items.map((item) => item.rule).join(" "),
      },
    });
  });
  return succeed({ file, clock: clockOf(correction, dossier, todayOf(context)) });
}

/** A letter of the sample round must never be taken for a real one. */
export const exampleMark = (round: StoredRound): string =>
  round.name.startsWith("示例") ? say("zh", "letter.example") : "";

type Wanted = ParsedInputOf<"correction/make"> & { readonly applicant: string; readonly at: string };

function letterOf(round: StoredRound, wanted: Wanted): Promise<Buffer> {
  const scheme = schemeInForce(round);
  return writeCorrectionLetter({
    applicant: wanted.applicant,
    scheme: `${exampleMark(round)}${scheme.title}`,
    items: wanted.items,
    deadline: wanted.deadline,
    note: wanted.note,
    office: wanted.office === "" ? scheme.issuer : wanted.office,
    at: wanted.at,
    zone: letterZone,
  });
}
