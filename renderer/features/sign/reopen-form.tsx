import { Button, Input } from "antd";
import { useState } from "react";
import { useAct } from "../../api/use-act.ts";
import { Failure } from "../../ui/failure.tsx";
import { Labelled } from "../../ui/labelled.tsx";
import { useWords } from "../../ui/use-words.tsx";

/** Taking back a signature: a reason, and what it means in words. */
export function ReopenForm({ round, expert }: { round: string; expert: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const reopen = useAct("result/reopen");
  if (!open) {
    return (
      <div className="no-print">
        <Button type="link" className="inline-link" onClick={() => setOpen(true)}>
          {t("sign.reopen")}
        </Button>
      </div>
    );
  }
  const missing = reason.trim() === "";
  return (
    <form
      className="stack reopen-form no-print"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!missing) reopen.mutate({ round, expert, reason: reason.trim() });
      }}
    >
      <Labelled
        label={t("sign.reopenReason")}
        problem={tried && missing ? t("sign.reopenReasonMissing") : null}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 5 }}
            placeholder={t("sign.reopenHint")}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Labelled>
      <p className="consequence">{t("sign.reopenConsequence")}</p>
      <Failure error={reopen.error} />
      <div className="row">
        <Button className="danger-button" htmlType="submit" loading={reopen.isPending}>
          {t("sign.reopenConfirm")}
        </Button>
        <Button onClick={() => setOpen(false)}>{t("ui.cancel")}</Button>
      </div>
    </form>
  );
}
