import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import type { Composed } from "../../../electron/compose.ts";
import { writeResult } from "../../../electron/seal/result-file.ts";
import { ask, bringKey, codeOf, freshProgram, upload } from "../../support/program.ts";
import { makeSigner, resultPayload } from "../../support/sealed-round.ts";

let program: Composed;
beforeEach(async () => {
  const fresh = await freshProgram();
  program = fresh.program;
  return fresh.end;
});

const check = async (name: string, content: string | Uint8Array) =>
  ask(program, "app/verify-file", { upload: await upload(program, name, content) });

test("a signed file is checked with the keys this computer knows, and nothing of it stays", async () => {
  const own = await bringKey(program, "王五");
  expect(await check("王五.pub.json", own.text)).toMatchObject({
    verdict: "valid",
    sort: "identity",
    details: { name: "王五" },
  });
  const stranger = makeSigner("不认识的人");
  const signed = await writeResult(resultPayload(stranger.identity.keyId), stranger);
  expect(await check("结果.psr", signed.text)).toMatchObject({ verdict: "unknown-key", sort: "result" });
  expect(await check("图片.zip", readFileSync(import.meta.filename))).toMatchObject({
    verdict: "malformed",
    sort: "unknown",
  });
  const used = await upload(program, "又一份.psr", signed.text);
  await ask(program, "app/verify-file", { upload: used });
  expect(await codeOf(program, "app/verify-file", { upload: used })).toBe("unknown-upload");
});
