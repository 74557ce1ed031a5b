import { fail, type Result, succeed } from "../../shared/contract/result.ts";
import type { Document } from "../../shared/submission/document.ts";
import { refusals } from "../../shared/text/catalogue/refusals.ts";
import type { Context } from "./context.ts";

export interface ReadUpload {
  readonly file: string;
  readonly sha256: string;
  readonly document: Document;
}

const words: Readonly<Record<string, string>> = refusals.zh;

/** Reads one dropped file in a thread with limits, for a table or a list in it; nothing of it is stored. */
export async function readUpload(
  context: Context,
  upload: string,
): Promise<Result<ReadUpload, "unknown-upload" | "unreadable">> {
  const [found] = context.uploads.find([upload]) ?? [];
  if (!found) return fail("unknown-upload");
  const bytes = await context.uploads.read(found);
  const files = await context.pool.inspect({ path: found.path, bytes, provenance: {} }, { scheme: null });
  context.uploads.discard([upload]);
  const [first] = files;
  if (!first?.document) {
    const code = first?.error?.code ?? "unsupported";
    return fail("unreadable", { file: found.path, reason: words[`refusal.${code}`] ?? code });
  }
  return succeed({ file: first.file, sha256: first.sha256, document: first.document });
}
