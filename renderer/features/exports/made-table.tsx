import { useMemo } from "react";
import type { WrittenFile } from "../../../shared/contract/app.ts";
import { exportAddress } from "../../api/file-addresses.ts";
import { useCall } from "../../api/use-call.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { formatBytes } from "../../ui/format.ts";
import { Answer } from "../../ui/loading.tsx";
import { useWords, type WordsInUse } from "../../ui/use-words.tsx";

const columnsOf = ({ t }: WordsInUse): Column<WrittenFile>[] => [
  {
    id: "name",
    title: t("exports.column.name"),
    cell: (file) => (
      <a href={exportAddress(file.name)} download={file.name} className="wrapping">
        {file.name}
      </a>
    ),
    text: (file) => file.name,
  },
  {
    id: "size",
    title: t("exports.column.size"),
    numeric: true,
    cell: (file) => formatBytes(file.bytes),
  },
  { id: "path", title: t("exports.column.path"), cell: (file) => <code>{file.path}</code> },
  { id: "sha256", title: "SHA-256", cell: (file) => <code className="digest">{file.sha256}</code> },
];

/** Everything the program wrote for this round, with where it is and its digest. */
export function MadeTable({ round }: { round: string }) {
  const words = useWords();
  const { t } = words;
  const columns = useMemo(() => columnsOf(words), [words]);
  const query = useCall("export/list", { round });
  return (
    <section className="section">
      <h2>{t("exports.made")}</h2>
      <Answer query={query}>
        {(files) =>
          files.length === 0 ? (
            <p className="muted">{t("exports.madeNone")}</p>
          ) : (
            <DataTable
              label={t("exports.made")}
              columns={columns}
              rows={files}
              rowKey={(file) => file.name}
              filter={files.length > 8}
            />
          )
        }
      </Answer>
    </section>
  );
}
