import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalBytes, canonicalFault, canonicalText } from "../../../shared/seal/canonical.ts";

describe("canonical JSON", () => {
  it("writes the example of RFC 8785 section 3.2.3 byte for byte", () => {
    const value: unknown = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    const expected =
      "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d";
    expect(Buffer.from(canonicalBytes(value)).toString("hex")).toBe(expected);
  });

  it("orders names by UTF-16 code units, as RFC 8785 section 3.2.3 does", () => {
    const value = { "€": 1, "\r": 2, "\ufb33": 3, "1": 4, "😀": 5, "\u0080": 6, ö: 7 };
    expect(canonicalText(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  it("writes numbers as appendix B of RFC 8785 lists them", () => {
    const bits = (hex: string) => Buffer.from(hex, "hex").readDoubleBE(0);
    expect(
      [
        "0000000000000000",
        "8000000000000000",
        "0000000000000001",
        "7fefffffffffffff",
        "4340000000000000",
        "44b52d02c7e14af6",
        "41b3de4355555557",
        "becbf647612f3696",
      ].map((hex) => canonicalText(bits(hex))),
    ).toEqual([
      "0",
      "0",
      "5e-324",
      "1.7976931348623157e+308",
      "9007199254740992",
      "1e+23",
      "333333333.33333343",
      "-0.0000033333333333333333",
    ]);
  });

  it("refuses everything two readers could see differently", () => {
    const sparse: unknown[] = [];
    sparse[1] = 1;
    let deep: unknown = 1;
    for (let level = 0; level < 100; level += 1) deep = [deep];
    const cases: [unknown, string][] = [
      [{ a: undefined }, "undefined"],
      [[undefined], "undefined"],
      [sparse, "undefined"],
      [{ a: [Number.NaN] }, "not-finite"],
      [Number.POSITIVE_INFINITY, "not-finite"],
      ["\ud800", "lone-surrogate"],
      [{ "\udc00": 1 }, "lone-surrogate"],
      [new Date(0), "not-plain"],
      [new Map([[1, 2]]), "not-plain"],
      [{ toJSON: () => 1 }, "not-plain"],
      [10n, "not-plain"],
      [deep, "too-deep"],
    ];
    expect(cases.map(([value]) => canonicalFault(value)?.code)).toEqual(cases.map(([, code]) => code));
    for (const [value] of cases) expect(() => canonicalText(value)).toThrow(TypeError);
    expect(canonicalFault({ sheets: [{ remark: "\ud800" }] })?.place).toBe("sheets/0/remark");
  });

  it("gives equal text exactly for equal data, and is read back unchanged", () => {
    const json = fc.jsonValue({ stringUnit: "binary" }).filter((value) => canonicalFault(value) === null);
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalText(value);
        const back: unknown = JSON.parse(text);
        expect(canonicalText(back)).toBe(text);
        expect(back).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
