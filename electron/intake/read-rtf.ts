import { BlockList } from "./flow/block-list.ts";
import { noteComments, noteHiddenText, noteMargins } from "./flow/note-margins.ts";
import type { Reading, ReadResult } from "./reading.ts";
import { RtfReader } from "./rtf/rtf-reader.ts";
import { tokenizeRtf } from "./rtf/tokenize.ts";

/**
 * Reads an RTF document into blocks: body with tables (merged cells where the file says so), text boxes, then notes. Fields
 * as they show; headers, footers and comments stand in messages, embedded objects leave one. Throws `IntakeRefusal`.
 */
export function readRtf(bytes: Uint8Array, reading: Reading): ReadResult {
  const reader = new RtfReader(reading);
  tokenizeRtf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), reading, reader);
  const list = new BlockList(reading);
  list.addAll(reader.finish());
  list.addAll(reader.notes);
  noteMargins(reader.margins, reading);
  noteComments(reader.comments, reading);
  noteHiddenText(reader.hiddenTexts, reading);
  return reading.result(list.blocks);
}
