import { useState } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { CallFailure } from "../../api/call.ts";
import { upload } from "../../api/transport.ts";
import { useAsk } from "../../api/use-ask.ts";
import { Failure } from "../../ui/failure.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { formatInstant } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";

type Checked = OutputOf<"app/verify-file">;

/** Whether a signed file or an archive is what was signed, for whoever holds it. */
export function VerifyFile() {
  const { t } = useWords();
  const verify = useAsk("app/verify-file");
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<CallFailure | null>(null);
  const [checked, setChecked] = useState<{ name: string; answer: Checked } | null>(null);

  const check = async ([file]: readonly File[]) => {
    if (file === undefined) return;
    setProblem(null);
    setChecked(null);
    setSending(true);
    const sent = await upload(file, file.name);
    setSending(false);
    if (!sent.ok) return setProblem(new CallFailure(sent.code, sent.params));
    verify.mutate(
      { upload: sent.value.upload },
      { onSuccess: (answer) => setChecked({ name: file.name, answer }), onError: setProblem },
    );
  };

  return (
    <section className="section stack" aria-labelledby="verify-title">
      <h2 id="verify-title">{t("verify.title")}</h2>
      <p className="muted">{t("verify.help")}</p>
      <FileDrop
        label={t("verify.choose")}
        hint={t("verify.drop")}
        accept=".psr,.psc,.psp,.zip,.json"
        busy={sending || verify.isPending ? t("verify.working") : null}
        onFiles={(files) => void check(files)}
      />
      <Failure error={problem} />
      {checked !== null && <Outcome name={checked.name} answer={checked.answer} />}
    </section>
  );
}

function Outcome({ name, answer }: { name: string; answer: Checked }) {
  const { t, tryWord } = useWords();
  const { verdict, sort, details } = answer;
  const sound = verdict === "valid";
  const sentence = tryWord(`verify.${sort}.${verdict}`, t(`verdict.${verdict}`));
  const told = Object.entries(details).flatMap(([key, value]) => {
    const label = tryWord(`verify.detail.${key}`, "");
    if (label === "" || value === "") return [];
    const said = key === "signedAt" ? formatInstant(value) : tryWord(`verify.${key}.${value}`, value);
    return [{ key, label, shown: key === "signers" ? said.replaceAll("; ", "\n") : said }];
  });
  return (
    <section className="card stack" aria-label={t("verify.result")}>
      <p role="status">
        <strong className={sound ? "arrival-ok" : "arrival-refused"}>
          {sound ? "✓" : "✗"} {sentence}
        </strong>
      </p>
      <dl className="folders">
        <dt>{t("verify.file")}</dt>
        <dd>{name}</dd>
        <dt>{t("verify.sort")}</dt>
        <dd>{t(`verify.sort.${sort}`)}</dd>
        {told.map(({ key, label, shown }) => (
          <Detail key={key} label={label} value={shown} />
        ))}
      </dl>
    </section>
  );
}

function Detail({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
