import { Button } from "antd";
import { useState } from "react";
import type { Base, BaseAct } from "../../../shared/register/base.ts";
import { useDraft } from "../../api/save-state.ts";
import { useAct } from "../../api/use-act.ts";
import { useCall } from "../../api/use-call.ts";
import { Failure } from "../../ui/failure.tsx";
import { TextField } from "../../ui/field.tsx";
import { ReasonForm } from "../../ui/reason-form.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { DetailsFields } from "./details-fields.tsx";
import { Evaluate, type FormProps } from "./evaluate-form.tsx";

type Kind = Exclude<BaseAct["kind"], "added">;

function AliasForm({ send, pending, error, onCancel }: FormProps) {
  const { t } = useWords();
  const [name, setName] = useState("");
  const [source, setSource] = useState("");
  useDraft(name === "" ? 0 : 1);
  const ready = name.trim().length >= 2 && source.trim() !== "";
  return (
    <form
      className="stack"
      aria-label={t("bases.addAlias")}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) send({ kind: "alias", name: name.trim(), source: source.trim() });
      }}
    >
      <TextField label={t("bases.alias")} value={name} onChange={setName} />
      <TextField
        label={t("bases.aliasSource")}
        hint={t("bases.aliasSourceHint")}
        value={source}
        onChange={setSource}
      />
      <div className="row">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={pending}>
          {t("ui.save")}
        </Button>
        <Button onClick={onCancel}>{t("ui.cancel")}</Button>
      </div>
      <Failure error={error} />
    </form>
  );
}

function CorrectForm({ base, send, pending, error, onCancel }: FormProps) {
  const { t } = useWords();
  const { register, name, level, direction, subject, province, city, batch, source } = base;
  const [details, setDetails] = useState({
    register,
    name,
    level,
    direction,
    subject,
    province,
    city,
    batch,
    source,
  });
  return (
    <ReasonForm
      label={t("bases.correct")}
      pending={pending}
      error={error}
      ready={details.name.trim().length >= 2 && details.batch.trim() !== "" && details.source.trim() !== ""}
      onSubmit={(reason) => send({ kind: "corrected", details, reason })}
      onCancel={onCancel}
    >
      <DetailsFields details={details} onChange={setDetails} />
    </ReasonForm>
  );
}

/** What may happen to a base; each act stays in its history for ever. */
export function BaseActs({ base }: { base: Base }) {
  const { t } = useWords();
  const act = useAct("register/act");
  const schemes = useCall("scheme/list", {});
  const [doing, setDoing] = useState<Kind | null>(null);
  const start = (kind: Kind): void => {
    act.reset();
    setDoing(kind);
  };
  const props: FormProps = {
    base,
    send: (one) => act.mutate({ base: base.id, act: one }, { onSuccess: () => setDoing(null) }),
    pending: act.isPending,
    error: act.error,
    onCancel: () => setDoing(null),
  };
  const kinds = [
    ["alias", "bases.addAlias"],
    ["evaluated", "bases.evaluate"],
    ["corrected", "bases.correct"],
    ...(base.status === "named" ? [] : ([["restored", "bases.restore"]] as const)),
  ] as const;
  return (
    <div className="stack">
      <div className="row">
        {kinds.map(([kind, words]) => (
          <Button key={kind} aria-expanded={doing === kind} onClick={() => start(kind)}>
            {t(words)}
          </Button>
        ))}
      </div>
      {doing === "alias" && <AliasForm {...props} />}
      {doing === "corrected" && <CorrectForm {...props} />}
      {doing === "evaluated" && <Evaluate {...props} schemes={schemes.data ?? []} />}
      {doing === "restored" && (
        <ReasonForm
          label={t("bases.restore")}
          pending={act.isPending}
          error={act.error}
          onSubmit={(reason) => props.send({ kind: "restored", reason })}
          onCancel={props.onCancel}
        />
      )}
    </div>
  );
}
