import { useState } from "react";
import { CallFailure } from "../../api/call.ts";
import { upload } from "../../api/transport.ts";
import { useAct } from "../../api/use-act.ts";
import { Failure } from "../../ui/failure.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { MergeOutcomes } from "./merge-outcomes.tsx";

/** Signed results from the experts: every file is answered for, merged or not. */
export function MergeResults({ round }: { round: string }) {
  const { t } = useWords();
  const merge = useAct("result/merge");
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<CallFailure | null>(null);
  const [foreign, setForeign] = useState<readonly string[]>([]);

  const take = async (files: readonly File[]) => {
    setProblem(null);
    merge.reset();
    const results = files.filter((file) => /\.psr$/i.test(file.name));
    setForeign(files.filter((file) => !results.includes(file)).map((file) => file.name));
    if (results.length === 0) return;
    setSending(true);
    const sent = await Promise.all(results.map((file) => upload(file, file.name)));
    setSending(false);
    const failed = sent.find((answer) => !answer.ok);
    if (failed !== undefined && !failed.ok) return setProblem(new CallFailure(failed.code, failed.params));
    const uploads = sent.flatMap((answer) => (answer.ok ? [answer.value.upload] : []));
    merge.mutate({ round, uploads }, { onError: setProblem });
  };

  return (
    <section className="card stack" aria-labelledby="panel-merge">
      <h2 id="panel-merge" tabIndex={-1}>
        {t("panel.merge")}
      </h2>
      <FileDrop
        label={t("panel.merge.choose")}
        hint={t("panel.merge.drop")}
        accept=".psr"
        multiple
        busy={sending || merge.isPending ? t("panel.merge.working") : null}
        onFiles={(files) => void take(files)}
      />
      {foreign.map((name) => (
        <p key={name} role="alert" className="field-problem">
          {t("panel.merge.notResult", { name })}
        </p>
      ))}
      <Failure error={problem} />
      {merge.data !== undefined && <MergeOutcomes outcomes={merge.data} />}
    </section>
  );
}
