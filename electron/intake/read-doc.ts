import { stretchReader } from "./doc/doc-reader.ts";
import { type DocSource, openDoc } from "./doc/doc-source.ts";
import { BlockList } from "./flow/block-list.ts";
import { type Draft, draftTexts } from "./flow/drafts.ts";
import { noteComments, noteHiddenText, noteMargins } from "./flow/note-margins.ts";
import type { Reading, ReadResult } from "./reading.ts";

/** Text of the headers and footers: the first six texts are separators of notes. */
function marginTexts(
  { headerPositions }: DocSource,
  start: number,
  read: (from: number, to: number) => Draft[],
): string[] {
  const texts: string[] = [];
  for (let index = 6; index + 2 < headerPositions.length; index += 1) {
    const [from = 0, to = 0] = headerPositions.slice(index, index + 2);
    if (to > from) texts.push(...draftTexts(read(start + from, start + to)));
  }
  return texts;
}

function noteLeftOut({ compound }: DocSource, reading: Reading): void {
  if (compound.has("Macros") || compound.has("_VBA_PROJECT")) reading.messages.add("macros-ignored");
  if (compound.has("ObjectPool")) {
    const pool = compound.entries.filter((entry) => /^_\d+$/.test(entry.name));
    if (pool.length > 0) reading.messages.add("embedded-object");
  }
}

/**
 * Reads a Word 97–2003 document (.doc, .wps) into blocks: body with tables, text boxes, footnotes and endnotes. Fields as they
 * show; text deleted with changes tracked is left out; headers, footers and comments stand in messages. Throws
 * `IntakeRefusal`.
 */
export function readDoc(bytes: Uint8Array, reading: Reading): ReadResult {
  const source = openDoc(bytes);
  const { read, hiddenTexts } = stretchReader(source, reading);
  const { lengths } = source.fib;
  const list = new BlockList(reading);
  const headers = lengths.body + lengths.footnotes;
  const comments = headers + lengths.headers + lengths.macros;
  const endnotes = comments + lengths.comments;
  const boxes = endnotes + lengths.endnotes;
  list.addAll(read(0, lengths.body));
  list.addAll(read(boxes, boxes + lengths.textBoxes));
  list.addAll(read(lengths.body, headers));
  list.addAll(read(endnotes, boxes));
  noteHiddenText(hiddenTexts, reading);
  noteMargins(marginTexts(source, headers, read), reading);
  if (!noteComments(draftTexts(read(comments, endnotes)), reading) && lengths.comments > 0)
    reading.messages.add("comments-ignored");
  noteLeftOut(source, reading);
  return reading.result(list.blocks);
}
