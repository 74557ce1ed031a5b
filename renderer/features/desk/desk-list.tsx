import { Button } from "antd";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import type { OutputOf } from "../../../shared/contract/index.ts";
import type { DeskEntry } from "../../../shared/contract/sheet.ts";
import { useSaveState } from "../../api/save-state.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatDecimal, formatInstant } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";
import { deskAddress, signAddress } from "./desk-address.ts";
import { unsavedOn } from "./desk-session.ts";
import { DeskStateMark } from "./desk-state-mark.tsx";
import { nextStep, progressOf } from "./model/next-step.ts";

type Desk = OutputOf<"desk/list">;

/** My applicants: what is left, and the one next step. */
export function DeskList({ view, desk }: { view: OutputOf<"round/get">; desk: Desk }) {
  const { t } = useWords();
  if (desk.entries.length === 0)
    return <EmptyState alone title={t("desk.nothingAssigned")} hint={t("desk.nothingAssignedHelp")} />;
  const progress = progressOf(desk.entries);
  const words = Object.fromEntries(Object.entries(progress).map(([key, count]) => [key, String(count)]));
  return (
    <section className="screen desk-list" aria-labelledby="desk-list-title">
      <header className="screen-head">
        <div>
          <h1 id="desk-list-title">{t("desk.list.caption", { name: desk.expert.name })}</h1>
          <p className="muted">{t("desk.list.progress", words)}</p>
        </div>
        <NextStepButton view={view} desk={desk} />
      </header>
      <EntryTable view={view} desk={desk} />
      {view.expert === null && (
        <p>
          <Link to={deskAddress(view.id, null)}>{t("desk.changeExpert")}</Link>
        </p>
      )}
    </section>
  );
}

function NextStepButton({ view, desk }: { view: OutputOf<"round/get">; desk: Desk }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const next = nextStep(desk.entries);
  const expert = desk.expert.id;
  if (next.step === "done") {
    return (
      <div className="desk-done">
        <p>
          <strong>✓ {t("desk.allSigned")}</strong>
        </p>
        <p className="muted">{t("desk.allSignedHelp")}</p>
        <Button onClick={() => navigate(signAddress(view.id, expert))}>{t("desk.seeReceipt")}</Button>
      </div>
    );
  }
  const label =
    next.step === "sign"
      ? t("desk.nextSign", { n: String(next.sheets) })
      : t(next.first ? "desk.nextStart" : "desk.next", { name: next.entry.name });
  const to =
    next.step === "sign" ? signAddress(view.id, expert) : deskAddress(view.id, expert, next.entry.submission);
  return (
    <Button type="primary" size="large" className="next-step" onClick={() => navigate(to)}>
      {label}
    </Button>
  );
}

function EntryTable({ view, desk }: { view: OutputOf<"round/get">; desk: Desk }) {
  const { t } = useWords();
  const [byNumber, setByNumber] = useState(false);
  const entries = byNumber ? desk.entries.toSorted((one, other) => one.number - other.number) : desk.entries;
  return (
    <>
      {desk.orderDrawnAt !== null && desk.entries.length > 1 && (
        <p className="desk-order muted">
          {t("order.help", { time: formatInstant(desk.orderDrawnAt) })}{" "}
          <button type="button" className="link-button" onClick={() => setByNumber(!byNumber)}>
            {t(byNumber ? "order.drawn" : "order.byNumber")}
          </button>
        </p>
      )}
      <div className="plain-table-scroll">
        <table className="plain-table desk-entries" aria-labelledby="desk-list-title">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t("desk.list.number")}
              </th>
              <th scope="col">{t("desk.list.applicant")}</th>
              <th scope="col">{t("desk.list.city")}</th>
              <th scope="col">{t("desk.list.kind")}</th>
              <th scope="col">{t("desk.list.state")}</th>
              <th scope="col" className="number">
                {t("desk.list.scored")}
              </th>
              <th scope="col" className="number">
                {t("desk.list.totalOf", { max: desk.form.total })}
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <EntryRow key={entry.submission} round={view.id} expert={desk.expert.id} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function EntryRow({ round, expert, entry }: { round: string; expert: string; entry: DeskEntry }) {
  const { t } = useWords();
  useSaveState();
  const unsaved = unsavedOn({ round, expert, submission: entry.submission });
  const kind = [
    entry.subject === null ? null : t(`subject.${entry.subject}`),
    entry.direction === null ? null : t(`direction.${entry.direction}`),
  ].filter((word) => word !== null);
  return (
    <tr>
      <td className="number">{entry.number}</td>
      <th scope="row">
        <Link to={deskAddress(round, expert, entry.submission)}>{entry.name}</Link>
        {unsaved > 0 && <p className="field-problem">! {t("desk.list.unsaved", { n: String(unsaved) })}</p>}
        {entry.state === "open" &&
          entry.scoredVersion !== undefined &&
          entry.scoredVersion < entry.version && (
            <p className="desk-conflict">
              !{" "}
              {t("desk.list.newVersion", {
                version: String(entry.version),
                scored: String(entry.scoredVersion),
              })}
            </p>
          )}
        {entry.conflict !== null && entry.state === "not-declared" && (
          <p className="desk-conflict">! {t("desk.list.conflict", { unit: entry.conflict })}</p>
        )}
      </th>
      <td>{entry.city}</td>
      <td>{kind.join(" · ")}</td>
      <td>
        <DeskStateMark state={entry.state} />
      </td>
      <td className="number">{entry.state === "recused" ? "" : `${entry.scored}/${entry.items}`}</td>
      <td className="number">
        {entry.total === null ? <span className="unscored">–</span> : formatDecimal(entry.total)}
      </td>
    </tr>
  );
}
