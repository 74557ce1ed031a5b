import type { Scheme } from "../../shared/scheme/scheme.ts";
import type { Document, ReadMessage } from "../../shared/submission/document.ts";
import { extractMessageCodes } from "../../shared/submission/extract/context.ts";
import { extractFile } from "../../shared/submission/extract-file.ts";
import type { Extraction } from "../../shared/submission/fact.ts";
import { extractMailBody } from "../../shared/submission/mail-body.ts";
import { holdsShape, type TableMapping } from "../../shared/submission/table/table-mapping.ts";
import type { InspectedFile } from "../intake/inspect.ts";

export interface Understood {
  readonly extraction: Extraction;
  readonly messages: readonly ReadMessage[];
}

interface Readable {
  readonly file: string;
  readonly sha256: string;
  readonly document: Document;
  readonly messages: readonly ReadMessage[];
}

const fromExtraction: ReadonlySet<string> = new Set(extractMessageCodes);

/** Reads values out of a document again; notes of the reader stay, those of the earlier extraction go. */
export function understand(
  readable: Readable,
  scheme: Scheme,
  mappings: readonly TableMapping[],
): Understood {
  const { file, sha256, document } = readable;
  const { extraction, messages } = extractFile({ document, file, sha256, scheme, mappings });
  const kept = readable.messages.filter((message) => !fromExtraction.has(message.code));
  return { extraction, messages: [...kept, ...messages] };
}

/** A file as it was inspected, with what a person's mappings and the text of a mail add to it. */
export function understandMore(
  file: InspectedFile,
  scheme: Scheme,
  mappings: readonly TableMapping[],
): InspectedFile {
  const { document, extraction } = file;
  if (document === null || extraction === null) return file;
  if (extraction.kind === "mail" && document.blocks.length > 0) {
    const read = extractMailBody({ document, file: file.file, sha256: file.sha256, scheme });
    return { ...file, extraction: read.extraction, messages: [...file.messages, ...read.messages] };
  }
  if (!holdsShape(document, mappings)) return file;
  const understood = understand({ ...file, document }, scheme, mappings);
  return { ...file, extraction: understood.extraction, messages: [...understood.messages] };
}
