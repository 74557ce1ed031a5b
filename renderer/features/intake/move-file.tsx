import { Button, Select } from "antd";
import { useState } from "react";
import type { SubmissionSummary } from "../../../shared/contract/intake.ts";
import { useAct } from "../../api/use-act.ts";
import { ReasonForm } from "../../ui/reason-form.tsx";
import { useWords } from "../../ui/use-words.tsx";

const NEW = "new";
const ROUND = "round";

/** Gives a file to another applicant, to a new one, or to the round as a whole. */
export function MoveFile({
  round,
  sha256,
  submissions,
  onMoved,
}: {
  round: string;
  sha256: string;
  submissions: readonly SubmissionSummary[];
  onMoved: (submission: string | null) => void;
}) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState<string | null>(null);
  const move = useAct("submission/assign-file");
  if (!open) return <Button onClick={() => setOpen(true)}>{t("intake.moveFile")}</Button>;
  const target = to === NEW ? NEW : to === ROUND || to === null ? null : { submission: to };
  const submit = (reason: string) =>
    move.mutate(
      { round, sha256, to: target, reason },
      {
        onSuccess: (moved) => {
          setOpen(false);
          onMoved(moved.submission);
        },
      },
    );
  return (
    <ReasonForm
      label={t("intake.moveFile")}
      ready={to !== null}
      action={t("intake.moveFile")}
      pending={move.isPending}
      error={move.error}
      onSubmit={submit}
      onCancel={() => setOpen(false)}
    >
      <Select
        className="wide-field"
        aria-label={t("intake.moveTo")}
        placeholder={t("intake.moveTo")}
        value={to}
        onChange={setTo}
        showSearch={{ optionFilterProp: "label" }}
        options={[
          { value: NEW, label: t("intake.moveNew") },
          { value: ROUND, label: t("intake.moveRound") },
          ...submissions.map(({ id, number, name }) => ({
            value: id,
            label: `${number}. ${name || t("ui.nameless")}`,
          })),
        ]}
      />
    </ReasonForm>
  );
}
