import { Button } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { Role } from "../../app/rail-items.ts";
import { usePreferences } from "../../app/use-preferences.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { CreateRound } from "./create-round.tsx";
import { SampleStarter } from "./sample-starter.tsx";
import type { SampleInUse } from "./use-sample.ts";

function ExpertStart() {
  const { t } = useWords();
  const { change } = usePreferences();
  const navigate = useNavigate();
  return (
    <EmptyState
      alone
      title={t("rounds.emptyExpertTitle")}
      hint={t("rounds.emptyExpertHint")}
      action={
        <>
          <Button type="primary" onClick={() => navigate("/expert")}>
            {t("rounds.openPack")}
          </Button>
          <Button onClick={() => navigate("/expert")}>{t("rounds.createIdentity")}</Button>
          <Button type="link" onClick={() => change({ role: "clerk" })}>
            {t("rounds.asClerk")}
          </Button>
        </>
      }
    />
  );
}

function ClerkStart({ sample }: { sample: SampleInUse }) {
  const { t } = useWords();
  const { change } = usePreferences();
  const [creating, setCreating] = useState(false);
  if (creating) {
    return (
      <div className="screen">
        <div className="screen-head">
          <h1>{t("rounds.create")}</h1>
        </div>
        <CreateRound onCancel={() => setCreating(false)} />
      </div>
    );
  }
  return (
    <EmptyState
      alone
      title={t("rounds.emptyTitle")}
      hint={t("rounds.emptyHint")}
      action={
        <>
          <Button type="primary" onClick={() => setCreating(true)}>
            {t("rounds.create")}
          </Button>
          <SampleStarter sample={sample} />
          <Button type="link" onClick={() => change({ role: "expert" })}>
            {t("rounds.asExpert")}
          </Button>
        </>
      }
    />
  );
}

/** Nothing here yet: what belongs here and the way to it, for the role. */
export const FirstStart = ({ role, sample }: { role: Role; sample: SampleInUse }) =>
  role === "expert" ? <ExpertStart /> : <ClerkStart sample={sample} />;
