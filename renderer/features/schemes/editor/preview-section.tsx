import { Button } from "antd";
import { useMemo, useState } from "react";
import type { OutputOf } from "../../../../shared/contract/index.ts";
import type { Finding } from "../../../../shared/scheme/finding.ts";
import { sentenceOf } from "../../../../shared/scheme/finding-words.ts";
import type { FindingChange } from "../../../../shared/scheme/preview-changes.ts";
import type { Scheme } from "../../../../shared/scheme/scheme.ts";
import { useAsk } from "../../../api/use-ask.ts";
import { useCall } from "../../../api/use-call.ts";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { Failure } from "../../../ui/failure.tsx";
import { ChoiceField } from "../../../ui/field.tsx";
import { StatusMark } from "../../../ui/status-mark.tsx";
import { useWords, type WordsInUse } from "../../../ui/use-words.tsx";

interface NamedChange extends FindingChange {
  readonly key: string;
  readonly applicant: string;
}

function Verdict({ finding }: { finding: Finding | null }) {
  const { t, locale } = useWords();
  if (!finding) return <span className="muted">{t("editor.noVerdict")}</span>;
  return (
    <span className="finding-sentence">
      <StatusMark status={finding.status} /> {sentenceOf(locale, finding)}
    </span>
  );
}

const columnsOf = ({ t }: WordsInUse): Column<NamedChange>[] => [
  {
    id: "applicant",
    title: t("checks.applicant"),
    cell: (change) => <span className="wrapping">{change.applicant}</span>,
    text: (change) => change.applicant,
  },
  {
    id: "rule",
    title: t("editor.rule"),
    cell: (change) => {
      const finding = change.after ?? change.before;
      return (
        <span className="wrapping">
          {finding && t(`findingKind.${finding.kind}`)} {finding?.subject}
        </span>
      );
    },
    text: (change) => (change.after ?? change.before)?.subject ?? "",
  },
  { id: "before", title: t("editor.before"), cell: (change) => <Verdict finding={change.before} /> },
  { id: "after", title: t("editor.after"), cell: (change) => <Verdict finding={change.after} /> },
];

function Changes({ round, answer }: { round: string; answer: OutputOf<"scheme/preview"> }) {
  const words = useWords();
  const { t } = words;
  const intake = useCall("intake/list", { round });
  const columns = useMemo(() => columnsOf(words), [words]);
  const names = new Map(intake.data?.submissions.map(({ id, number, name }) => [id, `${number}. ${name}`]));
  const rows = answer.changes.map((change, index) => ({
    ...change,
    key: String(index),
    applicant: change.submission === null ? t("checks.wholeRound") : (names.get(change.submission) ?? ""),
  }));
  return (
    <>
      <p role="status">
        {t("editor.previewSummary", { count: String(rows.length), unchanged: String(answer.unchanged) })}
      </p>
      {rows.length > 0 && (
        <DataTable
          label={t("editor.changes")}
          columns={columns}
          rows={rows}
          rowKey={(change) => change.key}
          filter
        />
      )}
    </>
  );
}

/** "With these thresholds, these findings change": nothing of the round is touched. */
export function PreviewSection({ draft, valid }: { draft: Scheme; valid: boolean }) {
  const { t } = useWords();
  const rounds = useCall("round/list", {});
  const ask = useAsk("scheme/preview");
  const [chosen, setChosen] = useState("");
  const hosted = (rounds.data ?? []).filter((round) => round.side === "host" && round.submissions > 0);
  const round = chosen === "" ? (hosted[0]?.id ?? "") : chosen;
  if (hosted.length === 0) return <p className="muted">{t("editor.previewNone")}</p>;
  return (
    <div className="stack">
      <p className="muted">{t("editor.previewHint")}</p>
      <div className="row rule-line">
        <ChoiceField
          label={t("editor.previewRound")}
          value={round}
          choices={hosted.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => {
            setChosen(id);
            ask.reset();
          }}
        />
        <Button
          type="primary"
          disabled={!valid}
          loading={ask.isPending}
          onClick={() => ask.mutate({ round, draft })}
        >
          {t("editor.previewNow")}
        </Button>
      </div>
      {!valid && <p className="muted">{t("editor.previewInvalid")}</p>}
      <Failure error={ask.error} />
      {ask.data && <Changes round={round} answer={ask.data} />}
    </div>
  );
}
