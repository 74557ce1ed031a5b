import { BlockList } from "./flow/block-list.ts";
import { draftTexts } from "./flow/drafts.ts";
import { noteComments, noteHiddenText, noteMargins } from "./flow/note-margins.ts";
import { IntakeRefusal } from "./intake-refusal.ts";
import { FormulaText } from "./odf/formula-text.ts";
import { OdfStyles } from "./odf/odf-styles.ts";
import { OdtReader } from "./odf/odt-reader.ts";
import { OfficeParts } from "./office-parts.ts";
import type { Package } from "./open-package.ts";
import { parseXml } from "./parse-xml.ts";
import type { Reading, ReadResult } from "./reading.ts";

const isMargin = (name: string): boolean => /^(header|footer)(-left|-first)?$/.test(name);

function marginTexts(bytes: Uint8Array, styles: OdfStyles, reading: Reading): string[] {
  const reader = new OdtReader(reading, styles, isMargin);
  parseXml(bytes, "styles.xml", reading, reader);
  return draftTexts(reader.finish());
}

/** The parts of an OpenDocument file; `encrypted` when it has a password. */
export function openOdf(source: Package, reading: Reading): OfficeParts {
  const parts = new OfficeParts(source, reading);
  if (parts.read("META-INF/manifest.xml")?.includes("encryption-data")) throw new IntakeRefusal("encrypted");
  if ([...parts.names()].some((name) => /^(basic|scripts)\/.+\/.+/.test(name)))
    reading.messages.add("macros-ignored");
  return parts;
}

/** Objects are parts of their own; only formulas are read. */
function formulaReader(parts: OfficeParts, reading: Reading): (object: string) => string | null {
  return (object) => {
    const name = `${object.replace(/^\.\//, "")}/content.xml`;
    const read = (): string | null => {
      const bytes = parts.read(name);
      if (!bytes || !/<(\w+:)?math[\s>]/.test(bytes.toString("utf8", 0, 1000))) return null;
      const formula = new FormulaText();
      parseXml(bytes, name, reading, formula);
      return formula.finish();
    };
    return parts.spare(name, read, null);
  };
}

interface TextParts {
  readonly content: Uint8Array;
  readonly styles: Uint8Array | null;
  readonly formulaOf: (object: string) => string | null;
}

function readParts({ content, styles: stylePart, formulaOf }: TextParts, reading: Reading): ReadResult {
  const styles = new OdfStyles();
  if (stylePart && stylePart !== content) styles.read(stylePart, "styles.xml", reading);
  styles.read(content, "content.xml", reading);
  const reader = new OdtReader(reading, styles, (name) => name === "body", formulaOf);
  parseXml(content, "content.xml", reading, reader);
  const list = new BlockList(reading);
  list.addAll(reader.finish());
  list.addAll(reader.notes);
  noteComments(reader.comments, reading);
  noteHiddenText(reader.hiddenTexts, reading);
  if (stylePart) noteMargins(marginTexts(stylePart, styles, reading), reading);
  return reading.result(list.blocks);
}

/**
 * Reads an OpenDocument text (.odt, .ott) into blocks: body with tables, lists with their numbers, text boxes, formulas,
 * then notes. Text deleted with changes tracked is left out; headers, footers and comments stand in messages. Throws
 * `IntakeRefusal`.
 */
export function readOdt(source: Package, reading: Reading): ReadResult {
  const parts = openOdf(source, reading);
  const content = parts.require("content.xml");
  const formulaOf = formulaReader(parts, reading);
  return readParts({ content, styles: parts.read("styles.xml"), formulaOf }, reading);
}

/** The same in one XML file (.fodt). */
export const readFlatOdt = (bytes: Uint8Array, reading: Reading): ReadResult =>
  readParts({ content: bytes, styles: bytes, formulaOf: () => null }, reading);
