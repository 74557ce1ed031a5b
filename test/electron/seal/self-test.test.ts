import { describe, expect, it } from "vitest";
import { knownVectors, primitives, selfTest } from "../../../electron/seal/self-test.ts";

describe("the self-test at start", () => {
  it("finds every primitive in order on this machine", async () => {
    expect(await selfTest()).toEqual({ ok: true, value: { checked: [...primitives] } });
  });

  it("names the primitive that answers wrongly or not at all", async () => {
    for (const primitive of primitives) {
      const wrong = { ...knownVectors, [primitive]: () => false };
      const broken = {
        ...knownVectors,
        [primitive]: () => {
          throw new Error("unsupported");
        },
      };
      const expected = { ok: false, code: "self-test-failed", params: { primitive } };
      expect([await selfTest(wrong), await selfTest(broken)]).toEqual([expected, expected]);
    }
  });
});
