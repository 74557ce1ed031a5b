import { IntakeRefusal } from "./intake-refusal.ts";
import type { Opened } from "./open-content.ts";
import type { Package } from "./open-package.ts";
import { readDoc } from "./read-doc.ts";
import { readDocx } from "./read-docx.ts";
import { readHtml, readMhtml } from "./read-html.ts";
import { readOds } from "./read-ods.ts";
import { readOdt } from "./read-odt.ts";
import { readOfficeXml } from "./read-office-xml.ts";
import { readXls, readXlsb } from "./read-old-workbook.ts";
import { readPdf } from "./read-pdf.ts";
import { readRtf } from "./read-rtf.ts";
import { readText } from "./read-text.ts";
import { readXlsx } from "./read-xlsx.ts";
import type { Reading, ReadResult } from "./reading.ts";
import type { Content } from "./sniff.ts";

const lastStep = (file: string): string =>
  file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);

function imageDocument(file: string, reading: Reading): ReadResult {
  reading.partial = true;
  reading.messages.add("image-only");
  return reading.result([{ kind: "image", id: "b1", name: lastStep(file), text: "" }]);
}

type ReadBytes = (bytes: Uint8Array, reading: Reading) => ReadResult | Promise<ReadResult>;
type ReadZip = (source: Package, reading: Reading) => ReadResult;

const byBytes: Partial<Record<Content, ReadBytes>> = {
  doc: readDoc,
  rtf: readRtf,
  html: readHtml,
  mhtml: readMhtml,
  pdf: readPdf,
  xml: readOfficeXml,
  xls: readXls,
};

const byEntries: Partial<Record<Content, ReadZip>> = {
  docx: readDocx,
  odt: readOdt,
  xlsx: readXlsx,
  xlsb: readXlsb,
  ods: readOds,
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
