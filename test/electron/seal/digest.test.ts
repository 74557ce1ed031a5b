import { createHash, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { sha256Hex, sha256InTurns } from "../../../electron/seal/digest.ts";

const megabyte = 1024 * 1024;

test.each([0, 1, 4 * megabyte - 1, 4 * megabyte, 4 * megabyte + 1, 9 * megabyte])(
  "%i bytes have the same digest hashed in pieces and at once",
  async (length) => {
    const bytes = randomBytes(length);
    expect(await sha256InTurns(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(sha256Hex(bytes)).toBe(await sha256InTurns(bytes));
  },
);

test("the window is answered while a large pack is hashed, and a small one is done at once", async () => {
  const answersDuring = async (length: number): Promise<number> => {
    let answers = 0;
    let ended = false;
    const count = (): void => {
      answers += 1;
      if (!ended) setImmediate(count);
    };
    setImmediate(count);
    await sha256InTurns(Buffer.alloc(length));
    ended = true;
    return answers;
  };
  expect(await answersDuring(40 * megabyte)).toBeGreaterThanOrEqual(9);
  expect(await answersDuring(1000)).toBe(0);
});
