import { useState } from "react";
import { applyProposals, type ConfirmedProposal } from "../../../../shared/scheme/apply-proposals.ts";
import { proposeThresholds, type ThresholdProposal } from "../../../../shared/scheme/propose-thresholds.ts";
import type { Scheme } from "../../../../shared/scheme/scheme.ts";
import type { Evidence } from "../../../../shared/submission/evidence.ts";
import { useAsk } from "../../../api/use-ask.ts";
import { DocumentView } from "../../../ui/document/document-view.tsx";
import { Failure } from "../../../ui/failure.tsx";
import { UploadButton } from "../../../ui/upload-button.tsx";
import { useWords } from "../../../ui/use-words.tsx";
import { freshIndicatorId } from "./draft-scheme.ts";
import { ProposalCard } from "./proposal-card.tsx";
import type { AnnexReading, SectionProps } from "./section-props.ts";

/** Matched with the draft as it was when the annex was read: the program may not know the draft yet. */
function useProposals(draft: Scheme, reading: AnnexReading | undefined): readonly ThresholdProposal[] {
  const [known, setKnown] = useState<{
    reading: AnnexReading;
    proposals: readonly ThresholdProposal[];
  } | null>(null);
  if (reading !== undefined && known?.reading !== reading)
    setKnown({ reading, proposals: proposeThresholds(reading, draft) });
  return known !== null && known.reading === reading ? known.proposals : [];
}

type State = "open" | "taken" | "left";

/** Reads the 量化指标 table of the annex; every row is confirmed on its own beside its cell, or left. */
export function AnnexReader({
  draft,
  change,
  keepAnnex,
}: Pick<SectionProps, "draft" | "change" | "keepAnnex">) {
  const { t } = useWords();
  const read = useAsk("scheme/read-annex");
  const [states, setStates] = useState<Readonly<Record<number, State>>>({});
  const [place, setPlace] = useState<Evidence | null>(null);
  const start = (upload: string): void => {
    setStates({});
    setPlace(null);
    read.mutate({ upload, scheme: null }, { onSuccess: keepAnnex });
  };
  const take = (index: number, proposal: Omit<ConfirmedProposal, "newId">): void => {
    const newId = freshIndicatorId(
      proposal.direction,
      draft.indicators.map(({ id }) => id),
    );
    change({ indicators: applyProposals(draft, [{ ...proposal, newId }]).indicators });
    setStates({ ...states, [index]: "taken" });
  };
  const proposals = useProposals(draft, read.data);
  const open = proposals.filter((_, index) => (states[index] ?? "open") === "open").length;
  return (
    <section className="card stack" aria-label={t("editor.annex")}>
      <h3>{t("editor.annex")}</h3>
      <p className="muted">{t("editor.annexHint")}</p>
      <div className="row">
        <UploadButton label={t("editor.annexChoose")} accept=".docx,.doc,.xlsx,.xls" onUpload={start} />
        {read.data && (
          <span role="status">
            {t("editor.annexFound", { count: String(proposals.length), open: String(open) })}
          </span>
        )}
      </div>
      <Failure error={read.error} />
      {read.data && (
        <div className="beside">
          <div className="beside-main stack">
            {proposals.map((proposal, index) => (
              <ProposalCard
                // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one reading never change their order
                key={`${read.data.sha256} ${index}`}
                draft={draft}
                proposal={proposal}
                state={states[index] ?? "open"}
                onPlace={setPlace}
                onTake={(confirmed) => take(index, confirmed)}
                onLeave={() => setStates({ ...states, [index]: "left" })}
              />
            ))}
          </div>
          <div className="beside-text">
            <DocumentView
              document={read.data.document}
              file={read.data.file}
              sha256={read.data.sha256}
              highlight={place}
            />
          </div>
        </div>
      )}
    </section>
  );
}
