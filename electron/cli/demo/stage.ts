import type { CallName, InputOf, OutputOf } from "../../../shared/contract/index.ts";
import type { Failure } from "../../../shared/contract/result.ts";
import type { Composed } from "../../compose.ts";

/** What one stage of the demo did, in words and with the files it wrote. */
export interface Stage {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

export type Tell = (id: string, title: string, lines: readonly string[], files?: Stage["files"]) => void;

/** A call that must succeed for the demo to go on; its failure ends the demo with that code. */
export class DemoStopped extends Error {
  readonly failure: Failure<string>;

  constructor(failure: Failure<string>) {
    super(failure.code);
    this.failure = failure;
  }
}

export async function must<Name extends CallName>(
  program: Composed,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const result = await program.call(name, input);
  if (!result.ok) throw new DemoStopped(result);
  return result.value;
}
