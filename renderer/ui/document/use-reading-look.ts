import { useCallback } from "react";
import { firstReadingLook, type ReadingLook } from "../../../shared/contract/app.ts";
import { usePreferences } from "../../app/use-preferences.ts";

/** How documents are read on this laptop, and a change of it, which is remembered. */
export function useReadingLook(): {
  readonly look: ReadingLook;
  readonly change: (part: Partial<ReadingLook>) => void;
} {
  const { preferences, change } = usePreferences();
  const look = preferences.reading ?? firstReadingLook;
  return { look, change: useCallback((part) => change({ reading: { ...look, ...part } }), [change, look]) };
}
