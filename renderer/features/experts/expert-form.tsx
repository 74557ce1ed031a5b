import { Button, Form, Input } from "antd";
import { useState } from "react";
import type { Expert } from "../../../shared/contract/expert.ts";
import { useDraft } from "../../api/save-state.ts";
import { useAct } from "../../api/use-act.ts";
import { Failure } from "../../ui/failure.tsx";
import { useWords } from "../../ui/use-words.tsx";

const lines = (text: string): string[] =>
  text
    .split(/\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** Name, employer and units to avoid of an expert, new or known. */
export function ExpertForm({
  round,
  expert,
  onClose,
}: {
  round: string;
  expert: Expert | null;
  onClose: () => void;
}) {
  const { t } = useWords();
  const save = useAct("expert/save");
  const [name, setName] = useState(expert?.name ?? "");
  const [employer, setEmployer] = useState(expert?.employer ?? "");
  const [avoid, setAvoid] = useState(expert?.avoid.join("\n") ?? "");
  const changed =
    name !== (expert?.name ?? "") ||
    employer !== (expert?.employer ?? "") ||
    avoid !== (expert?.avoid.join("\n") ?? "");
  useDraft(changed && !save.isPending ? 1 : 0);
  const submit = () =>
    save.mutate(
      {
        round,
        expert: expert?.id ?? null,
        name: name.trim(),
        employer: employer.trim(),
        avoid: lines(avoid),
      },
      { onSuccess: onClose },
    );
  return (
    <Form
      layout="vertical"
      className="card expert-form"
      aria-label={expert ? t("experts.edit") : t("experts.add")}
      onFinish={submit}
    >
      <Form.Item label={t("experts.name")} htmlFor="expert-name">
        <Input
          id="expert-name"
          value={name}
          maxLength={40}
          autoFocus
          onChange={(event) => setName(event.target.value)}
        />
      </Form.Item>
      <Form.Item label={t("experts.employer")} htmlFor="expert-employer">
        <Input
          id="expert-employer"
          value={employer}
          maxLength={120}
          onChange={(event) => setEmployer(event.target.value)}
        />
      </Form.Item>
      <Form.Item label={t("experts.avoid")} htmlFor="expert-avoid" extra={t("experts.avoidHint")}>
        <Input.TextArea
          id="expert-avoid"
          value={avoid}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => setAvoid(event.target.value)}
        />
      </Form.Item>
      <div className="row">
        <Button type="primary" htmlType="submit" disabled={name.trim() === ""} loading={save.isPending}>
          {t("ui.save")}
        </Button>
        <Button onClick={onClose}>{t("ui.cancel")}</Button>
      </div>
      <Failure error={save.error} />
    </Form>
  );
}
