import { describe, expect, it } from "vitest";
import { countCharacters } from "../../../shared/text/count-characters.ts";

describe("countCharacters", () => {
  it.each<[string, number]>([
    ["", 0],
    ["  \n　", 0],
    ["创新创业", 4],
    ["创新，创业。", 6],
    ["“双创”示范基地", 8],
    ["2020年带动就业12,350人", 8],
    ["hello world", 2],
    ["5G+工业互联网", 6],
    ["𠮷大学", 3],
    ["（一）基础", 5],
  ])("counts %j as Word does: %i", (text, expected) => {
    expect(countCharacters(text)).toBe(expected);
  });
});
