import { useState } from "react";
import type { Source } from "../../../../shared/scheme/scheme.ts";
import { TextField } from "../../../ui/field.tsx";
import { useWords } from "../../../ui/use-words.tsx";

/** Place and sentence of the notice behind a rule. A rule without both is not saved. */
export function SourceFields({
  source,
  at,
  onChange,
}: {
  source: Source;
  at: string;
  onChange: (source: Source) => void;
}) {
  const { t } = useWords();
  const missing = source.place.trim() === "" || source.quote.trim() === "";
  // Stays as it began: it must not close under the hands of whoever fills it in.
  const [asked] = useState(missing);
  return (
    <details className="source-fields" open={asked}>
      <summary>
        {missing ? `! ${t("editor.sourceMissing")}` : `${t("scheme.field.source")} · ${source.place}`}
      </summary>
      <div className="field-grid">
        <TextField
          label={t("editor.place")}
          hint={t("editor.placeHint")}
          value={source.place}
          at={`${at}.place`}
          onChange={(place) => onChange({ ...source, place })}
        />
        <TextField
          label={t("editor.quote")}
          hint={t("editor.quoteHint")}
          value={source.quote}
          at={`${at}.quote`}
          lines={2}
          wide
          onChange={(quote) => onChange({ ...source, quote })}
        />
      </div>
    </details>
  );
}
