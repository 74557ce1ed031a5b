import type { OutputOf } from "../../../../shared/contract/index.ts";
import type { Scheme } from "../../../../shared/scheme/scheme.ts";

export type AnnexReading = OutputOf<"scheme/read-annex">;

export interface SectionProps {
  readonly draft: Scheme;
  readonly change: (part: Partial<Scheme>) => void;
  /** For a part that a scheme may have or not have: a field cannot be taken out by changing it. */
  readonly replace: (draft: Scheme) => void;
  /** An annex that was read: its text is kept with the scheme when that is saved. */
  readonly keepAnnex: (reading: AnnexReading) => void;
  /** Place of the field somebody asked to see: what is folded away opens for it. */
  readonly wanted: string | null;
}
