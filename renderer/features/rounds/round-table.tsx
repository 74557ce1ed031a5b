import { useMemo } from "react";
import type { RoundSummary } from "../../../shared/contract/round.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { formatInstant } from "../../ui/format.ts";
import { useWords, type WordsInUse } from "../../ui/use-words.tsx";

const columnsOf = ({ t }: WordsInUse): Column<RoundSummary>[] => [
  { id: "name", title: t("rounds.column.name"), cell: (round) => round.name, text: (round) => round.name },
  {
    id: "scheme",
    title: t("rounds.column.scheme"),
    cell: (round) => <span title={round.schemeTitle}>{round.schemeId}</span>,
    text: (round) => `${round.schemeId} ${round.schemeTitle}`,
  },
  {
    id: "state",
    title: t("rounds.column.state"),
    cell: (round) => (
      <>
        {t(`rounds.state.${round.state}`)}
        {round.side === "guest" && <span className="muted"> · {t("rounds.side.guest")}</span>}
      </>
    ),
  },
  {
    id: "submissions",
    title: t("rounds.column.submissions"),
    numeric: true,
    cell: (round) => round.submissions,
  },
  {
    id: "created",
    title: t("rounds.column.created"),
    numeric: true,
    cell: (round) => formatInstant(round.createdAt),
  },
];

export function RoundTable({
  rounds,
  onOpen,
}: {
  rounds: readonly RoundSummary[];
  onOpen: (round: RoundSummary) => void;
}) {
  const words = useWords();
  const columns = useMemo(() => columnsOf(words), [words]);
  return (
    <DataTable
      label={words.t("rounds.title")}
      columns={columns}
      rows={rounds}
      rowKey={(round) => round.id}
      onOpen={onOpen}
      filter={rounds.length > 8}
    />
  );
}
