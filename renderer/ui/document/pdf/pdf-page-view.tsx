import { memo, useEffect, useRef, useState } from "react";
import type { Evidence } from "../../../../shared/submission/evidence.ts";
import { useNear } from "../../lazy-part.ts";
import { useWords } from "../../use-words.tsx";
import { setAnchor } from "../anchors.ts";
import type { DocumentMark } from "../document-mark.ts";
import { markPlaces } from "../page-look/mark-places.ts";
import { type Pdf, type PdfPage, TextLayer } from "./load-pdf.ts";
import type { PlacedPage } from "./pdf-text.ts";

/** A canvas of more points would be refused by the browser, or take the memory of the laptop. */
const MOST_PIXELS = 16_000_000;

interface PageProps {
  readonly pdf: Pdf;
  readonly index: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly placed: PlacedPage | undefined;
  readonly scan: boolean;
  readonly highlight: Evidence | null;
  readonly marks: readonly DocumentMark[];
  readonly needed: boolean;
  readonly onSize: (index: number, width: number, height: number) => void;
}

function drawCanvas(page: PdfPage, canvas: HTMLCanvasElement, scale: number) {
  const plain = page.getViewport({ scale });
  const ratio = Math.min(
    window.devicePixelRatio || 1,
    Math.sqrt(MOST_PIXELS / Math.max(1, plain.width * plain.height)),
  );
  const viewport = page.getViewport({ scale: scale * ratio });
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  return page.render({ canvas, viewport, annotationMode: 1 });
}

/** The text over the picture, to be selected, found and marked. */
async function drawText(page: PdfPage, layer: HTMLElement, scale: number, placed: PlacedPage): Promise<void> {
  layer.replaceChildren();
  layer.style.setProperty("--total-scale-factor", String(scale));
  const text = new TextLayer({
    textContentSource: placed.text,
    container: layer,
    viewport: page.getViewport({ scale }),
  });
  await text.render();
  for (const [index, element] of text.textDivs.entries()) {
    const place = placed.places[index];
    if (place) setAnchor(element, { ...place, places: null });
  }
}

function usePagePicture(props: PageProps, near: boolean) {
  const { pdf, index, scale, placed, onSize } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState({ picture: false, text: 0 });
  useEffect(() => {
    if (!near) return;
    let stopped = false;
    let stop = () => {};
    setDrawn((last) => ({ ...last, picture: false }));
    void pdf.getPage(index + 1).then(
      (page) => {
        if (stopped || !canvas.current) return;
        const { width, height } = page.getViewport({ scale: 1 });
        onSize(index, width, height);
        const task = drawCanvas(page, canvas.current, scale);
        stop = () => task.cancel();
        task.promise.then(
          () => !stopped && setDrawn((last) => ({ ...last, picture: true })),
          () => {},
        );
      },
      () => {},
    );
    return () => {
      stopped = true;
      stop();
    };
  }, [pdf, index, scale, near, onSize]);
  useEffect(() => {
    if (!near || !placed) return;
    let stopped = false;
    void pdf
      .getPage(index + 1)
      .then((page) => (layer.current && !stopped ? drawText(page, layer.current, scale, placed) : undefined))
      .then(
        () => !stopped && setDrawn((last) => ({ ...last, text: last.text + 1 })),
        () => {},
      );
    return () => {
      stopped = true;
    };
  }, [pdf, index, scale, near, placed]);
  return { canvas, layer, drawn };
}

/** One page: its picture and the text over it, drawn when it comes near. */
export const PdfPageView = memo(function PdfPageView(props: PageProps) {
  const { t } = useWords();
  const { index, width, height, scale, highlight, marks } = props;
  const frame = useRef<HTMLDivElement>(null);
  const { near } = useNear(frame, props.needed);
  const { canvas, layer, drawn } = usePagePicture(props, near);
  const scrolled = useRef<Evidence | null>(null);
  useEffect(() => {
    if (!layer.current || drawn.text === 0) return;
    const target = markPlaces(layer.current, marks, highlight);
    if (target === null || scrolled.current === highlight) return;
    scrolled.current = highlight;
    target.scrollIntoView({ block: "center", inline: "nearest" });
  }, [layer, drawn.text, marks, highlight]);
  const remarks = [
    ...new Set(
      marks.flatMap((mark) =>
        props.placed?.places.some((place) => place?.block === mark.evidence.block) ? (mark.remark ?? []) : [],
      ),
    ),
  ];
  const label = t("look.page", { n: String(index + 1) });
  return (
    <div
      ref={frame}
      className="pdf-page"
      data-page={index + 1}
      data-drawn={near && drawn.picture}
      data-zoom={(scale * 0.75).toFixed(3)}
    >
      <p className="page-number">
        {label}
        {props.scan && <strong> · {t("look.scan")}</strong>}
      </p>
      {remarks.map((remark) => (
        <p key={remark} className="doc-remark">
          <span aria-hidden="true">≠ </span>
          {remark}
        </p>
      ))}
      <div className="pdf-sheet" style={{ width: width * scale, height: height * scale }}>
        {near && (
          <>
            <canvas ref={canvas} role="img" aria-label={props.scan ? `${label} ${t("look.scan")}` : label} />
            <div ref={layer} className="pdf-text" />
          </>
        )}
      </div>
    </div>
  );
});
