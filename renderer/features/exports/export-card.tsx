import { Button, Select } from "antd";
import { useState } from "react";
import type { WrittenFile } from "../../../shared/contract/app.ts";
import {
  type DocumentKind,
  documentKinds,
  type ExportKind,
  type PublicityTerms,
} from "../../../shared/contract/export.ts";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { exportAddress } from "../../api/file-addresses.ts";
import { useAct } from "../../api/use-act.ts";
import { Failure } from "../../ui/failure.tsx";
import { useWords } from "../../ui/use-words.tsx";
import type { BlockedReason } from "./blocked-reasons.ts";
import { DocumentPreview } from "./document-preview.tsx";
import { PublicityFields } from "./publicity-fields.tsx";

const orders = ["administrative", "score"] as const;
const layouts = ["annex", "numbered", "inline"] as const;

function MadeFiles({ made }: { made: OutputOf<"export/make"> }) {
  const { t } = useWords();
  const { asStored } = made;
  const files: readonly WrittenFile[] = made.files;
  return (
    <div role="status">
      <p>✓ {t("exports.done", { count: String(files.length) })}</p>
      {asStored !== null && (
        <p className="as-stored">
          ✓ {t(`exports.asStored.${asStored.what}`, { count: String(asStored.count) })}
        </p>
      )}
      {files.map((file) => (
        <p key={file.name} className="made-file">
          <a href={exportAddress(file.name)} download={file.name}>
            {file.name}
          </a>
          <code>{file.path}</code>
          <code>SHA-256 {file.sha256}</code>
        </p>
      ))}
    </div>
  );
}

const isDocument = (what: ExportKind): what is DocumentKind => documentKinds.some((kind) => kind === what);

/** What will be made, with its choices; or why it cannot be made yet. */
export function ExportCard({
  round,
  what,
  blocked,
}: {
  round: string;
  what: ExportKind;
  blocked: readonly BlockedReason[];
}) {
  const { t } = useWords();
  const make = useAct("export/make");
  const [order, setOrder] = useState<(typeof orders)[number]>("administrative");
  const [layout, setLayout] = useState<(typeof layouts)[number]>("annex");
  const [publicity, setPublicity] = useState<PublicityTerms>({
    from: "",
    to: "",
    contact: "",
    phone: "",
    address: "",
  });
  return (
    <section className="card export-card" aria-label={t(`exports.${what}`)}>
      <h2>{t(`exports.${what}`)}</h2>
      <p className="muted">{t(`exports.${what}.hint`)}</p>
      {(what === "recommendation-list" || what === "publicity-notice") && (
        <div className="row">
          <Select
            aria-label={t("exports.order")}
            value={order}
            onChange={setOrder}
            options={orders.map((value) => ({ value, label: t(`exports.order.${value}`) }))}
          />
          <Select
            aria-label={t("exports.layout")}
            value={layout}
            onChange={setLayout}
            options={layouts.map((value) => ({ value, label: t(`exports.layout.${value}`) }))}
          />
        </div>
      )}
      {what === "publicity-notice" && <PublicityFields terms={publicity} onChange={setPublicity} />}
      {blocked.length === 0 && isDocument(what) && (
        <DocumentPreview wanted={{ round, what, order, layout, publicity }} />
      )}
      {blocked.length > 0 && (
        <div className="blocked">
          <strong>{t("exports.blocked")}</strong>
          <ul>
            {blocked.map(({ words, params }) => (
              <li key={words}>{t(words, params)}</li>
            ))}
          </ul>
        </div>
      )}
      <Button
        type={blocked.length === 0 ? "primary" : "default"}
        disabled={blocked.length > 0}
        loading={make.isPending}
        aria-label={`${t("exports.make")} ${t(`exports.${what}`)}`}
        onClick={() => make.mutate({ round, what, order, layout, publicity })}
      >
        {t("exports.make")}
      </Button>
      <Failure error={make.error} />
      {make.data && <MadeFiles made={make.data} />}
    </section>
  );
}
