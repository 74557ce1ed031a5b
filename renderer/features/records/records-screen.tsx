import { Button, Input } from "antd";
import { useDeferredValue, useState } from "react";
import { useParams } from "react-router";
import type { AuditEntry } from "../../../shared/contract/app.ts";
import { ColumnHeads } from "../../ui/column-heads.tsx";
import { Failure } from "../../ui/failure.tsx";
import { formatInstant } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { PAGE, useRecords } from "./use-records.ts";

/** Who did what and when, to be searched; of one round, or of everything in the program. */
export function RecordsScreen() {
  const { t } = useWords();
  const { round = null } = useParams();
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text.trim());
  const records = useRecords(round, wanted);
  const entries = records.data?.pages.flat();
  return (
    <div className="screen">
      <div className="screen-head">
        <div>
          <h1>{t("records.title")}</h1>
          <p className="muted">{t(round === null ? "records.helpAll" : "records.help")}</p>
        </div>
      </div>
      <div className="table-tools">
        <Input
          className="table-filter"
          allowClear
          maxLength={200}
          aria-label={t("records.find")}
          placeholder={t("records.find")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {entries !== undefined && entries.length > 0 && (
          <span role="status" className="muted">
            {t(records.hasNextPage ? "records.shownSome" : "records.shown", { n: String(entries.length) })}
          </span>
        )}
      </div>
      <Failure error={records.error} onRetry={() => void records.refetch()} />
      {records.isPending && <Loading />}
      {entries?.length === 0 && (
        <p role="status">{wanted === "" ? t("home.recentNone") : t("records.noMatch", { text: wanted })}</p>
      )}
      {entries !== undefined && entries.length > 0 && <Table entries={entries} />}
      {records.hasNextPage && (
        <p>
          <Button loading={records.isFetchingNextPage} onClick={() => void records.fetchNextPage()}>
            {t("records.more", { n: String(PAGE) })}
          </Button>
        </p>
      )}
    </div>
  );
}

function Table({ entries }: { entries: readonly AuditEntry[] }) {
  const { t, tryWord } = useWords();
  return (
    <div className="plain-table-scroll">
      <table className="plain-table" aria-label={t("records.title")}>
        <ColumnHeads
          columns={[{ number: t("records.seq") }, t("records.at"), t("records.what"), t("records.who")]}
        />
        <tbody>
          {entries.map(({ seq, at, action, actor, detail }) => (
            <tr key={seq}>
              <td className="number muted">{seq}</td>
              <td className="nowrap">
                <time dateTime={at}>{formatInstant(at)}</time>
              </td>
              <td>{tryWord(`audit.${action}`, action, detail)}</td>
              <td>{actor}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
