import { Button } from "antd";
import type { Scheme } from "../../../../shared/scheme/scheme.ts";
import { problemSentence, type SchemeProblem } from "../../../../shared/scheme/scheme-problems.ts";
import { useWords } from "../../../ui/use-words.tsx";
import { type SectionId, sectionOf } from "./draft-scheme.ts";

/** Everything that keeps the draft from being saved, in words, each leading to where it is put right. */
export function Problems({
  draft,
  problems,
  onGo,
}: {
  draft: Scheme;
  problems: readonly SchemeProblem[];
  onGo: (section: SectionId) => void;
}) {
  const { t, locale } = useWords();
  if (problems.length === 0) return <p role="status">✓ {t("editor.noProblems")}</p>;
  return (
    <details className="card problems" open={problems.length <= 4}>
      <summary>
        <span role="status">{t("editor.problems", { count: String(problems.length) })}</span>
      </summary>
      <ul className="problem-list">
        {problems.map((problem, index) => (
          <li key={`${problem.field} ${problem.code} ${String(index)}`}>
            <Button type="link" className="inline-link" onClick={() => onGo(sectionOf(problem.field))}>
              {problemSentence(locale, draft, problem)}
            </Button>{" "}
            <code className="muted">{problem.field}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
