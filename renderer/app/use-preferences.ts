import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { AppState, Preferences } from "../../shared/contract/app.ts";
import { useAct } from "../api/use-act.ts";
import { callKey, useCall } from "../api/use-call.ts";

export const scales = [100, 115, 130, 150, 175, 200] as const;

/** What the program starts with while it is still being asked. */
const untilKnown: Preferences = { role: "clerk", name: "", locale: "zh", theme: "system", scale: 100 };

export interface PreferencesInUse {
  readonly preferences: Preferences;
  /** Shown at once, stored behind; the stored answer wins. */
  readonly change: (part: Partial<Preferences>) => void;
  readonly known: boolean;
}

export function usePreferences(): PreferencesInUse {
  const client = useQueryClient();
  const state = useCall("app/get-state", {});
  const { mutate } = useAct("app/save-preferences");
  const preferences = state.data?.preferences ?? untilKnown;
  const change = useCallback(
    (part: Partial<Preferences>) => {
      const key = callKey("app/get-state", {});
      const current = client.getQueryData<AppState>(key);
      const next = { ...(current?.preferences ?? untilKnown), ...part };
      if (current) client.setQueryData<AppState>(key, { ...current, preferences: next });
      mutate(next);
    },
    [client, mutate],
  );
  return { preferences, change, known: state.data !== undefined };
}

/** The next type size up or down; stays at the ends. */
export function stepScale(scale: Preferences["scale"], by: 1 | -1): Preferences["scale"] {
  const index = scales.indexOf(scale) + by;
  return scales[Math.min(Math.max(index, 0), scales.length - 1)] ?? scale;
}
