import { Link } from "react-router";
import { useWords } from "../../ui/use-words.tsx";
import type { Step } from "./round-steps.ts";

const numerals = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧"] as const;
const shapes = { done: "✓", left: "•", waiting: "○" } as const;

export function StepMap({ round, steps }: { round: string; steps: readonly Step[] }) {
  const { t } = useWords();
  return (
    <ol className="step-map" aria-label={t("home.steps")}>
      {steps.map((step, index) => (
        <li key={step.id} className={`step step-${step.state}`}>
          <Link to={`/round/${encodeURIComponent(round)}/${step.screen}`}>
            <span className="step-name">
              {numerals[index]} {t(`home.step.${step.id}`)}{" "}
              <span aria-hidden="true">{shapes[step.state]}</span>
            </span>
            <span className="step-note">{t(step.note, step.params)}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
