import { Button } from "antd";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { ReadFile, SubmissionSummary } from "../../../shared/contract/intake.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import type { Document } from "../../../shared/submission/document.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { contentAddress } from "../../api/file-addresses.ts";
import { useDocument } from "../../api/use-document.ts";
import { FileView } from "../../ui/document/file-view.tsx";
import { selectedEvidence } from "../../ui/document/selected-evidence.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { fileNameOf } from "../../ui/format.ts";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { AddFact } from "./add-fact.tsx";
import { clickedPlace, enterDocument, moveInDocument } from "./document-keys.ts";
import { MoveFile } from "./move-file.tsx";
import { NameHeader } from "./naming/name-header.tsx";
import { RefusedFile } from "./refused-file.tsx";

export interface Entry {
  done: boolean;
}

interface PaneProps {
  readonly round: string;
  readonly sha256: string;
  /** Path as it arrived. */
  readonly path: string;
  readonly scheme: Scheme;
  readonly submission: string | null;
  readonly submissions: readonly SubmissionSummary[];
  readonly highlight: Evidence | null;
  readonly frozen: boolean;
  /** A new object sets the keyboard down in the document, at the highlighted place. */
  readonly enter: Entry | null;
  /** Leads to what was read at a place; `take`: with the keyboard. */
  readonly onFind: (place: Evidence, take: boolean) => void;
  /** Leads back to the lines of what was read. */
  readonly onLeave: () => void;
  readonly onMoved: (submission: string | null) => void;
}

interface HeadProps {
  readonly file: ReadFile;
  readonly naming: boolean;
  readonly onNaming: (naming: boolean) => void;
}

function PaneHead({ file, naming, onNaming, ...props }: PaneProps & HeadProps) {
  const { t } = useWords();
  const hasTables = file.document?.blocks.some((block) => block.kind === "table") ?? false;
  return (
    <div className="file-head">
      <div className="pane-title">
        <h2 title={props.path}>{fileNameOf(file.name)}</h2>
        <span className="muted">{t(`fileKind.${file.kind}`)}</span>
      </div>
      <div className="row">
        <a href={contentAddress(props.round, props.sha256)} download={fileNameOf(file.name)}>
          {t("doc.original")}
        </a>
        {hasTables && !props.frozen && (
          <Button aria-pressed={naming} onClick={() => onNaming(!naming)}>
            {t("mapping.open")}
          </Button>
        )}
        {!props.frozen && (
          <MoveFile
            key={props.sha256}
            round={props.round}
            sha256={props.sha256}
            submissions={props.submissions.filter((known) => known.id !== props.submission)}
            onMoved={props.onMoved}
          />
        )}
      </div>
    </div>
  );
}

function ReadingNotes({ messages }: { messages: ReadFile["messages"] }) {
  const { t } = useWords();
  if (messages.length === 0) return null;
  return (
    <details className="reading-notes">
      <summary>
        {t("doc.messages")} ({messages.length})
      </summary>
      <ul>
        {messages.map((message, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the notes of one reading never change their order
          <li key={index}>
            {message.text} {message.place !== "" && <span className="muted">{message.place}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The keyboard in a document: walking, adding what is selected, and the way back to what was read. */
function useDocumentKeys(props: PaneProps, onAdd: (evidence: Evidence) => void) {
  const frame = useRef<HTMLDivElement>(null);
  const byKey = useRef(false);
  const [held, setHeld] = useState<Evidence | null>(null);
  const root = () => frame.current?.querySelector<HTMLElement>(".doc-scroll") ?? null;
  const { enter } = props;
  useEffect(() => {
    const scroll = frame.current?.querySelector<HTMLElement>(".doc-scroll");
    if (!enter || enter.done || !scroll) return;
    enter.done = true;
    enterDocument(scroll);
    setHeld(selectedEvidence(props.path, props.sha256));
  }, [enter, props.path, props.sha256]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    byKey.current = true;
    const scroll = root();
    if (!scroll || event.ctrlKey || event.metaKey || event.altKey) return;
    const place = selectedEvidence(props.path, props.sha256);
    const acts: Readonly<Record<string, (() => void) | null>> = {
      a: place && (() => onAdd(place)),
      f: place && (() => props.onFind(place, true)),
      escape: props.onLeave,
    };
    const act = acts[event.key.toLowerCase()];
    if (act) act();
    else if (!moveInDocument(scroll, event.key, event.shiftKey)) return;
    event.preventDefault();
  };
  const onSelectText = (evidence: Evidence | null) => {
    setHeld(evidence);
    if (byKey.current) return;
    if (evidence) onAdd(evidence);
    const scroll = root();
    const place = evidence ?? (scroll && clickedPlace(scroll, props.sha256));
    if (place) props.onFind(place, false);
  };
  return { frame, held, onKeyDown, onSelectText, onMouseDown: () => (byKey.current = false), root };
}

function HeldSelection({ held, onAdd, onFind }: { held: Evidence; onAdd: () => void; onFind: () => void }) {
  const { t } = useWords();
  return (
    <div className="held-selection" role="status">
      <span>{t("confirm.selection", { text: held.text.slice(0, 60) })}</span>
      <Button size="small" onClick={onAdd}>
        {t("intake.addSelected")}
      </Button>
      <Button size="small" onClick={onFind}>
        {t("confirm.findFact")}
      </Button>
    </div>
  );
}

function ReadDocument({
  document,
  ...props
}: PaneProps & { document: Document; messages: ReadFile["messages"] }) {
  const { t } = useWords();
  const [selected, setSelected] = useState<Evidence | null>(null);
  const mayAdd = !props.frozen && props.submission !== null;
  const add = (evidence: Evidence) => mayAdd && setSelected(evidence);
  const keys = useDocumentKeys(props, add);
  const { held } = keys;
  const close = () => {
    setSelected(null);
    keys.root()?.focus();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the scrolling region inside */}
      <div
        ref={keys.frame}
        className="document-keys"
        onKeyDown={keys.onKeyDown}
        onMouseDownCapture={keys.onMouseDown}
      >
        <FileView
          round={props.round}
          document={document}
          messages={props.messages}
          ownSaving
          file={props.path}
          sha256={props.sha256}
          highlight={props.highlight}
          onSelectText={keys.onSelectText}
        />
      </div>
      {props.submission !== null && <p className="muted document-hint">{t("confirm.docKeys")}</p>}
      {mayAdd && held && !selected && (
        <HeldSelection held={held} onAdd={() => add(held)} onFind={() => props.onFind(held, true)} />
      )}
      {props.submission !== null && mayAdd && selected && (
        <AddFact
          key={`${selected.block} ${selected.cell ?? ""} ${selected.start} ${selected.end}`}
          submission={props.submission}
          indicators={props.scheme.indicators}
          evidence={selected}
          onClose={close}
        />
      )}
    </>
  );
}

function PaneBody({ file, naming, onNaming, ...props }: PaneProps & HeadProps) {
  if (file.error) return <RefusedFile error={file.error} />;
  if (!file.document) return <NothingToShow />;
  if (naming) {
    return (
      <NameHeader
        round={props.round}
        sha256={props.sha256}
        document={file.document}
        scheme={props.scheme}
        kind={file.kind}
        onClose={() => onNaming(false)}
      />
    );
  }
  return <ReadDocument document={file.document} messages={file.messages} {...props} />;
}

function NothingToShow() {
  const { t } = useWords();
  return <EmptyState title={t("intake.noDocument")} hint={t("doc.empty")} />;
}

/** The file in the middle: what it is, notes from reading it, its text, and adding a value from a selection. */
export function DocumentPane(props: PaneProps) {
  const [named, setNamed] = useState<string | null>(null);
  const naming = named === props.sha256;
  const onNaming = (next: boolean) => setNamed(next ? props.sha256 : null);
  const query = useDocument(props.round, props.sha256);
  return (
    <Answer query={query}>
      {(file) => (
        <div className="pane">
          <PaneHead file={file} naming={naming} onNaming={onNaming} {...props} />
          <ReadingNotes messages={file.messages} />
          <PaneBody key={props.sha256} file={file} naming={naming} onNaming={onNaming} {...props} />
        </div>
      )}
    </Answer>
  );
}
