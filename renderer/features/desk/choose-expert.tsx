import { Button } from "antd";
import { useNavigate } from "react-router";
import { useCall } from "../../api/use-call.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Answer } from "../../ui/loading.tsx";
import { useWords } from "../../ui/use-words.tsx";

/** On the clerk's laptop several experts may take turns: one of them sits down. */
export function ChooseExpert({
  round,
  title,
  address,
  action,
}: {
  round: string;
  title: string;
  address: (expert: string) => string;
  action: (name: string) => string;
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const experts = useCall("expert/list", { round });
  return (
    <Answer query={experts}>
      {(list) =>
        list.length === 0 ? (
          <EmptyState title={t("desk.noExperts")} hint={t("desk.noExpertsHelp")} />
        ) : (
          <section className="screen choose-expert" aria-labelledby="choose-expert-title">
            <h1 id="choose-expert-title">{title}</h1>
            <p className="muted">{t("desk.chooseExpertWhy")}</p>
            <ul className="choose-expert-list">
              {[...list]
                .sort((one, other) => Number(other.keyIsHere) - Number(one.keyIsHere))
                .map((expert) => (
                  <li key={expert.id}>
                    <div>
                      <strong>{expert.name}</strong>
                      <span className="muted">{expert.employer}</span>
                      <span className="muted">
                        {t("desk.assignedCount", { n: String(expert.assigned) })} ·{" "}
                        {t(expert.keyIsHere ? "desk.keyHere" : "desk.keyElsewhere")}
                      </span>
                    </div>
                    <Button
                      type={expert.keyIsHere ? "primary" : "default"}
                      onClick={() => navigate(address(expert.id))}
                    >
                      {action(expert.name)}
                    </Button>
                  </li>
                ))}
            </ul>
          </section>
        )
      }
    </Answer>
  );
}
