import { lazy, Suspense, useMemo, useState } from "react";
import type { InputOf } from "../../../shared/contract/index.ts";
import type { Document } from "../../../shared/submission/document.ts";
import { useCall } from "../../api/use-call.ts";
import { Failure } from "../../ui/failure.tsx";
import { useWords } from "../../ui/use-words.tsx";

// Only who looks at a page loads what draws it.
const WordView = lazy(() =>
  import("../../ui/document/page-look/word-view.tsx").then(({ WordView: view }) => ({ default: view })),
);

type Wanted = InputOf<"export/preview">;

/** The pages of what would be made, drawn again with every choice; nothing is written. */
export function DocumentPreview({ wanted }: { wanted: Wanted }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className="export-preview" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("exports.preview")}</summary>
      {open && <Pages wanted={wanted} />}
    </details>
  );
}

const NO_PLACES: Document = { blocks: [] };
const NO_MARKS = [] as const;

const bytesOf = (base64: string): ArrayBuffer =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;

function Pages({ wanted }: { wanted: Wanted }) {
  const { t } = useWords();
  const made = useCall("export/preview", wanted);
  const [failed, setFailed] = useState(false);
  const bytes = useMemo(() => (made.data ? bytesOf(made.data.base64) : null), [made.data]);
  if (failed) return <p className="muted">{t("exports.previewFailed")}</p>;
  return (
    <>
      <Failure error={made.error} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller is reached by keyboard */}
      <section className="doc-scroll export-preview-pages" aria-label={t("exports.preview")} tabIndex={0}>
        {bytes !== null && (
          <Suspense>
            <WordView
              bytes={bytes}
              document={NO_PLACES}
              highlight={null}
              marks={NO_MARKS}
              bring={null}
              zoom={null}
              onNotDrawn={() => setFailed(true)}
              onMissing={ignore}
            />
          </Suspense>
        )}
      </section>
    </>
  );
}

const ignore = (): void => undefined;
