import "./intake-tools.css";
import { useEffect, useMemo, useState } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import type { RoundView } from "../../../shared/contract/round.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { useCall } from "../../api/use-call.ts";
import { isFrozen, useRound, useRoundId } from "../../app/use-round.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Answer } from "../../ui/loading.tsx";
import { Panes } from "../../ui/panes.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { ArrivalList, type ListOrder } from "./arrival-list.tsx";
import { type ArrivalRow, firstFileOf, rowsAsArrived, rowsBySubmission } from "./arrival-rows.ts";
import { DocumentPane, type Entry } from "./document-pane.tsx";
import { DropZone } from "./drop-zone.tsx";
import { FactsPane, type Wanted } from "./facts-pane.tsx";
import { ImportButtons, ImportProgress } from "./import-bar.tsx";
import { InterruptedImports } from "./interrupted-imports.tsx";
import { type ImportState, useImport } from "./use-import.ts";
import { type PlaceInUse, usePlace } from "./use-place.ts";

type Intake = OutputOf<"intake/list">;

/** Nothing is settled as long as no file has its applicant: an import that was stopped sorts nothing. */
function OpenQuestions({ intake }: { intake: Intake }) {
  const { t } = useWords();
  const questions = intake.submissions.reduce((sum, submission) => sum + submission.questions, 0);
  if (questions > 0) return `? ${t("intake.openTotal", { count: String(questions) })}`;
  if (intake.submissions.length === 0)
    return `? ${t("intake.unsorted", { count: String(intake.arrivals.length) })}`;
  return `✓ ${t("intake.openNone")}`;
}

function IntakeHead({
  intake,
  importing,
  view,
}: {
  intake: Intake;
  importing: ImportState;
  view: RoundView;
}) {
  const { t } = useWords();
  return (
    <div className="intake-head">
      <h1>{t("intake.title")}</h1>
      <strong role="status">
        <OpenQuestions intake={intake} />
      </strong>
      {view.side === "guest" ? (
        <span className="muted">{t("intake.readOnly")}</span>
      ) : (
        <div className="row">
          <ImportButtons importing={importing} primary={false} />
        </div>
      )}
      {view.side === "host" && isFrozen(view) && <p className="muted">{t("intake.underReview")}</p>}
      <ImportProgress importing={importing} />
    </div>
  );
}

/** Where the other side asks the keyboard to go; a new object asks again. */
interface Moves {
  readonly enter: Entry | null;
  readonly wanted: Wanted | null;
  readonly onEnter: (evidence: Evidence) => void;
  readonly onFind: (place: Evidence, take: boolean) => void;
  readonly onLeave: () => void;
}

/** From a line into the document at its place, and from a place in the document to its line. */
function useMoves(place: PlaceInUse): Moves {
  const [enter, setEnter] = useState<Entry | null>(null);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  return {
    enter,
    wanted,
    onEnter: (evidence) => {
      place.go({ submission: place.submission, file: evidence.sha256 }, evidence);
      setWanted(null);
      setEnter({ done: false });
    },
    onFind: (where, take) => setWanted({ place: where, take, done: false }),
    onLeave: () => setWanted({ place: null, take: true, done: false }),
  };
}

interface SideProps {
  readonly moves: Moves;
  readonly view: RoundView;
  readonly intake: Intake;
  readonly frozen: boolean;
  readonly place: PlaceInUse;
}

function DocumentSide({ view, intake, frozen, place, moves }: SideProps) {
  const { t } = useWords();
  const arrival = intake.arrivals.find((known) => known.sha256 === place.file);
  if (place.file === null) {
    return <EmptyState title={t("intake.chooseFileTitle")} hint={t("intake.chooseFileHint")} />;
  }
  return (
    <DocumentPane
      round={view.id}
      sha256={place.file}
      path={arrival?.path ?? ""}
      scheme={view.scheme}
      submission={place.submission}
      submissions={intake.submissions}
      highlight={place.highlight}
      frozen={frozen}
      enter={moves.enter}
      onFind={moves.onFind}
      onLeave={moves.onLeave}
      onMoved={(submission) => place.go({ submission, file: place.file })}
    />
  );
}

function FactsSide({ view, intake, frozen, place, moves }: SideProps) {
  const { t } = useWords();
  const open = (evidence: Evidence) =>
    place.go({ submission: place.submission, file: evidence.sha256 }, evidence);
  if (place.submission === null && place.file === null) {
    return <EmptyState title={t("intake.nothingOpen")} hint={t("intake.nothingOpenHint")} />;
  }
  if (place.submission === null) {
    return <EmptyState title={t("intake.noSubmission")} hint={t("intake.noSubmissionHint")} />;
  }
  return (
    <FactsPane
      submission={place.submission}
      summary={intake.submissions.find((known) => known.id === place.submission)}
      scheme={view.scheme}
      frozen={frozen}
      wanted={moves.wanted}
      onOpen={open}
      onEnter={moves.onEnter}
    />
  );
}

/** Without a place in the address the work begins where something is still to be confirmed. */
function useBeginning(intake: Intake, { submission, file, go }: PlaceInUse): void {
  const first = intake.submissions.find((known) => known.questions > 0) ?? intake.submissions[0];
  const missing = submission === null && file === null && first !== undefined;
  useEffect(() => {
    if (missing) go({ submission: first.id, file: firstFileOf(intake.arrivals, first.id)?.sha256 ?? null });
  }, [missing, first, intake, go]);
}

function Workbench({ view, intake, importing }: { view: RoundView; intake: Intake; importing: ImportState }) {
  const { t } = useWords();
  const place = usePlace();
  useBeginning(intake, place);
  const [order, setOrder] = useState<ListOrder>("submission");
  // A supplement that came after the opening is a version nobody holds yet: it may be confirmed like any other.
  const frozen =
    view.side === "guest" || (place.submission !== null && intake.frozen.includes(place.submission));
  const rows = useMemo(
    () =>
      order === "arrival"
        ? rowsAsArrived(intake.arrivals)
        : rowsBySubmission(intake.arrivals, intake.submissions, place.submission),
    [intake, order, place.submission],
  );
  const [opened, setOpened] = useState(0);
  const moves = useMoves(place);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new object whenever something was opened
  const turn = useMemo(() => ({}), [opened, place.highlight, moves.wanted]);
  const openRow = (row: ArrivalRow) => {
    setOpened((times) => times + 1);
    if (row.kind === "file") place.go({ submission: row.arrival.submission, file: row.arrival.sha256 });
    if (row.kind === "submission") {
      const first = firstFileOf(intake.arrivals, row.submission.id);
      place.go({ submission: row.submission.id, file: first?.sha256 ?? null });
    }
  };
  const selected = useMemo(
    () =>
      new Set(
        rows.filter((row) => row.kind === "file" && row.arrival.sha256 === place.file).map((row) => row.key),
      ).add(place.submission ?? ""),
    [rows, place.file, place.submission],
  );
  const side = { view, intake, frozen, place, moves };
  return (
    <div className="intake">
      <IntakeHead intake={intake} importing={importing} view={view} />
      <InterruptedImports round={view.id} importing={importing} />
      <Panes
        lead={moves.wanted?.take ? "facts" : place.highlight || opened > 0 ? "document" : "list"}
        turn={turn}
        panes={[
          {
            id: "list",
            label: t("intake.pane.list"),
            share: 24,
            content: (
              <ArrivalList
                rows={rows}
                order={order}
                selected={selected}
                onOrder={setOrder}
                onOpen={openRow}
              />
            ),
          },
          {
            id: "document",
            label: t("intake.pane.document"),
            share: 46,
            content: <DocumentSide {...side} />,
          },
          { id: "facts", label: t("intake.pane.facts"), share: 30, content: <FactsSide {...side} /> },
        ]}
      />
    </div>
  );
}

function Intake({ view, intake }: { view: RoundView; intake: Intake }) {
  const { t } = useWords();
  const importing = useImport(view.id);
  return (
    <DropZone
      disabled={importing.busy || view.side === "guest"}
      onDrop={(files) => void importing.run(files)}
    >
      {intake.arrivals.length === 0 ? (
        <EmptyState
          title={t("intake.emptyTitle")}
          hint={t("intake.emptyHint")}
          action={<ImportButtons importing={importing} primary />}
        >
          <InterruptedImports round={view.id} importing={importing} />
          <ImportProgress importing={importing} />
        </EmptyState>
      ) : (
        <Workbench view={view} intake={intake} importing={importing} />
      )}
    </DropZone>
  );
}

function LoadedIntake({ view }: { view: RoundView }) {
  const list = useCall("intake/list", { round: view.id });
  return <Answer query={list}>{(intake) => <Intake view={view} intake={intake} />}</Answer>;
}

export function IntakeScreen() {
  const view = useRound(useRoundId());
  return <Answer query={view}>{(round) => <LoadedIntake key={round.id} view={round} />}</Answer>;
}
