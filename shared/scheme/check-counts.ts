import type { Dossier } from "../submission/dossier.ts";
import { byText } from "../text/by-text.ts";
import type { Finding } from "./finding.ts";
import { makeFinding } from "./make-finding.ts";

/** A count that is written (合计：12 个, 主要建设项目共12个) beside the rows of the project table. */
export function checkCounts(dossier: Dossier): Finding[] {
  const stated = [...(dossier.statedCounts ?? [])].sort((one, other) =>
    byText(JSON.stringify(one.evidence), JSON.stringify(other.evidence)),
  );
  return stated.flatMap(({ count, evidence }, index): Finding[] => {
    const table = dossier.projects.filter(
      (row) => row.evidence.sha256 === evidence.sha256 && row.evidence.block === evidence.block,
    );
    const rows = table.length > 0 ? table : dossier.projects;
    if (rows.length === 0) return [];
    const same = rows.length === count;
    return [
      makeFinding({
        rule: `count:projects-${index + 1}`,
        kind: "count",
        status: same ? "met" : "contradiction",
        subject: "",
        unit: "个",
        expected: String(rows.length),
        actual: String(count),
        margin: String(count - rows.length),
        evidence: [evidence, ...(same ? [] : rows.map((row) => row.evidence))],
      }),
    ];
  });
}
