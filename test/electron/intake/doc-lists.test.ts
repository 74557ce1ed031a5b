import { describe, expect, it } from "vitest";
import { readListUses } from "../../../electron/intake/doc/lists.ts";

const LIST = 0x1234;
const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
};

/** One level with `%level.` as its text ([MS-DOC] 2.9.150). */
function level(index: number, flags: number, limit: number): Buffer {
  const fixed = Buffer.alloc(28);
  fixed.writeInt32LE(1, 0);
  fixed[5] = flags;
  fixed[26] = limit;
  const text = Buffer.from(`${String.fromCharCode(index)}.`, "utf16le");
  return Buffer.concat([fixed, Buffer.from([text.length / 2, 0]), text]);
}

/** A list of nine levels of which the first three are given. */
function uses(levels: readonly Buffer[]) {
  const head = Buffer.concat([number(LIST), Buffer.alloc(24)]);
  const rest = Array.from({ length: 9 - levels.length }, (_, index) => level(levels.length + index, 0, 0));
  const lists = Buffer.concat([Buffer.from([1, 0]), head, ...levels, ...rest]);
  return readListUses(lists, Buffer.concat([number(1), number(LIST), Buffer.alloc(12), number(-1)]));
}

describe("lists of an old Word document", () => {
  it("say which levels go on counting below another heading", () => {
    const [list] = uses([level(0, 0, 0), level(1, 8, 0), level(2, 8, 1)]);
    expect(list?.levels.slice(0, 4)).toEqual([
      { format: "decimal", text: "%1.", start: 1, legal: false },
      { format: "decimal", text: "%2.", start: 1, legal: false, restartsAfter: 0 },
      { format: "decimal", text: "%3.", start: 1, legal: false, restartsAfter: 1 },
      { format: "decimal", text: "%4.", start: 1, legal: false },
    ]);
  });
});
