import { type CellObject, parse_zip, read, set_cptable, type WorkBook, type WorkSheet } from "@e965/xlsx";
import * as codePages from "@e965/xlsx/dist/cpexcel.full.mjs";
import type { Block } from "../../shared/submission/document.ts";
import { CompoundFile } from "./compound/compound-file.ts";
import { BlockList } from "./flow/block-list.ts";
import { newParagraph } from "./flow/drafts.ts";
import { noteComments, noteMargins } from "./flow/note-margins.ts";
import { IntakeRefusal, refusalFrom } from "./intake-refusal.ts";
import { OfficeParts } from "./office-parts.ts";
import type { Package } from "./open-package.ts";
import type { Reading, ReadResult } from "./reading.ts";
import { biffExtras, type SheetExtras } from "./sheet/biff-extras.ts";
import { marginWords } from "./sheet/margin-words.ts";
import { SheetTable } from "./sheet/sheet-table.ts";
import { formatOf, shownNumber } from "./sheet/shown-number.ts";
import { soundRecords } from "./sheet/sound-records.ts";

interface InflatedZip {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { name: string; type: number; content: Buffer }[];
}

/** Exported by the library, but missing from its types. */
declare module "@e965/xlsx" {
  export function parse_zip(zip: InflatedZip, options: ParsingOptions): WorkBook;
}

let codePagesReady = false;

/** Without the tables, the GBK text of Excel 5/95 workbooks is garbled. */
function readyCodePages(): void {
  if (!codePagesReady) set_cptable(codePages);
  codePagesReady = true;
}

const options = (reading: Reading) =>
  ({
    dense: true,
    cellNF: true,
    cellHTML: false,
    cellStyles: true,
    // Results count; formulas, which may refer to each other in circles, are not even spelled out.
    cellFormula: false,
    sheetRows: reading.limits.rows,
  }) as const;

function addCell(table: SheetTable, row: number, column: number, cell: CellObject, date1904: boolean): void {
  const raw = cell.v;
  if (cell.t === "e") table.addError(row, column, cell.w ?? "#VALUE!");
  else if (cell.t === "n" && typeof raw === "number") {
    const format = typeof cell.z === "string" ? formatOf(-1, new Map([[-1, cell.z]])) : 0;
    table.addNumber(row, column, shownNumber(String(raw), format, date1904));
  } else if (cell.t === "b") table.add(row, column, raw ? "TRUE" : "FALSE");
  else if (raw !== undefined || cell.w !== undefined)
    table.add(row, column, (typeof raw === "string" ? raw : (cell.w ?? "")).replace(/\r\n?/g, "\n"));
}

function sheetBlock(book: WorkBook, index: number, id: string, reading: Reading): Block | null {
  const name = book.SheetNames[index] ?? "";
  const sheet: WorkSheet | undefined = book.Sheets[name];
  if (!sheet) return null;
  const properties = book.Workbook?.Sheets?.[index];
  const table = new SheetTable(name, (properties?.Hidden ?? 0) !== 0, reading);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  for (const [row, cells] of Object.entries(sheet["!data"] ?? [])) {
    reading.tick();
    if (!cells) continue;
    for (const [column, cell] of Object.entries(cells))
      if (cell) addCell(table, Number(row) + 1, Number(column) + 1, cell, date1904);
  }
  for (const [row, info] of Object.entries(sheet["!rows"] ?? []))
    if (info?.hidden) table.hideRow(Number(row) + 1);
  for (const [column, info] of Object.entries(sheet["!cols"] ?? []))
    if (info?.hidden) table.hideColumns(Number(column) + 1, 1);
  for (const { s, e } of sheet["!merges"] ?? []) table.merge(s.r + 1, s.c + 1, e.r + 1, e.c + 1);
  return table.finish(id);
}

/** What lies on a sheet and is not read. */
function noteUnread(extras: SheetExtras | undefined, name: string, reading: Reading): void {
  const { pictures = 0, objects = 0 } = extras ?? {};
  if (pictures > 0) reading.messages.add("sheet-pictures", name, { count: String(pictures) });
  if (objects > 0) reading.messages.add("embedded-object", name);
}

type Extras = readonly (SheetExtras | undefined)[];

function toResult(book: WorkBook, reading: Reading, extras: Extras = []): ReadResult {
  const blocks: Block[] = [];
  for (const [index, name] of book.SheetNames.entries()) {
    const block = sheetBlock(book, index, `b${blocks.length + 1}`, reading);
    if (block) blocks.push(block);
    const boxes = (extras[index]?.boxes ?? []).filter((text) => reading.admit(text));
    new BlockList(reading, undefined, blocks).addAll(boxes.map((text) => ({ ...newParagraph(), text })));
    noteComments(extras[index]?.remarks ?? [], reading, name);
    noteUnread(extras[index], name, reading);
  }
  noteMargins(extras.flatMap((own) => own?.margins ?? []).map(marginWords), reading);
  return reading.result(blocks);
}

function refusalOf(error: unknown): IntakeRefusal {
  const text = error instanceof Error ? error.message : "";
  return /password|encrypt/i.test(text) ? new IntakeRefusal("encrypted") : refusalFrom(error);
}

/** First byte of every workbook stream: its record of beginning. */
const BEGIN = 0x09;

/**
 * .xls and .et: BIFF in a compound file. The library is given the workbook alone: it would also read the properties of the
 * document, which no one needs, and fills the memory when their count is false.
 */
export function readXls(bytes: Uint8Array, reading: Reading): ReadResult {
  readyCodePages();
  const compound = new CompoundFile(bytes);
  compound.refuseTangled();
  const workbook = compound.stream("Workbook") ?? compound.stream("Book");
  // What does not begin as a workbook, the library would take for text of one kind or another.
  if (workbook === null || workbook[0] !== BEGIN) throw new IntakeRefusal("broken");
  try {
    const book = read(workbook, { type: "array", codepage: 936, ...options(reading) });
    if (compound.has("_VBA_PROJECT_CUR")) reading.messages.add("macros-ignored");
    return toResult(book, reading, biffExtras(workbook, reading));
  } catch (error) {
    throw refusalOf(error);
  }
}

/** Parts of other makes under the same extension. */
const noRecords = /(?:^|\/)(?:printerSettings|vbaProject|activeX|oleObject|ctrlProp)[^/]*\.bin$/i;

/**
 * .xlsb. The library is handed the parts already inflated within our limits, so that it never inflates anything a sender
 * made.
 */
export function readXlsb(source: Package, reading: Reading): ReadResult {
  const parts = new OfficeParts(source, reading);
  const names = source.entries.filter((entry) => !entry.folder && /\.(xml|bin|rels)$/i.test(entry.name));
  const FullPaths = names.map((entry) => entry.name);
  const contentOf = (name: string): Buffer => {
    if (noRecords.test(name)) return Buffer.alloc(0);
    return /\.bin$/i.test(name) ? soundRecords(parts.require(name)) : parts.require(name);
  };
  const FileIndex = FullPaths.map((name) => ({ name, type: 2, content: contentOf(name) }));
  try {
    return toResult(parse_zip({ FullPaths, FileIndex }, options(reading)), reading);
  } catch (error) {
    throw refusalOf(error);
  }
}
