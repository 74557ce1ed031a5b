import { useMemo, useState } from "react";
import type { Scheme } from "../../../../shared/scheme/scheme.ts";
import { schemeProblems } from "../../../../shared/scheme/scheme-problems.ts";
import { useDraft } from "../../../api/save-state.ts";
import { useAct } from "../../../api/use-act.ts";
import type { AnnexReading } from "./section-props.ts";

export interface SavedDraft {
  readonly scheme: string;
  readonly digest: string;
  /** Annexes whose text could not be kept with the scheme; their thresholds are in it all the same. */
  readonly notKept: readonly string[];
}

/** The draft lives here until it is saved; what is stored is never changed, a save makes the next version. */
export function useSchemeDraft(start: Scheme, fresh: boolean) {
  const save = useAct("scheme/save");
  const keep = useAct("notice/keep");
  const [draft, setDraft] = useState(start);
  const [annexes, setAnnexes] = useState<readonly AnnexReading[]>([]);
  const [saved, setSaved] = useState<SavedDraft | null>(null);
  const dirty = (fresh || draft !== start) && saved === null;
  useDraft(dirty ? 1 : 0);
  const problems = useMemo(() => schemeProblems(draft), [draft]);

  /** A file is kept with a scheme that is stored: the annexes come after it. */
  const keepAnnexes = async (scheme: string): Promise<string[]> => {
    const lost: string[] = [];
    for (const { file, sha256, document } of annexes)
      await keep.mutateAsync({ scheme, read: { file, sha256, document } }).catch(() => lost.push(file));
    return lost;
  };
  const store = async (): Promise<void> => {
    const { scheme, digest } = await save.mutateAsync({ draft });
    setSaved({ scheme: scheme.id, digest, notKept: await keepAnnexes(scheme.id) });
  };
  return {
    draft,
    dirty,
    problems,
    save,
    saved,
    change: (part: Partial<Scheme>) => setDraft((last) => ({ ...last, ...part })),
    replace: setDraft,
    keepAnnex: (reading: AnnexReading) =>
      setAnnexes((known) => [...known.filter(({ file }) => file !== reading.file), reading]),
    /** A refusal is shown by `save.error`. */
    store: () => void store().catch(() => undefined),
  };
}
