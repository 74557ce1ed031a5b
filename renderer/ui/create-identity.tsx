import { Button, Form, Input } from "antd";
import { useState } from "react";
import type { WrittenFile } from "../../shared/contract/app.ts";
import { useAct } from "../api/use-act.ts";
import { Failure } from "./failure.tsx";
import { useWords } from "./use-words.tsx";

/** A signing identity for the person at this laptop, under a passphrase typed twice. */
export function CreateIdentity({
  suggestedName,
  onMade,
}: {
  suggestedName: string;
  onMade: (file: WrittenFile) => void;
}) {
  const { t } = useWords();
  const create = useAct("identity/create");
  const [name, setName] = useState(suggestedName);
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const differs = again !== "" && again !== passphrase;
  const ready = name.trim() !== "" && passphrase !== "" && again === passphrase;
  const submit = () =>
    ready && create.mutate({ name: name.trim(), passphrase }, { onSuccess: (made) => onMade(made.file) });
  return (
    <Form
      layout="vertical"
      className="card create-identity"
      onFinish={submit}
      aria-label={t("packs.createIdentity")}
    >
      <Form.Item label={t("packs.identityName")} htmlFor="identity-name">
        <Input
          id="identity-name"
          value={name}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </Form.Item>
      <Form.Item label={t("packs.passphrase")} htmlFor="identity-passphrase">
        <Input.Password
          id="identity-passphrase"
          value={passphrase}
          maxLength={200}
          autoComplete="new-password"
          onChange={(event) => setPassphrase(event.target.value)}
        />
      </Form.Item>
      <Form.Item
        label={t("packs.passphraseAgain")}
        htmlFor="identity-again"
        {...(differs ? { validateStatus: "error" as const, help: t("packs.passphraseDiffers") } : {})}
      >
        <Input.Password
          id="identity-again"
          value={again}
          maxLength={200}
          autoComplete="new-password"
          onChange={(event) => setAgain(event.target.value)}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" disabled={!ready} loading={create.isPending}>
        {t("packs.createIdentity")}
      </Button>
      <Failure error={create.error} />
    </Form>
  );
}
