import type { CallName, InputOf, OutputOf, ResultOf } from "../../shared/contract/index.ts";
import type { Params } from "../../shared/contract/result.ts";
import { send } from "./transport.ts";

/** An expected failure on its way through react-query, which knows only exceptions. */
export class CallFailure extends Error {
  readonly code: string;
  readonly params: Params;
  constructor(code: string, params: Params = {}) {
    super(code);
    this.name = "CallFailure";
    this.code = code;
    this.params = params;
  }
}

/** The services validated input and output by the contract's schemas; the type follows from the name. */
export const call = async <Name extends CallName>(
  name: Name,
  input: InputOf<Name>,
): Promise<ResultOf<Name>> => (await send(name, input)) as ResultOf<Name>;

export async function callOrThrow<Name extends CallName>(
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const result = await send(name, input);
  if (!result.ok) throw new CallFailure(result.code, result.params);
  return result.value as OutputOf<Name>;
}
