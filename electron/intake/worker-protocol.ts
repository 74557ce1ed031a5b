import type { Scheme } from "../../shared/scheme/scheme.ts";
import type { RefusalCode } from "../../shared/submission/document.ts";
import type { Provenance } from "../../shared/submission/fact.ts";
import type { InspectedFile, PreparedFile, StartedFile } from "./inspected-file.ts";
import type { IntakeLimits } from "./limits.ts";

/** One file for a reading thread. */
export interface WorkerJob {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly provenance: Partial<Provenance>;
  /** Left out: the one of the job before. It is larger than most files, and the same for all of an import. */
  readonly scheme?: Scheme | null;
  readonly limits: IntakeLimits;
  readonly refused: ReadonlyMap<string, RefusalCode>;
}

/** A file with its document and extraction as text, instead of as objects. */
export interface SentFile extends Omit<InspectedFile, "document" | "extraction" | "prepared"> {
  readonly prepared: PreparedFile;
}

/** `started` keeps the clock of the pool, and names the file to blame when the thread dies. */
export type WorkerReport =
  | { readonly kind: "started"; readonly started: StartedFile }
  /** The given file's content is left empty: the pool still has it. */
  | { readonly kind: "finished"; readonly results: (InspectedFile | SentFile)[] }
  | { readonly kind: "failed"; readonly reason: string };
