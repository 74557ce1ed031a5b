import { Segmented } from "antd";
import { useMemo, useState } from "react";
import type { CheckResult } from "../../../shared/contract/round.ts";
import {
  type FindingKind,
  type FindingStatus,
  findingKinds,
  findingStatuses,
} from "../../../shared/scheme/finding.ts";
import { sentenceOf } from "../../../shared/scheme/finding-words.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { ChoiceField } from "../../ui/field.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useWords, type WordsInUse } from "../../ui/use-words.tsx";
import { type ListedFinding, listFindings, needsLook } from "./check-rows.ts";

const nameOf = (words: WordsInUse, listed: ListedFinding): string =>
  listed.submission
    ? `${listed.submission.number}. ${listed.submission.name || words.t("ui.nameless")}`
    : words.t("checks.wholeRound");

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
  const [kind, setKind] = useState<FindingKind | "">("");
  const [status, setStatus] = useState<FindingStatus | "">("");
  const columns = useMemo(() => columnsOf(words), [words]);
  const listed = useMemo(() => listFindings(result), [result]);
  const rows = useMemo(
    () =>
      listed.filter(
        ({ finding }) =>
          (all || status !== "" || needsLook(finding)) &&
          (kind === "" || finding.kind === kind) &&
          (status === "" || finding.status === status),
      ),
    [all, kind, status, listed],
  );
  const count = (wanted: (finding: ListedFinding["finding"]) => boolean): string =>
    String(listed.filter(({ finding }) => wanted(finding)).length);
  return (
    <>
      {rows.length === 0 && (
        <p>{t(kind === "" && status === "" ? "checks.noProblems" : "overview.noneChosen")}</p>
      )}
      <DataTable
        label={t("checks.list")}
        columns={columns}
        rows={rows}
        rowKey={(entry) => entry.key}
        selected={selected?.key ?? null}
        onOpen={onSelect}
        filter
        tools={
          <>
            <Segmented
              value={all ? "all" : "problems"}
              onChange={(value) => setAll(value === "all")}
              options={[
                { value: "problems", label: t("checks.showProblems") },
                { value: "all", label: t("checks.showAll") },
              ]}
            />
            <ChoiceField<FindingKind | "">
              label={t("checks.kind")}
              value={kind}
              choices={[
                { value: "", label: t("overview.anyKind") },
                ...findingKinds
                  .filter((one) => count((finding) => finding.kind === one) !== "0")
                  .map((one) => ({
                    value: one,
                    label: `${t(`findingKind.${one}`)} ${count((finding) => finding.kind === one)}`,
                  })),
              ]}
              onChange={setKind}
            />
            <ChoiceField<FindingStatus | "">
              label={t("checks.status")}
              value={status}
              choices={[
                { value: "", label: t("overview.anyStatus") },
                ...findingStatuses
                  .filter((one) => count((finding) => finding.status === one) !== "0")
                  .map((one) => ({
                    value: one,
                    label: `${t(`status.${one}`)} ${count((finding) => finding.status === one)}`,
                  })),
              ]}
              onChange={setStatus}
            />
          </>
        }
      />
    </>
  );
}
