import { describe, expect, it } from "vitest";
import { freezeForm } from "../../../shared/scoring/freeze-form.ts";
import { scoreItem } from "../../support/score-form.ts";

const codeOf = (maxima: (string | null)[], step = "0.5") => {
  const result = freezeForm(
    maxima.map((max, index) => scoreItem(`i${index}`, max)),
    step,
  );
  return result.ok ? "ok" : result.code;
};

describe("freezing a score form", () => {
  it("adds the maxima exactly and writes every number in its normal form", () => {
    const result = freezeForm([scoreItem("a", "0.10"), scoreItem("b", "0.2"), scoreItem("c", "040")], "0.10");
    expect(
      result.ok && [result.value.items.map((item) => item.max), result.value.total, result.value.step],
    ).toEqual([["0.1", "0.2", "40"], "40.3", "0.1"]);
  });

  it("keeps quotes and apostrophes of an item's name", () => {
    const result = freezeForm([scoreItem("a", "10")], "1");
    expect(result.ok && result.value.items[0]?.name).toBe("项目“a”'s");
  });

  it("names the item whose maximum nobody has set", () => {
    expect(freezeForm([scoreItem("a", "10"), scoreItem("b", null)], "0.5")).toEqual({
      ok: false,
      code: "max-unset",
      params: { item: "b", name: "项目“b”'s", max: "", step: "0.5" },
    });
  });

  it("refuses forms on which a score could not be given", () => {
    expect([
      codeOf([]),
      codeOf(["0"]),
      codeOf(["-5"]),
      codeOf(["1e3"]),
      codeOf(["12345678"]),
      codeOf(["10"], "0"),
      codeOf(["10"], "x"),
      codeOf(["10.25"]),
      codeOf(["10"], "3"),
    ]).toEqual([
      "no-items",
      "bad-max",
      "bad-max",
      "bad-max",
      "bad-max",
      "bad-step",
      "bad-step",
      "max-off-step",
      "max-off-step",
    ]);
  });

  it("refuses an item that stands twice", () => {
    const result = freezeForm([scoreItem("a", "1"), scoreItem("a", "2")], "1");
    expect(result.ok ? "ok" : result.code).toBe("item-twice");
  });
});
