import type { z } from "zod";
import { fail, type Result, succeed } from "../contract/result.ts";
import { Scheme } from "./scheme.ts";
import { ruleProblems } from "./scheme-rules.ts";

/** Where a file is wrong: `field` is the path in the file, `reason` what is wrong there. */
interface Problem {
  readonly field: string;
  readonly reason: string;
}

export const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === "number" ? `${text}[${part}]` : `${text}${text ? "." : ""}${String(part)}`,
    "",
  );

export const problemOf = (error: z.ZodError): Problem => {
  const issue = error.issues[0];
  return { field: pathOf(issue?.path ?? []) || "(file)", reason: issue?.message ?? "invalid" };
};

/**
 * What a file gave → a scheme, or the first field that is wrong (`field`, `reason`). Beside the types it checks that ids are unique and
 * that every rule speaks of directions, subjects and cities the scheme has. `schemeProblems` lists all of them in words.
 */
export function validateScheme(raw: unknown): Result<Scheme, "scheme-invalid"> {
  const parsed = Scheme.safeParse(raw);
  if (!parsed.success) return fail("scheme-invalid", { ...problemOf(parsed.error) });
  const [first] = ruleProblems(parsed.data);
  if (!first) return succeed(parsed.data);
  return fail("scheme-invalid", { field: first.field, reason: `${first.code} "${first.about}"` });
}
