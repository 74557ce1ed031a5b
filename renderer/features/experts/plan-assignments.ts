import type { AssignmentMatrix } from "../../../shared/contract/expert.ts";

/** What to give and take of one expert to reach a plan. */
export interface AssignmentChange {
  readonly expert: string;
  readonly submissions: readonly string[];
  readonly assigned: boolean;
}

export type Pairs = ReadonlySet<string>;

export const pairKey = (expert: string, submission: string): string => JSON.stringify([expert, submission]);

const freePairs = (matrix: AssignmentMatrix): Pairs =>
  new Set(
    matrix.cells
      .filter((cell) => cell.conflict === null)
      .map((cell) => pairKey(cell.expert, cell.submission)),
  );

/** Everyone reviews everything, except where a unit has to be avoided. */
export const assignEverything = (matrix: AssignmentMatrix): Pairs => freePairs(matrix);

/**
 * Gives every applicant `perApplicant` experts, as far as enough are free of conflicts, and spreads the load:
 * applicants with the fewest free experts choose first, each taking the expert who has the least so far.
 */
export function assignBalanced(matrix: AssignmentMatrix, perApplicant: number): Pairs {
  const free = freePairs(matrix);
  const load = new Map(matrix.experts.map((expert) => [expert.id, 0]));
  const candidates = matrix.submissions.map(({ submission, number }) => ({
    submission,
    number,
    experts: matrix.experts.map(({ id }) => id).filter((expert) => free.has(pairKey(expert, submission))),
  }));
  candidates.sort((a, b) => a.experts.length - b.experts.length || a.number - b.number);
  const planned = new Set<string>();
  for (const { submission, experts } of candidates) {
    const chosen = experts.toSorted((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0)).slice(0, perApplicant);
    for (const expert of chosen) {
      planned.add(pairKey(expert, submission));
      load.set(expert, (load.get(expert) ?? 0) + 1);
    }
  }
  return planned;
}

/** The fewest acts that turn the present assignments into the planned ones. */
export function changesTo(matrix: AssignmentMatrix, planned: Pairs): AssignmentChange[] {
  return matrix.experts.flatMap(({ id }) => {
    const own = matrix.cells.filter((cell) => cell.expert === id);
    const wanted = (submission: string): boolean => planned.has(pairKey(id, submission));
    const give = own.filter((cell) => !cell.assigned && wanted(cell.submission));
    const take = own.filter((cell) => cell.assigned && !wanted(cell.submission));
    return [
      ...(take.length > 0
        ? [{ expert: id, submissions: take.map((cell) => cell.submission), assigned: false }]
        : []),
      ...(give.length > 0
        ? [{ expert: id, submissions: give.map((cell) => cell.submission), assigned: true }]
        : []),
    ];
  });
}

/** Applicants that have fewer experts than wanted. */
export const shortOf = (matrix: AssignmentMatrix, wanted: number): number =>
  matrix.submissions.filter(
    ({ submission }) =>
      matrix.cells.filter((cell) => cell.submission === submission && cell.assigned).length < wanted,
  ).length;
