import { Button } from "antd";
import type { ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import type { DeskEntry } from "../../../shared/contract/sheet.ts";
import { useWords } from "../../ui/use-words.tsx";
import { deskAddress } from "./desk-address.ts";
import { NewerVersion } from "./newer-version.tsx";
import type { DeskProps } from "./reading-desk.tsx";

/** Leads one applicant on or back, in the order of the list; stays at the ends. */
export function useStepApplicant({ view, desk, submission }: DeskProps): (by: 1 | -1) => void {
  const navigate = useNavigate();
  return (by) => {
    const at = desk.entries.findIndex((entry) => entry.submission === submission);
    const target = desk.entries[at + by];
    if (target !== undefined) navigate(deskAddress(view.id, desk.expert.id, target.submission));
  };
}

/** ◀ 3/12 name ▶ and what can be done with the whole page. */
export function ApplicantBar(props: DeskProps & { entry: DeskEntry; children?: ReactNode }) {
  const { view, desk, submission, entry } = props;
  const { t } = useWords();
  const step = useStepApplicant(props);
  const at = desk.entries.findIndex((candidate) => candidate.submission === submission);
  const kind = [
    entry.city,
    entry.subject === null ? "" : t(`subject.${entry.subject}`),
    entry.direction === null ? "" : t(`direction.${entry.direction}`),
  ].filter((word) => word !== "");
  return (
    <header className="applicant-bar">
      <Link to={deskAddress(view.id, desk.expert.id)} className="applicant-back">
        {t("desk.backToList")}
      </Link>
      <Button
        aria-label={t("desk.previous")}
        title={`${t("desk.previous")}（Alt ←）`}
        disabled={at <= 0}
        onClick={() => step(-1)}
      >
        ◀
      </Button>
      <span className="applicant-place" role="status">
        <span aria-hidden="true">
          {at + 1}/{desk.entries.length}
        </span>
        <span className="visually-hidden">
          {t("desk.position", { i: String(at + 1), n: String(desk.entries.length) })}
        </span>
      </span>
      <Button
        aria-label={t("desk.nextApplicant")}
        title={`${t("desk.nextApplicant")}（Alt →）`}
        disabled={at >= desk.entries.length - 1}
        onClick={() => step(1)}
      >
        ▶
      </Button>
      <h1 className="applicant-name" title={entry.name}>
        {entry.name}
      </h1>
      <span className="applicant-kind muted">{kind.join(" · ")}</span>
      <NewerVersion key={submission} submission={submission} version={entry.version} scheme={view.scheme} />
      {props.children}
    </header>
  );
}
