import type { Result } from "../../shared/contract/result.ts";
import { fail } from "../../shared/contract/result.ts";

/** What the preload script offers in Electron; absent in a browser window. */
interface Bridge {
  call(name: string, input: unknown): Promise<Result<unknown>>;
}

declare global {
  interface Window {
    readonly pingshen?: Bridge;
  }
}

/** Both ways in answer with a `Result`; anything else means that the program behind the window is gone. */
function asResult(answer: unknown): Result<unknown> {
  const known =
    typeof answer === "object" &&
    answer !== null &&
    "ok" in answer &&
    (answer.ok === true ? "value" in answer : "code" in answer);
  return known ? (answer as Result<unknown>) : fail("unreachable");
}

async function post(address: string, init: RequestInit): Promise<Result<unknown>> {
  try {
    const response = await fetch(address, { method: "POST", ...init });
    return asResult(await response.json());
  } catch {
    return fail("unreachable");
  }
}

const postCall = (name: string, input: unknown): Promise<Result<unknown>> =>
  post("/call", { headers: { "content-type": "application/json" }, body: JSON.stringify({ name, input }) });

export async function send(name: string, input: unknown): Promise<Result<unknown>> {
  if (!window.pingshen) return postCall(name, input);
  try {
    return asResult(await window.pingshen.call(name, input));
  } catch {
    return fail("unreachable");
  }
}

/** Sends a file to the program; `path` keeps its place inside a dropped folder. Gives the id of the upload. */
export async function upload(file: File, path: string): Promise<Result<{ upload: string }>> {
  const answer = await post("/upload", {
    headers: { "content-type": "application/octet-stream", "x-file-path": encodeURIComponent(path) },
    body: file,
  });
  return answer.ok ? { ok: true, value: answer.value as { upload: string } } : answer;
}
