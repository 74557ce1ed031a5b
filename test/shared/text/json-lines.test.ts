import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineOfFault, lineOfField, linesOfJson } from "../../../shared/text/json-lines.ts";

const text = `{
  "id": "x",
  "list": [
    1, 2,
    { "name": "a, \\"b\\": {", "deep": [[3], []] },
    []
  ],
  "空": { "é\\n": null }
}`;

describe("lines of a JSON text", () => {
  test("every value has the line it begins on, whatever its text holds", () => {
    const lines = linesOfJson(text);
    expect(
      [
        "",
        "id",
        "list",
        "list[0]",
        "list[1]",
        "list[2].name",
        "list[2].deep[0][0]",
        "list[3]",
        "空",
        "空.é\n",
      ].map((path) => lines.get(path)),
    ).toEqual([1, 2, 3, 4, 4, 5, 5, 6, 8, 8]);
  });

  test("what is missing is looked for around itself", () => {
    const lines = linesOfJson(text);
    expect(lineOfField(lines, "list[2].unit")).toBe(5);
    expect(lineOfField(lines, "list[9].unit")).toBe(3);
    expect(lineOfField(lines, "nothing")).toBe(1);
  });

  test("a text that is no JSON says where it stops being one", () => {
    expect(lineOfFault('{\n"a": 1,\n"b": }\n')).toBe(3);
    expect(
      ['{\n"a": 1,\n', '{"a"\n:1,\n}', "[1\n2]", "[1,\n]", "{}\n{}", "", '["\t"]', "[01]"].map(lineOfFault),
    ).toEqual([3, 3, 2, 2, 2, 1, 1, 1]);
    expect(lineOfFault(text)).toBeNull();
  });

  test("a text is at fault exactly where JSON.parse refuses it", () => {
    const isJson = (one: string): boolean => {
      try {
        JSON.parse(one);
        return true;
      } catch {
        return false;
      }
    };
    const pieces = fc.array(
      fc.constantFrom("{", "}", "[", "]", ",", ":", '"a"', "1", "-", "null", " ", "\n", "0.5e3", "x"),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((list) => list.join("")),
          fc.json(),
        ),
        (one) => {
          expect(lineOfFault(one) === null).toBe(isJson(one));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("any JSON written over several lines: each value is found on a line that holds it", () => {
    const leaves = (value: unknown, path: string): [string, string][] =>
      value !== null && typeof value === "object"
        ? Object.entries(value).flatMap(([key, part]) =>
            leaves(part, Array.isArray(value) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`),
          )
        : [[path, JSON.stringify(value)]];
    const key = fc.stringMatching(/^[a-z]{1,5}$/);
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.integer(),
        fc.string(),
        fc.array(tie("tree")),
        fc.dictionary(key, tie("tree")),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const written = JSON.stringify(value, null, 1);
        const rows = written.split("\n");
        const lines = linesOfJson(written);
        for (const [path, leaf] of leaves(value, ""))
          if (path !== "") expect(rows[(lines.get(path) ?? 0) - 1]).toContain(leaf);
      }),
    );
  });
});
