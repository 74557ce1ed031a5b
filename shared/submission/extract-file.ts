import type { Scheme } from "../scheme/scheme.ts";
import { compact } from "../text/normalise-text.ts";
import { isEmptyForm } from "../text/quantity.ts";
import type { Document, FileKind, ReadMessage, TableBlock } from "./document.ts";
import { classify } from "./extract/classify.ts";
import {
  applicationRoles,
  isApplicationTable,
  isPlainProjectTable,
  isProjectTable,
  projectRoles,
} from "./extract/column-roles.ts";
import { type Context, cellEvidence, note } from "./extract/context.ts";
import { labelledValues } from "./extract/label-values.ts";
import { matchLabel } from "./extract/match-indicators.ts";
import { readAliases } from "./extract/read-aliases.ts";
import { readApplicant } from "./extract/read-applicant.ts";
import { readApplications } from "./extract/read-applications.ts";
import {
  bareReading,
  headedByIndicators,
  isCrossedTable,
  readCrossedTable,
} from "./extract/read-crossed-table.ts";
import { isIndicatorTable, readIndicatorTable } from "./extract/read-indicator-table.ts";
import { readNarrative } from "./extract/read-narrative.ts";
import { blockChars, futureBlocks, readOutline } from "./extract/read-outline.ts";
import { readProjects } from "./extract/read-projects.ts";
import { countsOfTable, countsOfText } from "./extract/stated-counts.ts";
import type { Application, Extraction, Project, ReadFact, StatedCount, StatedTotal } from "./fact.ts";
import { dropNeedlessDoubts } from "./needless-doubts.ts";
import { readTables } from "./table/read-tables.ts";
import { isValueText } from "./table/row-kind.ts";
import type { MappableTable, TableMapping } from "./table/table-mapping.ts";
import type { TableReading } from "./table/table-reading.ts";

export interface ExtractInput {
  readonly document: Document;
  /** Path of the file as it arrived, `outer!/inner` inside a mail or an archive; evidence names it. */
  readonly file: string;
  readonly sha256: string;
  /** `null`: no scheme chosen; identity, projects and lengths are still read, indicators and outline are not. */
  readonly scheme: Scheme | null;
  /** Headers a person has named; they count for every table with a header of the same shape. */
  readonly mappings?: readonly TableMapping[];
}

export interface ExtractOutput {
  readonly extraction: Extraction;
  readonly messages: ReadMessage[];
}

interface Found {
  readonly facts: ReadFact[];
  readonly projects: Project[];
  readonly applications: Application[];
  readonly counts: StatedCount[];
  statedTotal: StatedTotal | null;
  indicatorTables: number;
}

const longCell = 30;

/** Long cells of a form hold running text of their own. */
function readCells(context: Context, block: TableBlock, future: boolean): ReadFact[] {
  return block.cells
    .filter((cell) => cell.text.length >= longCell)
    .flatMap((cell) => {
      const { cell: address } = cellEvidence(context, block, cell);
      return readNarrative(context, {
        block: block.id,
        ...(address === undefined ? {} : { cell: address }),
        text: cell.text,
        future,
      });
    });
}

type TableUse = MappableTable | "crossed-table";

/** What a table is: as a person said, else by meaning. */
function kindOf(context: Context, reading: TableReading): TableUse | null {
  if (reading.mapped !== undefined) return reading.mapped.table;
  const projects = projectRoles(reading);
  if (isPlainProjectTable(projects)) return "project-table";
  if (isIndicatorTable(context, reading)) return "indicator-table";
  if (isCrossedTable(context, reading)) return "crossed-table";
  if (isApplicationTable(applicationRoles(reading))) return "application-table";
  return isProjectTable(projects, reading.title) ? "project-table" : null;
}

/** 预期目标表, 三年发展目标: a table, or the line above one, that speaks of aims and not of what was reached. */
const callsAims = (title: string): boolean =>
  /(?:预期|发展|建设|年度|工作|三年|绩效|未来).{0,6}目标|目标(?:值|表)/.test(title) &&
  !/现状|完成|量化指标/.test(title);

function readTable(context: Context, reading: TableReading, found: Found, future: boolean): boolean {
  const kind = kindOf(context, reading);
  if (kind === null) return false;
  if (kind === "indicator-table" || kind === "crossed-table") {
    const read = kind === "indicator-table" ? readIndicatorTable : readCrossedTable;
    const aims = future || callsAims(reading.title ?? "") || callsAims(reading.block.sheet ?? "");
    const facts = read(context, reading, aims);
    found.facts.push(...facts);
    if (facts.length === 0) noteIndicators(context, reading.block);
    found.indicatorTables += 1;
  } else if (kind === "application-table") {
    found.applications.push(...readApplications(context, reading));
  } else {
    const { projects, total } = readProjects(context, reading);
    found.projects.push(...projects);
    found.statedTotal ??= total;
    found.counts.push(...countsOfTable(context, reading));
  }
  if (reading.continues !== undefined)
    note(context, "table-continued", reading.block.id, reading.title ?? reading.columns[0]?.path[0] ?? "");
  if (!reading.sure) note(context, "header-unsure", reading.block.id, reading.title ?? "");
  return true;
}

/** A table nothing else fits: perhaps indicators without a header, perhaps a form with running text. */
function readLoose(context: Context, block: TableBlock, found: Found, future: boolean): void {
  const bare = bareReading(block);
  const headed = headedByIndicators(context, block);
  const facts =
    headed !== null
      ? readCrossedTable(context, headed, future)
      : isIndicatorTable(context, bare)
        ? readIndicatorTable(context, bare, future)
        : [];
  found.facts.push(...facts);
  if (facts.length > 0) found.indicatorTables += 1;
  const told = readCells(context, block, future);
  found.facts.push(...told);
  if (facts.length + told.length === 0) noteIndicators(context, block);
}

/** A table that names indicators beside numbers, and of which nothing was read. */
function noteIndicators(context: Context, block: TableBlock): void {
  const { scheme } = context;
  if (scheme === null) return;
  const named = block.cells.filter((cell) =>
    matchLabel(scheme, compact(cell.text)).some(({ confused }) => !confused),
  );
  const [first] = named;
  const numbers = block.cells.some((cell) => isValueText(cell.text) && !isEmptyForm(cell.text));
  if (first !== undefined && named.length >= leastRows && numbers)
    note(context, "indicators-unread", block.id, first.text);
}

const leastLabels = 3;
const sequenceLabel = /^(?:序号?|编号)$/;

/** Column in which a second table begins beside the first: with its own 序号, or behind an empty column. */
function secondTableAt({ columns }: TableReading): number | null {
  const numbered = sequenceLabel.test(columns[0]?.path.at(-1) ?? "");
  const second = columns.find((column, place) => {
    const gap = column.index > (columns[place - 1]?.index ?? column.index) + 1;
    const begins = numbered ? sequenceLabel.test(column.path.at(-1) ?? "") : gap;
    return begins && place >= leastLabels - 1 && columns.length - place >= leastLabels - 1;
  });
  return second?.index ?? null;
}

/** Two tables side by side in one sheet, when each of them is one of the kinds that are read. */
function sideBySide(
  context: Context,
  block: TableBlock,
  readings: readonly TableReading[],
  read: (half: TableBlock) => TableReading[],
): readonly TableReading[] {
  const at = readings.map(secondTableAt).find((column) => column !== null) ?? null;
  if (at === null || readings.some(({ mapped }) => mapped !== undefined)) return readings;
  const halves = [
    read({ ...block, cells: block.cells.filter(({ column }) => column < at) }),
    read({ ...block, cells: block.cells.filter(({ column }) => column >= at) }),
  ];
  const bothKnown = halves.every((half) => half.some((reading) => kindOf(context, reading) !== null));
  return bothKnown ? halves.flat() : readings;
}

function readBlocks(context: Context, document: Document, mappings: readonly TableMapping[]): Found {
  const found: Found = {
    facts: [],
    projects: [],
    applications: [],
    counts: [],
    statedTotal: null,
    indicatorTables: 0,
  };
  const future = futureBlocks(document, context.scheme);
  let before: string[] = [];
  let previous: TableReading | null = null;
  for (const block of document.blocks) {
    if (block.kind === "table") {
      const above = before;
      const readings = sideBySide(context, block, readTables(block, above, mappings, previous), (half) =>
        readTables(half, above, mappings),
      );
      const aims = future.has(block.id);
      const known = readings.map((reading) => readTable(context, reading, found, aims));
      if (!known.includes(true))
        readLoose(
          context,
          block,
          found,
          aims || callsAims(above.at(-1) ?? "") || callsAims(block.sheet ?? ""),
        );
      previous = readings.at(-1) ?? null;
      before = [];
    } else if (block.kind === "paragraph") {
      found.counts.push(...countsOfText(context, block.id, block.text));
      found.facts.push(
        ...readNarrative(context, { block: block.id, text: block.text, future: future.has(block.id) }),
      );
    }
    if (block.kind === "heading" || block.kind === "paragraph") before = [...before.slice(-2), block.text];
  }
  return found;
}

const leastRows = 2;
const leastColumns = 2;

/** A file that is called a table, with tables in it of which nothing was read: a person must name the columns. */
function noteUnread(context: Context, document: Document, kind: FileKind, found: Found): void {
  const read = {
    "project-table": found.projects,
    "application-table": found.applications,
    "indicator-table": found.facts,
  };
  const rows = kind in read ? read[kind as keyof typeof read] : null;
  const looked = kind !== "indicator-table" || context.scheme !== null;
  const said = context.messages.some(({ code }) => code === "indicators-unread");
  if (rows === null || rows.length > 0 || !looked || said) return;
  const block = document.blocks.find(
    (candidate) =>
      candidate.kind === "table" && candidate.rows >= leastRows && candidate.columns >= leastColumns,
  );
  if (block?.kind === "table")
    note(
      context,
      "table-unread",
      block.id,
      block.cells
        .slice(0, 6)
        .map((cell) => cell.text.trim())
        .join(" "),
    );
}

/**
 * Document → everything that can be read out of it: kind, applicant, facts, projects, applications, outline, lengths,
 * each with its place. Never throws on odd content: what is odd becomes a message.
 */
export function extractFile(input: ExtractInput): ExtractOutput {
  const { document, file, sha256, scheme } = input;
  const context: Context = { file, sha256, scheme, messages: [] };
  const found = readBlocks(context, document, input.mappings ?? []);
  const { projects, applications, statedTotal } = found;
  const labelled = labelledValues(context, document);
  const applicant = readApplicant(context, { document, labelled, applications });
  const aliases = applicant.name === null ? [] : readAliases(document, applicant.name.value);
  const facts = dropNeedlessDoubts(found.facts);
  const outline = readOutline(context, document);
  const totalChars = document.blocks.reduce((sum, block) => sum + blockChars(block), 0);
  const kind = classify({
    document,
    file,
    found: { projects, applications, outline, facts, totalChars },
    indicatorTables: found.indicatorTables,
  });
  noteUnread(context, document, kind, found);
  const sections = kind === "plan" ? outline : [];
  return {
    extraction: {
      kind,
      applicant,
      facts,
      projects,
      statedTotal,
      ...(aliases.length === 0 ? {} : { aliases }),
      ...(found.counts.length === 0 ? {} : { statedCounts: found.counts }),
      applications,
      outline: sections,
      totalChars,
    },
    messages: context.messages,
  };
}
