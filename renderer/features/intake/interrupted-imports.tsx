import { Button } from "antd";
import { useAct } from "../../api/use-act.ts";
import { useCall } from "../../api/use-call.ts";
import { Failure } from "../../ui/failure.tsx";
import { formatInstant } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";
import type { ImportState } from "./use-import.ts";

/** Imports the program could not end, with going on and giving up. */
export function InterruptedImports({ round, importing }: { round: string; importing: ImportState }) {
  const { t } = useWords();
  const query = useCall("intake/list-interrupted", { round });
  const resume = useAct("intake/resume-import");
  const discard = useAct("intake/discard-import");
  if (importing.busy) return null;
  return (query.data ?? []).map(({ id, startedAt, done, total }) => (
    <div key={id} role="alert" className="interrupted">
      <p>
        {t("interrupted.text", { at: formatInstant(startedAt), done: String(done), total: String(total) })}
      </p>
      <div className="row">
        <Button
          type="primary"
          loading={resume.isPending}
          onClick={() => resume.mutate({ import: id }, { onSuccess: ({ job }) => importing.follow(job) })}
        >
          {t("interrupted.resume")}
        </Button>
        <Button loading={discard.isPending} onClick={() => discard.mutate({ import: id })}>
          {t("interrupted.discard", { left: String(total - done) })}
        </Button>
      </div>
      <Failure error={resume.error ?? discard.error} />
    </div>
  ));
}
