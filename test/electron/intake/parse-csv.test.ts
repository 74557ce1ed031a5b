import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCsv } from "../../../electron/intake/parse-csv.ts";

const rowsOf = (text: string, delimiter = ",", most?: number) =>
  [...parseCsv(text, delimiter, most)].map(({ values, count }) =>
    count > values.length ? [...values, count] : values,
  );

describe("delimited text", () => {
  it.each<[string, unknown]>([
    ["", []],
    ["a,b", [["a", "b"]]],
    ["a,b\r\nc\n", [["a", "b"], ["c"]]],
    ["a,\nb", [["a", ""], ["b"]]],
    ["a,", [["a", ""]]],
    ["\n\na", [[""], [""], ["a"]]],
    ['"a,""b""\nc",d', [['a,"b"\nc', "d"]]],
    ['"a"b,c"d', [["ab", 'c"d']]],
    ['"a', [["a"]]],
    ["a\rb", [["a"], ["b"]]],
  ])("%j is %j", (text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  it("keeps no more of a row than is wanted, but counts it", () => {
    expect(rowsOf("1,2,3,4\n5", ",", 2)).toEqual([["1", "2", 4], ["5"]]);
  });

  it("is told apart by any mark", () => {
    expect(rowsOf("a|b.c", "|")).toEqual([["a", "b.c"]]);
    expect(rowsOf("a^b-c", "^")).toEqual([["a", "b-c"]]);
    expect(rowsOf("a]b", "]")).toEqual([["a", "b"]]);
  });

  it("gives back what was written", () => {
    const value = fc.string({
      unit: fc.constantFrom("甲", "a", ",", '"', "\n", "\r", " ", ";"),
      maxLength: 6,
    });
    const table = fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n"),
        (rows, mark, end) => {
          const written = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(mark));
          expect(rowsOf(written.join(end) + end, mark)).toEqual(rows);
        },
      ),
    );
  });
});
