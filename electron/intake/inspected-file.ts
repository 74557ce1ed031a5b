import { createHash } from "node:crypto";
import type { Document, FileKind, ReadMessage, RefusalCode } from "../../shared/submission/document.ts";
import type { Extraction, FileRefusal, FileStatus, Provenance } from "../../shared/submission/fact.ts";
import type { SearchRow } from "../../shared/submission/search-rows.ts";
import { IntakeRefusal, toFileRefusal } from "./intake-refusal.ts";

export interface InspectInput {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly provenance: Partial<Provenance>;
}

export interface StartedFile {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * The large parts of a file as they are stored. Made once, in the thread that read it: to hand an object from thread to
 * thread and to write it out afterwards costs the window as much as reading did.
 */
export interface PreparedFile {
  readonly kind: FileKind;
  /** JSON of `document` and of `extraction`. */
  readonly document: string;
  readonly extraction: string;
  readonly searchRows: readonly SearchRow[];
}

/** One file, given or found inside another, and everything that was read out of it. */
export interface InspectedFile {
  /** Path as it arrived, `outer!/inner` inside a mail or an archive. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly content: Uint8Array;
  readonly status: FileStatus;
  readonly error: FileRefusal | null;
  readonly provenance: Provenance;
  readonly document: Document | null;
  readonly extraction: Extraction | null;
  readonly messages: ReadMessage[];
  readonly ms: number;
  /**
   * From a reading thread, for a file with a document: `document` and `extraction` are then parsed out of these texts when
   * they are first asked for. Whoever only stores should ask for these.
   */
  readonly prepared?: PreparedFile;
}

/** What reading adds to a file. */
export type Read = Pick<InspectedFile, "status" | "error" | "document" | "extraction" | "messages">;

export const emptyExtraction = (kind: FileKind, totalChars = 0): Extraction => ({
  kind,
  applicant: { name: null, city: null, subject: null, direction: null },
  facts: [],
  projects: [],
  statedTotal: null,
  applications: [],
  outline: [],
  totalChars,
});

export const refusedRead = (error: IntakeRefusal, file: string, messages: ReadMessage[]): Read => ({
  status: "refused",
  error: toFileRefusal(error, file),
  document: null,
  extraction: null,
  messages,
});

export const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The result for a file that was not read at all. */
export function refusedFile(
  input: InspectInput,
  code: RefusalCode,
  content: string | null = null,
): InspectedFile {
  return {
    file: input.path,
    sha256: sha256Of(input.bytes),
    bytes: input.bytes.length,
    content: input.bytes,
    ...refusedRead(new IntakeRefusal(code, "", content), input.path, []),
    provenance: { ...input.provenance, path: input.path },
    ms: 0,
  };
}
