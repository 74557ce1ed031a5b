import { createHash } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { WrittenFile } from "../../shared/contract/app.ts";
import { transact } from "../db/database.ts";
import { recordFile } from "../db/written-files.ts";
import { type Context, record } from "./context.ts";

export const sha256Of = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

/** Writes beside the target and renames: a reader sees the whole file or none. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const part = `${path}.part`;
  writeFileSync(part, bytes, { flush: true });
  renameSync(part, path);
}

/** Characters Windows or a shell would not take in a file name. */
export const fileNameOf = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, "_")
    .trim()
    .slice(0, 80);

/** Puts a file into the export folder and remembers it, with one audit entry. */
export function writeExport(
  context: Context,
  file: {
    round: string | null;
    name: string;
    bytes: Uint8Array;
    action: string;
    detail?: Record<string, string>;
  },
): WrittenFile {
  const { exportFolder } = context.ports;
  mkdirSync(exportFolder, { recursive: true });
  const path = join(exportFolder, file.name);
  writeWhole(path, file.bytes);
  const written = { name: file.name, path, bytes: file.bytes.byteLength, sha256: sha256Of(file.bytes) };
  transact(context.db, () => {
    recordFile(context.db, file.round, written, context.ports.now());
    record(context, file.action, file.round, { ...file.detail, file: written.name, sha256: written.sha256 });
  });
  return written;
}
