import { useEffect } from "react";
import { useNavigate } from "react-router";
import type { JobState } from "../../../shared/contract/app.ts";
import type { CallFailure } from "../../api/call.ts";
import { useAct } from "../../api/use-act.ts";
import { useJob, useStartedJob } from "../../api/use-job.ts";

export interface SampleInUse {
  readonly start: () => void;
  readonly starting: boolean;
  readonly running: boolean;
  readonly state: JobState | null;
  readonly failure: CallFailure | null;
}

/** Makes the sample round and goes there when it is ready. Held above the list, which the new round changes at once. */
export function useSample(): SampleInUse {
  const navigate = useNavigate();
  const begin = useAct("round/start-sample");
  const [job, setJob] = useStartedJob("sample");
  const { state, failure } = useJob(job);
  const made = state?.state === "done" ? state.result?.round : undefined;
  useEffect(() => {
    if (!made) return;
    setJob(null);
    navigate(`/round/${encodeURIComponent(made)}`);
  });
  return {
    start: () => begin.mutate({}, { onSuccess: (started) => setJob(started.job) }),
    starting: begin.isPending,
    running: job !== null && (state === null || state.state === "running"),
    state,
    failure: begin.error ?? failure,
  };
}
