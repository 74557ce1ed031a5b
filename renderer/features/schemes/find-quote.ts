import type { Document } from "../../../shared/submission/document.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";

/** Where a sentence stands in the text of its notice; `null` when it is not there word for word. */
export function findQuote(document: Document, quote: string): Evidence | null {
  for (const block of document.blocks) {
    if (block.kind !== "paragraph" && block.kind !== "heading") continue;
    const at = block.text.indexOf(quote);
    if (at < 0) continue;
    const start = Array.from(block.text.slice(0, at)).length;
    return {
      file: "",
      sha256: "0".repeat(64),
      block: block.id,
      start,
      end: start + Array.from(quote).length,
      text: quote,
    };
  }
  return null;
}
