import { Button } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useDraft } from "../../api/save-state.ts";
import { useAsk } from "../../api/use-ask.ts";
import { Failure } from "../../ui/failure.tsx";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { editorAddress } from "./scheme-address.ts";
import type { SchemeHead } from "./schemes-screen.tsx";

const kinds = ["review", "plan", "register"] as const;
type Kind = (typeof kinds)[number];

const hints = {
  review: "schemes.deriveHint",
  plan: "schemes.derivePlanHint",
  register: "schemes.deriveListHint",
} as const;

interface Notice {
  readonly scheme: string;
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly documentNo: string;
  readonly year: string;
}

const idPattern = /^[a-z][a-z0-9-]{2,40}$/;

const isComplete = (notice: Notice): boolean =>
  idPattern.test(notice.id) &&
  notice.title.trim() !== "" &&
  notice.issuer.trim() !== "" &&
  /^20\d\d$/.test(notice.year);

/** Begins a scheme for a new notice out of an existing one and goes to the editor; nothing is stored before the first save. */
export function DeriveForm({
  schemes,
  from,
  onCancel,
}: {
  schemes: readonly SchemeHead[];
  from: string | null;
  onCancel: () => void;
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const derive = useAsk("scheme/derive");
  const basesOf = (kind: Kind): SchemeHead[] => schemes.filter(({ purpose }) => purpose === kind);
  const [kind, setKind] = useState<Kind>(schemes.find(({ id }) => id === from)?.purpose ?? "review");
  const [notice, setNotice] = useState<Notice>({
    scheme: from ?? basesOf(kind)[0]?.id ?? "",
    id: "",
    title: "",
    issuer: "",
    documentNo: "",
    year: "",
  });
  const set = (part: Partial<Notice>): void => setNotice({ ...notice, ...part });
  const untouched = notice.title === "" && notice.id === "";
  useDraft(untouched || derive.isPending || derive.isSuccess ? 0 : 1);
  const begin = (): void =>
    derive.mutate(
      { ...notice, year: Number(notice.year) },
      { onSuccess: (draft) => navigate(editorAddress(draft.id), { state: { draft } }) },
    );
  return (
    <form
      className="card stack derive-form"
      aria-label={t("schemes.derive")}
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete(notice)) begin();
      }}
    >
      <div className="field-grid">
        <ChoiceField
          label={t("schemes.deriveKind")}
          value={kind}
          choices={kinds.map((value) => ({
            value,
            label: t(`schemes.purpose.${value}`),
          }))}
          onChange={(chosen) => {
            setKind(chosen);
            set({ scheme: basesOf(chosen)[0]?.id ?? "" });
          }}
        />
        <ChoiceField
          label={t("schemes.deriveFrom")}
          value={notice.scheme}
          choices={basesOf(kind).map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(scheme) => set({ scheme })}
        />
        <TextField label={t("schemes.newTitle")} value={notice.title} onChange={(title) => set({ title })} />
        <TextField
          label={t("scheme.field.issuer")}
          value={notice.issuer}
          onChange={(issuer) => set({ issuer })}
        />
        <TextField
          label={t("schemes.numberOptional")}
          value={notice.documentNo}
          onChange={(documentNo) => set({ documentNo })}
        />
        <TextField
          label={t("scheme.field.year")}
          value={notice.year}
          hint="2022"
          onChange={(year) => set({ year: year.normalize("NFKC").trim() })}
        />
        <TextField
          label={t("schemes.newId")}
          value={notice.id}
          hint={kind === "plan" ? "hunan-plan-2022" : "hunan-2022"}
          onChange={(id) => set({ id: id.trim() })}
        />
      </div>
      <p className="muted">{t(hints[kind])}</p>
      {notice.id !== "" && !idPattern.test(notice.id) && <p role="alert">{t("scheme.problem.not-an-id")}</p>}
      <div className="row">
        <Button type="primary" htmlType="submit" disabled={!isComplete(notice)} loading={derive.isPending}>
          {t("schemes.deriveNow")}
        </Button>
        <Button onClick={onCancel}>{t("ui.cancel")}</Button>
      </div>
      <Failure error={derive.error} />
    </form>
  );
}
