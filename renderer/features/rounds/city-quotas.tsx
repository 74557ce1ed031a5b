import { useMemo } from "react";
import type { RoundOverview } from "../../../shared/contract/round.ts";
import { type DirectionId, directionIds } from "../../../shared/scheme/scheme.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { useWords, type WordsInUse } from "../../ui/use-words.tsx";

type CityRow = RoundOverview["cities"][number];

const directionColumn = ({ t }: WordsInUse, direction: DirectionId): Column<CityRow> => ({
  id: direction,
  title: t(`direction.${direction}`),
  numeric: true,
  cell: (row) => row.directions[direction] || <span className="muted">·</span>,
});

const columnsOf = (words: WordsInUse): Column<CityRow>[] => {
  const { t } = words;
  return [
    {
      id: "city",
      title: t("home.city"),
      cell: (row) => row.city || t("home.city.unknown"),
      text: (row) => row.city,
    },
    {
      id: "max",
      title: t("home.city.max"),
      numeric: true,
      cell: (row) =>
        row.max ?? <span className="muted">{t(row.limited ? "home.city.byKind" : "home.city.noQuota")}</span>,
    },
    { id: "submitted", title: t("home.city.submitted"), numeric: true, cell: (row) => row.submitted },
    {
      id: "over",
      title: t("home.city.over"),
      cell: (row) =>
        row.over > 0 && (
          <strong className="status-not-met over-quota">
            {t("home.city.overBy", { count: String(row.over) })}
          </strong>
        ),
    },
    ...directionIds.map((direction) => directionColumn(words, direction)),
  ];
};

/** Cities that sent something, the ones over their quota first; the silent ones are counted, not listed. */
export function CityQuotas({ cities }: { cities: readonly CityRow[] }) {
  const words = useWords();
  const columns = useMemo(() => columnsOf(words), [words]);
  const sent = useMemo(
    () => cities.filter((row) => row.submitted > 0).sort((a, b) => b.over - a.over),
    [cities],
  );
  const silent = cities.length - sent.length;
  return (
    <section className="section">
      <h2>{words.t("home.cities")}</h2>
      {sent.length === 0 ? (
        <p className="muted">{words.t("home.intake.none")}</p>
      ) : (
        <DataTable
          label={words.t("home.cities")}
          columns={columns}
          rows={sent}
          rowKey={(row) => row.city}
          tools={
            silent > 0 && (
              <span className="muted">{words.t("home.city.silent", { count: String(silent) })}</span>
            )
          }
        />
      )}
    </section>
  );
}
