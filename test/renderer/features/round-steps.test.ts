import { describe, expect, it } from "vitest";
import { nextStepOf, stepsOf } from "../../../renderer/features/rounds/round-steps.ts";
import type { RoundOverview } from "../../../shared/contract/round.ts";

const nothing: RoundOverview = {
  submissions: 0,
  files: 0,
  refusedFiles: 0,
  questions: 0,
  nameless: 0,
  unconfirmedSubmissions: 0,
  problemSubmissions: 0,
  experts: 0,
  enrolled: 0,
  assignments: 0,
  signed: 0,
  recused: 0,
  openTies: 0,
  unsetMaxima: 4,
  unsetThresholds: 21,
  exports: 0,
  cities: [],
  recent: [],
};

const next = (part: Partial<RoundOverview>, open = false): string =>
  nextStepOf({ ...nothing, ...part }, open).words;

describe("the one next step of a round", () => {
  it("walks from import to opening while the round is prepared", () => {
    const came = { submissions: 3, files: 9 };
    expect([
      next({}),
      next({ ...came, questions: 2 }),
      next(came),
      next({ ...came, experts: 5 }),
      next({ ...came, experts: 5, unsetMaxima: 0 }),
    ]).toEqual([
      "home.next.import",
      "home.next.confirm",
      "home.next.experts",
      "home.next.maxima",
      "home.next.open",
    ]);
  });

  it("walks from enrolment to the list once it is open", () => {
    const ready = { submissions: 3, experts: 2, enrolled: 2, assignments: 6 };
    expect([
      next({ submissions: 3, experts: 2, enrolled: 1 }, true),
      next({ submissions: 3, experts: 2, enrolled: 2 }, true),
      next({ ...ready, signed: 4, recused: 1 }, true),
      next({ ...ready, signed: 5, recused: 1, openTies: 1 }, true),
      next({ ...ready, signed: 5, recused: 1 }, true),
      next({ ...ready, signed: 5, recused: 1, exports: 1 }, true),
    ]).toEqual([
      "home.next.enrol",
      "home.next.assign",
      "home.next.merge",
      "home.next.tie",
      "home.next.export",
      "home.next.review",
    ]);
  });
});

describe("the eight steps", () => {
  it("wait for their turn and say what is left", () => {
    expect(
      stepsOf({ ...nothing, submissions: 2, files: 5, questions: 3 }, false).map((step) => step.state),
    ).toEqual(["left", "done", "left", "done", "left", "waiting", "waiting", "waiting"]);
  });

  it("count open questions as settled once they entered the review as such", () => {
    const steps = stepsOf({ ...nothing, submissions: 2, questions: 3 }, true);
    expect(steps.find((step) => step.id === "confirm")).toMatchObject({
      state: "done",
      note: "home.confirm.entered",
      params: { questions: "3" },
    });
  });
});
