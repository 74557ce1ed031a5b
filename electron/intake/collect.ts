import { lstat, opendir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { ReadMessage } from "../../shared/submission/document.ts";
import { defaultLimits } from "./limits.ts";
import { ReadMessages } from "./read-messages.ts";

export interface CollectedFile {
  /** Relative to the folder that was given, that folder's own name first; forward slashes. */
  readonly path: string;
  readonly absolute: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly mtime: number;
}

export interface CollectLimits {
  readonly files: number;
  readonly depth: number;
}

export interface Collected {
  readonly files: CollectedFile[];
  readonly messages: ReadMessage[];
}

export const defaultCollectLimits: CollectLimits = { files: defaultLimits.entries * 4, depth: 32 };

class Walk {
  readonly files: CollectedFile[] = [];
  readonly messages = new ReadMessages();
  private readonly limits: CollectLimits;
  private readonly signal: AbortSignal | undefined;

  constructor(limits: CollectLimits, signal: AbortSignal | undefined) {
    this.limits = limits;
    this.signal = signal;
  }

  async visit(absolute: string, path: string, depth: number): Promise<void> {
    if (this.signal?.aborted) return;
    try {
      const found = await lstat(absolute);
      if (found.isSymbolicLink()) this.messages.add("symlink-skipped", path);
      else if (found.isDirectory()) await this.visitFolder(absolute, path, depth);
      else if (found.isFile()) this.addFile({ path, absolute, bytes: found.size, mtime: found.mtimeMs });
    } catch {
      this.messages.add("path-unreadable", path);
    }
  }

  private addFile(file: CollectedFile): void {
    if (this.files.length < this.limits.files) this.files.push(file);
    else this.messages.add("too-many-files", "", { limit: String(this.limits.files) });
  }

  private async visitFolder(absolute: string, path: string, depth: number): Promise<void> {
    if (depth >= this.limits.depth) {
      this.messages.add("folder-too-deep", path);
      return;
    }
    const names: string[] = [];
    for await (const entry of await opendir(absolute)) {
      names.push(entry.name);
      if (names.length > this.limits.files) break;
    }
    for (const name of names.sort()) await this.visit(join(absolute, name), `${path}/${name}`, depth + 1);
  }
}

/**
 * Lists the files under the given files and folders, in the order of their names. Links are not followed; what cannot be
 * opened or goes over a limit leaves a message. Never throws.
 */
export async function collectPaths(
  paths: readonly string[],
  limits: CollectLimits = defaultCollectLimits,
  signal?: AbortSignal,
): Promise<Collected> {
  const walk = new Walk(limits, signal);
  for (const path of paths) await walk.visit(path, basename(path) || path, 0);
  return { files: walk.files, messages: walk.messages.list };
}
