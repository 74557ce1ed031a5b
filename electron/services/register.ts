import type { CallName, Handlers, ParsedInputOf, ResultOf } from "../../shared/contract/index.ts";
import { type Failure, fail, succeed } from "../../shared/contract/result.ts";
import type { Base, BaseAct, BaseDetails, BaseEvent } from "../../shared/register/base.ts";
import { foldBases } from "../../shared/register/fold-bases.ts";
import { judgeAct } from "../../shared/register/judge-act.ts";
import { type ImportQuestion, proposeBases, questionsAbout } from "../../shared/register/propose-bases.ts";
import { searchBases } from "../../shared/register/search-bases.ts";
import type { RegistryEntry } from "../../shared/scheme/registry.ts";
import { say } from "../../shared/text/catalogue/index.ts";
import { insertBaseEvent, listBaseEvents } from "../db/base-events.ts";
import { type Database, transact } from "../db/database.ts";
import { writeRegisterList } from "../export/register-list.ts";
import { actorOf, type Context, notFound, preferencesOf, record } from "./context.ts";
import { fileNameOf, writeExport } from "./files.ts";
import { readUpload } from "./read-upload.ts";

type RegisterHandlers = Pick<Handlers, Extract<CallName, `register/${string}` | "registry/list">>;

/** Every base with its history. */
export const basesOf = (db: Database, published: readonly RegistryEntry[]): Base[] =>
  foldBases(published, listBaseEvents(db));

const allBases = (context: Context): Base[] => basesOf(context.db, context.published);

export function createRegisterHandlers(context: Context): RegisterHandlers {
  return {
    "registry/list": () => succeed([...context.registry]),
    "register/list": (query) => {
      const bases = allBases(context);
      const groups = Map.groupBy(bases, (base) => base.register);
      return succeed({
        bases: searchBases(bases, query),
        total: bases.length,
        registers: [...groups].map(([id, list]) => ({ id, count: list.length })),
      });
    },
    "register/add": ({ rows }) => add(context, rows),
    "register/act": ({ base, act }) => actOn(context, base, act),
    "register/read-list": (input) => readList(context, input),
    "register/export": (input) => exportRegister(context, input),
  };
}

/** Cities a list may name: those of every scheme; a scheme without any says nothing about them. */
const knownCities = (context: Context): string[] => [
  ...new Set([...context.schemes.values()].flatMap((scheme) => scheme.cities)),
];

const eventOf = (context: Context, base: string, act: BaseAct): BaseEvent => ({
  id: context.ports.newId(),
  base,
  at: context.ports.now(),
  by: actorOf(context),
  act,
});

type Row = ParsedInputOf<"register/add">["rows"][number];
type Refusal = Failure<"already-listed"> | Failure<"question-open">;

/** A question nobody has answered stops the whole import: half a list is worse than none. */
function refuseRow(context: Context, row: Row, listed: readonly Base[]): Refusal | null {
  const { details } = row;
  const questions = questionsAbout(details, listed, knownCities(context));
  const twin = questions.find((question) => question.code === "listed-already");
  if (twin) return fail("already-listed", { name: details.name, other: twin.about });
  const open = questions.find((question) => !row.confirmed.includes(question.code));
  return open ? fail("question-open", { name: details.name, question: wordsOf(context, open) }) : null;
}

const wordsOf = (context: Context, { code, about }: ImportQuestion): string =>
  say(preferencesOf(context).locale, `register.question.${code}`, { about });

function add(context: Context, rows: readonly Row[]): ResultOf<"register/add"> {
  let bases = allBases(context);
  const events: BaseEvent[] = [];
  for (const row of rows) {
    const own = bases.filter((base) => base.register === row.details.register);
    const refusal = refuseRow(context, row, own);
    if (refusal) return refusal;
    const event = eventOf(context, context.ports.newId(), { kind: "added", details: row.details });
    events.push(event);
    bases = [...bases, newBase(event.base, row.details)];
  }
  transact(context.db, () => {
    for (const event of events) insertBaseEvent(context.db, event);
    record(context, "register.add", null, { count: String(events.length) });
  });
  const added = new Set(events.map((event) => event.base));
  return succeed(allBases(context).filter((base) => added.has(base.id)));
}

const newBase = (id: string, details: BaseDetails): Base => ({
  ...details,
  id,
  aliases: [],
  status: "named",
  deadline: null,
  reevaluation: null,
  history: [],
});

function actOn(context: Context, id: string, act: BaseAct): ResultOf<"register/act"> {
  const bases = allBases(context);
  const base = bases.find((one) => one.id === id);
  if (!base || act.kind === "added") return notFound("base");
  const evaluation = act.kind === "evaluated" ? context.schemes.get(act.scheme)?.evaluation : undefined;
  const judged = judgeAct(bases, base, act, evaluation);
  if (!judged.ok) return judged;
  transact(context.db, () => {
    insertBaseEvent(context.db, eventOf(context, id, act));
    record(context, "register.act", null, { name: base.name, base: id, act: act.kind });
  });
  const changed = allBases(context).find((one) => one.id === id);
  return changed ? succeed(changed) : notFound("base");
}

async function readList(
  context: Context,
  { upload, register }: ParsedInputOf<"register/read-list">,
): Promise<ResultOf<"register/read-list">> {
  const read = await readUpload(context, upload);
  if (!read.ok) return read;
  const listed = allBases(context).filter((base) => base.register === register);
  const proposed = proposeBases(read.value, listed, knownCities(context));
  if (proposed.rows.length === 0) return fail("nothing-found", { file: read.value.file });
  return succeed({ ...proposed, document: read.value.document, file: read.value.file });
}

async function exportRegister(
  context: Context,
  { register, title }: ParsedInputOf<"register/export">,
): Promise<ResultOf<"register/export">> {
  const bases = allBases(context).filter((base) => base.register === register);
  if (!bases.some((base) => base.status !== "removed")) return fail("nothing-listed", { register });
  const scheme = [...context.schemes.values()].find((one) => one.register?.id === register);
  const heading = title ?? scheme?.register?.title ?? say("zh", "register.listTitle");
  const directions = scheme ?? context.schemes.get("national-2020");
  const bytes = await writeRegisterList({
    title: heading,
    bases,
    directions: directions?.directions ?? [],
    at: context.ports.now(),
  });
  const file = writeExport(context, {
    round: null,
    name: `${fileNameOf(heading)}.docx`,
    bytes,
    action: "register.export",
  });
  return succeed({ file });
}
