import type { CallName, Handlers, ParsedInputOf, ResultOf } from "../../shared/contract/index.ts";
import { fail, succeed } from "../../shared/contract/result.ts";
import { cityItems } from "../../shared/correction/ask-city.ts";
import {
  type CityClock,
  cityClockOf,
  type SentCityCorrection,
} from "../../shared/correction/city-correction.ts";
import { findCity } from "../../shared/scheme/city-name.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { insertCityCorrection, listCityCorrections } from "../db/city-corrections.ts";
import { transact } from "../db/database.ts";
import { findRound, type StoredRound } from "../db/rounds.ts";
import { listDossiers } from "../db/submissions.ts";
import { writeCorrectionLetter } from "../export/correction-letter.ts";
import { checkOf } from "./checks.ts";
import { cityPapersOf } from "./city-papers.ts";
import { actorOf, type Context, notFound } from "./context.ts";
import { exampleMark, letterZone, todayOf } from "./corrections.ts";
import { fileNameOf, writeExport } from "./files.ts";
import { schemeInForce } from "./rounds.ts";

type CityLetterHandlers = Pick<Handlers, Extract<CallName, `city-letter/${string}`>>;

export function createCityLetterHandlers(context: Context): CityLetterHandlers {
  return {
    "city-letter/propose": ({ round }) => {
      const found = findRound(context.db, round);
      if (!found) return notFound("round");
      const checked = checkOf(context, found);
      return succeed(cityItems(schemeInForce(found).cities, checked.round, checked.submissions));
    },
    "city-letter/make": (input) => make(context, input),
    "city-letter/list": ({ round }) => {
      const found = findRound(context.db, round);
      return found ? succeed(clocksOf(context, found)) : notFound("round");
    },
  };
}

interface CityFile {
  readonly sha256: string;
  readonly name: string;
}

/** Everything that came from each city: material of its applicants and its own papers. */
function filesByCity(context: Context, round: StoredRound): ReadonlyMap<string, CityFile[]> {
  const { cities } = schemeInForce(round);
  const files = new Map<string, CityFile[]>();
  const add = (city: string | null, file: CityFile): void => {
    if (city !== null) files.set(city, [...(files.get(city) ?? []), file]);
  };
  for (const dossier of listDossiers(context.db, round.id)) {
    const written = dossier.identity.city?.value ?? "";
    const city = findCity(cities, written) ?? written;
    for (const { sha256, name } of dossier.files) add(city, { sha256, name });
  }
  for (const { city, sha256, file } of cityPapersOf(context, round)) add(city, { sha256, name: file });
  return files;
}

function clocksOf(context: Context, round: StoredRound): CityClock[] {
  const sent = listCityCorrections(context.db, round.id);
  if (sent.length === 0) return [];
  const files = filesByCity(context, round);
  const today = todayOf(context);
  return sent.map((correction) => cityClockOf(correction, files.get(correction.city) ?? [], today));
}

async function make(
  context: Context,
  input: ParsedInputOf<"city-letter/make">,
): Promise<ResultOf<"city-letter/make">> {
  const round = findRound(context.db, input.round);
  if (!round) return notFound("round");
  const { city, items, deadline, note } = input;
  const files = filesByCity(context, round).get(city);
  if (!files) return fail("unknown-city", { city });
  const today = todayOf(context);
  if (deadline !== null && deadline < today) return fail("deadline-past", { deadline });
  const at = context.ports.now();
  const scheme = schemeInForce(round);
  const bytes = await writeCorrectionLetter({
    applicant: say("zh", "letter.cityOffice", { city }),
    opening: "letter.cityOpening",
    scheme: `${exampleMark(round)}${scheme.title}`,
    items,
    deadline,
    note,
    office: input.office === "" ? scheme.issuer : input.office,
    at,
    zone: letterZone,
  });
  const earlier = listCityCorrections(context.db, round.id).filter((one) => one.city === city).length;
  const stem = `${fileNameOf(round.name)}-${fileNameOf(say("zh", "letter.cityFileName", { city }))}`;
  const letter = `${stem}${earlier === 0 ? "" : `-${earlier + 1}`}.docx`;
  const correction: SentCityCorrection = {
    id: context.ports.newId(),
    city,
    items,
    deadline,
    note,
    files: files.map(({ sha256 }) => sha256),
    letter,
    by: actorOf(context),
    at,
  };
  // The letter and its clock are one change, as with a letter to an applicant.
  const file = transact(context.db, () => {
    insertCityCorrection(context.db, round.id, correction);
    return writeExport(context, {
      round: round.id,
      name: letter,
      bytes,
      action: "city-letter.make",
      detail: {
        city,
        count: String(items.length),
        deadline: deadline ?? "",
        rules: items.map((item) => item.rule).join(" "),
      },
    });
  });
  return succeed({ file, clock: cityClockOf(correction, files, today) });
}
