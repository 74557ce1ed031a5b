import { attribute, parseXml } from "../parse-xml.ts";
import type { Reading } from "../reading.ts";

export interface DrawingText {
  readonly paragraphs: string[];
  /** Relationship ids of the charts shown. */
  readonly charts: string[];
  /** Relationship ids of the pictures shown, with what is said about them. */
  readonly pictures: { readonly relation: string; readonly description: string }[];
}

/** Paragraphs of the shapes of a drawing or diagram part (DrawingML `a:p`), the charts and pictures it shows. */
export function drawingText(bytes: Uint8Array, place: string, reading: Reading): DrawingText {
  const result: DrawingText = { paragraphs: [], charts: [], pictures: [] };
  let description = "";
  let fallback = 0;
  let text = "";
  let inText = false;
  parseXml(bytes, place, reading, {
    open(name, attributes) {
      // Shown only by programs that do not know the choice beside it.
      if (fallback > 0 || name === "Fallback") fallback += 1;
      else if (name === "t") inText = true;
      else if (name === "br") text += "\n";
      else if (name === "p") text = "";
      else if (name === "chart") result.charts.push(attribute(attributes, "id") ?? "");
      else if (name === "cNvPr") description = attributes.descr ?? "";
      else if (name === "blip") {
        const relation = attribute(attributes, "embed");
        if (relation !== undefined) result.pictures.push({ relation, description });
      }
    },
    close(name) {
      if (fallback > 0) fallback -= 1;
      else if (name === "t") inText = false;
      else if (name === "p" && text.trim() !== "") result.paragraphs.push(text.trim());
    },
    text(piece) {
      if (inText && reading.admit(piece)) text += piece;
    },
  });
  return result;
}
