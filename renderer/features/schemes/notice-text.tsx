import { useMemo } from "react";
import type { Document } from "../../../shared/submission/document.ts";
import { useCall } from "../../api/use-call.ts";
import { DocumentView } from "../../ui/document/document-view.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { findQuote } from "./find-quote.ts";
import { KeepNotice } from "./keep-notice.tsx";

interface Asked {
  readonly quote: string;
}

/** A notice is no file of a round: its digest is never looked up. */
const noDigest = "0".repeat(64);

function Text({ title, document, asked }: { title: string; document: Document; asked: Asked | null }) {
  const { t } = useWords();
  const highlight = useMemo(() => (asked ? findQuote(document, asked.quote) : null), [document, asked]);
  return (
    <>
      {asked !== null && highlight === null && <p className="doc-missing">{t("schemes.quoteElsewhere")}</p>}
      <DocumentView
        document={document}
        file={title}
        sha256={noDigest}
        highlight={highlight}
        label={t("schemes.noticeLabel", { title })}
      />
    </>
  );
}

/** The text of the notice beside what was made of it; a new `asked` leads to its sentence, also the same one again. */
export function NoticeText({
  scheme,
  asked = null,
  own = false,
}: {
  scheme: string;
  asked?: Asked | null;
  /** A scheme of one's own takes its text from whoever made it. */
  own?: boolean;
}) {
  const { t } = useWords();
  const notice = useCall("notice/get", { scheme });
  return (
    <aside className="beside-text" aria-label={t("schemes.notice")}>
      {own && (notice.data !== undefined || notice.error?.code === "notice-missing") && (
        <details open={notice.data === undefined}>
          <summary>{t("schemes.keepNotice")}</summary>
          <KeepNotice scheme={scheme} />
        </details>
      )}
      <Answer query={notice}>
        {({ title, document }) => <Text title={title} document={document} asked={asked} />}
      </Answer>
    </aside>
  );
}
