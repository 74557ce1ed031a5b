import type { Scheme } from "../../shared/scheme/scheme.ts";
import {
  type GroupedSubmissions,
  type GroupFile,
  groupInSteps,
} from "../../shared/submission/group-submissions.ts";

/** As `groupInSteps`, in one go. */
export function groupSubmissions(files: readonly GroupFile[], scheme: Scheme | null): GroupedSubmissions {
  const steps = groupInSteps(files, scheme);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
