import { BlockList } from "./flow/block-list.ts";
import { draftTexts } from "./flow/drafts.ts";
import { noteComments, noteHiddenText, noteMargins } from "./flow/note-margins.ts";
import { IntakeRefusal } from "./intake-refusal.ts";
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

/**
 * Reads an OpenDocument text (.odt, .ott) into blocks: body with tables, lists with their numbers, text boxes, then notes.
 * Text deleted with changes tracked is left out; headers, footers and comments stand in messages. Throws `IntakeRefusal`.
 */
export function readOdt(source: Package, reading: Reading): ReadResult {
  const parts = openOdf(source, reading);
  const content = parts.require("content.xml");
  const stylePart = parts.read("styles.xml");
  const styles = new OdfStyles();
  if (stylePart) styles.read(stylePart, "styles.xml", reading);
  styles.read(content, "content.xml", reading);
  const reader = new OdtReader(reading, styles, (name) => name === "body");
  parseXml(content, "content.xml", reading, reader);
  const list = new BlockList(reading);
  list.addAll(reader.finish());
  list.addAll(reader.notes);
  noteComments(reader.comments, reading);
  noteHiddenText(reader.hiddenTexts, reading);
  if (stylePart) noteMargins(marginTexts(stylePart, styles, reading), reading);
  return reading.result(list.blocks);
}
