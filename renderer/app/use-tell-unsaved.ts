import { useIsMutating } from "@tanstack/react-query";
import { useEffect } from "react";
import { call } from "../api/call.ts";
import { useSaveState } from "../api/save-state.ts";

/** Keeps the program told how much is not stored, so that closing the window can ask. */
export function useTellUnsaved(): void {
  const { unsaved } = useSaveState();
  const writing = useIsMutating();
  const count = unsaved + writing;
  useEffect(() => {
    void call("app/set-unsaved", { count });
    if (count === 0) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [count]);
}
