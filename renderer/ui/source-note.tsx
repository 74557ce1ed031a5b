import type { ReactNode } from "react";
import type { Source } from "../../shared/scheme/scheme.ts";
import { useWords } from "./use-words.tsx";

/** A rule whose sentence in the notice is one key away: the rule itself opens it. */
export function SourceNote({ source, children }: { source: Source; children?: ReactNode }) {
  const { t } = useWords();
  return (
    <details className="source-note">
      <summary>{children ?? t("schemes.source")}</summary>
      <p>
        <span className="muted">{source.place}</span>
        <q className="source-quote">{source.quote}</q>
      </p>
    </details>
  );
}
