import { buffer } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";
import { writeZip, type ZipEntry } from "./zip.ts";

const moment = "2021-11-20T02:30:00Z";

/** An office file again with fixed dates: the libraries stamp "now" into the archive and into docProps/core.xml. */
export async function repackOfficeFile(file: Buffer): Promise<Buffer> {
  const zip = await fromBufferPromise(file, { lazyEntries: true });
  const entries: ZipEntry[] = [];
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith("/")) continue;
    const data = await buffer(await zip.openReadStreamPromise(entry));
    const name = Buffer.from(entry.fileName, "utf8");
    entries.push({ name, utf8Flag: false, data: withFixedDates(entry.fileName, data) });
  }
  return writeZip(entries);
}

function withFixedDates(name: string, data: Buffer): Buffer {
  if (name !== "docProps/core.xml") return data;
  return Buffer.from(data.toString("utf8").replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, moment), "utf8");
}
