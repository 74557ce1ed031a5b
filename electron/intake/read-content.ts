import { IntakeRefusal } from "./intake-refusal.ts";
import type { Opened } from "./open-content.ts";
import { readDoc } from "./read-doc.ts";
import { readDocx } from "./read-docx.ts";
import { readOtherWorkbook, readXls } from "./read-old-workbook.ts";
import { readRtf } from "./read-rtf.ts";
import { readText } from "./read-text.ts";
import { readXlsx } from "./read-xlsx.ts";
import type { Reading, ReadResult } from "./reading.ts";

const lastStep = (file: string): string =>
  file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);

function imageDocument(file: string, reading: Reading): ReadResult {
  reading.partial = true;
  reading.messages.add("image-only");
  return reading.result([{ kind: "image", id: "b1", name: lastStep(file), text: "" }]);
}

/** The blocks of one file, by what its content is. */
export function readContent(
  source: { readonly file: string; readonly bytes: Uint8Array },
  opened: Opened,
  reading: Reading,
): ReadResult {
  const { content, package: zip } = opened;
  if (content === "text") return readText(source.bytes, source.file, reading);
  if (content === "image") return imageDocument(source.file, reading);
  if (content === "doc") return readDoc(source.bytes, reading);
  if (content === "rtf") return readRtf(source.bytes, reading);
  if (content === "xls") return readXls(source.bytes, reading);
  if (zip === null) throw new IntakeRefusal("broken");
  if (content === "docx") return readDocx(zip, reading);
  if (content === "xlsx") return readXlsx(zip, reading);
  if (content === "xlsb" || content === "ods") return readOtherWorkbook(zip, reading);
  throw new IntakeRefusal("unsupported", "", content === "noise" ? null : content);
}
