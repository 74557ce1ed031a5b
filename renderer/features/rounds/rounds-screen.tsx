import { Button } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { RoundSummary } from "../../../shared/contract/round.ts";
import { useCall } from "../../api/use-call.ts";
import type { Role } from "../../app/rail-items.ts";
import { usePreferences } from "../../app/use-preferences.ts";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { CreateRound } from "./create-round.tsx";
import { FirstStart } from "./first-start.tsx";
import { RoundTable } from "./round-table.tsx";
import { SampleProgress, SampleStarter } from "./sample-starter.tsx";
import { type SampleInUse, useSample } from "./use-sample.ts";

/** Where a round is entered: an expert goes on scoring, everyone else sees how much is left. */
const entryOf = (round: RoundSummary, role: Role): string =>
  `/round/${encodeURIComponent(round.id)}${role === "expert" ? "/desk" : ""}`;

function KnownRounds({
  rounds,
  role,
  sample,
}: {
  rounds: readonly RoundSummary[];
  role: Role;
  sample: SampleInUse;
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  return (
    <div className="screen">
      <div className="screen-head">
        <h1>{t("rounds.title")}</h1>
        <div className="row">
          {role === "expert" && (
            <Button type="primary" onClick={() => navigate("/expert")}>
              {t("rounds.openPack")}
            </Button>
          )}
          {role === "clerk" && !creating && (
            <>
              <SampleStarter sample={sample} />
              <Button onClick={() => navigate("/library")}>{t("library.open")}</Button>
              <Button onClick={() => setCreating(true)}>{t("rounds.create")}</Button>
            </>
          )}
        </div>
      </div>
      {creating && <CreateRound onCancel={() => setCreating(false)} />}
      <RoundTable rounds={rounds} onOpen={(round) => navigate(entryOf(round, role))} />
    </div>
  );
}

export function RoundsScreen() {
  const { preferences } = usePreferences();
  const rounds = useCall("round/list", {});
  const sample = useSample();
  if (sample.running) return <SampleProgress sample={sample} />;
  return (
    <Answer query={rounds}>
      {(known) =>
        known.length === 0 ? (
          <FirstStart role={preferences.role} sample={sample} />
        ) : (
          <KnownRounds rounds={known} role={preferences.role} sample={sample} />
        )
      }
    </Answer>
  );
}
