import { Button, Input } from "antd";
import { useState } from "react";
import { useAct } from "../../api/use-act.ts";
import { Failure } from "../../ui/failure.tsx";
import { Labelled } from "../../ui/labelled.tsx";
import { PassphraseField } from "../../ui/passphrase-field.tsx";
import { useWords } from "../../ui/use-words.tsx";

interface Props {
  readonly round: string;
  readonly expert: string;
  /** The key this expert is enrolled with. */
  readonly keyId: string;
  /** Its secret half is on this laptop. */
  readonly keyIsHere: boolean;
}

/** Taking back a signature is a signature too: a reason, what it means in words, and the passphrase. */
export function ReopenForm(props: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (open && !props.keyIsHere)
    return (
      <p className="notice-warn no-print" role="note">
        {t("sign.noKey")} {t("sign.noKeyHelp")}
      </p>
    );
  if (open) return <WithdrawalForm {...props} onCancel={() => setOpen(false)} />;
  return (
    <div className="no-print">
      <Button type="link" className="inline-link" onClick={() => setOpen(true)}>
        {t("sign.reopen")}
      </Button>
    </div>
  );
}

function WithdrawalForm({ round, expert, keyId, onCancel }: Props & { readonly onCancel: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [tried, setTried] = useState(false);
  const reopen = useAct("result/reopen");
  const missing = reason.trim() === "";
  return (
    <form
      className="stack reopen-form no-print"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missing || passphrase === "") return;
        reopen.mutate(
          { round, expert, reason: reason.trim(), keyId, passphrase },
          { onSettled: () => setPassphrase("") },
        );
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
      <PassphraseField
        label={t("sign.passphrase")}
        problem={tried && passphrase === "" && !reopen.isPending ? t("sign.passphraseMissing") : null}
        value={passphrase}
        onChange={setPassphrase}
      />
      <p className="consequence">{t("sign.reopenConsequence")}</p>
      <Failure error={reopen.error} />
      <div className="row">
        <Button className="danger-button" htmlType="submit" loading={reopen.isPending}>
          {t("sign.reopenConfirm")}
        </Button>
        <Button onClick={onCancel}>{t("ui.cancel")}</Button>
      </div>
    </form>
  );
}
