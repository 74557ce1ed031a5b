import type { Scheme } from "../../../../shared/scheme/scheme.ts";

export interface SectionProps {
  readonly draft: Scheme;
  readonly change: (part: Partial<Scheme>) => void;
}
