import { Segmented } from "antd";
import { useMemo, useState } from "react";
import type { CheckResult } from "../../../shared/contract/round.ts";
import { sentenceOf } from "../../../shared/scheme/finding-words.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useWords, type WordsInUse } from "../../ui/use-words.tsx";
import { type ListedFinding, listFindings, needsLook } from "./check-rows.ts";

const nameOf = (words: WordsInUse, listed: ListedFinding): string =>
  listed.submission ? `${listed.submission.number}. ${listed.submission.name}` : words.t("checks.wholeRound");

const columnsOf = (words: WordsInUse): Column<ListedFinding>[] => [
  {
    id: "applicant",
    title: words.t("checks.applicant"),
    cell: (listed) => <span className="wrapping">{nameOf(words, listed)}</span>,
    text: (listed) => `${nameOf(words, listed)} ${listed.submission?.city ?? ""}`,
  },
  {
    id: "status",
    title: words.t("checks.status"),
    cell: (listed) => <StatusMark status={listed.finding.status} />,
    text: (listed) => words.t(`status.${listed.finding.status}`),
  },
  {
    id: "kind",
    title: words.t("checks.kind"),
    cell: (listed) => <span className="one-line">{words.t(`findingKind.${listed.finding.kind}`)}</span>,
    text: (listed) => words.t(`findingKind.${listed.finding.kind}`),
  },
  {
    id: "sentence",
    title: words.t("checks.sentence"),
    cell: (listed) => <span className="finding-sentence">{sentenceOf(words.locale, listed.finding)}</span>,
    text: (listed) => sentenceOf(words.locale, listed.finding),
  },
];

/** Every finding in words, the round's own first; what needs nobody's look is hidden at first. */
export function FindingList({
  result,
  selected,
  onSelect,
}: {
  result: CheckResult;
  selected: ListedFinding | null;
  onSelect: (listed: ListedFinding) => void;
}) {
  const words = useWords();
  const { t } = words;
  const [all, setAll] = useState(false);
  const columns = useMemo(() => columnsOf(words), [words]);
  const listed = useMemo(() => listFindings(result), [result]);
  const rows = useMemo(
    () => (all ? listed : listed.filter((entry) => needsLook(entry.finding))),
    [all, listed],
  );
  return (
    <>
      {rows.length === 0 && <p>{t("checks.noProblems")}</p>}
      <DataTable
        label={t("checks.list")}
        columns={columns}
        rows={rows}
        rowKey={(entry) => entry.key}
        selected={selected?.key ?? null}
        onOpen={onSelect}
        filter
        tools={
          <Segmented
            value={all ? "all" : "problems"}
            onChange={(value) => setAll(value === "all")}
            options={[
              { value: "problems", label: t("checks.showProblems") },
              { value: "all", label: t("checks.showAll") },
            ]}
          />
        }
      />
    </>
  );
}
