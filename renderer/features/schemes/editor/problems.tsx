import { Button } from "antd";
import { useState } from "react";
import type { Scheme } from "../../../../shared/scheme/scheme.ts";
import { problemSentence, type SchemeProblem } from "../../../../shared/scheme/scheme-problems.ts";
import { useWords } from "../../../ui/use-words.tsx";

/** More than these are folded away at first, so that the form stays in sight. */
const FEW = 4;

/** Everything that keeps the draft from being saved, in words, each leading to where it is put right. */
function ProblemList({
  draft,
  problems,
  onGo,
}: {
  draft: Scheme;
  problems: readonly SchemeProblem[];
  onGo: (place: string) => void;
}) {
  const { t, locale } = useWords();
  const [few] = useState(problems.length <= FEW);
  return (
    <details className="card problems" open={few}>
      <summary>
        <span role="status">{t("editor.problems", { count: String(problems.length) })}</span>
      </summary>
      <ul className="problem-list">
        {problems.map((problem, index) => (
          <li key={`${problem.field} ${problem.code} ${String(index)}`}>
            <Button type="link" className="inline-link" onClick={() => onGo(problem.field)}>
              {problemSentence(locale, draft, problem)}
            </Button>{" "}
            <code className="muted">{problem.field}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Says that the draft can be saved, or everything that is in the way. */
export function Problems(props: Parameters<typeof ProblemList>[0]) {
  const { t } = useWords();
  if (props.problems.length === 0) return <p role="status">✓ {t("editor.noProblems")}</p>;
  return <ProblemList {...props} />;
}
