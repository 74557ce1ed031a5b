import { useMemo } from "react";
import { sentenceOf } from "../../../shared/scheme/finding-words.ts";
import { useCall } from "../../api/use-call.ts";
import type { DocumentMark } from "../../ui/document/document-mark.ts";
import { useWords } from "../../ui/use-words.tsx";
import { useRoom } from "./room-context.ts";

const NO_FINDINGS: readonly never[] = [];

/** What stays marked in a file: my notes, and the places that contradict each other, with the sentence that says so. */
export function useDocumentMarks(round: string, submission: string, sha256: string): readonly DocumentMark[] {
  const { t, locale } = useWords();
  const { notes } = useRoom();
  const checks = useCall("check/run", { round });
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
  return useMemo(
    () => [
      ...contradictions,
      ...notes.notes.flatMap(({ id, evidence, text, submission: whose }): DocumentMark[] =>
        evidence?.sha256 === sha256 && whose === submission
          ? [{ id, kind: "note", evidence, title: t("note.mark", { text: text || evidence.text }) }]
          : [],
      ),
    ],
    [contradictions, notes.notes, sha256, submission, t],
  );
}
