import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { OutputOf } from "../../shared/contract/index.ts";
import type { ReadFile } from "../../shared/contract/intake.ts";
import type { Cell } from "../../shared/submission/document.ts";
import { type CallFailure, callOrThrow } from "./call.ts";
import { callKey, useCall } from "./use-call.ts";

type Opened = OutputOf<"document/open">;

/** A file as it was read; `whole`: its large tables have all their rows. */
export interface OpenedFile extends ReadFile {
  readonly whole: boolean;
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The rows that were left out at first, slice by slice, so that the window stays free between them. */
async function fetchRest(round: string, opened: Opened): Promise<ReadonlyMap<string, readonly Cell[]>> {
  const rest = new Map<string, Cell[]>();
  for (const { block, from } of opened.cut) {
    const table = opened.document?.blocks.find((candidate) => candidate.id === block);
    if (table?.kind !== "table") continue;
    const cells: Cell[] = [];
    for (let next: number | null = from; next !== null; ) {
      const { sha256 } = opened;
      const slice: OutputOf<"document/rows"> = await callOrThrow("document/rows", {
        round,
        sha256,
        block,
        from: next,
        to: Math.max(next, table.rows),
      });
      for (const cell of slice.cells) cells.push(cell);
      next = slice.next;
      await pause();
    }
    rest.set(block, cells);
  }
  return rest;
}

function completed(opened: Opened, rest: ReadonlyMap<string, readonly Cell[]> | undefined): OpenedFile {
  const { cut, document, ...head } = opened;
  if (document === null || cut.length === 0 || rest === undefined)
    return { ...head, document, whole: cut.length === 0 };
  const blocks = document.blocks.map((block) =>
    block.kind === "table" && rest.has(block.id)
      ? { ...block, cells: block.cells.concat(rest.get(block.id) ?? []) }
      : block,
  );
  return { ...head, document: { blocks }, whole: true };
}

/** A file as it was read: its beginning at once, the rest of large tables as it comes. */
export function useDocument(round: string, sha256: string): UseQueryResult<OpenedFile, CallFailure> {
  const opened = useCall("document/open", { round, sha256 });
  const { data } = opened;
  const rest = useQuery({
    queryKey: [...callKey("document/open", { round, sha256 }), "rest"],
    queryFn: () => (data ? fetchRest(round, data) : Promise.reject(new Error("nothing opened"))),
    enabled: data !== undefined && data.cut.length > 0,
    structuralSharing: false,
  });
  const file = useMemo(() => (data ? completed(data, rest.data) : undefined), [data, rest.data]);
  return { ...opened, data: file } as UseQueryResult<OpenedFile, CallFailure>;
}
