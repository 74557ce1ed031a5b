import { FlowReader } from "./docx/flow-reader.ts";
import { headingLevel, readStyles } from "./docx/heading-levels.ts";
import { docxLabels, type NumberingSources, readNumbering } from "./docx/numbering.ts";
import { readNotes } from "./docx/read-notes.ts";
import { BlockList } from "./flow/block-list.ts";
import type { ImageDraft } from "./flow/drafts.ts";
import { OfficeParts, type Relation } from "./office-parts.ts";
import type { Package } from "./open-package.ts";
import { parseXml } from "./parse-xml.ts";
import type { Reading, ReadResult } from "./reading.ts";

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

function styleSources(
  parts: OfficeParts,
  relations: () => readonly Relation[],
  reading: Reading,
): NumberingSources {
  const part = (type: string): Buffer | null => {
    const target = relations().find((relation) => relation.type === type)?.target;
    return target === undefined ? null : parts.read(target);
  };
  return {
    styles: once(() => {
      const bytes = part("styles");
      return bytes ? readStyles(bytes, reading) : new Map();
    }),
    numbering: once(() => {
      const bytes = part("numbering");
      return bytes ? readNumbering(bytes, reading) : new Map();
    }),
  };
}

function imageName(image: ImageDraft, relations: readonly Relation[]): string {
  const target = relations.find((relation) => relation.id === image.relation)?.target ?? "";
  return target.slice(target.lastIndexOf("/") + 1) || image.name;
}

/**
 * Reads a Word document (OOXML, transitional or strict) into blocks: body with tables, text boxes, content controls and
 * fields as they show, then footnotes and endnotes. Tracked changes are read as accepted; comments are left out; both
 * leave a message. Automatic numbers stand in front of the text they show at. Throws `IntakeRefusal`.
 */
export function readDocx(source: Package, reading: Reading): ReadResult {
  const parts = new OfficeParts(source, reading);
  const main = parts.mainPart("word/document.xml");
  const relations = once(() => parts.relations(main));
  const sources = styleSources(parts, relations, reading);
  const body = new FlowReader(reading, main, docxLabels(sources));
  parseXml(parts.require(main), main, reading, body);
  const list = new BlockList(reading, {
    levelOf: (paragraph) => headingLevel(paragraph, sources.styles),
    imageName: (image) => imageName(image, relations()),
  });
  list.addAll(body.finish());
  for (const relation of relations()) {
    if (relation.type !== "footnotes" && relation.type !== "endnotes") continue;
    const bytes = parts.read(relation.target);
    if (bytes) list.addAll(readNotes(bytes, relation.target, reading));
  }
  if ([...parts.names()].some((name) => name.endsWith("vbaproject.bin")))
    reading.messages.add("macros-ignored");
  return reading.result(list.blocks);
}
