import { Button } from "antd";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { useAct } from "../../api/use-act.ts";
import { useJob } from "../../api/use-job.ts";
import { Failure } from "../../ui/failure.tsx";
import { JobProgress } from "../../ui/progress.tsx";
import { useWords } from "../../ui/use-words.tsx";

/** Makes the sample round and goes there when it is ready. */
export function SampleStarter() {
  const { t } = useWords();
  const navigate = useNavigate();
  const start = useAct("round/start-sample");
  const [job, setJob] = useState<string | null>(null);
  const { state, failure } = useJob(job);
  const made = state?.state === "done" ? state.result?.round : undefined;
  useEffect(() => {
    if (made) navigate(`/round/${encodeURIComponent(made)}`);
  }, [made, navigate]);
  const running = job !== null && (state === null || state.state === "running");
  return (
    <>
      {!running && (
        <Button
          loading={start.isPending}
          onClick={() => start.mutate({}, { onSuccess: (started) => setJob(started.job) })}
        >
          {t("rounds.openSample")}
        </Button>
      )}
      {running && <span>{t("rounds.sampleRunning")}</span>}
      {state && <JobProgress state={state} />}
      <Failure error={start.error ?? failure} />
    </>
  );
}
