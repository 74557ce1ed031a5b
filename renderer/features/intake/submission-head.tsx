import { Button, Input } from "antd";
import { useState } from "react";
import type { SubmissionSummary } from "../../../shared/contract/intake.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import type { Dossier } from "../../../shared/submission/dossier.ts";
import { useAct } from "../../api/use-act.ts";
import { formatInstant, instantOf } from "../../ui/format.ts";
import { ReasonForm } from "../../ui/reason-form.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { Versions } from "./versions.tsx";

function Standing({ summary }: { summary: SubmissionSummary }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const set = useAct("submission/set-standing");
  const next = summary.standing === "in" ? "out" : "in";
  const words = next === "out" ? t("intake.setOut") : t("intake.setIn");
  if (!open) return <Button onClick={() => setOpen(true)}>{words}</Button>;
  return (
    <ReasonForm
      label={words}
      action={words}
      pending={set.isPending}
      error={set.error}
      onCancel={() => setOpen(false)}
      onSubmit={(reason) =>
        set.mutate({ submission: summary.id, standing: next, reason }, { onSuccess: () => setOpen(false) })
      }
    />
  );
}

/** Paper and USB sticks carry no time of receipt: the office's register does. Beijing time, as the notice means it. */
function Receipt({ dossier }: { dossier: Dossier }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const set = useAct("submission/set-received");
  if (!open)
    return (
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {t("intake.setReceived")}
      </Button>
    );
  return (
    <ReasonForm
      label={t("intake.setReceived")}
      ready={typed !== ""}
      pending={set.isPending}
      error={set.error}
      onCancel={() => setOpen(false)}
      onSubmit={(reason) =>
        set.mutate(
          { submission: dossier.submission, receivedAt: instantOf(typed), reason },
          { onSuccess: () => setOpen(false) },
        )
      }
    >
      <Input
        type="datetime-local"
        autoFocus
        value={typed}
        aria-label={t("intake.receivedAt")}
        onChange={(event) => setTyped(event.target.value)}
      />
    </ReasonForm>
  );
}

/** Which applicant this is, which version, when it came and from whom, and whether it is accepted. */
export function SubmissionHead({
  dossier,
  summary,
  scheme,
  frozen,
}: {
  dossier: Dossier;
  scheme: Scheme;
  summary: SubmissionSummary | undefined;
  frozen: boolean;
}) {
  const { t } = useWords();
  return (
    <div className="file-head">
      <div className="pane-title">
        <h2>
          {dossier.number}. {dossier.identity.name?.value ?? t("intake.notRead")}
        </h2>
        <span className="muted">{t("intake.version", { version: String(dossier.version) })}</span>
      </div>
      <p className="muted">
        {dossier.receivedAt === null
          ? t("intake.notReceived")
          : t("intake.received", { time: formatInstant(dossier.receivedAt) })}
        {dossier.sender !== null && <> · {dossier.sender}</>}
        {dossier.receipt !== undefined && <> · {dossier.receipt.reason}</>}
      </p>
      {summary && <Receipt key={`receipt-${summary.id}`} dossier={dossier} />}
      {summary?.standing === "out" && (
        <p className="standing-out">⊘ {t("intake.standingReason", { reason: summary.standingReason })}</p>
      )}
      {dossier.version > 1 && (
        <Versions key={`versions-${dossier.submission}`} dossier={dossier} scheme={scheme} />
      )}
      {summary && !frozen && <Standing key={`standing-${summary.id}`} summary={summary} />}
    </div>
  );
}
