import { describe, expect, it } from "vitest";
import {
  isUnsetOrAmount,
  liveTotal,
  parseYears,
  tidyDecimal,
} from "../../../renderer/features/round-settings/settings-draft.ts";
import type { ScoreItem } from "../../../shared/scheme/scheme.ts";

const item = (id: string): ScoreItem => ({
  id,
  name: id,
  guidance: "",
  max: null,
  source: { place: "p", quote: "q" },
});

describe("what a clerk types into the round settings", () => {
  it("takes full-width digits, separators and leading zeros as the number they mean", () => {
    expect(["１２，３４５．５", " 10 000 ", "007", "0.5", "30."].map(tidyDecimal)).toEqual([
      "12345.5",
      "10000",
      "7",
      "0.5",
      "30",
    ]);
  });

  it("takes an emptied field as not set, never as zero", () => {
    expect(["", "  "].map(tidyDecimal)).toEqual([null, null]);
  });

  it("accepts unset and amounts, and nothing else", () => {
    expect([null, "0", "12.5", "-1", "abc", "1e3"].map(isUnsetOrAmount)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it("reads years however they are separated", () => {
    expect(["2018、2019，2020", "２０１８ 2019", "", "2018-2020", "208"].map(parseYears)).toEqual([
      [2018, 2019, 2020],
      [2018, 2019],
      null,
      undefined,
      undefined,
    ]);
  });

  it("adds the maxima exactly and counts the ones that are not set", () => {
    const items = ["a", "b", "c", "d"].map(item);
    expect(liveTotal(items, { a: "0.1", b: "0.2", c: null })).toEqual({ total: "0.3", unset: 2 });
  });
});
