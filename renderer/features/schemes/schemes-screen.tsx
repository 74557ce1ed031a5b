import { Button } from "antd";
import { useMemo, useState } from "react";
import { useNavigate } from "react-router";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { problemSentence } from "../../../shared/scheme/scheme-problems.ts";
import { useAct } from "../../api/use-act.ts";
import { useCall } from "../../api/use-call.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Failure } from "../../ui/failure.tsx";
import { fileNameOf } from "../../ui/format.ts";
import { Answer } from "../../ui/loading.tsx";
import { UploadButton } from "../../ui/upload-button.tsx";
import { useWords, type WordsInUse } from "../../ui/use-words.tsx";
import { DeriveForm } from "./derive-form.tsx";
import { LibraryTabs } from "./library-tabs.tsx";
import { schemeAddress } from "./scheme-address.ts";

export type SchemeHead = OutputOf<"scheme/list">[number];

const columnsOf = ({ t }: WordsInUse): Column<SchemeHead>[] => [
  {
    id: "title",
    title: t("schemes.column.title"),
    cell: (scheme) => <span className="scheme-title">{scheme.title}</span>,
    text: (scheme) => `${scheme.title} ${scheme.id}`,
  },
  {
    id: "year",
    title: t("scheme.field.year"),
    cell: (scheme) => scheme.year,
    text: (scheme) => String(scheme.year),
  },
  {
    id: "number",
    title: t("scheme.field.documentNo"),
    cell: (scheme) =>
      scheme.documentNo === "" ? (
        <span className="muted">{t("schemes.noNumber")}</span>
      ) : (
        <span className="wrapping">{scheme.documentNo}</span>
      ),
    text: (scheme) => scheme.documentNo,
  },
  {
    id: "issuer",
    title: t("scheme.field.issuer"),
    cell: (scheme) => <span className="wrapping">{scheme.issuer}</span>,
    text: (scheme) => scheme.issuer,
  },
  {
    id: "purpose",
    title: t("schemes.column.purpose"),
    cell: (scheme) => <span className="one-line">{t(`schemes.purpose.${scheme.purpose}`)}</span>,
    text: (scheme) => t(`schemes.purpose.${scheme.purpose}`),
  },
  {
    id: "origin",
    title: t("schemes.column.origin"),
    cell: (scheme) => <span className="one-line">{t(`schemes.origin.${scheme.origin}`)}</span>,
    text: (scheme) => t(`schemes.origin.${scheme.origin}`),
  },
];

/** Files in the folder of own schemes that were not used, each with what is wrong in it. */
function RefusedFiles() {
  const { t, locale } = useWords();
  const refused = useCall("scheme/list-refused", {});
  if (!refused.data || refused.data.length === 0) return null;
  return (
    <section className="section">
      <h2>{t("schemes.refused")}</h2>
      <p className="muted">{t("schemes.refusedHint")}</p>
      {refused.data.map(({ file, problems }) => (
        <div key={file} className="card">
          <h3>{fileNameOf(file)}</h3>
          <ul className="problem-list">
            {problems.map((problem, index) => (
              <li key={`${problem.field} ${problem.code} ${String(index)}`}>
                {problemSentence(locale, null, problem)} <code>{problem.field}</code>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function SchemeList({ schemes }: { schemes: readonly SchemeHead[] }) {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const columns = useMemo(() => columnsOf(words), [words]);
  const [deriving, setDeriving] = useState(false);
  const importing = useAct("scheme/import");
  const take = (upload: string): void =>
    importing.mutate({ upload }, { onSuccess: ({ scheme }) => navigate(schemeAddress(scheme.id)) });
  return (
    <>
      <div className="screen-head">
        <h1>{t("schemes.title")}</h1>
        <div className="row">
          <UploadButton label={t("schemes.import")} accept=".json" onUpload={take} />
          {!deriving && (
            <Button type="primary" onClick={() => setDeriving(true)}>
              {t("schemes.derive")}
            </Button>
          )}
        </div>
      </div>
      <Failure error={importing.error} />
      {deriving && <DeriveForm schemes={schemes} from={null} onCancel={() => setDeriving(false)} />}
      <p className="muted">{t("schemes.hint")}</p>
      <DataTable
        label={t("schemes.title")}
        columns={columns}
        rows={schemes}
        rowKey={(scheme) => scheme.id}
        filter={schemes.length > 8}
        onOpen={(scheme) => navigate(schemeAddress(scheme.id))}
      />
      <RefusedFiles />
    </>
  );
}

export function SchemesScreen() {
  const schemes = useCall("scheme/list", {});
  return (
    <div className="screen">
      <LibraryTabs />
      <Answer query={schemes}>{(known) => <SchemeList schemes={known} />}</Answer>
    </div>
  );
}
