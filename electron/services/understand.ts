import type { Scheme } from "../../shared/scheme/scheme.ts";
import type { Document, FileKind, ReadMessage } from "../../shared/submission/document.ts";
import { extractMessageCodes } from "../../shared/submission/extract/context.ts";
import { extractFile } from "../../shared/submission/extract-file.ts";
import type { Extraction } from "../../shared/submission/fact.ts";
import { extractMailBody } from "../../shared/submission/mail-body.ts";
import { type SearchRow, searchRows } from "../../shared/submission/search-rows.ts";
import { holdsShape, type TableMapping } from "../../shared/submission/table/table-mapping.ts";
import type { InspectedFile } from "../intake/inspect.ts";
import type { PreparedFile } from "../intake/inspected-file.ts";

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

/** What a person's mappings and the text of a mail make of a file; `null`: nothing else than was read. */
function understandMore(
  file: InspectedFile,
  scheme: Scheme,
  mappings: readonly TableMapping[],
): Understood | null {
  const { document } = file;
  if (document === null) return null;
  if (file.extraction?.kind === "mail") {
    if (document.blocks.length === 0) return null;
    const read = extractMailBody({ document, file: file.file, sha256: file.sha256, scheme });
    return { extraction: read.extraction, messages: [...file.messages, ...read.messages] };
  }
  return holdsShape(document, mappings) ? understand({ ...file, document }, scheme, mappings) : null;
}

/** An inspected file with its large parts as they are stored. */
export interface StorableFile {
  readonly file: InspectedFile;
  readonly read: {
    readonly kind: FileKind;
    readonly messages: readonly ReadMessage[];
    readonly document: string | null;
    readonly extraction: string | null;
  };
  readonly searchRows: readonly SearchRow[];
}

/** Document and extraction stay the texts the reading thread made, wherever nothing has to be understood anew. */
export function storableFile(
  file: InspectedFile,
  scheme: Scheme,
  mappings: readonly TableMapping[],
): StorableFile {
  const prepared = file.prepared ?? prepareHere(file);
  if (prepared === null) {
    const { messages, extraction } = file;
    const kind = extraction?.kind ?? "unknown";
    return { file, read: { kind, messages, document: null, extraction: jsonOf(extraction) }, searchRows: [] };
  }
  const { document, kind, extraction } = prepared;
  const isPlain = kind !== "mail" && mappings.length === 0;
  const more = isPlain ? null : understandMore(file, scheme, mappings);
  const read =
    more === null
      ? { kind, messages: file.messages, document, extraction }
      : {
          kind: more.extraction.kind,
          messages: more.messages,
          document,
          extraction: JSON.stringify(more.extraction),
        };
  return { file, read, searchRows: prepared.searchRows };
}

const jsonOf = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** For a file that was not read in a thread. */
function prepareHere({ document, extraction }: InspectedFile): PreparedFile | null {
  if (document === null || extraction === null) return null;
  return {
    kind: extraction.kind,
    document: JSON.stringify(document),
    extraction: JSON.stringify(extraction),
    searchRows: searchRows(document),
  };
}
