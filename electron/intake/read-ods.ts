import { noteMargins } from "./flow/note-margins.ts";
import { OdfStyles } from "./odf/odf-styles.ts";
import { OdsReader } from "./odf/ods-reader.ts";
import { SheetMargins } from "./odf/sheet-margins.ts";
import type { Package } from "./open-package.ts";
import { parseXml } from "./parse-xml.ts";
import { openOdf } from "./read-odt.ts";
import type { Reading, ReadResult } from "./reading.ts";

function sheetMargins(bytes: Uint8Array | null, reading: Reading): SheetMargins {
  const margins = new SheetMargins();
  if (bytes) parseXml(bytes, "styles.xml", reading, margins);
  return margins;
}

function readParts(content: Uint8Array, reading: Reading, marginsOf: () => SheetMargins): ReadResult {
  const styles = new OdfStyles();
  styles.read(content, "content.xml", reading);
  const reader = new OdsReader(reading, styles);
  parseXml(content, "content.xml", reading, reader);
  const margins = marginsOf();
  noteMargins(
    [...reader.pages].flatMap((page) => margins.byPage.get(page) ?? []),
    reading,
  );
  return reading.result(reader.blocks);
}

/**
 * Reads an OpenDocument workbook: one table block per sheet that has text, hidden sheets and rows marked; what is printed
 * above and below stands in a message.
 */
export function readOds(source: Package, reading: Reading): ReadResult {
  const parts = openOdf(source, reading);
  const content = parts.require("content.xml");
  return readParts(content, reading, () => {
    const styles = (): SheetMargins => sheetMargins(parts.read("styles.xml"), reading);
    return parts.spare("styles.xml", styles, new SheetMargins());
  });
}

/** The same in one XML file (.fods). */
export const readFlatOds = (bytes: Uint8Array, reading: Reading): ReadResult =>
  readParts(bytes, reading, () => sheetMargins(bytes, reading));
