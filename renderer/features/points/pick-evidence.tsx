import { Button, Drawer } from "antd";
import { useState } from "react";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { useCall } from "../../api/use-call.ts";
import { DocumentView } from "../../ui/document/document-view.tsx";
import { ChoiceField } from "../../ui/field.tsx";
import { fileNameOf } from "../../ui/format.ts";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";

function Text({
  round,
  file,
  sha256,
  onSelect,
}: {
  round: string;
  file: string;
  sha256: string;
  onSelect: (evidence: Evidence | null) => void;
}) {
  const { t } = useWords();
  const read = useCall("document/get", { round, sha256 });
  return (
    <Answer query={read}>
      {({ document }) =>
        document === null ? (
          <p>{t("doc.empty")}</p>
        ) : (
          <DocumentView document={document} file={file} sha256={sha256} onSelectText={onSelect} />
        )
      }
    </Answer>
  );
}

/** The applicant's material beside the points: selected text becomes the evidence of an answer. */
export function PickEvidence({
  round,
  submission,
  open,
  onPick,
  onClose,
}: {
  round: string;
  submission: string;
  open: boolean;
  onPick: (evidence: Evidence) => void;
  onClose: () => void;
}) {
  const { t } = useWords();
  const intake = useCall("intake/list", open ? { round } : null);
  const [chosen, setChosen] = useState("");
  const [selected, setSelected] = useState<Evidence | null>(null);
  const files = (intake.data?.arrivals ?? []).filter(
    (arrival) => arrival.submission === submission && arrival.status !== "refused",
  );
  const file = files.find(({ sha256 }) => sha256 === chosen) ?? files[0];
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size="min(52rem, 92vw)"
      title={t("points.pickTitle")}
      destroyOnHidden
      extra={
        <Button
          type="primary"
          disabled={selected === null}
          onClick={() => {
            if (selected) onPick(selected);
          }}
        >
          {t("points.pick")}
        </Button>
      }
    >
      {file === undefined ? (
        <p>{t("points.noFiles")}</p>
      ) : (
        <div className="stack">
          <ChoiceField
            label={t("points.file")}
            value={file.sha256}
            choices={files.map(({ sha256, path }) => ({ value: sha256, label: fileNameOf(path) }))}
            onChange={(sha256) => {
              setChosen(sha256);
              setSelected(null);
            }}
          />
          <p className="muted" role="status">
            {selected ? t("intake.selected", { text: selected.text.slice(0, 60) }) : t("points.pickHint")}
          </p>
          <Text round={round} file={file.path} sha256={file.sha256} onSelect={setSelected} />
        </div>
      )}
    </Drawer>
  );
}
