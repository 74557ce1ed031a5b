import { Segmented } from "antd";
import { useState } from "react";
import type { AnsweredPoint } from "../../../shared/contract/point.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import { EvidenceDrawer } from "../../ui/evidence-drawer.tsx";
import { useWords } from "../../ui/use-words.tsx";
import { PickEvidence } from "./pick-evidence.tsx";
import { PointCard } from "./point-card.tsx";
import { countAnswered } from "./point-draft.ts";

interface Picked {
  readonly point: string;
  readonly evidence: Evidence;
}

/** Every point for this applicant's type, by group; those nobody has answered can be shown alone. */
export function PointList({
  round,
  submission,
  points,
}: {
  round: string;
  submission: string;
  points: readonly AnsweredPoint[];
}) {
  const { t } = useWords();
  const [openOnly, setOpenOnly] = useState(false);
  const [evidence, setEvidence] = useState<Evidence | null>(null);
  const [picking, setPicking] = useState<string | null>(null);
  const [picked, setPicked] = useState<Picked | null>(null);
  const answered = countAnswered(points);
  const groups = [...new Set(points.map(({ point }) => point.group))];
  const numbers = new Map(points.map(({ point }, index) => [point.id, index + 1]));
  return (
    <>
      <div className="row">
        <strong role="status">
          {t("points.progress", { answered: String(answered), total: String(points.length) })}
        </strong>
        <progress value={answered} max={points.length} aria-label={t("points.progressLabel")} />
        <Segmented
          value={openOnly ? "open" : "all"}
          onChange={(value) => setOpenOnly(value === "open")}
          options={[
            { value: "all", label: t("checks.showAll") },
            { value: "open", label: t("points.onlyOpen", { count: String(points.length - answered) }) },
          ]}
        />
      </div>
      {groups.map((group) => {
        const shown = points.filter(
          ({ point, answer }) => point.group === group && (!openOnly || answer === null),
        );
        if (shown.length === 0) return null;
        return (
          <section key={group} className="section stack" aria-label={group}>
            <h3>{group}</h3>
            {shown.map((one) => (
              <PointCard
                key={one.point.id}
                answered={one}
                number={numbers.get(one.point.id) ?? 0}
                submission={submission}
                picked={picked?.point === one.point.id ? picked.evidence : null}
                onOpen={setEvidence}
                onPick={() => setPicking(one.point.id)}
              />
            ))}
          </section>
        );
      })}
      <EvidenceDrawer round={round} evidence={evidence} onClose={() => setEvidence(null)} />
      <PickEvidence
        round={round}
        submission={submission}
        open={picking !== null}
        onPick={(one) => {
          if (picking !== null) setPicked({ point: picking, evidence: one });
          setPicking(null);
        }}
        onClose={() => setPicking(null)}
      />
    </>
  );
}
