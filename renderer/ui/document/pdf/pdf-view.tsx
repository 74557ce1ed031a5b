import { useCallback, useEffect, useRef, useState } from "react";
import type { Document } from "../../../../shared/submission/document.ts";
import type { Evidence } from "../../../../shared/submission/evidence.ts";
import { useWords } from "../../use-words.tsx";
import type { DocumentMark } from "../document-mark.ts";
import { openPdf, type Pdf } from "./load-pdf.ts";
import { PdfPageView } from "./pdf-page-view.tsx";
import { PdfText, type PlacedPage } from "./pdf-text.ts";

export interface PdfViewProps {
  readonly bytes: ArrayBuffer;
  readonly document: Document;
  readonly highlight: Evidence | null;
  readonly marks: readonly DocumentMark[];
  readonly bring: string | null;
  /** Share of the true size; `null`: as wide as the pane. */
  readonly zoom: number | null;
  /** Pages without text hold pictures: they are scans. */
  readonly scanned: boolean;
  readonly onNotDrawn: (reason: "failed") => void;
  readonly onMissing: (missing: boolean) => void;
}

/** Points of a page to CSS pixels. */
const TRUE_SIZE = 96 / 72;

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Opened {
  readonly pdf: Pdf;
  readonly first: Size;
}

function useOpened(bytes: ArrayBuffer, onNotDrawn: PdfViewProps["onNotDrawn"]): Opened | null {
  const [opened, setOpened] = useState<Opened | null>(null);
  const told = useRef(onNotDrawn);
  told.current = onNotDrawn;
  useEffect(() => {
    let stopped = false;
    let close = () => {};
    const open = async () => {
      const found = await openPdf(bytes);
      close = found.close;
      if (stopped) return close();
      const page = await found.pdf.getPage(1);
      const { width, height } = page.getViewport({ scale: 1 });
      if (!stopped) setOpened({ pdf: found.pdf, first: { width, height } });
    };
    open().catch(() => !stopped && told.current("failed"));
    return () => {
      stopped = true;
      setOpened(null);
      close();
    };
  }, [bytes]);
  return opened;
}

interface TextState {
  readonly text: PdfText | null;
  readonly read: number;
}

function useText(pdf: Pdf | null, document: Document): TextState {
  const [state, setState] = useState<TextState>({ text: null, read: 0 });
  useEffect(() => {
    if (!pdf) return;
    const stop = new AbortController();
    const text = new PdfText(pdf, document.blocks);
    setState({ text, read: 0 });
    text.readAll((index) => setState({ text, read: index + 1 }), stop.signal).catch(() => {});
    return () => stop.abort();
  }, [pdf, document]);
  return state;
}

/** Width of the pane, for pages as wide as it. */
function usePaneWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!ref.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}

/** A PDF as it was laid out, page by page as they come near. */
export function PdfView(props: PdfViewProps) {
  const { t } = useWords();
  const opened = useOpened(props.bytes, props.onNotDrawn);
  const text = useText(opened?.pdf ?? null, props.document);
  const { ref, width } = usePaneWidth();
  return (
    <div ref={ref} className="pdf-look" data-read={text.read}>
      {opened && width > 0 ? (
        <Pages {...props} opened={opened} text={text} width={width} />
      ) : (
        <p className="muted page-look-wait" role="status">
          {t("look.drawing")}
        </p>
      )}
    </div>
  );
}

type PagesProps = PdfViewProps & { opened: Opened; text: TextState; width: number };

const NO_MARKS: readonly DocumentMark[] = [];

/** Marks of one page only, so that the others are not drawn again. */
const marksOfPage = (
  marks: readonly DocumentMark[],
  page: PlacedPage | undefined,
): readonly DocumentMark[] => {
  if (!page || marks.length === 0) return NO_MARKS;
  const blocks = new Set(page.places.flatMap((place) => place?.block ?? []));
  return marks.some((mark) => blocks.has(mark.evidence.block)) ? marks : NO_MARKS;
};

function Pages({ opened, text, width, highlight, bring, marks, onMissing, ...props }: PagesProps) {
  const { pdf, first } = opened;
  const [sizes, setSizes] = useState<ReadonlyMap<number, Size>>(new Map());
  const onSize = useCallback(
    (index: number, wide: number, high: number) =>
      setSizes((known) =>
        (known.get(index) ?? first).width === wide && (known.get(index) ?? first).height === high
          ? known
          : new Map(known).set(index, { width: wide, height: high }),
      ),
    [first],
  );
  const widest = Math.max(first.width, ...[...sizes.values()].map((size) => size.width));
  const scale = props.zoom === null ? Math.max(0.25, (width - 24) / widest) : props.zoom * TRUE_SIZE;
  const target = highlight === null ? null : (text.text?.pageOfBlock(highlight.block) ?? null);
  const start = bring === null ? null : (text.text?.pageOfBlock(bring) ?? null);
  useScrollToPage(highlight === null ? start : null, bring);
  const complete = text.read === pdf.numPages;
  useEffect(() => {
    onMissing(complete && highlight !== null && target === null);
  }, [complete, highlight, target, onMissing]);
  return Array.from({ length: pdf.numPages }, (_, index) => {
    const placed = text.text?.pages[index];
    const size = sizes.get(index) ?? first;
    return (
      <PdfPageView
        // biome-ignore lint/suspicious/noArrayIndexKey: a page has no other name than its number
        key={index}
        pdf={pdf}
        index={index}
        width={size.width}
        height={size.height}
        scale={scale}
        placed={placed}
        scan={props.scanned && placed?.textless === true}
        highlight={target === index || spansTo(placed, highlight) ? highlight : null}
        marks={marksOfPage(marks, placed)}
        needed={index === 0 || index === target}
        onSize={onSize}
      />
    );
  });
}

/** A paragraph may go on on the next page. */
const spansTo = (page: PlacedPage | undefined, highlight: Evidence | null): boolean =>
  highlight !== null && page?.places.some((place) => place?.block === highlight.block) === true;

/** Another look of the document stood at a block: its page is brought into view, once. */
function useScrollToPage(page: number | null, wish: string | null): void {
  const done = useRef<string | null>(null);
  useEffect(() => {
    if (page === null || done.current === wish) return;
    done.current = wish;
    for (const element of document.querySelectorAll(`.pdf-page[data-page="${page + 1}"]`))
      element.scrollIntoView({ block: "start" });
  }, [page, wish]);
}
