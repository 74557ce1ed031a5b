import { useCallback, useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import type { Evidence } from "../../../shared/submission/evidence.ts";

/** What is open on the intake screen; in the address, so that a reload and a link lead back to it. */
export interface Place {
  readonly submission: string | null;
  readonly file: string | null;
}

export interface PlaceInUse extends Place {
  readonly highlight: Evidence | null;
  readonly go: (place: Place, highlight?: Evidence | null) => void;
}

/** A search hit names only the block; the whole block is highlighted then. */
const fromAddress = (params: URLSearchParams): Evidence | null => {
  const sha256 = params.get("file");
  const block = params.get("block");
  return sha256 && block ? { file: "", sha256, block, text: "" } : null;
};

export function usePlace(): PlaceInUse {
  const [params, setParams] = useSearchParams();
  const [shown, setShown] = useState<Evidence | null>(null);
  const linked = useMemo(() => fromAddress(params), [params]);
  const go = useCallback(
    (place: Place, highlight: Evidence | null = null) => {
      const next = new URLSearchParams();
      if (place.submission) next.set("submission", place.submission);
      if (place.file) next.set("file", place.file);
      setShown(highlight && { ...highlight });
      setParams(next, { replace: true });
    },
    [setParams],
  );
  const file = params.get("file");
  const highlight = linked ?? shown;
  return {
    submission: params.get("submission"),
    file,
    highlight: highlight?.sha256 === file ? highlight : null,
    go,
  };
}
