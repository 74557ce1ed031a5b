import { expect, test } from "vitest";
import { registerFor } from "../../../../renderer/features/register/register-for.ts";

const schemes = [
  { id: "national-2020", register: "national-2020" },
  { id: "shijiazhuang-2018", register: null },
];

test("a document evaluates the register it publishes", () => {
  const registers = [{ id: "市级" }, { id: "national-2020" }];
  expect(registerFor("national-2020", schemes, registers)).toBe("national-2020");
});

test("another document begins with a register of the clerk's own, never with that of the State Council", () => {
  const registers = [{ id: "national-2020" }, { id: "市级" }];
  expect(registerFor("shijiazhuang-2018", schemes, registers)).toBe("市级");
  expect(registerFor("shijiazhuang-2018", schemes, [{ id: "national-2020" }])).toBeNull();
});
