import { Button, Input } from "antd";
import { useState } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { exportAddress } from "../../api/file-addresses.ts";
import { useAct } from "../../api/use-act.ts";
import { useCall } from "../../api/use-call.ts";
import { Failure } from "../../ui/failure.tsx";
import { Fingerprint } from "../../ui/fingerprint.tsx";
import { formatInstant } from "../../ui/format.ts";
import { IdentityChoice } from "../../ui/identity-choice.tsx";
import { Labelled } from "../../ui/labelled.tsx";
import { Answer } from "../../ui/loading.tsx";
import { PassphraseField } from "../../ui/passphrase-field.tsx";
import { useWords } from "../../ui/use-words.tsx";

type Preview = OutputOf<"panel/preview">;

/** The chair signs what stands on this page: what it is, what is in the way, and what was signed before. */
export function SignPanel({ round }: { round: string }) {
  const { t } = useWords();
  const preview = useCall("panel/preview", { round });
  return (
    <section className="section" aria-labelledby="panel-sign">
      <h2 id="panel-sign" tabIndex={-1}>
        {t("panelSign.title")}
      </h2>
      <p className="muted">{t("panelSign.help")}</p>
      <Answer query={preview}>
        {(found) => (
          <div className="panel-columns">
            <SignCard round={round} preview={found} />
            <Signed round={round} signed={found.signed} />
          </div>
        )}
      </Answer>
    </section>
  );
}

function Contents({ payload }: { payload: Preview["payload"] }) {
  const { t } = useWords();
  const counts = payload.ranking.filter(({ rows }) => rows.length > 0);
  return (
    <dl className="facts">
      <dt>{t("panelSign.content.groups")}</dt>
      <dd>
        {counts.map(({ group, rows }) => (
          <p key={group}>
            {t("panelSign.content.group", {
              name: t(`rankGroup.${group}`),
              ranked: String(rows.filter((row) => row.rank !== null).length),
              recommended: String(rows.filter((row) => row.place === "recommended").length),
            })}
          </p>
        ))}
      </dd>
      <dt>{t("panelSign.content.results")}</dt>
      <dd>{t("panelSign.content.resultsCount", { n: String(payload.results.length) })}</dd>
      <dt>{t("panelSign.content.decisions")}</dt>
      <dd>{t("panelSign.content.decisionsCount", { n: String(payload.decisions.length) })}</dd>
      <dt>{t("panelSign.content.digest")}</dt>
      <dd>
        <code>{payload.content}</code>
      </dd>
    </dl>
  );
}

function Warnings({ warnings }: { warnings: Preview["warnings"] }) {
  const { t } = useWords();
  if (warnings.length === 0) return null;
  return (
    <ul className="panel-warnings">
      {warnings.map(({ code, blocks, params }) => (
        <li key={code} className={blocks ? "notice-warn" : "muted"}>
          {blocks ? "✗" : "!"} {t(`panelSign.warning.${code}`, params)}
        </li>
      ))}
    </ul>
  );
}

function SignCard({ round, preview }: { round: string; preview: Preview }) {
  const { t } = useWords();
  const identities = useCall("identity/list", {});
  return (
    <div className="card stack">
      <h3>{t("panelSign.contents")}</h3>
      <Contents payload={preview.payload} />
      <Warnings warnings={preview.warnings} />
      <Answer query={identities}>
        {(list) =>
          list.length === 0 ? (
            <p role="note">{t("panelSign.noIdentity")}</p>
          ) : (
            <SignForm round={round} preview={preview} identities={list} />
          )
        }
      </Answer>
    </div>
  );
}

function SignForm({
  round,
  preview,
  identities,
}: {
  round: string;
  preview: Preview;
  identities: OutputOf<"identity/list">;
}) {
  const { t } = useWords();
  const [keyId, setKeyId] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [remark, setRemark] = useState("");
  const sign = useAct("panel/sign");
  const { content } = preview.payload;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        sign.mutate(
          { round, keyId, passphrase, remark, content },
          { onSuccess: () => setRemark(""), onSettled: () => setPassphrase("") },
        );
      }}
    >
      <IdentityChoice
        legend={t("panelSign.identity")}
        identities={identities}
        value={keyId}
        onChange={setKeyId}
      />
      <Labelled label={t("panelSign.remark")} hint={t("panelSign.remarkHint")}>
        {(control) => (
          <Input.TextArea
            {...control}
            value={remark}
            maxLength={4000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={(event) => setRemark(event.target.value)}
          />
        )}
      </Labelled>
      <PassphraseField
        label={t("panelSign.passphrase")}
        value={passphrase}
        disabled={!preview.ready}
        onChange={setPassphrase}
      />
      <Failure error={sign.error} />
      <div>
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          disabled={!preview.ready || keyId === "" || passphrase === ""}
          loading={sign.isPending}
        >
          {t(preview.signed.length === 0 ? "panelSign.button" : "panelSign.again")}
        </Button>
      </div>
    </form>
  );
}

function Signed({ round, signed }: { round: string; signed: Preview["signed"] }) {
  const { t } = useWords();
  const files = useCall("export/list", signed.length === 0 ? null : { round });
  const [newest] = signed;
  if (newest === undefined) return null;
  const written = (sequence: number) =>
    files.data?.find((file) => file.name.endsWith(`-${t("panelSign.fileName")}-${sequence}.psc`));
  return (
    <div className="card stack" role="status">
      <h3>✓ {t("panelSign.done", { n: String(newest.sequence) })}</h3>
      {signed.map((one) => {
        const file = written(one.sequence);
        const state = one.sequence !== newest.sequence ? "superseded" : one.current ? "current" : "stale";
        return (
          <dl key={one.digest} className={state === "superseded" ? "facts superseded" : "facts"}>
            <dt>{t("panelSign.signed")}</dt>
            <dd>
              {t("panelSign.line", {
                n: String(one.sequence),
                chair: one.chair.name,
                at: formatInstant(one.signedAt),
              })}
              <p className={state === "stale" ? "notice-warn" : "muted"}>
                {state === "current" ? "✓" : state === "stale" ? "!" : "–"} {t(`panelSign.${state}`)}
              </p>
              {one.remark !== "" && <p className="pre-line">{one.remark}</p>}
            </dd>
            <dt>{t("panelSign.shortCode")}</dt>
            <dd>
              <strong className="short-code">{one.shortCode}</strong>
            </dd>
            <dt>{t("panelSign.fingerprint")}</dt>
            <dd>
              <Fingerprint value={one.fingerprint} label={t("panelSign.fingerprint")} />
            </dd>
            <dt>{t("panelSign.digest")}</dt>
            <dd>
              <code>{one.digest}</code>
              {file !== undefined && (
                <p>
                  <a className="button-link" href={exportAddress(file.name)} download={file.name}>
                    {t("panelSign.download")}
                  </a>
                </p>
              )}
            </dd>
          </dl>
        );
      })}
    </div>
  );
}
