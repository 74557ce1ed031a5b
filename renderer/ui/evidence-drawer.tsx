import { Drawer } from "antd";
import type { Evidence } from "../../shared/submission/evidence.ts";
import { contentAddress } from "../api/file-addresses.ts";
import { useDocument } from "../api/use-document.ts";
import { DocumentView } from "./document/document-view.tsx";
import { fileNameOf } from "./format.ts";
import { Answer } from "./loading.tsx";
import { useWords } from "./use-words.tsx";

function Place({ round, evidence }: { round: string; evidence: Evidence }) {
  const { t } = useWords();
  const file = useDocument(round, evidence.sha256);
  return (
    <Answer query={file}>
      {({ document }) =>
        document === null ? (
          <p>{t("doc.empty")}</p>
        ) : (
          <DocumentView
            document={document}
            file={evidence.file}
            sha256={evidence.sha256}
            highlight={evidence}
          />
        )
      }
    </Answer>
  );
}

/** Opens from the right edge with the place a value came from, highlighted. Escape closes it. */
export function EvidenceDrawer({
  round,
  evidence,
  onClose,
}: {
  round: string;
  evidence: Evidence | null;
  onClose: () => void;
}) {
  const { t } = useWords();
  return (
    <Drawer
      open={evidence !== null}
      onClose={onClose}
      size="min(52rem, 92vw)"
      title={evidence ? fileNameOf(evidence.file) : ""}
      destroyOnHidden
      styles={{ body: { padding: 0 } }}
      extra={
        evidence && (
          <a href={contentAddress(round, evidence.sha256)} download={fileNameOf(evidence.file)}>
            {t("doc.original")}
          </a>
        )
      }
    >
      {evidence && <Place round={round} evidence={evidence} />}
    </Drawer>
  );
}
