import {
  type KeyboardEvent,
  lazy,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import type { Document, ReadMessage } from "../../../shared/submission/document.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { contentAddress } from "../../api/file-addresses.ts";
import { useOriginal } from "../../api/use-original.ts";
import { fileNameOf } from "../format.ts";
import { useWords } from "../use-words.tsx";
import { drawnPlaces, onBlockWish } from "./anchors.ts";
import { DocumentFrame, type DocumentFrameProps } from "./document-frame.tsx";
import type { DocumentMark } from "./document-mark.ts";
import { DocumentSourceContext } from "./document-source.ts";
import { formatOf } from "./file-format.ts";
import { type Look, LookBar, stepZoom } from "./look-bar.tsx";
import type { NotDrawnReason } from "./page-look/word-view.tsx";
import { ReadingContent } from "./reading-content.tsx";
import { useReadingLook } from "./use-reading-look.ts";

// What draws pages comes when it is asked for; for Word files, which are most of them, in an idle moment before.
const loadWordView = () => import("./page-look/word-view.tsx");
const WordView = lazy(() => loadWordView().then(({ WordView: view }) => ({ default: view })));
const PdfView = lazy(() => import("./pdf/pdf-view.tsx").then(({ PdfView: view }) => ({ default: view })));

export interface FileViewProps extends DocumentFrameProps {
  readonly round: string;
  readonly document: Document;
  /** Notes of the reader: which pages are scans. */
  readonly messages: readonly ReadMessage[];
  /** The place to scroll to and highlight. A new object scrolls again, also to the same place. */
  readonly highlight?: Evidence | null;
  readonly marks?: readonly DocumentMark[];
  /** The screen has a way of its own to save the original. */
  readonly ownSaving?: boolean;
  /** Where the screen has room for the choice of looks; a row of its own when left out. */
  readonly slot?: HTMLElement | null;
}

const NO_MARKS: readonly DocumentMark[] = [];

/** Loads what draws pages of Word files while nothing else is to be done. */
function useWordPagesAhead(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    const load = () => Promise.all([loadWordView(), import("./page-look/draw-word.ts")]);
    // What could not be loaded is asked for again with the pages.
    const idle = requestIdleCallback(() => load().catch(() => undefined));
    return () => cancelIdleCallback(idle);
  }, [wanted]);
}

/** The block at the upper edge, so that another look begins there. */
function topBlock(scroller: HTMLElement | null): string | null {
  if (!scroller || scroller.scrollTop < 8) return null;
  const { top } = scroller.getBoundingClientRect();
  const first = drawnPlaces(scroller).find((place) => place.getBoundingClientRect().bottom > top + 1);
  return first?.dataset.block ?? null;
}

/** The zoom of each kind of page is kept while the window is open. */
const zoomOf = new Map<string, number | null>();

function useZoom(format: string, scroller: RefObject<HTMLElement | null>) {
  const [zoom, setZoom] = useState<number | null>(zoomOf.get(format) ?? null);
  const set = (next: number | null) => {
    zoomOf.set(format, next);
    setZoom(next);
  };
  const step = (by: 1 | -1) => set(stepZoom(zoom ?? shownZoom(scroller.current), by));
  return { zoom, set, step };
}

/** What "as wide as the pane" comes to at the moment. */
function shownZoom(scroller: HTMLElement | null): number {
  const shown = Number(scroller?.querySelector<HTMLElement>("[data-zoom]")?.dataset.zoom);
  return Number.isFinite(shown) && shown > 0 ? shown : 1;
}

/** A file in the look its reader chose: as text, or as its pages; with its pictures, and with its original to save. */
export function FileView(props: FileViewProps) {
  const { round, document, messages, ownSaving, slot, highlight = null, marks = NO_MARKS, ...frame } = props;
  const { t } = useWords();
  const format = formatOf(props.file);
  const paged = format === "word" || format === "pdf" ? format : null;
  const { look: looks, change } = useReadingLook();
  const [trouble, setTrouble] = useState<NotDrawnReason | null>(null);
  const [missing, setMissing] = useState(false);
  const [leftOut, setLeftOut] = useState(0);
  const [bring, setBring] = useState<string | null>(null);
  const inner = useRef<HTMLElement>(null);
  useWordPagesAhead(paged === "word");
  const textless = document.blocks.length === 0;
  const drawable = paged !== null && trouble === null;
  const look: Look = drawable ? (textless ? "page" : looks[paged]) : "reading";
  const { zoom, set, step } = useZoom(format, inner);
  const original = useOriginal(round, look === "page" ? props.sha256 : null);
  const source = useMemo(
    () => ({ round, sha256: props.sha256, picture: format === "picture" }),
    [round, props.sha256, format],
  );
  const { scrollRef } = frame;
  const attach = useCallback(
    (element: HTMLElement | null) => {
      inner.current = element;
      if (typeof scrollRef === "function") scrollRef(element);
      else if (scrollRef) scrollRef.current = element;
    },
    [scrollRef],
  );
  useEffect(() => (inner.current ? onBlockWish(inner.current, setBring) : undefined), []);
  const choose = (next: Look) => {
    if (!paged || next === look) return;
    setBring(topBlock(inner.current));
    setMissing(false);
    setLeftOut(0);
    change({ [paged]: next });
  };
  const onNotDrawn = useCallback((reason: NotDrawnReason) => setTrouble(reason), []);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (look !== "page" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "=") step(1);
    else if (event.key === "-") step(-1);
    else return;
    event.preventDefault();
  };
  const shown = { document, highlight, marks, bring };
  const paging = { ...shown, zoom, onNotDrawn, onMissing: setMissing };
  const bar = (
    <LookBar
      file={props.file}
      format={format}
      look={look}
      both={drawable && !textless}
      line={looks.line}
      zoom={zoom}
      onLook={choose}
      onLine={(line) => change({ line })}
      onStepZoom={step}
      onFit={() => set(null)}
    >
      {ownSaving !== true && (
        <a className="look-save" href={contentAddress(round, props.sha256)} download={fileNameOf(props.file)}>
          {t("look.save")}
        </a>
      )}
    </LookBar>
  );
  return (
    <DocumentSourceContext value={source}>
      {slot === null || slot === undefined ? bar : createPortal(bar, slot)}
      {(trouble !== null || original.error) && (
        <p className="look-trouble" role="status">
          {t(`look.notDrawn.${trouble ?? "failed"}`)}
        </p>
      )}
      {look === "page" && (missing || leftOut > 0) && !textless && (
        <p className="look-trouble" role="status">
          {missing && t("look.missing")} {leftOut > 0 && t("look.leftOut", { n: String(leftOut) })}{" "}
          <button type="button" className="link-button" onClick={() => choose("reading")}>
            {t("look.toReading")}
          </button>
        </p>
      )}
      <DocumentFrame
        {...frame}
        scrollRef={attach}
        className={look === "page" ? "doc-pages" : `doc-line-${looks.line}`}
        onKeyDown={onKeyDown}
      >
        {look !== "page" || original.error ? (
          <ReadingContent {...shown} />
        ) : original.data === undefined ? (
          <Drawing />
        ) : (
          <Suspense fallback={<Drawing />}>
            {paged === "pdf" ? (
              <PdfView
                {...paging}
                bytes={original.data}
                scanned={messages.some(({ code }) => code === "scanned" || code === "scanned-pages")}
              />
            ) : (
              <WordView {...paging} bytes={original.data} onLeftOut={setLeftOut} />
            )}
          </Suspense>
        )}
      </DocumentFrame>
    </DocumentSourceContext>
  );
}

function Drawing() {
  const { t } = useWords();
  return (
    <p className="muted page-look-wait" role="status">
      {t("look.drawing")}
    </p>
  );
}
