import type { OfficeParts, Relation } from "../office-parts.ts";
import { parseXml } from "../parse-xml.ts";
import type { Reading } from "../reading.ts";

/** `B2：remark` for each remark of one part: notes (`comment`), or the threads of newer Excel (`threadedComment`). */
function remarksOf(bytes: Uint8Array, place: string, reading: Reading): string[] {
  const remarks: string[] = [];
  let cell = "";
  let text = "";
  let inText = false;
  parseXml(bytes, place, reading, {
    open(name, attributes) {
      if (name === "comment" || name === "threadedComment") {
        cell = attributes.ref ?? "";
        text = "";
      } else if (name === "rPh") inText = false;
      else if (name === "t" || (name === "text" && place.includes("threaded"))) inText = true;
    },
    close(name) {
      if (name === "t" || name === "text") inText = false;
      else if ((name === "comment" || name === "threadedComment") && text.trim() !== "")
        remarks.push(`${cell}：${text.trim()}`);
    },
    text(piece) {
      if (inText && reading.admit(piece)) text += piece;
    },
  });
  return remarks;
}

/** Remarks on the cells of a sheet. Where there are threads, the notes only repeat them for old programs. */
export function sheetComments(parts: OfficeParts, around: readonly Relation[], reading: Reading): string[] {
  const threads = around.filter((relation) => relation.type === "threadedComment");
  const notes = threads.length > 0 ? threads : around.filter((relation) => relation.type === "comments");
  return notes.flatMap(({ target }) => {
    const bytes = parts.read(target);
    return bytes ? remarksOf(bytes, target.toLowerCase(), reading) : [];
  });
}
