import { Alert, Button } from "antd";
import { failureSentence } from "../../shared/text/failure-sentence.ts";
import { CallFailure } from "../api/call.ts";
import { useWords } from "./use-words.tsx";

/** What happened, what was not lost, what to do; the code small, to read aloud. */
export function Failure({ error, onRetry }: { error: Error | null; onRetry?: () => void }) {
  const { t, locale } = useWords();
  if (!error) return null;
  const code = error instanceof CallFailure ? error.code : "internal";
  const params = error instanceof CallFailure ? error.params : {};
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="failure"
      title={failureSentence(locale, code, params)}
      description={
        <span className="failure-code">
          {t("ui.code", { code: params.reference ? `${code} ${params.reference}` : code })}
        </span>
      }
      action={onRetry && <Button onClick={onRetry}>{t("ui.retry")}</Button>}
    />
  );
}
