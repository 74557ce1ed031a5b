import { Parser } from "htmlparser2";
import PostalMime from "postal-mime";
import { BlockList } from "./flow/block-list.ts";
import { noteComments, noteHiddenText, noteMargins } from "./flow/note-margins.ts";
import { decodeHtml } from "./html/decode-html.ts";
import { HtmlReader } from "./html/html-reader.ts";
import { IntakeRefusal } from "./intake-refusal.ts";
import type { Reading, ReadResult } from "./reading.ts";

const CHUNK = 1 << 20;

function readPage(html: string, reading: Reading): ReadResult {
  const reader = new HtmlReader(reading);
  const parser = new Parser(reader, { decodeEntities: true });
  for (let at = 0; at < html.length; at += CHUNK) {
    reading.check();
    parser.write(html.slice(at, at + CHUNK));
  }
  parser.end();
  const list = new BlockList(reading);
  list.addAll(reader.finish());
  noteMargins(reader.margins, reading);
  noteComments(reader.comments, reading);
  noteHiddenText(reader.hiddenTexts, reading);
  return reading.result(list.blocks);
}

/**
 * Reads a web page into blocks, as Word, Excel and export functions of web systems save it under `.doc` and `.xls`. Scripts
 * never run, links and frames are never opened. Throws `IntakeRefusal`.
 */
export const readHtml = (bytes: Uint8Array, reading: Reading): ReadResult =>
  readPage(decodeHtml(bytes), reading);

/** A web page with its pictures in one file (MHTML): all its pages one after the other. */
export async function readMhtml(bytes: Uint8Array, reading: Reading): Promise<ReadResult> {
  const page = await PostalMime.parse(bytes, { maxNestingDepth: 16 }).catch(() => {
    throw new IntakeRefusal("broken");
  });
  return readPage(page.html ?? page.text ?? "", reading);
}
