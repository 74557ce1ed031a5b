import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { useAct } from "../../api/use-act.ts";
import { useCall } from "../../api/use-call.ts";
import { Failure } from "../../ui/failure.tsx";
import { IdentityChoice } from "../../ui/identity-choice.tsx";
import { Answer } from "../../ui/loading.tsx";
import { PassphraseField } from "../../ui/passphrase-field.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { deskAddress } from "../desk/desk-address.ts";
import type { SignProps } from "./sign-screen.tsx";

type Props = SignProps & { readonly onSigned: (receipt: OutputOf<"result/sign">) => void };

/** Which identity, its passphrase, what it means, and the button. */
export function SignForm(props: Props) {
  const identities = useCall("identity/list", {});
  return <Answer query={identities}>{(list) => <FormOf {...props} identities={list} />}</Answer>;
}

function FormOf({
  view,
  expert,
  preview,
  onSigned,
  identities,
}: Props & { identities: OutputOf<"identity/list"> }) {
  const { t } = useWords();
  const enrolled = identities.find((identity) => identity.keyId === preview.payload.expert.key);
  const [chosen, setChosen] = useState<string | null>(enrolled?.keyId ?? null);
  const [passphrase, setPassphrase] = useState("");
  const sign = useAct("result/sign");
  const n = String(preview.payload.sheets.length);
  if (enrolled === undefined) return <NoKey />;
  const keyId = chosen ?? enrolled.keyId;
  return (
    <form
      className="section card stack sign-form"
      onSubmit={(event) => {
        event.preventDefault();
        sign.mutate(
          { round: view.id, expert, keyId, passphrase },
          { onSuccess: onSigned, onSettled: () => setPassphrase("") },
        );
      }}
    >
      {!preview.ready && (
        <p className="notice-warn" role="note">
          {t("sign.blocked")} <Link to={deskAddress(view.id, expert)}>{t("sign.toDesk")}</Link>
        </p>
      )}
      <IdentityChoice
        legend={t("sign.identity")}
        identities={[enrolled]}
        value={keyId}
        onChange={setChosen}
      />
      <PassphraseField
        label={t("sign.passphrase")}
        value={passphrase}
        disabled={!preview.ready}
        onChange={setPassphrase}
      />
      <p className="consequence">{t("sign.consequence", { n })}</p>
      <Failure error={sign.error} />
      <div>
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          disabled={!preview.ready || passphrase === ""}
          loading={sign.isPending}
        >
          {t("sign.button", { n })}
        </Button>
      </div>
    </form>
  );
}

function NoKey() {
  const { t } = useWords();
  return (
    <section className="section card stack" role="note">
      <h2>{t("sign.noKey")}</h2>
      <p>{t("sign.noKeyHelp")}</p>
      <p>
        <Link to="/expert">{t("expertStart.title")}</Link>
      </p>
    </section>
  );
}
