import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { useDraft } from "../../api/save-state.ts";
import { useAct } from "../../api/use-act.ts";
import { useCall } from "../../api/use-call.ts";
import { Failure } from "../../ui/failure.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";

type SchemeEntry = OutputOf<"scheme/list">[number];

function CreateForm({ schemes, onCancel }: { schemes: readonly SchemeEntry[]; onCancel: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const create = useAct("round/create");
  const [scheme, setScheme] = useState(schemes[0]?.id ?? "");
  const [name, setName] = useState("");
  useDraft(name.trim() === "" || create.isPending || create.isSuccess ? 0 : 1);
  const chosen = schemes.find((entry) => entry.id === scheme);
  // Not in the callback of `mutate`: with the first round the form is gone before the answers it made stale are read again.
  const submit = () =>
    create
      .mutateAsync({ scheme, name: name.trim() })
      .then((round) => navigate(`/round/${encodeURIComponent(round.id)}`))
      .catch(() => undefined);
  return (
    <Form layout="vertical" className="card create-round" onFinish={submit}>
      <Form.Item label={t("rounds.scheme")} htmlFor="round-scheme">
        <Select
          id="round-scheme"
          value={scheme}
          onChange={setScheme}
          options={schemes.map((entry) => ({
            value: entry.id,
            label: `${entry.title}${entry.documentNo ? `（${entry.documentNo}）` : ""}`,
          }))}
        />
      </Form.Item>
      <Form.Item label={t("rounds.name")} htmlFor="round-name">
        <Input
          id="round-name"
          value={name}
          maxLength={80}
          autoFocus
          placeholder={t("rounds.nameHint", { title: chosen?.title ?? "" })}
          onChange={(event) => setName(event.target.value)}
        />
      </Form.Item>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={create.isPending} disabled={name.trim() === ""}>
          {t("rounds.createNow")}
        </Button>
        <Button onClick={onCancel}>{t("ui.cancel")}</Button>
      </div>
      <Failure error={create.error} />
    </Form>
  );
}

export function CreateRound({ onCancel }: { onCancel: () => void }) {
  const { t } = useWords();
  const schemes = useCall("scheme/list", {});
  const forReview = (known: readonly SchemeEntry[]) => known.filter(({ purpose }) => purpose === "review");
  return (
    <Answer query={schemes}>
      {(known) =>
        forReview(known).length === 0 ? (
          <p>{t("rounds.noScheme")}</p>
        ) : (
          <CreateForm schemes={forReview(known)} onCancel={onCancel} />
        )
      }
    </Answer>
  );
}
