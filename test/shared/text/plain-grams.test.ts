import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainGrams } from "../../../shared/text/plain-grams.ts";
import { foldForSearch } from "../../../shared/text/search-fold.ts";

/** The tokens by their definition: pairs of each run of letters and digits of the folded text. */
const byDefinition = (text: string): string =>
  (foldForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? [])
    .flatMap((run) => {
      const characters = Array.from(run);
      return characters.map((character, index) => character + (characters[index + 1] ?? ""));
    })
    .join(" ");

const usual = [..."0123456789,，ＡＢabXYZ１２园区双创“”‘’·—、。（）()%％ \n\t\u3000"];
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...usual), maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 30 }),
);

describe("the short way to the tokens of a text", () => {
  it("gives what the definition says, or leaves the text to the long way", () => {
    fc.assert(
      fc.property(text, (value) => {
        const short = plainGrams(value);
        if (short !== null) expect(short).toBe(byDefinition(value));
      }),
      { numRuns: 2000 },
    );
  });

  it("is gone by every usual text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...usual), maxLength: 60 }), (value) => {
        expect(plainGrams(value)).toBe(byDefinition(value));
      }),
    );
  });

  it("takes each single character as the definition does", () => {
    for (let unit = 0; unit < 0x10000; unit += 1) {
      const value = `园${String.fromCharCode(unit)}1`;
      const short = plainGrams(value);
      if (short !== null && short !== byDefinition(value)) expect(short, value).toBe(byDefinition(value));
    }
  });

  it.each([
    ["11,205人，共１１，２０５个", "11 12 20 05 5人 人 共1 11 12 20 05 5个 个"],
    ["5G+", "5g g"],
    ["，。", ""],
  ])("%s → %s", (value, tokens) => expect(plainGrams(value)).toBe(tokens));

  it.each(["é", "𠮷野家", "…", "①", "ﬁ"])("leaves %s to the long way", (value) =>
    expect(plainGrams(value)).toBeNull(),
  );
});
