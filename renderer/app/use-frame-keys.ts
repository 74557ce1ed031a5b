import { useLayoutEffect } from "react";
import { stepScale, usePreferences } from "./use-preferences.ts";

/** Ctrl K search, F1 help, Ctrl + / − / 0 type size. */
export function useFrameKeys(acts: { toggleHelp: () => void; openSearch: () => void }): void {
  const { toggleHelp, openSearch } = acts;
  const { preferences, change } = usePreferences();
  useLayoutEffect(() => {
    const byKey: Readonly<Record<string, () => void>> = {
      k: openSearch,
      "+": () => change({ scale: stepScale(preferences.scale, 1) }),
      "=": () => change({ scale: stepScale(preferences.scale, 1) }),
      "-": () => change({ scale: stepScale(preferences.scale, -1) }),
      "0": () => change({ scale: 100 }),
    };
    const onKey = (event: KeyboardEvent) => {
      const plain = event.key === "F1" ? toggleHelp : undefined;
      const held =
        (event.ctrlKey || event.metaKey) && !event.altKey ? byKey[event.key.toLowerCase()] : undefined;
      const act = plain ?? held;
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [preferences.scale, change, toggleHelp, openSearch]);
}
