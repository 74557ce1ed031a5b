import { Progress as Bar, Button } from "antd";
import type { JobState } from "../../shared/contract/app.ts";
import { CallFailure } from "../api/call.ts";
import { useAct } from "../api/use-act.ts";
import { Failure } from "./failure.tsx";
import { useWords } from "./use-words.tsx";

const percentOf = (state: JobState): number =>
  state.total === 0 ? 0 : Math.min(100, Math.floor((state.done * 100) / state.total));

/** A running job with what it is at and a way out; afterwards why it ended, if not well. */
export function JobProgress({ state }: { state: JobState }) {
  const { t } = useWords();
  const cancel = useAct("job/cancel");
  if (state.state === "failed") {
    return <Failure error={new CallFailure(state.failure?.code ?? "internal", state.failure?.params)} />;
  }
  if (state.state === "cancelled") return <p role="status">{t("ui.cancelled")}</p>;
  if (state.state === "done") return null;
  return (
    <div className="job" role="status">
      <Bar percent={percentOf(state)} showInfo={false} size="small" aria-label={t("ui.loading")} />
      <span className="number">
        {t("ui.progress", { done: String(state.done), total: String(state.total) })}
        {state.inside > 0 && t("ui.progressInside", { count: String(state.inside) })}
      </span>
      <span className="job-current" title={state.current}>
        {state.current}
      </span>
      <Button onClick={() => cancel.mutate({ job: state.job })} loading={cancel.isPending}>
        {t("ui.cancel")}
      </Button>
    </div>
  );
}
