import { IntakeRefusal } from "./intake-refusal.ts";
import { loadOldReaders } from "./old-readers.ts";
import type { Opened } from "./open-content.ts";
import type { Package } from "./open-package.ts";
import { readDocx } from "./read-docx.ts";
import { readText } from "./read-text.ts";
import { readXlsx } from "./read-xlsx.ts";
import type { Reading, ReadResult } from "./reading.ts";
import { loadFormats } from "./sheet/shown-number.ts";
import type { Content } from "./sniff.ts";

const lastStep = (file: string): string =>
  file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);

function imageDocument(file: string, reading: Reading): ReadResult {
  reading.partial = true;
  reading.messages.add("image-only");
  return reading.result([{ kind: "image", id: "b1", name: lastStep(file), text: "" }]);
}

type ReadBytes = (bytes: Uint8Array, reading: Reading) => ReadResult | Promise<ReadResult>;
type ReadZip = (source: Package, reading: Reading) => ReadResult | Promise<ReadResult>;

/** A reader that is loaded when the first such file arrives: most come with libraries larger than all of ours. */
const later =
  <Source>(load: () => Promise<(source: Source, reading: Reading) => ReadResult | Promise<ReadResult>>) =>
  async (source: Source, reading: Reading): Promise<ReadResult> =>
    (await load())(source, reading);

/** Parts of a workbook that say nothing about how numbers show; writers name the one that does as they like. */
const withoutFormats =
  /^\[content_types\]\.xml$|^docprops\/|\.rels$|\/$|^xl\/(?:workbook|sharedstrings|worksheets\/sheet\d+)\.xml$/i;
/** Parts of a text document that are no document of their own. */
const notEmbedded = /\.(?:xml|rels|vml|png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|odttf)$|\/$/i;

const holdsOther = (source: Package, known: RegExp): boolean =>
  source.entries.some((entry) => !known.test(entry.name));

const byBytes: Partial<Record<Content, ReadBytes>> = {
  doc: later(async () => (await import("./read-doc.ts")).readDoc),
  rtf: later(async () => (await import("./read-rtf.ts")).readRtf),
  html: later(async () => (await import("./read-html.ts")).readHtml),
  mhtml: later(async () => (await import("./read-html.ts")).readMhtml),
  pdf: later(async () => (await import("./read-pdf.ts")).readPdf),
  xml: later(async () => {
    await loadFormats();
    return (await import("./read-office-xml.ts")).readOfficeXml;
  }),
  xls: later(async () => {
    await loadFormats();
    return (await import("./read-old-workbook.ts")).readXls;
  }),
};

const byEntries: Partial<Record<Content, ReadZip>> = {
  docx: async (source, reading) => {
    if (holdsOther(source, notEmbedded)) await Promise.all([loadFormats(), loadOldReaders()]);
    return readDocx(source, reading);
  },
  odt: later(async () => (await import("./read-odt.ts")).readOdt),
  xlsx: async (source, reading) => {
    if (holdsOther(source, withoutFormats)) await loadFormats();
    return readXlsx(source, reading);
  },
  xlsb: later(async () => {
    await loadFormats();
    return (await import("./read-old-workbook.ts")).readXlsb;
  }),
  ods: later(async () => (await import("./read-ods.ts")).readOds),
};

/** Contents a reader exists for, beside archives and mails. */
export const documentContents: ReadonlySet<string> = new Set([
  "text",
  "image",
  ...Object.keys(byBytes),
  ...Object.keys(byEntries),
]);

/** The blocks of one file, by what its content is. */
export async function readContent(
  source: { readonly file: string; readonly bytes: Uint8Array },
  opened: Opened,
  reading: Reading,
): Promise<ReadResult> {
  const { content, package: zip } = opened;
  if (content === "noise") throw new IntakeRefusal("unsupported");
  if (content === "text") return readText(source.bytes, source.file, reading);
  if (content === "image") return imageDocument(source.file, reading);
  const readBytes = byBytes[content];
  if (readBytes) return readBytes(source.bytes, reading);
  const readZip = byEntries[content];
  if (!readZip) throw new IntakeRefusal("unsupported", "", content);
  if (zip === null) throw new IntakeRefusal("broken");
  return readZip(zip, reading);
}
