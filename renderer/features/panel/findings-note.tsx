import { Link } from "react-router";
import { useCall } from "../../api/use-call.ts";
import { useWords } from "../../ui/use-words.tsx";
import { isProblem } from "../checks/check-rows.ts";

/** What the checks found about one applicant; the score says nothing of it. */
export function FindingsNote({ round, submission }: { round: string; submission: string }) {
  const { t } = useWords();
  const checks = useCall("check/run", { round });
  const checked = checks.data?.submissions.find((entry) => entry.submission === submission);
  const problems = checked?.findings.filter(isProblem) ?? [];
  if (problems.length === 0) return null;
  const byStatus = Map.groupBy(problems, (finding) => finding.status);
  const words = [...byStatus].map(([status, found]) => `${t(`status.${status}`)} ${found.length}`).join("，");
  return (
    <Link to={`/round/${encodeURIComponent(round)}/checks`} className="findings-note">
      {t("panel.findings", { n: String(problems.length), words })}
    </Link>
  );
}
