import { createHash } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { WrittenFile } from "../../shared/contract/app.ts";
import { transact } from "../db/database.ts";
import { isFileOfAnother, recordFile } from "../db/written-files.ts";
import { type Context, record } from "./context.ts";

export const sha256Of = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

/** Writes beside the target and renames: a reader sees the whole file or none. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const part = `${path}.part`;
  writeFileSync(part, bytes, { flush: true });
  renameSync(part, path);
}

/** Bytes a part of a file name may take: two parts, a number and an ending fit into the 255 a file system allows. */
const longestPart = 100;

/** A part of a file name: without what Windows or a shell would not take, cut between characters. */
export function fileNameOf(text: string): string {
  let name = "";
  for (const character of text.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_").trim()) {
    if (Buffer.byteLength(name + character) > longestPart) break;
    name += character;
  }
  return name;
}

export interface Export {
  readonly round: string | null;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly action: string;
  readonly detail?: Record<string, string>;
}

/**
 * Puts a file into the export folder and remembers it, with one audit entry. `change`: what else happens in the same
 * transaction. A file whose transaction did not come to pass is written again under the same name the next time.
 */
export function writeExport(
  context: Context,
  file: Export,
  change: () => void = () => undefined,
): WrittenFile {
  const { exportFolder } = context.ports;
  mkdirSync(exportFolder, { recursive: true });
  const name = freeName(context, file.round, file.name);
  const path = join(exportFolder, name);
  writeWhole(path, file.bytes);
  const written = { name, path, bytes: file.bytes.byteLength, sha256: sha256Of(file.bytes) };
  transact(context.db, () => {
    change();
    recordFile(context.db, file.round, written, context.ports.now());
    record(context, file.action, file.round, { ...file.detail, file: name, sha256: written.sha256 });
  });
  return written;
}

/** Two rounds may have one name; a file of the other round is never written over. */
function freeName(context: Context, round: string | null, name: string): string {
  const dot = name.lastIndexOf(".");
  let free = name;
  for (let number = 2; isFileOfAnother(context.db, free, round); number += 1)
    free = `${name.slice(0, dot)}（${number}）${name.slice(dot)}`;
  return free;
}
