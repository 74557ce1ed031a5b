import type { Evaluation, Scheme } from "../../../../shared/scheme/scheme.ts";
import { EvaluationEditor } from "./evaluation-editor.tsx";
import { GradingEditor } from "./grading-editor.tsx";
import type { SectionProps } from "./section-props.ts";

/** A scheme without grades or an evaluation has no such field at all. */
const withGrading = ({ grading: _old, ...scheme }: Scheme, grading: Scheme["grading"]): Scheme =>
  grading === undefined ? scheme : { ...scheme, grading };

const withEvaluation = (
  { evaluation: _old, ...scheme }: Scheme,
  evaluation: Evaluation | undefined,
): Scheme => (evaluation === undefined ? scheme : { ...scheme, evaluation });

export const GradesSection = ({ draft, replace }: SectionProps) => (
  <>
    {(draft.purpose !== "register" || draft.grading !== undefined) && (
      <GradingEditor grading={draft.grading} onChange={(grading) => replace(withGrading(draft, grading))} />
    )}
    <EvaluationEditor
      evaluation={draft.evaluation}
      onChange={(evaluation) => replace(withEvaluation(draft, evaluation))}
    />
  </>
);
