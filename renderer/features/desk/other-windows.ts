import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/** Two windows of one program look at the same sheets: each tells the other what it stored. */
interface Message {
  readonly round: string;
  readonly expert: string;
  readonly what: "sheet" | "notes";
}

const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("pingshen-desk");

export const tellOtherWindows = (message: Message): void => channel?.postMessage(message);

/** Fetches again what another window stored; editors take it over where nothing waits in this one. */
export function useOtherWindows(round: string, expert: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const onMessage = ({ data }: MessageEvent<Message>) => {
      if (data.round !== round || data.expert !== expert) return;
      const area = data.what === "sheet" ? "desk" : "note";
      void client.invalidateQueries({ queryKey: [area] });
      if (data.what === "sheet") void client.invalidateQueries({ queryKey: ["result"] });
    };
    channel?.addEventListener("message", onMessage);
    return () => channel?.removeEventListener("message", onMessage);
  }, [client, round, expert]);
}
