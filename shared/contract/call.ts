import type { z } from "zod";

/** One call across the boundary. `access` decides whether it may run while the database is opened read-only. */
export interface Call<
  Name extends string = string,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Code extends string = string,
> {
  readonly name: Name;
  readonly access: "read" | "write";
  readonly input: Input;
  readonly output: Output;
  /** Expected failures, beside the ones every call may give (`CommonCode`). */
  readonly codes: readonly Code[];
}

/** Failures any call may give. */
export const commonCodes = [
  "unknown-call",
  "bad-input",
  "not-found",
  "database-locked",
  "database-read-only",
  "disk-full",
  "data-folder-unusable",
  "wrong-state",
  "internal",
] as const;
export type CommonCode = (typeof commonCodes)[number];

export const defineCall = <
  const Name extends string,
  Input extends z.ZodType,
  Output extends z.ZodType,
  const Code extends string = never,
>(call: {
  name: Name;
  access: "read" | "write";
  input: Input;
  output: Output;
  codes?: readonly Code[];
}): Call<Name, Input, Output, Code> => ({ ...call, codes: call.codes ?? [] });
