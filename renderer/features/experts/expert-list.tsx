import { App, Button } from "antd";
import { useMemo, useState } from "react";
import type { Expert } from "../../../shared/contract/expert.ts";
import { useAct } from "../../api/use-act.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Failure } from "../../ui/failure.tsx";
import { formatInstant } from "../../ui/format.ts";
import { useWords, type WordsInUse } from "../../ui/use-words.tsx";
import { Enrol } from "./enrol.tsx";
import { ExpertForm } from "./expert-form.tsx";

type Work =
  | { readonly act: "add" }
  | { readonly act: "edit" | "enrol"; readonly expert: string }
  | { readonly act: "none" };

interface RowActs {
  readonly edit: (expert: Expert) => void;
  readonly enrol: (expert: Expert) => void;
  readonly remove: (expert: Expert) => void;
}

const identityCell = ({ t }: WordsInUse, expert: Expert) =>
  expert.fingerprint === null ? (
    <span className="fact-state-to-confirm one-line">◌ {t("experts.notEnrolled")}</span>
  ) : (
    <span title={expert.keyIsHere ? t("experts.keyHere") : undefined}>
      <span className="arrival-ok">✓</span> <code>{expert.fingerprint}</code>
      {expert.otherName !== null && (
        <span className="fact-state-to-confirm">
          {" "}
          ? {t("experts.otherName", { other: expert.otherName })}
        </span>
      )}
    </span>
  );

const columnsOf = (words: WordsInUse, acts: RowActs): Column<Expert>[] => {
  const { t } = words;
  return [
    {
      id: "name",
      title: t("experts.name"),
      cell: (expert) => <span className="one-line">{expert.name}</span>,
      text: (expert) => `${expert.name} ${expert.employer} ${expert.avoid.join(" ")}`,
    },
    {
      id: "employer",
      title: t("experts.employer"),
      cell: (expert) => <span className="wrapping">{expert.employer}</span>,
    },
    {
      id: "avoid",
      title: t("experts.avoid"),
      cell: (expert) => (
        <span className="wrapping">
          {expert.avoid.join("、") || <span className="muted">{t("ui.none")}</span>}
        </span>
      ),
    },
    {
      id: "identity",
      title: t("experts.enrolled"),
      cell: (expert) => identityCell(words, expert),
    },
    {
      id: "work",
      title: `${t("experts.assigned")} / ${t("experts.signed")} / ${t("experts.recused")}`,
      numeric: true,
      cell: (expert) => `${expert.assigned} / ${expert.signed} / ${expert.recused}`,
    },
    {
      id: "packed",
      title: t("experts.packed"),
      cell: (expert) =>
        expert.packedAt === null ? (
          <span className="muted one-line">{t("experts.notPacked")}</span>
        ) : (
          <span className="one-line">{t("experts.packedAt", { time: formatInstant(expert.packedAt) })}</span>
        ),
    },
    {
      id: "acts",
      title: <span className="visually-hidden">{t("ui.more")}</span>,
      cell: (expert) => (
        <span className="row row-acts">
          <Button size="small" onClick={() => acts.enrol(expert)}>
            {t("experts.enrol")}
          </Button>
          <Button size="small" onClick={() => acts.edit(expert)}>
            {t("ui.edit")}
          </Button>
          <Button size="small" onClick={() => acts.remove(expert)}>
            {t("ui.remove")}
          </Button>
        </span>
      ),
    },
  ];
};

function Panel({
  round,
  work,
  experts,
  onClose,
}: {
  round: string;
  work: Work;
  experts: readonly Expert[];
  onClose: () => void;
}) {
  if (work.act === "none") return null;
  if (work.act === "add") return <ExpertForm key="add" round={round} expert={null} onClose={onClose} />;
  const expert = experts.find((known) => known.id === work.expert);
  if (!expert) return null;
  return work.act === "edit" ? (
    <ExpertForm key={expert.id} round={round} expert={expert} onClose={onClose} />
  ) : (
    <Enrol key={expert.id} round={round} expert={expert} onClose={onClose} />
  );
}

export function ExpertList({ round, experts }: { round: string; experts: readonly Expert[] }) {
  const words = useWords();
  const { t } = words;
  const { modal } = App.useApp();
  const { mutate: removeExpert, error } = useAct("expert/remove");
  const [work, setWork] = useState<Work>({ act: "none" });
  const columns = useMemo(
    () =>
      columnsOf(words, {
        edit: (expert) => setWork({ act: "edit", expert: expert.id }),
        enrol: (expert) => setWork({ act: "enrol", expert: expert.id }),
        remove: (expert) =>
          modal.confirm({
            title: words.t("experts.removeConfirm", { name: expert.name }),
            okText: words.t("ui.remove"),
            cancelText: words.t("ui.cancel"),
            onOk: () => removeExpert({ round, expert: expert.id }),
          }),
      }),
    [words, modal, removeExpert, round],
  );
  const addButton = (
    <Button type={experts.length === 0 ? "primary" : "default"} onClick={() => setWork({ act: "add" })}>
      {t("experts.add")}
    </Button>
  );
  const panel = (
    <Panel round={round} work={work} experts={experts} onClose={() => setWork({ act: "none" })} />
  );
  if (experts.length === 0) {
    return work.act === "add" ? (
      panel
    ) : (
      <EmptyState title={t("experts.emptyTitle")} hint={t("experts.emptyHint")} action={addButton} />
    );
  }
  return (
    <div className="stack">
      <Failure error={error} />
      {panel}
      {experts.length % 2 === 0 && (
        <p className="muted">{t("experts.odd", { count: String(experts.length) })}</p>
      )}
      <DataTable
        label={t("experts.title")}
        columns={columns}
        rows={experts}
        rowKey={(expert) => expert.id}
        filter={experts.length > 8}
        tools={addButton}
      />
    </div>
  );
}
