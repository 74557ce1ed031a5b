import { Button, Checkbox, Input } from "antd";
import { useState } from "react";
import type { OutputOf } from "../../shared/contract/index.ts";
import { checkPassphrase } from "../../shared/seal/passphrase.ts";
import { useAct } from "../api/use-act.ts";
import { Failure } from "./failure.tsx";
import { Labelled } from "./labelled.tsx";
import { PassphraseField } from "./passphrase-field.tsx";
import { useWords } from "./use-words.tsx";

/** Name and passphrase twice; says how strong it is and what happens when it is forgotten. */
export function CreateIdentity({
  suggestedName = "",
  onMade,
}: {
  suggestedName?: string;
  onMade: (made: OutputOf<"identity/create">) => void;
}) {
  const { t } = useWords();
  const [name, setName] = useState(suggestedName);
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [shown, setShown] = useState(false);
  const create = useAct("identity/create");
  const strength = checkPassphrase(passphrase, name);
  const same = passphrase === again;
  const ready = name.trim() !== "" && strength.ok && same;
  const strengthWords =
    passphrase === ""
      ? t("identity.strength.empty")
      : strength.ok
        ? t("identity.strength.good")
        : t(`identity.strength.${strength.code}`, strength.params);
  return (
    <form
      className="stack identity-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) create.mutate({ name: name.trim(), passphrase }, { onSuccess: onMade });
      }}
    >
      <p>{t("identity.about")}</p>
      <Labelled label={t("identity.name")} hint={t("identity.nameHelp")}>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={40}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Labelled>
      <PassphraseField
        fresh
        label={t("identity.passphrase")}
        hint={`${t("identity.passphraseHelp")} ${strengthWords}`}
        value={passphrase}
        shown={shown}
        weak={passphrase !== "" && !strength.ok}
        onChange={setPassphrase}
      />
      <PassphraseField
        fresh
        label={t("identity.passphraseAgain")}
        problem={again !== "" && !same ? t("identity.mismatch") : null}
        value={again}
        shown={shown}
        onChange={setAgain}
      />
      <Checkbox checked={shown} onChange={(event) => setShown(event.target.checked)}>
        {t("identity.show")}
      </Checkbox>
      <p className="consequence">{t("identity.forgotten")}</p>
      <Failure error={create.error} />
      <div>
        <Button type="primary" htmlType="submit" size="large" disabled={!ready} loading={create.isPending}>
          {t("identity.create")}
        </Button>
      </div>
    </form>
  );
}
