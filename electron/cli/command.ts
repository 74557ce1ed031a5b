import type { Failure, Result } from "../../shared/contract/result.ts";
import type { Composed } from "../compose.ts";

/** Words of a command line after the command's own name. */
export interface Arguments {
  readonly positional: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

/** What a command gives back: one JSON document (or lines of them), and whether it is a refusal. */
export interface Answer {
  readonly json: unknown;
  /** For people; without it the JSON is printed indented. */
  readonly text?: string;
  /** True: one JSON document per line, the elements of `json`. */
  readonly lines?: boolean;
  /** False: the answer says no (exit code 1). */
  readonly accepted?: boolean;
}

export interface Command {
  readonly name: string;
  /** After the name: `<required> [--option VALUE]`. */
  readonly usage: string;
  /** Options with a value; `round!` must be given. */
  readonly options: readonly string[];
  /** Fewest positional arguments. */
  readonly positional: number;
  /** Words an option, or the first argument (`""`), may be; anything else is wrong usage. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /** `database`: opens `--db`. `plain`: needs none. */
  readonly run:
    | { readonly needs: "plain"; go(args: Arguments): Promise<Result<Answer>> | Result<Answer> }
    | {
        readonly needs: "database";
        /** Makes the database where there is none. */
        readonly makesDatabase?: true;
        go(args: Arguments, program: Composed): Promise<Result<Answer>> | Result<Answer>;
      };
}

export const defineCommand = (command: Command): Command => command;

export const answer = (json: unknown, more: Omit<Answer, "json"> = {}): { ok: true; value: Answer } => ({
  ok: true,
  value: { json, ...more },
});

/** Passes a failure on, or makes an answer of the value. */
export const answerFrom = <Value>(
  result: { ok: true; value: Value } | Failure<string>,
  show: (value: Value) => unknown = (value) => value,
): Result<Answer> => (result.ok ? answer(show(result.value)) : result);
