import { describe, expect, test } from "vitest";
import { nextStep, nextUnfinished, progressOf } from "../../../../renderer/features/desk/model/next-step.ts";
import type { DeskEntry } from "../../../../shared/contract/sheet.ts";

const entry = (submission: string, state: DeskEntry["state"]): DeskEntry => ({
  submission,
  number: 1,
  version: 1,
  name: submission,
  city: "长沙市",
  subject: "region",
  direction: "lean",
  state,
  scored: 0,
  items: 4,
  total: null,
  conflict: null,
});

describe("the next step of an expert", () => {
  test("the first applicant that is not finished", () => {
    const entries = [
      entry("a", "complete"),
      entry("b", "recused"),
      entry("c", "open"),
      entry("d", "not-declared"),
    ];
    expect(nextStep(entries)).toEqual({ step: "review", entry: entries[2], first: false });
  });

  test("at the very beginning it says so", () => {
    expect(nextStep([entry("a", "not-declared")])).toMatchObject({ step: "review", first: true });
  });

  test("with everything complete or recused the sheets are signed, recusals with them", () => {
    expect(nextStep([entry("a", "complete"), entry("b", "recused")])).toEqual({ step: "sign", sheets: 2 });
    expect(nextStep([entry("a", "recused")])).toEqual({ step: "sign", sheets: 1 });
  });

  test("after a correction the signed ones are signed again together with the open one", () => {
    expect(nextStep([entry("a", "signed"), entry("b", "complete")])).toEqual({ step: "sign", sheets: 2 });
  });

  test("everything signed is the end", () => {
    expect(nextStep([entry("a", "signed"), entry("b", "signed")])).toEqual({ step: "done" });
  });

  test("the next unfinished one is looked for onwards and then from the start, never this one again", () => {
    const entries = [entry("a", "open"), entry("b", "complete"), entry("c", "complete")];
    expect(nextUnfinished(entries, "b")?.submission).toBe("a");
    expect(nextUnfinished(entries, "a")).toBeNull();
  });

  test("progress counts every applicant once", () => {
    const entries = [entry("a", "signed"), entry("b", "complete"), entry("c", "recused"), entry("d", "open")];
    expect(progressOf(entries)).toEqual({ all: 4, done: 2, recused: 1, left: 1 });
  });
});
