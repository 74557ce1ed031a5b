import { Tabs } from "antd";
import { useSearchParams } from "react-router";
import { useCall } from "../../api/use-call.ts";
import { isFrozen, useRound, useRoundId } from "../../app/use-round.ts";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { AssignmentTable } from "./assignment-table.tsx";
import { ExpertList } from "./expert-list.tsx";
import { Packs } from "./packs.tsx";

const tabs = ["list", "assignment", "packs"] as const;
type Tab = (typeof tabs)[number];

/** Who reviews what, and what they are handed. */
export function ExpertsScreen() {
  const { t } = useWords();
  const round = useRoundId();
  const view = useRound(round);
  const experts = useCall("expert/list", { round });
  const [params, setParams] = useSearchParams();
  const shown = tabs.find((tab) => tab === params.get("tab")) ?? "list";
  return (
    <div className="screen">
      <h1>{t("experts.title")}</h1>
      <Answer query={view}>
        {(loaded) => (
          <Answer query={experts}>
            {(known) => {
              const content: Readonly<Record<Tab, React.ReactNode>> = {
                list: <ExpertList round={round} experts={known} />,
                assignment: <AssignmentTable round={round} />,
                packs: <Packs round={round} open={isFrozen(loaded)} experts={known} />,
              };
              return (
                <Tabs
                  activeKey={shown}
                  destroyOnHidden
                  onChange={(tab) => setParams({ tab }, { replace: true })}
                  items={tabs.map((tab) => ({
                    key: tab,
                    label: t(`experts.tab.${tab}`),
                    children: content[tab],
                  }))}
                />
              );
            }}
          </Answer>
        )}
      </Answer>
    </div>
  );
}
