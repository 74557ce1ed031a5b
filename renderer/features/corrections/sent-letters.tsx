import { useMemo } from "react";
import type { CorrectionClock } from "../../../shared/correction/correction.ts";
import { exportAddress } from "../../api/file-addresses.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { formatInstant } from "../../ui/format.ts";
import { useWords, type WordsInUse } from "../../ui/use-words.tsx";
import { ClockMark } from "./clock-mark.tsx";
import { clockWords } from "./clock-words.ts";

const columnsOf = (words: WordsInUse, names: ReadonlyMap<string, string>): Column<CorrectionClock>[] => {
  const { t } = words;
  const nameOf = (clock: CorrectionClock): string => names.get(clock.correction.submission) ?? "";
  return [
    {
      id: "applicant",
      title: t("checks.applicant"),
      cell: (clock) => <span className="wrapping">{nameOf(clock)}</span>,
      text: nameOf,
    },
    {
      id: "state",
      title: t("letters.state"),
      cell: (clock) => <ClockMark clock={clock} />,
      text: (clock) => clockWords(words, clock),
    },
    {
      id: "items",
      title: t("letters.items"),
      numeric: true,
      cell: (clock) => clock.correction.items.length,
    },
    {
      id: "deadline",
      title: t("letters.deadline"),
      cell: (clock) => clock.correction.deadline ?? t("letters.noDeadline"),
    },
    {
      id: "sent",
      title: t("letters.sentAt"),
      cell: (clock) => (
        <span className="one-line">
          {formatInstant(clock.correction.at)} {clock.correction.by}
        </span>
      ),
    },
    {
      id: "arrived",
      title: t("letters.arrived"),
      cell: (clock) =>
        clock.arrived.length === 0 ? (
          <span className="muted">{t("ui.none")}</span>
        ) : (
          <span className="wrapping">{clock.arrived.join("、")}</span>
        ),
    },
    {
      id: "letter",
      title: t("letters.letter"),
      cell: (clock) => (
        <a
          className="wrapping"
          href={exportAddress(clock.correction.letter)}
          download={clock.correction.letter}
        >
          {clock.correction.letter}
        </a>
      ),
    },
  ];
};

/** Every letter of the round with its clock. */
export function SentLetters({
  clocks,
  names,
}: {
  clocks: readonly CorrectionClock[];
  names: ReadonlyMap<string, string>;
}) {
  const words = useWords();
  const { t } = words;
  const columns = useMemo(() => columnsOf(words, names), [words, names]);
  return (
    <section className="section">
      <h2>{t("letters.sent")}</h2>
      {clocks.length === 0 ? (
        <p className="muted">{t("letters.sentNone")}</p>
      ) : (
        <DataTable
          label={t("letters.sent")}
          columns={columns}
          rows={clocks}
          rowKey={(clock) => clock.correction.id}
          filter={clocks.length > 8}
        />
      )}
    </section>
  );
}
