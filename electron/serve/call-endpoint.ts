import { z } from "zod";
import { fail } from "../../shared/contract/result.ts";
import type { Program } from "../program.ts";
import { answer } from "./answer.ts";

/** A call is names, numbers and text; files come in through `/upload`. */
export const callByteLimit = 4 * 1024 * 1024;

const CallBody = z.strictObject({ name: z.string().max(100), input: z.unknown() });

/** `POST /call` with `{name, input}`; the answer is the call's Result as JSON. */
export async function answerCall(program: Pick<Program, "dispatch">, request: Request): Promise<Response> {
  const text = await readLimited(request, callByteLimit);
  if (text === null) return answer(fail("bad-input", { reason: "too-large" }), 413);
  const body = CallBody.safeParse(parseJson(text));
  if (!body.success) return answer(fail("bad-input", { reason: "malformed" }), 400);
  return answer(await program.dispatch(body.data.name, body.data.input));
}

async function readLimited(request: Request, limit: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
