import { Button } from "antd";
import type { WrittenFile } from "../../../shared/contract/app.ts";
import type { Identity } from "../../../shared/contract/identity.ts";
import { exportAddress } from "../../api/file-addresses.ts";
import { useAct } from "../../api/use-act.ts";
import { Failure } from "../../ui/failure.tsx";
import { Fingerprint } from "../../ui/fingerprint.tsx";
import { formatInstant } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";

/** A public identity to hand over: file, path, fingerprint to read aloud. */
export function IdentityCard({ identity, file }: { identity: Identity; file: WrittenFile | null }) {
  const { t } = useWords();
  const again = useAct("identity/export");
  const written = again.data ?? file;
  return (
    <section className="card stack" aria-label={`${t("identity.title")} ${identity.name}`}>
      <h3>
        {identity.name}{" "}
        <span className="muted">{t("identity.createdAt", { time: formatInstant(identity.createdAt) })}</span>
      </h3>
      <dl className="facts">
        <dt>{t("identity.fingerprint")}</dt>
        <dd>
          <Fingerprint value={identity.fingerprint} label={t("identity.fingerprint")} />
          <p className="muted">{t("identity.fingerprintHelp")}</p>
        </dd>
        {written !== null && (
          <>
            <dt>{t("identity.file")}</dt>
            <dd>
              <code>{written.path}</code>
              <p>{t("identity.handOver")}</p>
            </dd>
          </>
        )}
      </dl>
      <Failure error={again.error} />
      <div className="row">
        {written !== null && (
          <a className="button-link" href={exportAddress(written.name)} download={written.name}>
            {t("identity.download")}
          </a>
        )}
        {written === null && (
          <Button loading={again.isPending} onClick={() => again.mutate({ keyId: identity.keyId })}>
            {t("identity.exportAgain")}
          </Button>
        )}
      </div>
    </section>
  );
}
