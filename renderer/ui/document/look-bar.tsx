import type { ReactNode } from "react";
import type { ReadingLook } from "../../../shared/contract/app.ts";
import { useWords } from "../use-words.tsx";
import { extensionOf, type FileFormat } from "./file-format.ts";

export type Look = ReadingLook["word"];

const zooms = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4] as const;

/** The next step from a zoom, also from one that fits the pane. */
export const stepZoom = (from: number, by: 1 | -1): number =>
  (by === 1 ? zooms.find((zoom) => zoom > from + 0.01) : zooms.findLast((zoom) => zoom < from - 0.01)) ??
  from;

interface Props {
  readonly file: string;
  readonly format: FileFormat;
  readonly look: Look;
  /** The file has both looks. */
  readonly both: boolean;
  readonly line: ReadingLook["line"];
  /** `null`: as wide as the pane. */
  readonly zoom: number | null;
  readonly onLook: (look: Look) => void;
  readonly onLine: (line: ReadingLook["line"]) => void;
  readonly onStepZoom: (by: 1 | -1) => void;
  readonly onFit: () => void;
  /** What follows at the end: the original. */
  readonly children?: ReactNode;
}

const lines = [28, 36, 46] as const;

/** Which look a document has, and what belongs to it: line length for reading, zoom for pages. */
export function LookBar(props: Props) {
  const { t } = useWords();
  const { format, look } = props;
  return (
    <div className="look-bar" role="toolbar" aria-label={t("look.label")}>
      {props.both && (
        <span className="segments">
          {(["reading", "page"] as const).map((choice) => (
            <button
              key={choice}
              type="button"
              aria-pressed={look === choice}
              title={t(choice === "reading" ? "look.reading.help" : "look.page.help")}
              onClick={() => props.onLook(choice)}
            >
              {t(choice === "reading" ? "look.reading" : "look.pageLook")}
            </button>
          ))}
        </span>
      )}
      {look === "page" ? <Zoom {...props} /> : <LineLength {...props} />}
      {format === "old-word" && (
        <span className="muted look-none">{t("look.none", { format: extensionOf(props.file) })}</span>
      )}
      {props.children}
    </div>
  );
}

function Zoom({ zoom, onStepZoom, onFit }: Props) {
  const { t } = useWords();
  return (
    <fieldset className="segments" aria-label={t("look.zoom")}>
      <button type="button" aria-label={t("look.zoom.out")} onClick={() => onStepZoom(-1)}>
        −
      </button>
      <button type="button" aria-pressed={zoom === null} onClick={onFit}>
        {zoom === null ? t("look.zoom.fit") : t("look.zoom.percent", { n: String(Math.round(zoom * 100)) })}
      </button>
      <button type="button" aria-label={t("look.zoom.in")} onClick={() => onStepZoom(1)}>
        ＋
      </button>
    </fieldset>
  );
}

function LineLength({ format, line, onLine }: Props) {
  const { t } = useWords();
  if (format === "picture" || format === "sheet") return null;
  return (
    <fieldset className="segments look-line" aria-label={t("look.line")}>
      {lines.map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={line === choice}
          title={t("look.line.help", { n: String(choice) })}
          onClick={() => onLine(choice)}
        >
          {t(`look.line.${choice}`)}
        </button>
      ))}
    </fieldset>
  );
}
