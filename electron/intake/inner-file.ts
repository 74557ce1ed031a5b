import type { IntakeRefusal } from "./intake-refusal.ts";

/** A file found in a mail or an archive: its content, or why it was not taken out. */
export interface InnerFile {
  readonly name: string;
  readonly content: Uint8Array | null;
  readonly refusal: IntakeRefusal | null;
  /** The container shows that it is no submission, e.g. a picture in a signature. */
  readonly noise: boolean;
}

/** What one given file may still unfold to, over all its levels. */
export interface Budget {
  inflatedBytes: number;
  files: number;
}
