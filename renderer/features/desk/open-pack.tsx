import { Button } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { CallFailure } from "../../api/call.ts";
import { upload } from "../../api/transport.ts";
import { useAct } from "../../api/use-act.ts";
import { Failure } from "../../ui/failure.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { Fingerprint } from "../../ui/fingerprint.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { deskAddress } from "./desk-address.ts";

/** The pack from the clerk: choose or drop it, then compare the maker's fingerprint. */
export function OpenPack() {
  const { t } = useWords();
  const act = useAct("pack/open");
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<CallFailure | null>(null);
  const [notPack, setNotPack] = useState<string | null>(null);
  const [opened, setOpened] = useState<OutputOf<"pack/open"> | null>(null);

  const open = async ([file]: readonly File[]) => {
    if (file === undefined) return;
    setProblem(null);
    setNotPack(/\.psp$/i.test(file.name) ? null : file.name);
    if (!/\.psp$/i.test(file.name)) return;
    setSending(true);
    const sent = await upload(file, file.name);
    setSending(false);
    if (!sent.ok) return setProblem(new CallFailure(sent.code, sent.params));
    act.mutate({ upload: sent.value.upload }, { onSuccess: setOpened, onError: setProblem });
  };

  if (opened !== null) return <OpenedPack pack={opened} />;
  return (
    <div className="stack">
      <p>{t("pack.about")}</p>
      <FileDrop
        label={t("pack.choose")}
        hint={t("pack.drop")}
        accept=".psp"
        busy={sending || act.isPending ? t("pack.opening") : null}
        onFiles={(files) => void open(files)}
      />
      {notPack !== null && (
        <p role="alert" className="field-problem">
          {t("pack.notPack", { name: notPack })}
        </p>
      )}
      {problem !== null && (
        <>
          <Failure error={problem} />
          <p className="muted">{t("pack.failed")}</p>
        </>
      )}
    </div>
  );
}

function OpenedPack({ pack }: { pack: OutputOf<"pack/open"> }) {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <section className="card stack" aria-labelledby="pack-opened">
      <h3 id="pack-opened">✓ {t("pack.opened")}</h3>
      <dl className="facts">
        <dt>{t("pack.from")}</dt>
        <dd>{pack.clerkName}</dd>
        <dt>{t("pack.applicants")}</dt>
        <dd>{t("pack.applicantsCount", { n: String(pack.submissions) })}</dd>
        <dt>{t("pack.fingerprint")}</dt>
        <dd>
          <Fingerprint value={pack.clerkFingerprint} label={t("pack.fingerprint")} />
        </dd>
      </dl>
      <p className="notice-warn">{t("pack.fingerprintHelp")}</p>
      <div>
        <Button type="primary" size="large" onClick={() => navigate(deskAddress(pack.round, null))}>
          {t("pack.start")}
        </Button>
      </div>
    </section>
  );
}
