import { Button } from "antd";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Failure } from "../../ui/failure.tsx";
import { JobProgress } from "../../ui/progress.tsx";
import { useWords } from "../../ui/use-words.tsx";
import type { SampleInUse } from "./use-sample.ts";

export function SampleStarter({ sample }: { sample: SampleInUse }) {
  const { t } = useWords();
  return (
    <>
      <Button loading={sample.starting} onClick={sample.start}>
        {t("rounds.openSample")}
      </Button>
      {sample.state && <JobProgress state={sample.state} />}
      <Failure error={sample.failure} />
    </>
  );
}

export function SampleProgress({ sample }: { sample: SampleInUse }) {
  const { t } = useWords();
  return (
    <EmptyState alone title={t("rounds.sampleRunning")} hint={t("intake.reading")}>
      {sample.state && <JobProgress state={sample.state} />}
    </EmptyState>
  );
}
