import { expect, it } from "vitest";
import { wholeNumberOf } from "../../../renderer/ui/digits.ts";

it("reads the digits of a Chinese keyboard as the number they are, and nothing else as one", () => {
  expect(["12", "１２", " ３ ", "", undefined, "两"].map(wholeNumberOf)).toEqual([
    12,
    12,
    3,
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ]);
});
