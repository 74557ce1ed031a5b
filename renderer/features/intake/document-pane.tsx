import { useState } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import type { SubmissionSummary } from "../../../shared/contract/intake.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { contentAddress } from "../../api/file-addresses.ts";
import { useCall } from "../../api/use-call.ts";
import { DocumentView } from "../../ui/document/document-view.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { fileNameOf } from "../../ui/format.ts";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { AddFact } from "./add-fact.tsx";
import { MoveFile } from "./move-file.tsx";
import { RefusedFile } from "./refused-file.tsx";

type ReadFile = OutputOf<"document/get">;

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
  readonly onMoved: (submission: string | null) => void;
}

function PaneHead({ file, ...props }: PaneProps & { file: ReadFile }) {
  const { t } = useWords();
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

function PaneBody({ file, ...props }: PaneProps & { file: ReadFile }) {
  const [selected, setSelected] = useState<Evidence | null>(null);
  if (file.error) return <RefusedFile error={file.error} />;
  if (!file.document) return <NothingToShow />;
  return (
    <>
      <DocumentView
        document={file.document}
        file={props.path}
        sha256={props.sha256}
        highlight={props.highlight}
        onSelectText={(evidence) => evidence && setSelected(evidence)}
      />
      {!props.frozen && props.submission !== null && selected && (
        <AddFact
          key={`${selected.block} ${selected.cell ?? ""} ${selected.start} ${selected.end}`}
          submission={props.submission}
          indicators={props.scheme.indicators}
          evidence={selected}
          onClose={() => setSelected(null)}
        />
      )}
    </>
  );
}

function NothingToShow() {
  const { t } = useWords();
  return <EmptyState title={t("intake.noDocument")} hint={t("doc.empty")} />;
}

/** The file in the middle: what it is, notes from reading it, its text, and adding a value from a selection. */
export function DocumentPane(props: PaneProps) {
  const query = useCall("document/get", { round: props.round, sha256: props.sha256 });
  return (
    <Answer query={query}>
      {(file) => (
        <div className="pane">
          <PaneHead file={file} {...props} />
          <ReadingNotes messages={file.messages} />
          <PaneBody key={props.sha256} file={file} {...props} />
        </div>
      )}
    </Answer>
  );
}
