import { type Failure, fail } from "../../shared/contract/result.ts";

/**
 * The code a person can act on when the disk or the database refused something in the middle of a call; everything else
 * is a bug and `internal`. The change was undone either way: every change is one transaction.
 */
export function failureOf(
  error: unknown,
): Failure<"disk-full" | "database-read-only" | "data-folder-unusable" | "internal"> {
  const reason = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOSPC" || code === "EDQUOT" || code === "SQLITE_FULL") return fail("disk-full", { reason });
  if (code.startsWith("SQLITE_READONLY")) return fail("database-read-only", { reason });
  const isSystem = error instanceof Error && "syscall" in error;
  if (isSystem || /^SQLITE_(IOERR|CANTOPEN)/.test(code)) return fail("data-folder-unusable", { reason });
  return fail("internal", { reason });
}
