import { useEffect, useRef, useState } from "react";
import type { Block, Document } from "../../../../shared/submission/document.ts";
import type { Evidence } from "../../../../shared/submission/evidence.ts";
import { useWords, type WordsInUse } from "../../use-words.tsx";
import { closestAcross, registerPageHost } from "../anchors.ts";
import type { DocumentMark } from "../document-mark.ts";
import type { DrawEvents, DrawnPage, WordDrawing } from "./draw-word.ts";
import { PlaceMarks } from "./mark-places.ts";
import { NotDrawn } from "./not-drawn.ts";
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
  /** Says how many blocks of the text are not drawn in this look, once all is drawn that can be. */
  readonly onLeftOut?: (blocks: number) => void;
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

/** The pages as they are put into the window, each under its number. */
class PageFrames {
  readonly root = document.createElement("div");
  private readonly labels: { readonly node: HTMLElement; page: DrawnPage }[] = [];
  private readonly t: WordsInUse["t"];
  private paginated = false;

  constructor(t: WordsInUse["t"]) {
    this.root.className = "pages";
    this.t = t;
  }

  add(page: DrawnPage): void {
    const frame = document.createElement("div");
    frame.className = "page-frame";
    const node = document.createElement("div");
    node.className = "page-number";
    frame.append(node, page.element);
    this.labels.push({ node, page });
    this.label();
    this.root.append(frame);
  }

  /** More of the last page is drawn. */
  grow(page: DrawnPage): void {
    const last = this.labels.at(-1);
    if (last === undefined || last.page.lastNumber === page.lastNumber) return;
    last.page = page;
    this.label();
  }

  /** Whether the file says where pages end. */
  setPaginated(paginated: boolean): void {
    if (this.paginated === paginated) return;
    this.paginated = paginated;
    for (const { node, page } of this.labels) node.textContent = pageLabel(this.t, page, paginated);
  }

  private label(): void {
    const last = this.labels.at(-1);
    if (last) last.node.textContent = pageLabel(this.t, last.page, this.paginated);
  }
}

interface Drawn {
  /** Turns the window has had since the drawing began. */
  readonly turns: number;
  readonly complete: boolean;
}

/** Draws the document into the isolated tree, page after page. `onTurn`: nodes that were drawn since. */
function useDrawing(
  props: WordViewProps,
  host: React.RefObject<HTMLDivElement | null>,
  places: React.RefObject<PlaceMarks | null>,
): Drawn {
  const { t } = useWords();
  const [drawn, setDrawn] = useState<Drawn>({ turns: 0, complete: false });
  const { bytes, onNotDrawn, onLeftOut } = props;
  const blocks: readonly Block[] = props.document.blocks;
  const drawing = useRef<WordDrawing | null>(null);
  const known = useRef({ onNotDrawn, onLeftOut, blocks });
  known.current = { onNotDrawn, onLeftOut, blocks };
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const stop = new AbortController();
    const root = openRoot(element);
    const unregister = registerPageHost(element);
    const frames = new PageFrames(t);
    const marks = new PlaceMarks(frames.root);
    setDrawn({ turns: 0, complete: false });
    const events: DrawEvents = {
      onStyles: (css, paginated) => {
        frames.setPaginated(paginated);
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
        root.append(frames.root);
      },
      onPage: (page) => frames.add(page),
      onMore: (page) => frames.grow(page),
      onTurn: (nodes) => {
        marks.add(nodes);
        setDrawn(({ turns, complete }) => ({ turns: turns + 1, complete }));
      },
    };
    const draw = async () => {
      const { WordDrawing: Drawing } = await import("./draw-word.ts");
      if (stop.signal.aborted) return;
      places.current = marks;
      drawing.current = new Drawing(bytes, known.current.blocks, events, stop.signal);
      try {
        const { paginated, leftOut } = await drawing.current.draw();
        if (stop.signal.aborted) return;
        frames.setPaginated(paginated);
        known.current.onLeftOut?.(leftOut);
        await drawing.current.complete(known.current.blocks);
        setDrawn(({ turns }) => ({ turns: turns + 1, complete: true }));
      } catch (error) {
        if (!stop.signal.aborted)
          known.current.onNotDrawn(error instanceof NotDrawn ? error.reason : "failed");
      }
    };
    void draw();
    return () => {
      stop.abort();
      drawing.current = null;
      places.current = null;
      unregister();
      void import("./draw-word.ts").then(({ releasePictures }) => releasePictures(frames.root));
    };
  }, [bytes, host, places, t]);
  const { complete } = drawn;
  useEffect(() => {
    // Further rows of long tables came after the drawing was done.
    if (complete) void drawing.current?.complete(blocks);
  }, [complete, blocks]);
  return drawn;
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
      const widths = [...pages.querySelectorAll<HTMLElement>(".page-frame > section")].map(
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
  const places = useRef<PlaceMarks>(null);
  const { turns, complete } = useDrawing(props, host, places);
  useFit(host, props.zoom, turns);
  useEffect(() => {
    if (!places.current || turns === 0) return;
    places.current.show(marks, highlight);
    const { target } = places.current;
    if (highlight !== null && target && shown.current.highlight !== highlight) {
      shown.current.highlight = highlight;
      target.scrollIntoView({ block: "center", inline: "nearest" });
    }
    onMissing(complete && highlight !== null && target === null);
  }, [turns, complete, highlight, marks, onMissing]);
  useEffect(() => {
    const root = host.current?.shadowRoot;
    const place = bring === null ? null : root?.querySelector(`[data-block="${CSS.escape(bring)}"]`);
    if (!place || turns === 0 || shown.current.bring === bring || highlight !== null) return;
    shown.current.bring = bring;
    const scroller = closestAcross(host.current, ".doc-scroll");
    if (scroller)
      scroller.scrollTop += place.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  }, [turns, bring, highlight]);
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
