import { Button } from "antd";
import type { WrittenFile } from "../../../shared/contract/app.ts";
import type { OutputOf } from "../../../shared/contract/index.ts";
import type { StoredResult } from "../../../shared/contract/signed-result.ts";
import { exportAddress } from "../../api/file-addresses.ts";
import { useCall } from "../../api/use-call.ts";
import { Fingerprint } from "../../ui/fingerprint.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { fullInstant } from "./full-instant.ts";
import { ReopenForm } from "./reopen-form.tsx";
import type { SignProps } from "./sign-screen.tsx";

type Props = SignProps & {
  readonly signed: StoredResult;
  /** What the signature just answered with; `null` when the page is opened later. */
  readonly fresh: OutputOf<"result/sign"> | null;
  /** How many sheets have more words than a page holds. */
  readonly annexes: number;
};

/** What was signed, by which key, and the file to hand over. */
export function Receipt({ view, expert, preview, signed, fresh, annexes }: Props) {
  const { t, locale } = useWords();
  const experts = useCall("expert/list", { round: view.id });
  const written = useCall("export/list", fresh === null ? { round: view.id } : null);
  const identities = useCall("identity/list", {});
  const person = experts.data?.find((candidate) => candidate.id === expert);
  const fingerprint =
    fresh?.fingerprint ??
    person?.fingerprint ??
    identities.data?.find((identity) => identity.keyId === person?.keyId)?.fingerprint;
  const file = fresh?.file ?? resultFile(written.data ?? [], signed);
  return (
    <section className="card stack receipt" aria-label={t("sign.receipt")}>
      <h2>✓ {t("sign.done", { n: String(signed.sheets) })}</h2>
      <dl className="facts">
        <dt>{t("sign.shortCode")}</dt>
        <dd>
          <strong className="short-code">{signed.shortCode}</strong>
          <p className="muted">{t("sign.shortCodeHelp")}</p>
        </dd>
        {fingerprint !== undefined && fingerprint !== null && (
          <>
            <dt>{t("sign.fingerprint")}</dt>
            <dd>
              <Fingerprint value={fingerprint} label={t("sign.fingerprint")} />
            </dd>
          </>
        )}
        <dt>{t("sign.signedAt")}</dt>
        <dd>{fullInstant(signed.signedAt, locale)}</dd>
        <dt>{t("sign.digest")}</dt>
        <dd>
          <code>{signed.digest}</code>
        </dd>
        <dt>{t("sign.file")}</dt>
        <dd>
          {file === null ? <p>{t("sign.downloadAgain")}</p> : <code>{file.path}</code>}
          <p>{t("sign.fileHelp")}</p>
        </dd>
      </dl>
      <div className="row no-print">
        {file !== null && (
          <a className="button-link button-link-primary" href={exportAddress(file.name)} download={file.name}>
            {t("sign.download")}
          </a>
        )}
        <Button size="large" onClick={() => window.print()}>
          {t("sign.print")}
        </Button>
        <span className="muted">
          {t("sign.print.onePage")}
          {annexes > 0 && t("sign.print.annexes", { n: String(annexes) })}
        </span>
      </div>
      <ReopenForm
        round={view.id}
        expert={expert}
        keyId={preview.payload.expert.key}
        keyIsHere={(identities.data ?? []).some(({ keyId }) => keyId === preview.payload.expert.key)}
      />
    </section>
  );
}

/** The file of this signature among what was written: result files are named after expert and signature. */
export function resultFile(files: readonly WrittenFile[], signed: StoredResult): WrittenFile | null {
  const results = files.filter((file) => file.name.endsWith(".psr"));
  const named = `-${signed.expertName}-${signed.sequence}${signed.withdraws === null ? "" : "-撤回"}`;
  return results.find((file) => file.name.replace(/(（\d+）)?\.psr$/, "").endsWith(named)) ?? null;
}
