import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import type { Sheet } from "../../../shared/scoring/sheet.ts";
import { useCall } from "../../api/use-call.ts";
import { Answer, Loading } from "../../ui/loading.tsx";
import { ApplicantBar, useStepApplicant } from "./applicant-bar.tsx";
import { DeclareCard } from "./declare-card.tsx";
import { type SheetOwner, shareSheet } from "./desk-session.ts";
import { useNoteBook } from "./notes-session.ts";
import { ReadingRoom } from "./reading-room.tsx";
import { RecusedCard } from "./recused-card.tsx";
import { useApplicantKeys } from "./use-desk-keys.ts";
import { useFoundPlace } from "./use-desk-place.ts";
import { noFindHere } from "./use-pending-find.ts";

export interface DeskProps {
  readonly view: OutputOf<"round/get">;
  readonly desk: OutputOf<"desk/list">;
  readonly submission: string;
}

/** One applicant: first the declaration, then the documents beside the score sheet. */
export function ReadingDesk(props: DeskProps) {
  const owner = { round: props.view.id, expert: props.desk.expert.id, submission: props.submission };
  const sheet = useCall("desk/get-sheet", owner);
  return <Answer query={sheet}>{(found) => <Gate {...props} owner={owner} sheet={found} />}</Answer>;
}

function Gate(props: DeskProps & { owner: SheetOwner; sheet: Sheet }) {
  const { desk, owner, sheet, submission } = props;
  const client = useQueryClient();
  const [recusing, setRecusing] = useState(false);
  const entry = desk.entries.find((candidate) => candidate.submission === submission);
  const onDeclared = (declared: Sheet) => {
    setRecusing(false);
    shareSheet(client, owner, desk.form, declared);
  };
  const atGate = sheet.recusal !== null || sheet.state === "not-declared" || recusing;
  useEffect(() => {
    if (atGate) noFindHere();
  }, [atGate]);
  useApplicantKeys(atGate, useStepApplicant(props));
  if (entry === undefined) return null;
  if (!atGate) return <ArrangedRoom {...props} entry={entry} onRecuse={() => setRecusing(true)} />;
  return (
    <div className="desk-gate">
      <ApplicantBar {...props} entry={entry} />
      {sheet.recusal !== null ? (
        <RecusedCard owner={owner} sheet={sheet} entry={entry} desk={desk} onDeclared={onDeclared} />
      ) : (
        <DeclareCard
          owner={owner}
          entry={entry}
          onDeclared={onDeclared}
          {...(recusing ? { onCancel: () => setRecusing(false) } : {})}
        />
      )}
    </div>
  );
}

/** The room opens as it was left, with the notes there are. */
function ArrangedRoom(props: Omit<Parameters<typeof ReadingRoom>[0], "found" | "notes">) {
  const { owner } = props;
  const found = useFoundPlace(owner);
  const notes = useNoteBook(owner.round, owner.expert);
  return found === null || notes === null ? (
    <Loading />
  ) : (
    <ReadingRoom {...props} found={found} notes={notes} />
  );
}
