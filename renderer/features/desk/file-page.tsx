import { useMemo, useRef, useState } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import type { Document } from "../../../shared/submission/document.ts";
import type { Dossier, DossierFile } from "../../../shared/submission/dossier.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { contentAddress } from "../../api/file-addresses.ts";
import { useCall } from "../../api/use-call.ts";
import { DocumentView } from "../../ui/document/document-view.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { fileNameOf } from "../../ui/format.ts";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { FindBar } from "./find-bar.tsx";
import { findInDocument } from "./model/find-hits.ts";
import type { PaneProps } from "./reading-pane.tsx";
import { SectionRow } from "./section-row.tsx";
import { useRememberedPlace } from "./use-remembered-place.ts";

type Props = PaneProps & {
  readonly dossier: Dossier;
  readonly file: DossierFile;
  readonly compact: boolean;
  readonly onOpenFile: (sha256: string) => void;
};
type Read = OutputOf<"document/get">;

/** One file of the dossier: its text to read, find in and jump about in. */
export function FilePage(props: Props) {
  const read = useCall("document/get", { round: props.view.id, sha256: props.file.sha256 });
  return (
    <Answer query={read}>
      {(found) => {
        const { document } = found;
        return document !== null && document.blocks.length > 0 ? (
          <Readable {...props} document={document} />
        ) : (
          <Unreadable round={props.view.id} read={found} />
        );
      }}
    </Answer>
  );
}

const NOTHING: readonly Evidence[] = [];

function Readable(props: Props & { document: Document }) {
  const { document, dossier, file, owner, place, view } = props;
  const scroller = useRef<HTMLElement>(null);
  const [wanted, setWanted] = useState("");
  const [at, setAt] = useState(0);
  const [finding, setFinding] = useState(false);
  const { name, sha256 } = file;
  const hits = useMemo(
    () => (wanted.trim() === "" ? NOTHING : findInDocument(document, wanted, { name, sha256 })),
    [document, wanted, name, sha256],
  );
  useRememberedPlace(scroller, owner, `${dossier.submission}/${sha256}`, place !== null);
  const [shownPlace, setShownPlace] = useState(place);
  if (place !== shownPlace) {
    setShownPlace(place);
    setFinding(false);
  }
  return (
    <>
      <div className="page-tools">
        <SectionRow {...props} sections={view.scheme.outline} />
        <FindBar
          round={view.id}
          submission={dossier.submission}
          sha256={sha256}
          wanted={wanted}
          at={at}
          hits={hits.length}
          onWanted={(text) => {
            setWanted(text);
            setAt(0);
            setFinding(true);
          }}
          onStep={(by) => {
            setFinding(true);
            if (hits.length > 0) setAt((at + by + hits.length) % hits.length);
          }}
          onOpenFile={props.onOpenFile}
        />
      </div>
      <DocumentView
        document={document}
        file={name}
        sha256={sha256}
        scrollRef={scroller}
        highlight={finding ? (hits[at] ?? null) : place}
        label={fileNameOf(name)}
      />
    </>
  );
}

function Unreadable({ round, read }: { round: string; read: Read }) {
  const { t, tryWord } = useWords();
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
