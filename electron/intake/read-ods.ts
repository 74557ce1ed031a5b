import { OdfStyles } from "./odf/odf-styles.ts";
import { OdsReader } from "./odf/ods-reader.ts";
import type { Package } from "./open-package.ts";
import { parseXml } from "./parse-xml.ts";
import { openOdf } from "./read-odt.ts";
import type { Reading, ReadResult } from "./reading.ts";

/** Reads an OpenDocument workbook: one table block per sheet that has text, hidden sheets and rows marked. */
export function readOds(source: Package, reading: Reading): ReadResult {
  const parts = openOdf(source, reading);
  const content = parts.require("content.xml");
  const styles = new OdfStyles();
  styles.read(content, "content.xml", reading);
  const reader = new OdsReader(reading, styles);
  parseXml(content, "content.xml", reading, reader);
  return reading.result(reader.blocks);
}
