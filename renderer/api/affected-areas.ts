import type { CallName } from "../../shared/contract/index.ts";

type AreaOf<Name extends string> = Name extends `${infer Area}/${string}` ? Area : never;
export type Area = AreaOf<CallName>;

export const areaOf = (name: CallName): Area => name.slice(0, name.indexOf("/")) as Area;

const submissionAreas: readonly Area[] = [
  "submission",
  "intake",
  "check",
  "point",
  "correction",
  "city-letter",
  "round",
  "assignment",
  "search",
  "audit",
];
const reviewAreas: readonly Area[] = [
  "expert",
  "assignment",
  "round",
  "desk",
  "result",
  "ranking",
  "grading",
  "panel",
  "export",
  "audit",
];

/** Which answers a write makes stale. Documents and notices never change once read. */
const affected: Readonly<Record<Area, readonly Area[]>> = {
  app: ["app", "help"],
  help: [],
  job: ["app", "job", ...submissionAreas],
  audit: [],
  scheme: ["scheme", "export", "audit"],
  // Kept with a scheme: the text of a notice may be there now.
  notice: ["notice", "audit"],
  registry: [],
  register: ["register", "registry", "plan", "evaluation", "check", "round", "audit"],
  evaluation: ["export", "audit"],
  plan: ["plan", "audit"],
  point: ["point", "check", "round", "audit"],
  correction: ["correction", "export", "audit"],
  "city-letter": ["city-letter", "export", "audit"],
  round: ["app", ...submissionAreas, ...reviewAreas],
  check: [],
  intake: submissionAreas,
  // A named header reads files again: their notes and kinds change with it.
  mapping: ["mapping", "document", ...submissionAreas],
  document: [],
  submission: submissionAreas,
  search: [],
  expert: reviewAreas,
  assignment: reviewAreas,
  identity: ["identity", "expert", "audit"],
  pack: ["app", ...submissionAreas, ...reviewAreas],
  // A keystroke of the score sheet: the desk holds its own sheet, so the big lists wait.
  desk: ["desk", "result"],
  note: ["note"],
  result: reviewAreas,
  ranking: ["ranking", "grading", "panel", "round", "audit"],
  grading: ["grading", "panel", "audit"],
  panel: ["panel", "export", "audit"],
  export: ["export", "round", "audit"],
};

export const affectedBy = (name: CallName): readonly Area[] => affected[areaOf(name)];
