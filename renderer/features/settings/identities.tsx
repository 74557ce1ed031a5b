import { Button } from "antd";
import { useMemo } from "react";
import type { Identity } from "../../../shared/contract/identity.ts";
import { exportAddress } from "../../api/file-addresses.ts";
import { useAct } from "../../api/use-act.ts";
import { useCall } from "../../api/use-call.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Failure } from "../../ui/failure.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { formatInstant } from "../../ui/format.ts";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";

const byNewest = (one: { submittedAt: number }, other: { submittedAt: number }): number =>
  other.submittedAt - one.submittedAt;

/** Identities that can sign on this laptop, and the public half of each as a file to hand over. */
export function Identities() {
  const { t } = useWords();
  const query = useCall("identity/list", {});
  const toPublic = useAct("identity/export");
  const toKey = useAct("identity/export-key");
  const fromKey = useAct("identity/import-key");
  const exportPublic = toPublic.mutate;
  const exportKey = toKey.mutate;
  const written = [toPublic, toKey].filter((act) => act.data).sort(byNewest)[0]?.data;
  const columns = useMemo<Column<Identity>[]>(
    () => [
      { id: "name", title: t("app.identity.name"), cell: (identity) => identity.name },
      {
        id: "fingerprint",
        title: t("experts.fingerprint"),
        cell: (identity) => <code>{identity.fingerprint}</code>,
      },
      {
        id: "created",
        title: t("app.identity.created"),
        numeric: true,
        cell: (identity) => formatInstant(identity.createdAt),
      },
      {
        id: "export",
        title: <span className="visually-hidden">{t("app.identity.export")}</span>,
        cell: (identity) => (
          <div className="row">
            <Button size="small" onClick={() => exportPublic({ keyId: identity.keyId })}>
              {t("app.identity.export")}
            </Button>
            <Button size="small" onClick={() => exportKey({ keyId: identity.keyId })}>
              {t("app.identity.exportKey")}
            </Button>
          </div>
        ),
      },
    ],
    [t, exportPublic, exportKey],
  );
  return (
    <section className="section">
      <h2>{t("app.identities")}</h2>
      <Failure error={toPublic.error ?? toKey.error ?? fromKey.error} />
      {written && (
        <p role="status">
          {t("app.identity.exported", { path: written.path })}{" "}
          <a href={exportAddress(written.name)} download={written.name}>
            {t("exports.download")}
          </a>
        </p>
      )}
      <p className="muted">{t("app.identity.keyHint")}</p>
      <FileDrop
        label={t("app.identity.importKey")}
        hint={
          fromKey.data
            ? t("app.identity.imported", { name: fromKey.data.name })
            : t("app.identity.importHint")
        }
        accept=".json"
        busy={fromKey.isPending ? t("app.identity.importing") : null}
        onFiles={([file]) => {
          if (file) void file.text().then((sealed) => fromKey.mutate({ sealed: sealed.slice(0, 8000) }));
        }}
      />
      <Answer query={query}>
        {(identities) =>
          identities.length === 0 ? (
            <p className="muted">{t("app.identitiesNone")}</p>
          ) : (
            <DataTable
              label={t("app.identities")}
              columns={columns}
              rows={identities}
              rowKey={(identity) => identity.keyId}
            />
          )
        }
      </Answer>
    </section>
  );
}
