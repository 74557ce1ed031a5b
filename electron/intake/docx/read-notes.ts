import type { Draft } from "../flow/drafts.ts";
import { attribute, parseXml, type XmlAttributes, type XmlHandlers } from "../parse-xml.ts";
import type { Reading } from "../reading.ts";
import { FlowReader } from "./flow-reader.ts";

/** Passes on what stands inside real notes; the separator lines Word keeps beside them are no text. */
class NotesFilter implements XmlHandlers {
  private readonly flow: FlowReader;
  private inside = false;

  constructor(flow: FlowReader) {
    this.flow = flow;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === "footnote" || name === "endnote") {
      const type = attribute(attributes, "type");
      this.inside = type === undefined || type === "normal";
    } else if (this.inside) this.flow.open(name, attributes);
  }

  close(name: string): void {
    if (name === "footnote" || name === "endnote") this.inside = false;
    else if (this.inside) this.flow.close(name);
  }

  text(text: string): void {
    if (this.inside) this.flow.text(text);
  }
}

/** Paragraphs and tables of footnotes or endnotes, in the order they are kept in. */
export function readNotes(bytes: Uint8Array, place: string, reading: Reading): Draft[] {
  const flow = new FlowReader(reading, place);
  parseXml(bytes, place, reading, new NotesFilter(flow));
  return flow.finish();
}
