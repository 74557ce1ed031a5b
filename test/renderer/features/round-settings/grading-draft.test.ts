import { expect, test } from "vitest";
import { emptyNameAt, isStorable } from "../../../../renderer/features/round-settings/settings-draft.ts";
import type { RoundSettings } from "../../../../shared/contract/round.ts";
import type { RoundGrading } from "../../../../shared/scheme/round-grading.ts";

const grading: RoundGrading = {
  levels: [
    { id: "level-1", name: "优秀", minimum: "85", share: "30" },
    { id: "level-2", name: "", minimum: null, share: null },
  ],
  veto: [{ id: "veto-1", text: " " }],
};

const settings: RoundSettings = {
  thresholds: {},
  baseYears: null,
  growthMethod: null,
  outlineTolerance: null,
  maxima: {},
  step: "0.5",
  rule: { method: "mean", decimals: 2, minimumSheets: 1, seats: {} },
};

test("a grade or a veto without words is asked for at its own field", () => {
  expect(
    ["levels[0].name", "levels[1].name", "veto[0].text", "levels[1].share"].map((at) =>
      emptyNameAt(grading, at),
    ),
  ).toEqual([false, true, true, false]);
});

test("no grades can be stored, and grades only when each has a name, a number, and its order", () => {
  const named = (minimum: string | null, last: string | null = null): RoundSettings => ({
    ...settings,
    grading: {
      levels: [
        { id: "level-1", name: "优秀", minimum, share: null },
        { id: "level-2", name: "合格", minimum: last, share: null },
      ],
      veto: [],
    },
  });
  expect(
    [
      settings,
      { ...settings, grading: null },
      named("85"),
      { ...settings, grading },
      named("八十"),
      named("85", "60"),
    ].map(isStorable),
  ).toEqual([true, true, true, false, false, false]);
});
