import { Button } from "antd";
import { useMemo, useState } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { useCall } from "../../api/use-call.ts";
import { ColumnHeads } from "../../ui/column-heads.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import type { ExpertNumbers } from "./expert-numbers.ts";
import { type Disagreement, disagreements } from "./model/disagreement.ts";

const FIRST = 10;

/** The items on which the experts are furthest apart. */
export function DisagreementTable({
  round,
  ranking,
  numbers,
}: {
  round: string;
  ranking: OutputOf<"ranking/get">;
  numbers: ExpertNumbers;
}) {
  const { t } = useWords();
  const detail = useCall("ranking/get-detail", { round });
  const names = useMemo(
    () =>
      new Map(
        [...ranking.directions.flatMap((direction) => direction.rows), ...ranking.unplaced].map((row) => [
          row.submission,
          row.name,
        ]),
      ),
    [ranking],
  );
  return (
    <section className="section" aria-labelledby="panel-disagreement">
      <h2 id="panel-disagreement">{t("panel.disagreement")}</h2>
      <p className="muted">{t("panel.disagreement.help")}</p>
      <Answer query={detail}>{(found) => <Table detail={found} names={names} numbers={numbers} />}</Answer>
    </section>
  );
}

function Table({
  detail,
  names,
  numbers,
}: {
  detail: OutputOf<"ranking/get-detail">;
  names: ReadonlyMap<string, string>;
  numbers: ExpertNumbers;
}) {
  const { t } = useWords();
  const [most, setMost] = useState(FIRST);
  const found = useMemo(() => disagreements(detail), [detail]);
  if (found.length === 0) {
    return (
      <p className="muted">
        {t("panel.disagreement.none")}。{t("panel.disagreement.noneHelp")}
      </p>
    );
  }
  return (
    <>
      <div className="plain-table-scroll">
        <table className="plain-table" aria-labelledby="panel-disagreement">
          <ColumnHeads
            columns={[
              t("sign.applicant"),
              t("panel.disagreement.item"),
              { number: t("panel.disagreement.range") },
              t("panel.disagreement.share"),
              t("panel.disagreement.scores"),
            ]}
          />
          <tbody>
            {found.slice(0, most).map((entry) => (
              <Row
                key={`${entry.submission} ${entry.item}`}
                entry={entry}
                name={names.get(entry.submission) ?? entry.submission}
                numbers={numbers}
              />
            ))}
          </tbody>
        </table>
      </div>
      {found.length > most && (
        <Button type="link" className="inline-link" onClick={() => setMost(most + 20)}>
          {t("panel.disagreement.more", { n: String(Math.min(20, found.length - most)) })}
        </Button>
      )}
    </>
  );
}

function Row({ entry, name, numbers }: { entry: Disagreement; name: string; numbers: ExpertNumbers }) {
  const { t } = useWords();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {entry.itemName}
        <span className="muted">（{entry.max}）</span>
      </td>
      <td className="number">
        {entry.lowest}–{entry.highest}
      </td>
      <td className="share">
        <span className="share-bar" aria-hidden="true">
          <span style={{ width: `${Math.min(100, entry.percent)}%` }} />
        </span>
        {t("panel.disagreement.shareText", { range: entry.range, percent: String(entry.percent) })}
      </td>
      <td>
        {[...entry.scores]
          .sort((one, other) => numbers.number(one.expert) - numbers.number(other.expert))
          .map((score) => `${numbers.label(score.expert)} ${score.score}`)
          .join("，")}
      </td>
    </tr>
  );
}
