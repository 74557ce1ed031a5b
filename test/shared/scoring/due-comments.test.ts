import { describe, expect, test } from "vitest";
import { dueComments } from "../../../shared/scoring/due-comments.ts";
import { freezeForm } from "../../../shared/scoring/freeze-form.ts";
import { scoreForm, scoreItem } from "../../support/score-form.ts";

const form = scoreForm({ a: "30", b: "20" });
const ruled = { ...form, commentRule: { atMost: "0.5", atLeast: "0.95" } };
const given = (score: string | null, comment = "") => [{ item: "a", score, comment }];

describe("comments that are due", () => {
  test("without a rule none are", () => {
    expect(dueComments(form, given("0"))).toEqual([]);
  });
  test("limits count themselves: half of 30 is 15, 95 % is 28.5", () => {
    expect(["15", "15.5", "28", "28.5"].map((score) => dueComments(ruled, given(score)))).toEqual([
      ["a"],
      [],
      [],
      ["a"],
    ]);
  });
  test("a comment of blanks is none; a word is enough; unscored is never due", () => {
    expect(dueComments(ruled, given("0", " \n"))).toEqual(["a"]);
    expect(dueComments(ruled, given("0", "缺方案"))).toEqual([]);
    expect(dueComments(ruled, given(null))).toEqual([]);
  });
  test("one side may be left open", () => {
    expect(dueComments({ ...form, commentRule: { atMost: null, atLeast: "1" } }, given("0"))).toEqual([]);
  });
});

describe("the frozen form", () => {
  test("has the rule when it is set and not even the key when it is not", () => {
    const items = [scoreItem("a", "10")];
    expect(freezeForm(items, "1")).not.toHaveProperty("value.commentRule");
    expect(freezeForm(items, "1", { atMost: "0.6", atLeast: null })).toMatchObject({
      value: { commentRule: { atMost: "0.6", atLeast: null } },
    });
  });
  test.each(["1.5", "60", "-0.1", "x", "0.6000001"])("%s is no share", (atMost) => {
    expect(freezeForm([scoreItem("a", "10")], "1", { atMost, atLeast: null })).toMatchObject({
      code: "bad-comment-rule",
    });
  });
});
