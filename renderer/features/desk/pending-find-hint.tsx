import { useSyncExternalStore } from "react";
import { useWords } from "../../ui/use-words.tsx";
import { pendingFind } from "./pending-find.ts";

/** A search that waits for its paper says so, with what was typed. */
export function PendingFindHint() {
  const { t } = useWords();
  const text = useSyncExternalStore(pendingFind.subscribe, pendingFind.text);
  if (text === null) return null;
  return <p role="status">{t("desk.find.still", { text })}</p>;
}
