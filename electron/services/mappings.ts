import type { Handlers, ParsedInputOf, ResultOf } from "../../shared/contract/index.ts";
import {
  type HeaderPlace,
  MappingFile,
  type Reread,
  type StoredMapping,
} from "../../shared/contract/mapping.ts";
import { fail, succeed } from "../../shared/contract/result.ts";
import { gridOf } from "../../shared/submission/table/grid.ts";
import { columnsBetween } from "../../shared/submission/table/header-block.ts";
import {
  firstColumnOf,
  headerShape,
  mappingProblem,
  type TableMapping,
} from "../../shared/submission/table/table-mapping.ts";
import { findReading } from "../db/contents.ts";
import { transact } from "../db/database.ts";
import { findMapping, findMappingOfShape, listMappings, removeMapping, saveMapping } from "../db/mappings.ts";
import { findRound, type StoredRound } from "../db/rounds.ts";
import { actorOf, type Context, notFound, record } from "./context.ts";
import { writeExport } from "./files.ts";
import { placeFiles } from "./place-files.ts";
import { contentsWithShape, rereadContents } from "./reread.ts";

type MappingHandlers = Pick<
  Handlers,
  "mapping/list" | "mapping/save" | "mapping/remove" | "mapping/export" | "mapping/import"
>;

/** How a person says unknown tables are to be read: kept for every table of the same shape, applied at once. */
export function createMappingHandlers(context: Context): MappingHandlers {
  return {
    "mapping/list": () => succeed(listMappings(context.db)),
    "mapping/save": (input) => save(context, input),
    "mapping/remove": (input) => remove(context, input),
    "mapping/export": ({ ids }) => exportMappings(context, ids),
    "mapping/import": (input) => importAll(context, input),
  };
}

type HeaderOf = Pick<TableMapping, "shape" | "headerRows" | "labels">;

/** Fingerprint and labels of the marked rows; `null` where no such table stands or nothing is written in them. */
function headerAtPlace(context: Context, place: HeaderPlace): HeaderOf | null {
  const document = findReading(context.db, place.round, place.sha256)?.document;
  const block = document?.blocks.find((known) => known.id === place.block);
  const height = place.lastRow - place.firstRow + 1;
  if (block?.kind !== "table" || height < 1 || height > 8) return null;
  const grid = gridOf(block);
  const shape = headerShape(grid, place.firstRow, place.lastRow);
  const first = firstColumnOf(grid, place.firstRow, place.lastRow);
  if (shape === null || first === null) return null;
  const labels = columnsBetween(grid, place.firstRow, place.lastRow)
    .filter((column) => column.index >= first)
    .map((column) => column.path.join(" / ").slice(0, 500));
  return { shape, headerRows: height, labels };
}

function headerOf(context: Context, target: ParsedInputOf<"mapping/save">["target"]): HeaderOf | null {
  return "place" in target
    ? headerAtPlace(context, target.place)
    : (findMapping(context.db, target.id)?.mapping ?? null);
}

async function save(
  context: Context,
  input: ParsedInputOf<"mapping/save">,
): Promise<ResultOf<"mapping/save">> {
  const round = findRound(context.db, input.round);
  if (!round) return notFound("round");
  const header = headerOf(context, input.target);
  if (header === null) return "id" in input.target ? notFound("mapping") : fail("no-header");
  const { table, columns, unit } = input;
  const { shape, headerRows, labels } = header;
  const mapping: TableMapping = { table, shape, headerRows, labels, columns, unit };
  const problem = mappingProblem(mapping);
  if (problem !== null) return fail("mapping-unusable", { problem });
  const saved = stored(context, input.name, mapping);
  const reread = await change(context, round, [mapping], () => {
    saveMapping(context.db, saved);
    record(context, "mapping.save", round.id, { name: saved.name, table, columns: String(columns.length) });
  });
  return succeed({ saved, reread });
}

const stored = (context: Context, name: string, mapping: TableMapping): StoredMapping => ({
  id: findMappingOfShape(context.db, mapping.shape)?.id ?? context.ports.newId(),
  name,
  by: actorOf(context),
  at: context.ports.now(),
  mapping,
});

/** Changes the mappings and reads the round's tables of these shapes again: all of it, or nothing. */
async function change(
  context: Context,
  round: StoredRound,
  shapes: readonly TableMapping[],
  work: () => void,
): Promise<Reread> {
  const contents = await contentsWithShape(context, round.id, shapes);
  const reread = transact(context.db, () => {
    work();
    const mappings = listMappings(context.db).map((known) => known.mapping);
    return rereadContents(context, round, contents, mappings);
  });
  // An import sorts its files when it ends; sorting half of them meanwhile would sort them otherwise.
  const placed = reread.files > 0 && !context.jobs.isRunning() ? await placeFiles(context, round) : 0;
  return { ...reread, submissions: reread.submissions + placed };
}

async function remove(
  context: Context,
  input: ParsedInputOf<"mapping/remove">,
): Promise<ResultOf<"mapping/remove">> {
  const round = findRound(context.db, input.round);
  const known = findMapping(context.db, input.id);
  if (!round || !known) return notFound(round ? "mapping" : "round");
  const reread = await change(context, round, [known.mapping], () => {
    removeMapping(context.db, known.id);
    record(context, "mapping.remove", round.id, { name: known.name });
  });
  return succeed({ reread });
}

/** Those that were chosen, or all; one that is not there is no reason to write a file without it. */
function exportMappings(context: Context, ids: readonly string[] | undefined): ResultOf<"mapping/export"> {
  const wanted = ids && new Set(ids);
  const chosen = listMappings(context.db).filter(({ id }) => wanted?.has(id) ?? true);
  if (chosen.length < (wanted?.size ?? 1)) return notFound("mapping");
  const mappings = chosen.map(({ name, mapping }) => ({ name, mapping }));
  const file: MappingFile = { format: "pingshen-table-mappings", version: 1, mappings };
  const date = context.ports.now().slice(0, 10);
  return succeed(
    writeExport(context, {
      round: null,
      name: `表格认读-${date}.json`,
      bytes: Buffer.from(`${JSON.stringify(file, null, 2)}\n`),
      action: "mapping.export",
      detail: { count: String(mappings.length) },
    }),
  );
}

function parseFile(text: string): { ok: true; file: MappingFile } | { ok: false; reason: string } {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { ok: false, reason: "JSON" };
  }
  const parsed = MappingFile.safeParse(content);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, reason: `${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim() };
  }
  for (const { name, mapping } of parsed.data.mappings) {
    const problem = mappingProblem(mapping);
    if (problem !== null) return { ok: false, reason: `${name}: ${problem}` };
  }
  return { ok: true, file: parsed.data };
}

async function importAll(
  context: Context,
  input: ParsedInputOf<"mapping/import">,
): Promise<ResultOf<"mapping/import">> {
  const round = findRound(context.db, input.round);
  if (!round) return notFound("round");
  const parsed = parseFile(input.text);
  if (!parsed.ok) return fail("mapping-file-unusable", { reason: parsed.reason });
  const counts = { added: 0, replaced: 0 };
  const taken = parsed.file.mappings;
  const shapes = taken.map(({ mapping }) => mapping);
  const reread = await change(context, round, shapes, () => {
    for (const { name, mapping } of taken) {
      if (findMappingOfShape(context.db, mapping.shape)) counts.replaced += 1;
      else counts.added += 1;
      saveMapping(context.db, stored(context, name, mapping));
    }
    record(context, "mapping.import", round.id, { count: String(taken.length) });
  });
  return succeed({ ...counts, reread });
}
