import type { Database } from "../db/database.ts";
import { indexSources, type WaitingSource } from "../db/search.ts";

export interface IndexBatch {
  add(waiting: WaitingSource): void;
  /** Puts what has come together into the index; after a crash the next start does it from the stored texts. */
  flush(): void;
}

/** So much goes into the index at once that it pays, and so little that the window is answered in between. */
const limits = { files: 15, characters: 220_000 } as const;

/** Collects what an import stores, because the index written after every file costs twice as much. */
export function createIndexBatch(db: Database): IndexBatch {
  let waiting: WaitingSource[] = [];
  let characters = 0;
  const flush = (): void => {
    if (waiting.length === 0) return;
    indexSources(db, waiting);
    waiting = [];
    characters = 0;
  };
  return {
    add(source) {
      waiting.push(source);
      for (const { grams } of source.rows) characters += grams.length;
      if (waiting.length >= limits.files || characters >= limits.characters) flush();
    },
    flush,
  };
}
