/** Values a sentence needs; numbers arrive as strings so that they are shown as they are stored. */
export type Params = Readonly<Record<string, string>>;

/** An expected failure is data. The words for a code are looked up where they are shown. */
export interface Failure<Code extends string> {
  readonly ok: false;
  readonly code: Code;
  readonly params: Params;
}

export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | Failure<Code>;

export const succeed = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

export const fail = <Code extends string>(code: Code, params: Params = {}): Failure<Code> => ({
  ok: false,
  code,
  params,
});
