import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import { useDraft } from "../api/save-state.ts";
import { Failure } from "./failure.tsx";
import { useWords } from "./use-words.tsx";

/** Fields with the reason for a change, which every change of what was read needs. Escape leaves it. */
export function ReasonForm({
  label,
  children,
  ready = true,
  action,
  pending,
  error,
  onSubmit,
  onCancel,
}: {
  label: string;
  children?: ReactNode;
  /** The fields above the reason are fit to be stored. */
  ready?: boolean;
  action?: string;
  pending: boolean;
  error: Error | null;
  onSubmit: (reason: string) => void;
  onCancel: () => void;
}) {
  const { t } = useWords();
  const [reason, setReason] = useState("");
  useDraft(reason.trim() === "" || pending ? 0 : 1);
  const complete = ready && reason.trim() !== "";
  return (
    <form
      className="reason-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) onSubmit(reason.trim());
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") onCancel();
      }}
    >
      {children}
      <Input
        value={reason}
        maxLength={500}
        aria-label={t("ui.reason")}
        placeholder={t("ui.reasonHint")}
        autoFocus={!children}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="row">
        <Button type="primary" htmlType="submit" disabled={!complete} loading={pending}>
          {action ?? t("ui.save")}
        </Button>
        <Button onClick={onCancel}>{t("ui.cancel")}</Button>
      </div>
      <Failure error={error} />
    </form>
  );
}
