import { DateTime } from "luxon";
import type { Handlers, ParsedInputOf, ResultOf } from "../../shared/contract/index.ts";
import { fail, type Result, succeed } from "../../shared/contract/result.ts";
import { type EvaluationRound, evaluationRound } from "../../shared/register/evaluation-round.ts";
import type { Evaluation, Scheme } from "../../shared/scheme/scheme.ts";
import { isWordKey, say } from "../../shared/text/catalogue/index.ts";
import { writeEvaluationList } from "../export/evaluation-list.ts";
import { groupNamesOf } from "../export/group-name.ts";
import { type Context, notFound } from "./context.ts";
import { fileNameOf, writeExport } from "./files.ts";
import { basesOf } from "./register.ts";

type EvaluationHandlers = Pick<Handlers, "evaluation/get" | "evaluation/export">;

export function createEvaluationHandlers(context: Context): EvaluationHandlers {
  return {
    "evaluation/get": (input) => {
      const found = yearOf(context, input);
      return found.ok ? succeed(found.value.round) : found;
    },
    "evaluation/export": (input) => exportYear(context, input),
  };
}

interface Year {
  readonly scheme: Scheme;
  readonly evaluation: Evaluation;
  readonly round: EvaluationRound;
}

function yearOf(
  context: Context,
  { scheme: id, register, year }: ParsedInputOf<"evaluation/get">,
): Result<Year, "not-found" | "no-evaluation"> {
  const scheme = context.schemes.get(id);
  if (!scheme) return notFound("scheme");
  if (!scheme.evaluation) return fail("no-evaluation");
  const bases = basesOf(context.db, context.published).filter((base) => base.register === register);
  const today = DateTime.fromISO(context.ports.now(), { zone: "Asia/Shanghai" }).toISODate() ?? "";
  const { evaluation } = scheme;
  return succeed({ scheme, evaluation, round: evaluationRound(evaluation, id, bases, { year, today }) });
}

/** What a published list calls itself, else the name the clerk gave it. */
function listName(context: Context, register: string): string {
  const titled = [...context.schemes.values()].find((scheme) => scheme.register?.id === register);
  const key = `bases.list.${register}`;
  return titled?.register?.title ?? (isWordKey(key) ? say("zh", key) : register);
}

async function exportYear(
  context: Context,
  input: ParsedInputOf<"evaluation/export">,
): Promise<ResultOf<"evaluation/export">> {
  const found = yearOf(context, input);
  if (!found.ok) return found;
  const { scheme, evaluation, round } = found.value;
  const year = String(input.year);
  if (!round.groups.some(({ rows }) => rows.some((row) => row.results.length > 0)))
    return fail("nothing-evaluated", { year });
  const list = listName(context, input.register);
  const bytes = await writeEvaluationList({
    list,
    evaluation,
    round,
    groupNames: groupNamesOf(scheme),
    at: context.ports.now(),
  });
  const file = writeExport(context, {
    round: null,
    name: `${fileNameOf(say("zh", "export.evaluation.title", { year, list }))}.docx`,
    bytes,
    action: "evaluation.export",
    detail: { scheme: scheme.id, register: input.register, year },
  });
  return succeed({ file });
}
