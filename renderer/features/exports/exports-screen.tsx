import { exportKinds } from "../../../shared/contract/export.ts";
import type { RoundView } from "../../../shared/contract/round.ts";
import { useCall } from "../../api/use-call.ts";
import { useRound, useRoundId } from "../../app/use-round.ts";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { blockedReasons } from "./blocked-reasons.ts";
import { ExportCard } from "./export-card.tsx";
import { MadeTable } from "./made-table.tsx";

function Exports({ view }: { view: RoundView }) {
  const { t } = useWords();
  const overview = useCall("round/get-overview", { round: view.id });
  return (
    <div className="screen">
      <h1>{t("exports.title")}</h1>
      <Answer query={overview}>
        {(counts) => (
          <>
            {view.state === "open" && counts.signed + counts.recused < counts.assignments && (
              <p className="fact-state-to-confirm">{t("exports.provisional")}</p>
            )}
            <div className="export-cards">
              {exportKinds.map((what) => (
                <ExportCard
                  key={what}
                  round={view.id}
                  what={what}
                  blocked={blockedReasons(what, view, counts)}
                />
              ))}
            </div>
          </>
        )}
      </Answer>
      <MadeTable round={view.id} />
    </div>
  );
}

export function ExportsScreen() {
  const view = useRound(useRoundId());
  return <Answer query={view}>{(round) => <Exports key={round.id} view={round} />}</Answer>;
}
