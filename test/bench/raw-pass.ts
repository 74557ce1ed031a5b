import { inflateRawSync } from "node:zlib";
import { SaxesParser } from "saxes";
import type { RawFile } from "./sources.ts";

/** Content of the parts a reader needs, straight from the local headers of a zip we made ourselves. */
function partsOf(zip: Buffer, wanted: RegExp): string[] {
  const parts: string[] = [];
  for (let at = 0; at + 30 <= zip.length && zip.readUInt32LE(at) === 0x04034b50; ) {
    const size = zip.readUInt32LE(at + 18);
    const nameLength = zip.readUInt16LE(at + 26);
    const start = at + 30 + nameLength + zip.readUInt16LE(at + 28);
    const name = zip.toString("utf8", at + 30, at + 30 + nameLength);
    if (wanted.test(name)) parts.push(inflateRawSync(zip.subarray(start, start + size)).toString("utf8"));
    at = start + size;
  }
  return parts;
}

function passOver(xml: string): number {
  let characters = 0;
  const parser = new SaxesParser();
  parser.on("text", (text) => {
    characters += text.length;
  });
  parser.on("opentag", () => undefined);
  parser.write(xml).close();
  return characters;
}

/** The parts a reader of these files needs for text, headings, notes, merged cells and number formats. */
const needed =
  /^(?:_rels\/\.rels|word\/(?:document|styles|footnotes|endnotes|header\d|footer\d)\.xml|xl\/(?:workbook|sharedStrings|styles|worksheets\/sheet1)\.xml|(?:word|xl)\/_rels\/(?:document|workbook)\.xml\.rels)$/;

/** The least anything that reads these files has to do: inflate the parts and go over their XML once. */
export function inflateAndPass(files: readonly RawFile[]): number {
  let characters = 0;
  for (const { bytes } of files) {
    for (const part of partsOf(bytes, needed)) characters += passOver(part);
  }
  return characters;
}
