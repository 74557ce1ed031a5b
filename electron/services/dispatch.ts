import { type AnyCall, findCall, type Handlers } from "../../shared/contract/index.ts";
import { fail, type Result } from "../../shared/contract/result.ts";
import { failureOf } from "./failure-of.ts";

/**
 * The only door for a caller outside this process: the name must be one of the contract's, and nothing reaches a
 * handler that its schema has not accepted. What the disk or the database refuses has its
 * code; a bug becomes `internal` with its message, never a stack trace.
 */
export function createDispatch(
  handlers: Handlers,
): (name: string, input: unknown) => Promise<Result<unknown>> {
  return async (name, input) => {
    const call = findCall(name);
    if (!call) return fail("unknown-call", { name: name.slice(0, 80) });
    const parsed = call.input.safeParse(input);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return fail("bad-input", { field: issue?.path.join(".") ?? "", reason: issue?.message ?? "" });
    }
    try {
      return await run(handlers, call, parsed.data);
    } catch (error) {
      return failureOf(error);
    }
  };
}

/** The schema of the call and the type of its handler come from the same entry of the contract. */
const run = (
  handlers: Handlers,
  call: AnyCall,
  input: unknown,
): Result<unknown> | Promise<Result<unknown>> => {
  const handler = handlers[call.name] as (input: unknown) => Result<unknown> | Promise<Result<unknown>>;
  return handler(input);
};
