import { createHash } from "node:crypto";
import { canonicalText } from "../../shared/seal/canonical.ts";

/** What stands before the first entry. */
export const auditBeginning = "0".repeat(64);

export interface AuditLinked {
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly round: string | null;
  readonly detail: Readonly<Record<string, string>>;
}

/** The hash of an entry of the record: SHA-256 of its RFC 8785 JSON with its number and the hash of the entry before it. */
export const auditLink = (
  seq: number,
  previous: string,
  { at, actor, action, round, detail }: AuditLinked,
): string =>
  createHash("sha256")
    .update(canonicalText({ seq, previous, at, actor, action, round, detail }))
    .digest("hex");
