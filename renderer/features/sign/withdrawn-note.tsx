import type { StoredResult } from "../../../shared/contract/signed-result.ts";
import { exportAddress } from "../../api/file-addresses.ts";
import { useCall } from "../../api/use-call.ts";
import { useWords } from "../../ui/use-words.tsx";
import { fullInstant } from "./full-instant.ts";
import { resultFile } from "./receipt.tsx";

/** What was signed was taken back by a signature of its own, which the clerk has to get as well. */
export function WithdrawnNote({ round, withdrawal }: { round: string; withdrawal: StoredResult }) {
  const { t, locale } = useWords();
  const written = useCall("export/list", { round });
  const file = resultFile(written.data ?? [], withdrawal);
  return (
    <section className="notice-warn withdrawn-note" role="note" aria-label={t("sign.withdrawn.title")}>
      <p>
        {t("sign.withdrawn.text", {
          time: fullInstant(withdrawal.signedAt, locale),
          n: String(withdrawal.sequence),
          code: withdrawal.shortCode,
          reason: withdrawal.withdraws?.reason ?? "",
        })}
      </p>
      <p>
        {t("sign.withdrawn.handOver")}{" "}
        {file !== null && (
          <a href={exportAddress(file.name)} download={file.name}>
            {t("sign.withdrawn.download")}
          </a>
        )}
      </p>
      {file !== null && <code>{file.path}</code>}
    </section>
  );
}
