import { buffer } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";
import { writeZip } from "../seal/zip.ts";

/** Changes the text of one part of an office file. */
export type PartChange = (name: string, text: string) => string;

const keep: PartChange = (_name, text) => text;

/**
 * Packs an office file again so that the same data and moment give the same bytes: docx and exceljs stamp the time of writing
 * into the archive and into docProps/core.xml.
 */
export async function restamp(file: Uint8Array, at: string, change: PartChange = keep): Promise<Buffer> {
  const zip = await fromBufferPromise(Buffer.from(file));
  const entries: [string, Buffer][] = [];
  const moment = `${at.slice(0, 19)}Z`;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith("/")) continue;
    const data = await buffer(await zip.openReadStreamPromise(entry));
    entries.push([entry.fileName, changed(entry.fileName, data, moment, change)]);
  }
  return writeZip(entries, new Date(at));
}

function changed(name: string, data: Buffer, moment: string, change: PartChange): Buffer {
  if (!/\.(xml|rels)$/.test(name)) return data;
  const text = data.toString("utf8");
  const dated = name === "docProps/core.xml" ? text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, moment) : text;
  return Buffer.from(change(name, dated), "utf8");
}
