import { attribute, parseXml } from "../parse-xml.ts";
import type { Reading } from "../reading.ts";

export interface DrawingText {
  readonly paragraphs: string[];
  /** Relationship ids of the charts shown. */
  readonly charts: string[];
}

/** Paragraphs of the shapes of a drawing or diagram part (DrawingML `a:p`), and the charts it shows. */
export function drawingText(bytes: Uint8Array, place: string, reading: Reading): DrawingText {
  const result: DrawingText = { paragraphs: [], charts: [] };
  let text = "";
  let inText = false;
  parseXml(bytes, place, reading, {
    open(name, attributes) {
      if (name === "t") inText = true;
      else if (name === "br") text += "\n";
      else if (name === "p") text = "";
      else if (name === "chart") result.charts.push(attribute(attributes, "id") ?? "");
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "p" && text.trim() !== "") result.paragraphs.push(text.trim());
    },
    text(piece) {
      if (inText && reading.admit(piece)) text += piece;
    },
  });
  return result;
}
