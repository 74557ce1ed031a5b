import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assignBalanced,
  assignEverything,
  changesTo,
  pairKey,
  shortOf,
} from "../../../renderer/features/experts/plan-assignments.ts";
import type { AssignmentMatrix } from "../../../shared/contract/expert.ts";

/** `conflicts` and `assigned` are pairs `expert/submission`. */
function matrix(
  experts: number,
  submissions: number,
  conflicts: readonly string[] = [],
  assigned: readonly string[] = [],
): AssignmentMatrix {
  const expertIds = Array.from({ length: experts }, (_, index) => `e${index}`);
  const submissionIds = Array.from({ length: submissions }, (_, index) => `s${index}`);
  return {
    experts: expertIds.map((id) => ({ id, name: id })),
    submissions: submissionIds.map((submission, index) => ({
      submission,
      number: index + 1,
      name: submission,
      city: "",
      direction: null,
    })),
    cells: expertIds.flatMap((expert) =>
      submissionIds.map((submission) => ({
        expert,
        submission,
        assigned: assigned.includes(`${expert}/${submission}`),
        conflict: conflicts.includes(`${expert}/${submission}`) ? "某单位" : null,
      })),
    ),
  };
}

const anyMatrix = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 20 }))
  .chain(([experts, submissions]) =>
    fc
      .uniqueArray(
        fc
          .tuple(fc.nat(experts - 1), fc.nat(submissions - 1))
          .map(([expert, submission]) => `e${expert}/s${submission}`),
      )
      .map((conflicts) => matrix(experts, submissions, conflicts)),
  );

const free = (given: AssignmentMatrix, submission: string): number =>
  given.cells.filter((cell) => cell.submission === submission && cell.conflict === null).length;

describe("planning who reviews what", () => {
  it("gives everything but conflicts", () => {
    expect([...assignEverything(matrix(2, 1, ["e0/s0"]))]).toEqual([pairKey("e1", "s0")]);
  });

  it("never plans a conflict and gives each applicant as many experts as are free", () => {
    fc.assert(
      fc.property(anyMatrix, fc.integer({ min: 1, max: 7 }), (given, each) => {
        const planned = assignBalanced(given, each);
        for (const cell of given.cells) {
          if (cell.conflict !== null) expect(planned.has(pairKey(cell.expert, cell.submission))).toBe(false);
        }
        for (const { submission } of given.submissions) {
          const got = given.experts.filter(({ id }) => planned.has(pairKey(id, submission))).length;
          expect(got).toBe(Math.min(each, free(given, submission)));
        }
      }),
    );
  });

  it("spreads the load to within one where nobody has to step aside", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 20 }), (experts, submissions) => {
        const given = matrix(experts, submissions);
        const planned = assignBalanced(given, Math.min(3, experts));
        const loads = given.experts.map(
          ({ id }) =>
            given.submissions.filter(({ submission }) => planned.has(pairKey(id, submission))).length,
        );
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("changes only what differs from the plan", () => {
    const given = matrix(2, 2, [], ["e0/s0", "e0/s1"]);
    const planned = new Set([pairKey("e0", "s0"), pairKey("e1", "s1")]);
    expect(changesTo(given, planned)).toEqual([
      { expert: "e0", submissions: ["s1"], assigned: false },
      { expert: "e1", submissions: ["s1"], assigned: true },
    ]);
  });

  it("counts the applicants that got too few", () => {
    expect(shortOf(matrix(2, 2, [], ["e0/s0", "e1/s0", "e0/s1"]), 2)).toBe(1);
  });
});
