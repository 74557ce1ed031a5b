import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { contentAddress } from "./file-addresses.ts";

async function fetchOriginal(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`original: ${response.status}`);
  return response.arrayBuffer();
}

const KEPT_MS = 60_000;

/** The bytes of an imported file as they came, to draw its pages; `null` waits. */
export const useOriginal = (round: string, sha256: string | null): UseQueryResult<ArrayBuffer, Error> =>
  useQuery<ArrayBuffer, Error>({
    queryKey: ["original", round, sha256],
    queryFn: () => fetchOriginal(contentAddress(round, sha256 ?? "")),
    enabled: sha256 !== null,
    staleTime: Number.POSITIVE_INFINITY,
    // A scan may have a hundred megabytes: not kept for long.
    gcTime: KEPT_MS,
    retry: false,
    structuralSharing: false,
  });
