import { useEffect, useMemo, useRef, useState } from "react";
import type { Document } from "../../../shared/submission/document.ts";
import type { Dossier, DossierFile } from "../../../shared/submission/dossier.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { contentAddress } from "../../api/file-addresses.ts";
import { type OpenedFile, useDocument } from "../../api/use-document.ts";
import { formatOf } from "../../ui/document/file-format.ts";
import { FileView } from "../../ui/document/file-view.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { fileNameOf } from "../../ui/format.ts";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { ContradictionBar } from "./contradiction-bar.tsx";
import { FindBar, FoundElsewhere } from "./find-bar.tsx";
import { FindPanel, type FindScope } from "./find-panel.tsx";
import { exactPlace, findInDocument } from "./model/find-hits.ts";
import type { PaneProps } from "./reading-pane.tsx";
import { useRoom } from "./room-context.ts";
import { SectionRow } from "./section-row.tsx";
import { useAlignedScroll } from "./use-aligned-scroll.ts";
import { useDocumentMarks } from "./use-document-marks.ts";
import { useFileMovers, useOpenMark } from "./use-file-movers.ts";
import { useMovers } from "./use-movers.ts";
import { noFindHere, usePendingFind } from "./use-pending-find.ts";
import { useRememberedPlace } from "./use-remembered-place.ts";

type Props = PaneProps & {
  readonly dossier: Dossier;
  readonly file: DossierFile;
  readonly compact: boolean;
  readonly onOpenFile: (sha256: string) => void;
  readonly find: Find;
  readonly onFind: (find: Find) => void;
};

/** What is looked for in a pane, kept while its documents change. */
export interface Find {
  readonly text: string;
  readonly scope: FindScope;
  /** The hit opened last, in a list that reaches beyond the file. */
  readonly at: number | null;
}
type Read = OpenedFile;

/** One file of the dossier: its text to read, find in and jump about in. */
export function FilePage(props: Props) {
  const read = useDocument(props.view.id, props.file.sha256);
  return (
    <Answer query={read}>
      {(found) => {
        const { document, messages, whole } = found;
        // A scan has no text, and is read as pages.
        const shown = document !== null && (document.blocks.length > 0 || formatOf(found.name) === "pdf");
        return shown ? (
          <Readable {...props} document={document} messages={messages} whole={whole} />
        ) : (
          <Unreadable round={props.view.id} read={found} />
        );
      }}
    </Answer>
  );
}

const NOTHING: readonly Evidence[] = [];
const NO_MOVES = {};

function Readable(props: Props & { document: Document; messages: Read["messages"]; whole: boolean }) {
  const { document, dossier, file, owner, place, view, find, onFind, pane } = props;
  const room = useRoom();
  const scroller = useRef<HTMLElement>(null);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const [at, setAt] = useState(0);
  const [finding, setFinding] = useState(false);
  const { name, sha256 } = file;
  const inFile = find.scope === "file" ? find.text : "";
  const hits = useMemo(
    () => (inFile.trim() === "" ? NOTHING : findInDocument(document, inFile, { name, sha256 })),
    [document, inFile, name, sha256],
  );
  const exact = useMemo(
    () => (place === null ? null : exactPlace(document, place, { name, sha256 })),
    [document, place, name, sha256],
  );
  useRememberedPlace(scroller, owner, `${dossier.submission}/${sha256}`, place !== null);
  const moving = props.layout.aligned && props.layout.panes.length > 1;
  useAlignedScroll(scroller, pane.id, document, dossier.outline, sha256, moving);
  const [shownPlace, setShownPlace] = useState(place);
  if (place !== shownPlace) {
    setShownPlace(place);
    setFinding(false);
  }
  const marks = useDocumentMarks(view, dossier, sha256);
  const highlight = finding ? (hits[at] ?? null) : exact;
  const openMark = useOpenMark(dossier.submission, marks);
  useFileMovers({
    pane: pane.id,
    dossier,
    sha256,
    document,
    scroller,
    marks,
    highlight,
    onShow: props.onShowPlace,
    onSection: props.onSection,
  });
  const step = (by: 1 | -1) => {
    // Back from another place: to the one found last, not past it.
    if (!finding) return setFinding(true);
    if (hits.length > 0) setAt((at + by + hits.length) % hits.length);
  };
  useMovers(room.movers, pane.id, inFile.trim() === "" ? NO_MOVES : { found: step });
  usePendingFind(pane.id, props.layout.active, (text) => {
    onFind({ ...find, text, at: null });
    setAt(0);
    setFinding(true);
  });
  const { submission } = dossier;
  useEffect(() => {
    if (highlight === null) room.lit.delete(pane.id);
    else room.lit.set(pane.id, { submission, evidence: highlight });
  }, [highlight, room.lit, pane.id, submission]);
  return (
    <>
      <div className="page-tools">
        <SectionRow {...props} sections={view.scheme.outline} />
        <div className="look-slot" ref={setSlot} />
        <FindBar
          find={find}
          at={at}
          hits={hits.length}
          incomplete={!props.whole}
          onFind={(next) => {
            onFind(next);
            setAt(0);
            setFinding(true);
          }}
          onStep={step}
        >
          {find.scope === "file" && (
            <FoundElsewhere
              round={view.id}
              submission={submission}
              sha256={sha256}
              text={find.text.trim()}
              onOpenFile={props.onOpenFile}
            />
          )}
        </FindBar>
      </div>
      {find.scope !== "file" && find.text.trim() !== "" && (
        <FindPanel
          round={view.id}
          submission={find.scope === "dossier" ? submission : null}
          text={find.text.trim()}
          pane={pane.id}
          at={find.at}
          onAt={(hit) => onFind({ ...find, at: hit })}
        />
      )}
      <ContradictionBar marks={marks} onShow={props.onShowPlace} />
      <FileView
        round={view.id}
        document={document}
        messages={props.messages}
        slot={slot}
        file={name}
        sha256={sha256}
        scrollRef={scroller}
        highlight={highlight}
        marks={marks}
        onMark={openMark}
        onSelectText={(evidence) => room.onSelect(evidence === null ? null : { submission, evidence })}
        label={fileNameOf(name)}
      />
    </>
  );
}

function Unreadable({ round, read }: { round: string; read: Read }) {
  const { t, tryWord } = useWords();
  useEffect(noFindHere, []);
  const address = contentAddress(round, read.sha256);
  const original = (
    <a href={address} download={fileNameOf(read.name)}>
      {t("desk.pane.original")}
    </a>
  );
  if (read.error === null)
    return <EmptyState title={t("desk.pane.empty")} hint={t("desk.pane.emptyHelp")} action={original} />;
  const reason = tryWord(`refusal.${read.error.code}`, read.error.message);
  return (
    <EmptyState
      title={t("desk.pane.refused")}
      hint={t("desk.pane.refusedHelp", { reason })}
      action={original}
    />
  );
}
