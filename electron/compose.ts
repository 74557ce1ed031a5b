import type { Result } from "../shared/contract/result.ts";
import { fail } from "../shared/contract/result.ts";
import type { Ports } from "./ports.ts";
import type { Program } from "./program.ts";

export type StartFailure = "database-locked" | "database-newer" | "database-damaged" | "data-folder-unusable" | "self-test-failed";

/** The only place where things are put together. */
export async function compose(_ports: Ports): Promise<Result<Program, StartFailure>> {
  return fail("data-folder-unusable");
}
