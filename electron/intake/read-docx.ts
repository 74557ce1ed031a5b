import { FlowReader } from "./docx/flow-reader.ts";
import { headingLevel, readStyles, type Styles } from "./docx/heading-levels.ts";
import { docxLabels, type Numbering, type NumberingSources, readNumbering } from "./docx/numbering.ts";
import { readNotes } from "./docx/read-notes.ts";
import { chartDrafts } from "./drawing/chart-drafts.ts";
import { drawingText } from "./drawing/drawing-text.ts";
import { BlockList } from "./flow/block-list.ts";
import { type Draft, draftTexts, type ImageDraft, newParagraph, type ObjectDraft } from "./flow/drafts.ts";
import { noteComments, noteHiddenText, noteMargins } from "./flow/note-margins.ts";
import { OfficeParts, type Relation } from "./office-parts.ts";
import type { Package } from "./open-package.ts";
import { parseXml } from "./parse-xml.ts";
import { readEmbedded } from "./read-embedded.ts";
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
  const part = <Value>(type: string, read: (bytes: Buffer, reading: Reading) => Value, none: Value) =>
    once(() => {
      const target = relations().find((relation) => relation.type === type)?.target ?? "";
      const bytesOf = (): Value => {
        const bytes = parts.read(target);
        return bytes ? read(bytes, reading) : none;
      };
      return parts.spare(target, bytesOf, none);
    });
  return {
    styles: part<Styles>("styles", readStyles, new Map()),
    numbering: part<Numbering>("numbering", readNumbering, new Map()),
  };
}

function imageName(image: ImageDraft, relations: readonly Relation[]): string {
  const target = relations.find((relation) => relation.id === image.relation)?.target ?? "";
  return target.slice(target.lastIndexOf("/") + 1) || image.name;
}

/** Documents inside documents inside documents: the innermost is only named. */
const MAX_EMBEDDING = 2;

/** Words of a chart, a SmartArt diagram or an embedded document, from the part it keeps them in. */
function objectDrafts(
  { relation }: ObjectDraft,
  relations: readonly Relation[],
  parts: OfficeParts,
  reading: Reading,
  depth: number,
): Draft[] {
  const found = relations.find((candidate) => candidate.id === relation);
  const bytes = found && !found.external ? parts.read(found.target) : null;
  if (found?.type === "chart" && bytes) return chartDrafts(bytes, found.target, reading);
  if (found?.type === "diagramData" && bytes)
    return drawingText(bytes, found.target, reading).paragraphs.map((text) => ({ ...newParagraph(), text }));
  const embedded = found?.type === "package" || found?.type === "oleObject";
  const read =
    embedded && bytes && depth < MAX_EMBEDDING
      ? readEmbedded(bytes, reading, (source) => readDocx(source, reading, depth + 1))
      : null;
  if (read !== null) {
    reading.messages.add("embedded-read", found?.target ?? "");
    return read;
  }
  reading.partial = true;
  reading.messages.add(embedded ? "embedded-object" : "drawing-text-skipped", found?.target ?? "");
  return [];
}

/** Texts of the parts of these types: headers and footers, or comments. */
function textsOf(
  types: readonly string[],
  relations: readonly Relation[],
  parts: OfficeParts,
  reading: Reading,
): string[] {
  const read = (target: string): string[] => {
    const bytes = parts.read(target);
    if (bytes === null) return [];
    const flow = new FlowReader(reading, target);
    parseXml(bytes, target, reading, flow);
    return draftTexts(flow.finish());
  };
  return relations.flatMap(({ type, target }) =>
    types.includes(type) ? parts.spare(target, () => read(target), []) : [],
  );
}

/**
 * Reads a Word document (OOXML, transitional or strict) into blocks: body with tables, text boxes, content controls and
 * fields as they show, embedded workbooks and documents, then footnotes and endnotes. Tracked changes are read as accepted;
 * comments, headers and footers stand in messages. Automatic numbers stand in front of the text they show at. Throws
 * `IntakeRefusal`.
 */
export function readDocx(source: Package, reading: Reading, depth = 0): ReadResult {
  const parts = new OfficeParts(source, reading);
  const main = parts.mainPart("word/document.xml");
  const relations = once(() => parts.relations(main));
  const sources = styleSources(parts, relations, reading);
  const body = new FlowReader(reading, main, docxLabels(sources));
  parseXml(parts.require(main), main, reading, body);
  const list = new BlockList(reading, {
    levelOf: (paragraph) => headingLevel(paragraph, sources.styles),
    imageName: (image) => imageName(image, relations()),
    objectDrafts: (object) =>
      parts.spare(object.relation, () => objectDrafts(object, relations(), parts, reading, depth), []),
  });
  list.addAll(body.finish());
  for (const { type, target } of relations()) {
    if (type !== "footnotes" && type !== "endnotes") continue;
    const read = (): Draft[] => {
      const bytes = parts.read(target);
      return bytes ? readNotes(bytes, target, reading) : [];
    };
    list.addAll(parts.spare(target, read, []));
  }
  noteHiddenText(body.hiddenTexts, reading);
  noteMargins(textsOf(["header", "footer"], relations(), parts, reading), reading);
  if (!noteComments(textsOf(["comments"], relations(), parts, reading), reading) && body.hasComments)
    reading.messages.add("comments-ignored", main);
  if ([...parts.names()].some((name) => name.endsWith("vbaproject.bin")))
    reading.messages.add("macros-ignored");
  return reading.result(list.blocks);
}
