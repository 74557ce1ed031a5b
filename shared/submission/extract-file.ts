import type { Scheme } from "../scheme/scheme.ts";
import type { Document, ReadMessage, TableBlock } from "./document.ts";
import { classify } from "./extract/classify.ts";
import {
  applicationRoles,
  isApplicationTable,
  isProjectTable,
  projectRoles,
} from "./extract/column-roles.ts";
import { type Context, cellEvidence, note } from "./extract/context.ts";
import { labelledValues } from "./extract/label-values.ts";
import { readApplicant } from "./extract/read-applicant.ts";
import { readApplications } from "./extract/read-applications.ts";
import { bareReading, isCrossedTable, readCrossedTable } from "./extract/read-crossed-table.ts";
import { isIndicatorTable, readIndicatorTable } from "./extract/read-indicator-table.ts";
import { readNarrative } from "./extract/read-narrative.ts";
import { blockChars, futureBlocks, readOutline } from "./extract/read-outline.ts";
import { readProjects } from "./extract/read-projects.ts";
import type { Application, Extraction, Project, ReadFact, StatedTotal } from "./fact.ts";
import { dropNeedlessDoubts } from "./needless-doubts.ts";
import { readTables } from "./table/read-tables.ts";
import type { TableReading } from "./table/table-reading.ts";

export interface ExtractInput {
  readonly document: Document;
  /** Path of the file as it arrived, `outer!/inner` inside a mail or an archive; evidence names it. */
  readonly file: string;
  readonly sha256: string;
  /** `null`: no scheme chosen; identity, projects and lengths are still read, indicators and outline are not. */
  readonly scheme: Scheme | null;
}

export interface ExtractOutput {
  readonly extraction: Extraction;
  readonly messages: ReadMessage[];
}

interface Found {
  readonly facts: ReadFact[];
  readonly projects: Project[];
  readonly applications: Application[];
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

function readTable(context: Context, reading: TableReading, found: Found): boolean {
  const unsure = (): void => {
    if (!reading.sure) note(context, "header-unsure", reading.block.id, reading.title ?? "");
  };
  if (isIndicatorTable(context, reading)) {
    found.facts.push(...readIndicatorTable(context, reading));
    found.indicatorTables += 1;
    unsure();
    return true;
  }
  if (isCrossedTable(context, reading)) {
    found.facts.push(...readCrossedTable(context, reading));
    found.indicatorTables += 1;
    unsure();
    return true;
  }
  if (isApplicationTable(applicationRoles(reading))) {
    found.applications.push(...readApplications(context, reading));
    unsure();
    return true;
  }
  if (!isProjectTable(projectRoles(reading), reading.title)) return false;
  const { projects, total } = readProjects(context, reading);
  found.projects.push(...projects);
  found.statedTotal ??= total;
  unsure();
  return true;
}

/** A table nothing else fits: perhaps indicators without a header, perhaps a form with running text. */
function readLoose(context: Context, block: TableBlock, found: Found, future: boolean): void {
  const bare = bareReading(block);
  if (isIndicatorTable(context, bare)) {
    const facts = readIndicatorTable(context, bare);
    found.facts.push(...facts);
    if (facts.length > 0) found.indicatorTables += 1;
  }
  found.facts.push(...readCells(context, block, future));
}

function readBlocks(context: Context, document: Document): Found {
  const found: Found = { facts: [], projects: [], applications: [], statedTotal: null, indicatorTables: 0 };
  const future = futureBlocks(document, context.scheme);
  let before: string[] = [];
  for (const block of document.blocks) {
    if (block.kind === "table") {
      const known = readTables(block, before).map((reading) => readTable(context, reading, found));
      if (!known.includes(true)) readLoose(context, block, found, future.has(block.id));
      before = [];
    } else if (block.kind === "paragraph") {
      found.facts.push(
        ...readNarrative(context, { block: block.id, text: block.text, future: future.has(block.id) }),
      );
    }
    if (block.kind === "heading" || block.kind === "paragraph") before = [...before.slice(-2), block.text];
  }
  return found;
}

/**
 * Document → everything that can be read out of it: kind, applicant, facts, projects, applications, outline, lengths,
 * each with its place. Never throws on odd content: what is odd becomes a message.
 */
export function extractFile(input: ExtractInput): ExtractOutput {
  const { document, file, sha256, scheme } = input;
  const context: Context = { file, sha256, scheme, messages: [] };
  const found = readBlocks(context, document);
  const { projects, applications, statedTotal } = found;
  const labelled = labelledValues(context, document);
  const applicant = readApplicant(context, { document, labelled, applications });
  const facts = dropNeedlessDoubts(found.facts);
  const outline = readOutline(context, document);
  const totalChars = document.blocks.reduce((sum, block) => sum + blockChars(block), 0);
  const kind = classify({
    document,
    file,
    found: { projects, applications, outline, facts, totalChars },
    indicatorTables: found.indicatorTables,
  });
  const sections = kind === "plan" ? outline : [];
  return {
    extraction: {
      kind,
      applicant,
      facts,
      projects,
      statedTotal,
      applications,
      outline: sections,
      totalChars,
    },
    messages: context.messages,
  };
}
