import { describe, expect, it } from "vitest";
import {
  commentLimits,
  percentOfShare,
  shareOfPercent,
} from "../../../renderer/features/round-settings/comment-rule.ts";
import {
  isUnsetOrAmount,
  isUnsetOrShare,
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
    expect(
      ["2018、2019，2020", "２０１８ 2019", "2019、2018、2019", "", "2018-2020", "208"].map(parseYears),
    ).toEqual([[2018, 2019, 2020], [2018, 2019], [2018, 2019], null, undefined, undefined]);
  });

  it("adds the maxima exactly and counts the ones that are not set", () => {
    const items = ["a", "b", "c", "d"].map(item);
    expect(liveTotal(items, { a: "0.1", b: "0.2", c: null })).toEqual({ total: "0.3", unset: 2 });
  });
});

describe("scores that need a comment", () => {
  it("are typed in percent and kept as an exact share of the maximum", () => {
    expect(["30", "12.5", "0", "100", "33.3333", "x"].map(shareOfPercent)).toEqual([
      "0.3",
      "0.125",
      "0",
      "1",
      "0.333333",
      "x",
    ]);
    expect(["0.3", "0.125", "0", "1", "0.333333", "x"].map(percentOfShare)).toEqual([
      "30",
      "12.5",
      "0",
      "100",
      "33.3333",
      "x",
    ]);
  });

  it("are unset or between nothing and the whole maximum", () => {
    expect([null, "0", "0.3", "1", "1.5", "-0.1", "x", "0.1234567"].map(isUnsetOrShare)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it("are shown on the first item that has a maximum", () => {
    const items = [
      { name: "甲", max: null },
      { name: "乙", max: "25" },
    ];
    expect(commentLimits({ atMost: "0.3", atLeast: null }, items)).toEqual({
      item: "乙",
      max: "25",
      low: "7.5",
      high: null,
    });
    expect(commentLimits({ atMost: "3", atLeast: null }, items)).toBeNull();
    expect(commentLimits({ atMost: "0.3", atLeast: "0.95" }, items.slice(0, 1))).toBeNull();
  });
});
