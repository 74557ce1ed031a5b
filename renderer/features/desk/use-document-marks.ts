import { useMemo } from "react";
import type { OutputOf } from "../../../shared/contract/index.ts";
import { sentenceOf } from "../../../shared/scheme/finding-words.ts";
import type { Dossier } from "../../../shared/submission/dossier.ts";
import { useCall } from "../../api/use-call.ts";
import type { DocumentMark } from "../../ui/document/document-mark.ts";
import { formatDecimal } from "../../ui/format.ts";
import { useWords } from "../../ui/use-words.tsx";
import { useRoom } from "./room-context.ts";

const NO_FINDINGS: readonly never[] = [];

/**
 * What stays marked in a file: my notes, the values of indicators, and the places that contradict each other, with the sentence that
 * says so.
 */
export function useDocumentMarks(
  view: OutputOf<"round/get">,
  dossier: Dossier,
  sha256: string,
): readonly DocumentMark[] {
  const { t, locale } = useWords();
  const { notes } = useRoom();
  const { submission, facts } = dossier;
  const { indicators } = view.scheme;
  const checks = useCall("check/run", { round: view.id });
  const findings =
    checks.data?.submissions.find((entry) => entry.submission === submission)?.findings ?? NO_FINDINGS;
  const contradictions = useMemo(
    () =>
      findings
        .filter((finding) => finding.status === "contradiction")
        .flatMap((finding, index) => {
          const remark = t("finding.here", { sentence: sentenceOf(locale, finding) });
          return finding.evidence
            .filter((evidence) => evidence.sha256 === sha256)
            .map(
              (evidence, place): DocumentMark => ({
                id: `finding-${index}-${place}`,
                kind: "finding",
                evidence,
                title: remark,
                remark,
              }),
            );
        }),
    [findings, sha256, locale, t],
  );
  const values = useMemo(
    () =>
      facts.flatMap((fact, index): DocumentMark[] => {
        const indicator = indicators.find(({ id }) => id === fact.key);
        const evidence = fact.read?.evidence;
        if (!indicator || !evidence || evidence.sha256 !== sha256) return [];
        if (fact.role !== "value" || fact.state === "rejected") return [];
        const params = { name: indicator.name, value: formatDecimal(fact.value), unit: indicator.unit };
        return [
          { id: `fact:${fact.key}:${index}`, kind: "fact", evidence, title: t("desk.mark.fact", params) },
        ];
      }),
    [facts, indicators, sha256, t],
  );
  return useMemo(
    () => [
      ...contradictions,
      ...notes.notes.flatMap(({ id, evidence, text, submission: whose }): DocumentMark[] =>
        evidence?.sha256 === sha256 && whose === submission
          ? [{ id, kind: "note", evidence, title: t("note.mark", { text: text || evidence.text }) }]
          : [],
      ),
      // Last: what a person wrote and what does not agree shows before a mere value at the same place.
      ...values,
    ],
    [values, contradictions, notes.notes, sha256, submission, t],
  );
}
