import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { JobState } from "../../shared/contract/app.ts";
import { affectedBy } from "./affected-areas.ts";
import { type CallFailure, callOrThrow } from "./call.ts";

const POLL_MS = 300;

/** Follows a job until it ends, then makes everything it may have changed stale. */
export function useJob(job: string | null): { state: JobState | null; failure: CallFailure | null } {
  const client = useQueryClient();
  const query = useQuery<JobState, CallFailure>({
    queryKey: ["job", job],
    queryFn: () => callOrThrow("job/get", { job: job ?? "" }),
    enabled: job !== null,
    refetchInterval: (latest) => (latest.state.data?.state === "running" ? POLL_MS : false),
  });
  const ended = query.data !== undefined && query.data.state !== "running";
  useEffect(() => {
    if (!ended) return;
    for (const area of affectedBy("job/cancel")) {
      if (area !== "job") void client.invalidateQueries({ queryKey: [area] });
    }
  }, [ended, client]);
  return { state: query.data ?? null, failure: query.error };
}

const started = new Map<string, string>();

/** The job last started for a purpose, so that leaving a screen and coming back finds it again. */
export function useStartedJob(purpose: string): [string | null, (job: string | null) => void] {
  const [job, setJob] = useState(() => started.get(purpose) ?? null);
  const remember = (next: string | null): void => {
    if (next === null) started.delete(purpose);
    else started.set(purpose, next);
    setJob(next);
  };
  return [job, remember];
}
