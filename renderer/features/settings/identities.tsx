import { Button } from "antd";
import { useMemo } from "react";
import type { Identity } from "../../../shared/contract/review.ts";
import { exportAddress } from "../../api/file-addresses.ts";
import { useAct } from "../../api/use-act.ts";
import { useCall } from "../../api/use-call.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Failure } from "../../ui/failure.tsx";
import { formatInstant } from "../../ui/format.ts";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";

/** Identities that can sign on this laptop, and the public half of each as a file to hand over. */
export function Identities() {
  const { t } = useWords();
  const query = useCall("identity/list", {});
  const { mutate, data: written, error } = useAct("identity/export");
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
          <Button size="small" onClick={() => mutate({ keyId: identity.keyId })}>
            {t("app.identity.export")}
          </Button>
        ),
      },
    ],
    [t, mutate],
  );
  return (
    <section className="section">
      <h2>{t("app.identities")}</h2>
      <Failure error={error} />
      {written && (
        <p role="status">
          {t("app.identity.exported", { path: written.path })}{" "}
          <a href={exportAddress(written.name)} download={written.name}>
            {t("exports.download")}
          </a>
        </p>
      )}
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
