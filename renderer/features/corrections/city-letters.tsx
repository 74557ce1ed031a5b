import { useMemo, useState } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import type { RoundView } from "../../../shared/contract/round.ts";
import type { CityClock } from "../../../shared/correction/city-correction.ts";
import { say } from "../../../shared/text/catalogue/index.ts";
import { exportAddress } from "../../api/file-addresses.ts";
import { useCall } from "../../api/use-call.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { formatInstant } from "../../ui/format.ts";
import { Answer } from "../../ui/loading.tsx";
import { useWords, type WordsInUse } from "../../ui/use-words.tsx";
import { ClockMark } from "./clock-mark.tsx";
import { LetterForm } from "./letter-form.tsx";

type CityRow = OutputOf<"city-letter/propose">[number];

const clockOf = (clock: CityClock) => ({
  ...clock,
  correction: { ...clock.correction, submission: "", version: 1 },
});

const columnsOf = ({ t }: WordsInUse, clocks: readonly CityClock[]): Column<CityRow>[] => [
  { id: "city", title: t("cityLetters.city"), cell: ({ city }) => city, text: ({ city }) => city },
  { id: "items", title: t("cityLetters.items"), numeric: true, cell: ({ items }) => items.length },
  {
    id: "state",
    title: t("letters.state"),
    cell: ({ city }) => {
      const clock = clocks.findLast(({ correction }) => correction.city === city);
      return clock ? (
        <ClockMark clock={clockOf(clock)} />
      ) : (
        <span className="muted">{t("letters.never")}</span>
      );
    },
  },
];

/** What the recommending cities answer for: quotas, their papers, double applications. */
export function CityLetters({ view }: { view: RoundView }) {
  const { t } = useWords();
  const proposed = useCall("city-letter/propose", { round: view.id });
  const clocks = useCall("city-letter/list", { round: view.id });
  return (
    <div className="section">
      <h2>{t("cityLetters.title")}</h2>
      <p className="muted">{t("cityLetters.hint")}</p>
      <Answer query={proposed}>
        {(rows) => (
          <Answer query={clocks}>{(sent) => <Cities view={view} rows={rows} clocks={sent} />}</Answer>
        )}
      </Answer>
    </div>
  );
}

function Cities({
  view,
  rows,
  clocks,
}: {
  view: RoundView;
  rows: readonly CityRow[];
  clocks: readonly CityClock[];
}) {
  const words = useWords();
  const { t } = words;
  const [chosen, setChosen] = useState<string | null>(null);
  const columns = useMemo(() => columnsOf(words, clocks), [words, clocks]);
  const row = rows.find(({ city }) => city === chosen);
  if (rows.length === 0 && clocks.length === 0) return <p>{t("cityLetters.none")}</p>;
  return (
    <>
      <div className="letters-split">
        <DataTable
          label={t("cityLetters.title")}
          columns={columns}
          rows={rows}
          rowKey={({ city }) => city}
          selected={chosen}
          onOpen={({ city }) => setChosen(city)}
        />
        <section className="letters-form" aria-label={t("cityLetters.letter")}>
          {row === undefined ? (
            <p className="muted">{t("cityLetters.choose")}</p>
          ) : (
            <LetterForm
              key={row.city}
              view={view}
              target={{ city: row.city }}
              name={say("zh", "letter.cityOffice", { city: row.city })}
              proposed={row.items}
              rule={null}
            />
          )}
        </section>
      </div>
      {clocks.length > 0 && (
        <>
          <h3>{t("cityLetters.sent")}</h3>
          <ul>
            {clocks.map((clock) => (
              <li key={clock.correction.id}>
                {clock.correction.city} · <ClockMark clock={clockOf(clock)} /> ·{" "}
                {formatInstant(clock.correction.at)} {clock.correction.by} ·{" "}
                <a href={exportAddress(clock.correction.letter)} download={clock.correction.letter}>
                  {clock.correction.letter}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
