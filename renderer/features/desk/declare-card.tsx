import { Button, Input, Radio } from "antd";
import { useState } from "react";
import type { DeskEntry } from "../../../shared/contract/sheet.ts";
import { type RecusalGround, recusalGrounds, type Sheet } from "../../../shared/scoring/sheet.ts";
import { useAct } from "../../api/use-act.ts";
import { Failure } from "../../ui/failure.tsx";
import { Labelled } from "../../ui/labelled.tsx";
import { useWords } from "../../ui/use-words.tsx";
import type { SheetOwner } from "./desk-session.ts";
import { groundWords } from "./ground-words.ts";

interface Props {
  readonly owner: SheetOwner;
  readonly entry: DeskEntry;
  readonly onDeclared: (sheet: Sheet) => void;
  /** Set when an expert finds a ground after having started: the way back. */
  readonly onCancel?: () => void;
}

/** One card before an applicant is read for the first time: two buttons. */
export function DeclareCard({ owner, entry, onDeclared, onCancel }: Props) {
  const { t, tryWord } = useWords();
  const [recusing, setRecusing] = useState(onCancel !== undefined);
  const declare = useAct("desk/declare");
  if (recusing)
    return (
      <RecuseForm
        owner={owner}
        entry={entry}
        onDeclared={onDeclared}
        onCancel={onCancel ?? (() => setRecusing(false))}
      />
    );
  return (
    <section className="card declare-card" aria-labelledby="declare-title">
      <h1 id="declare-title">{t("desk.declare.title")}</h1>
      <p>{t("desk.declare.about", { name: entry.name })}</p>
      {entry.conflict !== null && (
        <p className="notice-warn" role="note">
          ! {t("desk.declare.conflict", { unit: entry.conflict })}
        </p>
      )}
      <ol className="grounds">
        {recusalGrounds.map((ground) => (
          <li key={ground}>{groundWords(tryWord, ground)}</li>
        ))}
      </ol>
      <Failure error={declare.error} />
      <div className="card-actions">
        <Button
          type={entry.conflict === null ? "primary" : "default"}
          size="large"
          loading={declare.isPending}
          onClick={() => declare.mutate({ ...owner, recusal: null }, { onSuccess: onDeclared })}
        >
          {t("desk.declare.none")}
        </Button>
        <Button size="large" onClick={() => setRecusing(true)}>
          {t("desk.declare.recuse")}
        </Button>
      </div>
    </section>
  );
}

function RecuseForm({ owner, entry, onDeclared, onCancel }: Props & { readonly onCancel: () => void }) {
  const { t, tryWord } = useWords();
  const [ground, setGround] = useState<RecusalGround | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const declare = useAct("desk/declare");
  const recuse = () => {
    setTried(true);
    if (ground === null || reason.trim() === "") return;
    declare.mutate({ ...owner, recusal: { ground, reason: reason.trim() } }, { onSuccess: onDeclared });
  };
  return (
    <section className="card declare-card" aria-labelledby="recuse-title">
      <h1 id="recuse-title">
        {t("desk.declare.recuse")}
        {t("common.colon")}
        {entry.name}
      </h1>
      <h2 id="recuse-ground">{t("desk.declare.ground")}</h2>
      <Radio.Group
        aria-labelledby="recuse-ground"
        value={ground}
        onChange={(event) => setGround(event.target.value)}
        className="grounds-choice"
        options={recusalGrounds.map((value) => ({ value, label: groundWords(tryWord, value) }))}
      />
      {tried && ground === null && (
        <p role="alert" className="field-problem">
          {t("desk.declare.groundMissing")}
        </p>
      )}
      <Labelled
        label={t("desk.declare.reason")}
        problem={tried && reason.trim() === "" ? t("desk.declare.reasonMissing") : null}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 6 }}
            placeholder={t("desk.declare.reasonHint")}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Labelled>
      <p className="consequence">{t("desk.declare.consequence", { name: entry.name })}</p>
      <Failure error={declare.error} />
      <div className="card-actions">
        <Button className="danger-button" size="large" loading={declare.isPending} onClick={recuse}>
          {t("desk.declare.confirm", { name: entry.name })}
        </Button>
        <Button size="large" onClick={onCancel}>
          {t("desk.declare.cancel")}
        </Button>
      </div>
    </section>
  );
}
