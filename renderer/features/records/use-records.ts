import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import type { AuditEntry } from "../../../shared/contract/app.ts";
import { areaOf } from "../../api/affected-areas.ts";
import { type CallFailure, callOrThrow } from "../../api/call.ts";
import { useWords } from "../../ui/use-words.tsx";

export const PAGE = 100;

/** The record of a round, or of the whole program, newest first and a page at a time. */
export function useRecords(round: string | null, text: string) {
  const { locale } = useWords();
  const find = text === "" ? undefined : { text, locale };
  return useInfiniteQuery<
    AuditEntry[],
    CallFailure,
    InfiniteData<AuditEntry[]>,
    readonly unknown[],
    number | undefined
  >({
    queryKey: [areaOf("audit/list"), "audit/list", { round, find }],
    queryFn: ({ pageParam }) => callOrThrow("audit/list", { round, limit: PAGE, before: pageParam, find }),
    initialPageParam: undefined,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.seq),
    placeholderData: (before) => before,
  });
}
