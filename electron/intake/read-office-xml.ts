import { FlowReader } from "./docx/flow-reader.ts";
import { headingLevel, readStyles } from "./docx/heading-levels.ts";
import { BlockList } from "./flow/block-list.ts";
import { noteComments, noteHiddenText } from "./flow/note-margins.ts";
import { IntakeRefusal } from "./intake-refusal.ts";
import { attribute, parseXml, type XmlAttributes, type XmlHandlers } from "./parse-xml.ts";
import { readFlatOds } from "./read-ods.ts";
import { readFlatOdt } from "./read-odt.ts";
import type { Reading, ReadResult } from "./reading.ts";
import { XmlWorkbookReader } from "./sheet/xml-workbook-reader.ts";

/** Names that were written otherwise in later vocabularies. */
const laterNames: Readonly<Record<string, string>> = { vmerge: "vMerge", hmerge: "hMerge" };

/** Passes on what stands inside the body; notes and lists of this vocabulary stand inside the text they belong to. */
class BodyOnly implements XmlHandlers {
  readonly remarks: string[] = [];
  private readonly flow: FlowReader;
  private readonly reading: Reading;
  private depth = 0;
  private silent = 0;
  private inRemark = false;

  constructor(flow: FlowReader, reading: Reading) {
    this.flow = flow;
    this.reading = reading;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.depth === 0 && name !== "body") return;
    this.depth += 1;
    if (this.silent > 0 || this.isSilent(name, attributes)) this.silent += 1;
    else if (name !== "body") this.flow.open(laterNames[name] ?? name, attributes);
  }

  private isSilent(name: string, attributes: XmlAttributes): boolean {
    if (name !== "annotation") return name === "binData" || name === "hdr" || name === "ftr";
    const [, kind] = /^Word\.(Insertion|Deletion|Comment)$/.exec(attribute(attributes, "type") ?? "") ?? [];
    if (kind === "Insertion" || kind === "Deletion") this.reading.messages.add("tracked-changes");
    this.inRemark = kind === "Comment";
    if (this.inRemark) this.remarks.push("");
    return kind === "Comment" || kind === "Deletion";
  }

  close(name: string): void {
    if (this.depth === 0) return;
    this.depth -= 1;
    if (this.silent === 0) {
      if (name !== "body") this.flow.close(laterNames[name] ?? name);
      return;
    }
    this.silent -= 1;
    if (this.silent === 0) this.inRemark = false;
  }

  text(text: string): void {
    if (this.depth === 0) return;
    if (this.silent === 0) this.flow.text(text);
    else if (this.inRemark && this.reading.admit(text)) this.remarks[this.remarks.length - 1] += text;
  }
}

function readWordXml(bytes: Uint8Array, reading: Reading): ReadResult {
  const flow = new FlowReader(reading, "");
  const body = new BodyOnly(flow, reading);
  parseXml(bytes, "", reading, body);
  const styles = readStyles(bytes, reading);
  noteComments(body.remarks, reading);
  noteHiddenText(flow.hiddenTexts, reading);
  const list = new BlockList(reading, {
    levelOf: (paragraph) => headingLevel(paragraph, () => styles),
    imageName: (image) => image.name,
    objectDrafts: () => {
      reading.messages.add("embedded-object");
      return [];
    },
  });
  list.addAll(flow.finish());
  // Numbers of lists, headers and pictures are kept in ways of their own, which nobody writes any more.
  reading.partial = true;
  reading.messages.add("old-xml");
  return reading.result(list.blocks);
}

function readWorkbookXml(bytes: Uint8Array, reading: Reading): ReadResult {
  const reader = new XmlWorkbookReader(reading);
  parseXml(bytes, "", reading, reader);
  return reading.result(reader.blocks);
}

/** Word 2003, Excel 2003 and OpenDocument documents in one XML file, by their root element. Other XML is `unsupported`. */
export function readOfficeXml(bytes: Uint8Array, reading: Reading): ReadResult {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("utf8");
  if (/<(\w+:)?Workbook[\s>]/.test(head)) return readWorkbookXml(bytes, reading);
  if (/<(\w+:)?wordDocument[\s>]/.test(head)) return readWordXml(bytes, reading);
  const open = /office:mimetype="application\/vnd\.oasis\.opendocument\.(text|spreadsheet)/.exec(head)?.[1];
  if (open === "text") return readFlatOdt(bytes, reading);
  if (open === "spreadsheet") return readFlatOds(bytes, reading);
  throw new IntakeRefusal("unsupported", "", "xml");
}
