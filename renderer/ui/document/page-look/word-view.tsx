import { useEffect, useRef, useState } from "react";
import type { Block, Document } from "../../../../shared/submission/document.ts";
import type { Evidence } from "../../../../shared/submission/evidence.ts";
import { useWords, type WordsInUse } from "../../use-words.tsx";
import { closestAcross, registerPageHost } from "../anchors.ts";
import type { DocumentMark } from "../document-mark.ts";
import type { DrawnPage } from "./draw-word.ts";
import { markPlaces } from "./mark-places.ts";
import pageCss from "./word-page.css?inline";

export type NotDrawnReason = "format" | "too-large" | "failed";

export interface WordViewProps {
  readonly bytes: ArrayBuffer;
  readonly document: Document;
  readonly highlight: Evidence | null;
  readonly marks: readonly DocumentMark[];
  readonly bring: string | null;
  /** Share of the true size; `null`: as wide as the pane. */
  readonly zoom: number | null;
  readonly onNotDrawn: (reason: NotDrawnReason) => void;
  /** The highlighted place is not drawn in this look. */
  readonly onMissing: (missing: boolean) => void;
}

/** An isolated tree for what a document brings along: its styles end here, and nothing in it runs or loads. */
function openRoot(host: HTMLElement): ShadowRoot {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const base = new CSSStyleSheet();
  base.replaceSync(pageCss);
  root.adoptedStyleSheets = [base];
  root.replaceChildren();
  return root;
}

const pageLabel = (t: WordsInUse["t"], { number, lastNumber }: DrawnPage, paginated: boolean): string => {
  if (!paginated) return t("look.unpaginated");
  return number === lastNumber
    ? t("look.page", { n: String(number) })
    : t("look.pages", { from: String(number), to: String(lastNumber) });
};

function framed(page: DrawnPage, label: string): HTMLElement {
  const frame = document.createElement("div");
  frame.className = "page-frame";
  const number = document.createElement("div");
  number.className = "page-number";
  number.textContent = label;
  frame.append(number, page.element);
  return frame;
}

/** Draws the document into the isolated tree, page after page; gives the number of steps done, and whether it is complete. */
function useDrawing(props: WordViewProps, host: React.RefObject<HTMLDivElement | null>) {
  const { t } = useWords();
  const [steps, setSteps] = useState({ done: 0, complete: false });
  const { bytes, onNotDrawn } = props;
  const blocks: readonly Block[] = props.document.blocks;
  const told = useRef(onNotDrawn);
  told.current = onNotDrawn;
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const stop = new AbortController();
    const root = openRoot(element);
    const unregister = registerPageHost(element);
    const pages = document.createElement("div");
    pages.className = "pages";
    let paginated = false;
    setSteps({ done: 0, complete: false });
    const draw = async () => {
      const { drawWord, NotDrawn } = await import("./draw-word.ts");
      const events = {
        onStyles: (css: string, known: boolean) => {
          paginated = known;
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
          root.append(pages);
        },
        onPage: (page: DrawnPage) => pages.append(framed(page, pageLabel(t, page, paginated))),
        onMore: () => setSteps(({ done }) => ({ done: done + 1, complete: false })),
      };
      try {
        await drawWord(bytes, blocks, events, stop.signal);
        if (!stop.signal.aborted) setSteps(({ done }) => ({ done: done + 1, complete: true }));
      } catch (error) {
        if (!stop.signal.aborted) told.current(error instanceof NotDrawn ? error.reason : "failed");
      }
    };
    void draw();
    return () => {
      stop.abort();
      unregister();
      void import("./draw-word.ts").then(({ releasePictures }) => releasePictures(pages));
    };
  }, [bytes, blocks, host, t]);
  return steps;
}

/** The true width of the widest page, in CSS pixels, and what it takes to show it in the pane. */
function useFit(host: React.RefObject<HTMLDivElement | null>, zoom: number | null, drawn: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: more drawn pages may be wider ones.
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const scroller = closestAcross(element, ".doc-scroll") ?? element;
    const apply = () => {
      const pages = element.shadowRoot?.querySelector<HTMLElement>(".pages");
      if (!pages) return;
      const widths = [...pages.querySelectorAll<HTMLElement>("section")].map(
        (section) => Number.parseFloat(section.style.width) * (96 / 72) || 794,
      );
      const wide = Math.max(...widths, 1);
      const scale = zoom ?? Math.min(3, Math.max(0.25, (scroller.clientWidth - 24) / wide));
      pages.style.setProperty("zoom", scale.toFixed(3));
      pages.style.setProperty("--zoom", scale.toFixed(3));
      element.dataset.zoom = scale.toFixed(3);
    };
    apply();
    const observer = new ResizeObserver(apply);
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [host, zoom, drawn]);
}

/** A Word document as it lays its pages out, with the same places as the reading view. */
export function WordView(props: WordViewProps) {
  const { highlight, marks, bring, onMissing } = props;
  const { t } = useWords();
  const host = useRef<HTMLDivElement>(null);
  const shown = useRef<{ highlight: Evidence | null; bring: string | null }>({
    highlight: null,
    bring: null,
  });
  const { done, complete } = useDrawing(props, host);
  useFit(host, props.zoom, done);
  useEffect(() => {
    const root = host.current?.shadowRoot;
    if (!root || done === 0) return;
    const target = markPlaces(root, marks, highlight);
    if (highlight !== null && target && shown.current.highlight !== highlight) {
      shown.current.highlight = highlight;
      target.scrollIntoView({ block: "center", inline: "nearest" });
    }
    onMissing(complete && highlight !== null && target === null);
  }, [done, complete, highlight, marks, onMissing]);
  useEffect(() => {
    const root = host.current?.shadowRoot;
    const place = bring === null ? null : root?.querySelector(`[data-block="${CSS.escape(bring)}"]`);
    if (!place || done === 0 || shown.current.bring === bring || highlight !== null) return;
    shown.current.bring = bring;
    const scroller = closestAcross(host.current, ".doc-scroll");
    if (scroller)
      scroller.scrollTop += place.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  }, [done, bring, highlight]);
  return (
    <div className="page-look">
      <div ref={host} className="page-host" data-complete={complete} />
      {!complete && (
        <p className="muted page-look-wait" role="status">
          {t("look.drawing")}
        </p>
      )}
    </div>
  );
}
