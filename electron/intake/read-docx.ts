import type { Block } from "../../shared/submission/document.ts";
import type { Draft, ParagraphDraft, TableDraft } from "./docx/drafts.ts";
import { FlowReader } from "./docx/flow-reader.ts";
import { type HeadingSources, headingLevel, readNumbering, readStyles } from "./docx/heading-levels.ts";
import { readNotes } from "./docx/read-notes.ts";
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

class BlockList {
  readonly blocks: Block[] = [];
  private readonly reading: Reading;
  private readonly sources: HeadingSources;
  private readonly relations: () => readonly Relation[];

  constructor(reading: Reading, sources: HeadingSources, relations: () => readonly Relation[]) {
    this.reading = reading;
    this.sources = sources;
    this.relations = relations;
  }

  addAll(drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      if (this.blocks.length >= this.reading.limits.blocks) {
        this.reading.cut("");
        return;
      }
      this.add(draft);
    }
  }

  private get nextId(): string {
    return `b${this.blocks.length + 1}`;
  }

  private add(draft: Draft): void {
    if (draft.kind === "paragraph") this.addParagraph(draft);
    else if (draft.kind === "table") this.addTable(draft);
    else {
      const target = this.relations().find((relation) => relation.id === draft.relation)?.target ?? "";
      const name = target.slice(target.lastIndexOf("/") + 1) || draft.name;
      this.blocks.push({ kind: "image", id: this.nextId, name, text: draft.description });
    }
  }

  private addParagraph(draft: ParagraphDraft): void {
    if (draft.text.trim() === "") return;
    const text = draft.text.replace(/^\n+|\n+$/g, "");
    const level = headingLevel(draft, this.sources);
    this.blocks.push(
      level === null
        ? { kind: "paragraph", id: this.nextId, text }
        : { kind: "heading", id: this.nextId, level, text },
    );
  }

  private addTable(draft: TableDraft): void {
    if (draft.cells.length > 0) {
      const { rows, columns, cells, hiddenRows } = draft;
      const table = { kind: "table", id: this.nextId, hidden: false, rows, columns, cells } as const;
      this.blocks.push(hiddenRows.length > 0 ? { ...table, hiddenRows } : table);
    }
    this.addAll(draft.after);
  }
}

function headingSources(
  parts: OfficeParts,
  relations: () => readonly Relation[],
  reading: Reading,
): HeadingSources {
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

/**
 * Reads a Word document (OOXML, transitional or strict) into blocks: body with tables, text boxes, content controls and
 * fields as they show, then footnotes and endnotes. Tracked changes are read as accepted; comments are left out; both
 * leave a message. Automatic numbers are not put into the text. Throws `IntakeRefusal`.
 */
export function readDocx(source: Package, reading: Reading): ReadResult {
  const parts = new OfficeParts(source, reading);
  const main = parts.mainPart("word/document.xml");
  const relations = once(() => parts.relations(main));
  const body = new FlowReader(reading, main);
  parseXml(parts.require(main), main, reading, body);
  const list = new BlockList(reading, headingSources(parts, relations, reading), relations);
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
