import { SaxesParser } from "saxes";
import { decodeXml } from "./decode-text.ts";
import { IntakeRefusal } from "./intake-refusal.ts";
import type { Reading } from "./reading.ts";

export type XmlAttributes = Readonly<Record<string, string>>;

export interface XmlHandlers {
  open(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

const localNames = new Map<string, string>();

/**
 * Element names without their prefix. Office vocabularies are told apart by local name: it takes transitional and strict
 * namespaces and any prefix (`x:workbook`) alike, at half the cost of resolving namespaces.
 */
function localName(qualified: string): string {
  const known = localNames.get(qualified);
  if (known !== undefined) return known;
  const local = qualified.slice(qualified.indexOf(":") + 1);
  if (localNames.size < 2000) localNames.set(qualified, local);
  return local;
}

/** Value of an attribute under any prefix, the usual one (`w:`) first. */
export function attribute(attributes: XmlAttributes, name: string): string | undefined {
  const usual = attributes[`w:${name}`] ?? attributes[name];
  if (usual !== undefined) return usual;
  for (const key in attributes) if (key.endsWith(name) && localName(key) === name) return attributes[key];
  return undefined;
}

/** On/off properties: present without a value means on. */
export function isOn(attributes: XmlAttributes, name = "val"): boolean {
  const value = attribute(attributes, name);
  return value === undefined || !["0", "false", "off"].includes(value);
}

const CHUNK = 1 << 20;
/** Messages of saxes for forbidden control characters and for bytes after the end of the root. */
const harmless = /disallowed character\.|malformed character entity|text data outside of root/;

/**
 * One streaming pass over an XML part. A document type declaration is refused, so no entity but the five built in ever
 * exists. Control characters that XML forbids are passed over with a message: several generators write them.
 */
export function parseXml(bytes: Uint8Array, place: string, reading: Reading, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on("doctype", () => {
    throw new IntakeRefusal("broken", place, "doctype");
  });
  parser.on("error", (error) => {
    if (!harmless.test(error.message)) throw new IntakeRefusal("broken", place);
    reading.messages.add("xml-repaired", place);
  });
  parser.on("opentag", (tag) => {
    depth += 1;
    if (depth > reading.limits.xmlDepth) throw new IntakeRefusal("too-deep", place);
    reading.tick();
    handlers.open(localName(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    depth -= 1;
    handlers.close?.(localName(tag.name));
  });
  if (handlers.text) {
    const text = handlers.text.bind(handlers);
    parser.on("text", text);
    parser.on("cdata", text);
  }
  const source = decodeXml(bytes);
  for (let at = 0; at < source.length; at += CHUNK) parser.write(source.slice(at, at + CHUNK));
  parser.close();
}
