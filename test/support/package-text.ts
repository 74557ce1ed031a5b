import { inflateRawSync } from "node:zlib";

/**
 * Text of an office file by means that share nothing with the readers: the zip is walked by its local headers, the XML by
 * one regular expression. Slow and without limits, but simple enough to be believed.
 */
function partsOf(zip: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  for (let at = directoryStart(zip); at + 46 < zip.length && zip.readUInt32LE(at) === 0x02014b50; ) {
    const [method, stored, name, extra, comment, local] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ];
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(start, start + stored);
    parts.set(
      zip.toString("utf8", at + 46, at + 46 + name),
      (method === 0 ? content : inflateRawSync(content)).toString("utf8"),
    );
    at += 46 + name + extra + comment;
  }
  return parts;
}

const directoryStart = (zip: Buffer): number => zip.readUInt32LE(zip.lastIndexOf("PK\x05\x06") + 16);

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const plain = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    hex || decimal
      ? String.fromCodePoint(Number.parseInt(hex ?? decimal ?? "", hex ? 16 : 10))
      : (entities[name ?? ""] ?? whole),
  );

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Elements whose text no reader of the accepted view sees. */
const unseen = new Set(["del", "moveFrom", "Fallback", "rt"]);

/** Everything inside `t` elements (`w:t`, `m:t`, `a:t`) that stands in the accepted view. */
function textOf(xml: string): string {
  let text = "";
  const open: string[] = [];
  for (const [, closing, name = "", rest = "", words = ""] of xml.matchAll(
    /<(\/?)([\w:.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+)/g,
  )) {
    if (name === "") {
      if (local(open.at(-1) ?? "") === "t" && !open.some((outer) => unseen.has(local(outer))))
        text += plain(words);
    } else if (closing) open.pop();
    else if (!rest.endsWith("/")) open.push(name);
  }
  return text;
}

export interface PackageText {
  /** Body, footnotes and endnotes, charts and diagrams. */
  readonly body: string;
  /** Headers, footers and comments. */
  readonly margins: string;
}

/** Text of a Word package by where it stands. */
export function docxText(zip: Buffer): PackageText {
  let body = "";
  let margins = "";
  for (const [name, xml] of partsOf(zip)) {
    if (/^word\/(header|footer|comments)\d*\.xml$/.test(name)) margins += textOf(xml);
    else if (/^word\/(document|footnotes|endnotes)\d*\.xml$/.test(name)) body += textOf(xml);
  }
  return { body, margins };
}
