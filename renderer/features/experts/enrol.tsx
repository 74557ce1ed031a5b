import { Button } from "antd";
import { useRef } from "react";
import type { Expert } from "../../../shared/contract/expert.ts";
import { useAct } from "../../api/use-act.ts";
import { Failure } from "../../ui/failure.tsx";
import { Fingerprint } from "../../ui/fingerprint.tsx";
import { useWords } from "../../ui/use-words.tsx";

/** Takes the public identity file an expert handed over, then shows what to compare aloud. */
export function Enrol({ round, expert, onClose }: { round: string; expert: Expert; onClose: () => void }) {
  const { t } = useWords();
  const enrol = useAct("expert/enrol");
  const input = useRef<HTMLInputElement>(null);
  const take = async (field: HTMLInputElement) => {
    const file = field.files?.[0];
    field.value = "";
    if (file) enrol.mutate({ round, expert: expert.id, identity: await file.text() });
  };
  return (
    <section className="card stack" aria-label={`${t("experts.enrol")} ${expert.name}`}>
      <h2>
        {t("experts.enrol")} · {expert.name}
      </h2>
      <p className="muted">{t("experts.enrolHint")}</p>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t("experts.enrolInput", { name: expert.name })}
        onChange={(event) => void take(event.currentTarget)}
      />
      {expert.otherName !== null && (
        <p role="alert" className="fact-state-to-confirm">
          ? {t("experts.otherNameHint", { name: expert.name, other: expert.otherName })}
        </p>
      )}
      {expert.fingerprint !== null && (
        <>
          <Fingerprint value={expert.fingerprint} label={`${t("experts.fingerprint")} · ${expert.name}`} />
          <p>
            <strong>{t("experts.readAloud")}</strong> {t("experts.readAloudHint")}
          </p>
        </>
      )}
      <Failure error={enrol.error} />
      <div className="row">
        <Button
          type={expert.fingerprint === null ? "primary" : "default"}
          loading={enrol.isPending}
          onClick={() => input.current?.click()}
        >
          {expert.fingerprint === null ? t("ui.chooseFile") : t("experts.enrolAgain")}
        </Button>
        <Button onClick={onClose}>{t("frame.close")}</Button>
      </div>
    </section>
  );
}
