import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fail, type Result, succeed } from "../../shared/contract/result.ts";

export interface Upload {
  readonly id: string;
  /** Path as it was dropped on the window, with forward slashes. */
  readonly path: string;
  readonly file: string;
  readonly bytes: number;
}

export interface Uploads {
  accept(path: string, body: AsyncIterable<Uint8Array>): Promise<Result<{ upload: string }, UploadCode>>;
  /** All of them, or null when one is unknown. */
  find(ids: readonly string[]): Upload[] | null;
  read(upload: Upload): Promise<Uint8Array>;
  discard(ids: readonly string[]): void;
  /** Hands the file itself over to the caller, who moves it away. */
  release(ids: readonly string[]): void;
}

export type UploadCode = "too-large" | "bad-path" | "too-many";

const limits = { bytes: 512 * 1024 * 1024, count: 5000, pathLength: 1000 } as const;

const ending = ".upload";

/** What a window that was killed left behind. Nothing else is touched: the folder may be somebody's own. */
function clean(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name.endsWith(ending)) rmSync(join(folder, name), { force: true });
  }
}

/** Files dropped on the window wait here, on disk, until a call uses them; what is left is cleaned away at every start. */
export function createUploads(folder: string, newId: () => string): Uploads {
  clean(folder);
  const uploads = new Map<string, Upload>();

  async function accept(
    path: string,
    body: AsyncIterable<Uint8Array>,
  ): Promise<Result<{ upload: string }, UploadCode>> {
    const clean = cleanPath(path);
    if (clean === null) return fail("bad-path", { path });
    if (uploads.size >= limits.count) return fail("too-many", { limit: String(limits.count) });
    const id = newId();
    const file = join(folder, `${id}${ending}`);
    mkdirSync(folder, { recursive: true });
    let bytes = 0;
    const limited = async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        bytes += chunk.byteLength;
        if (bytes > limits.bytes) throw new TooLarge();
        yield chunk;
      }
    };
    try {
      await pipeline(Readable.from(limited(body)), createWriteStream(file));
    } catch (error) {
      rmSync(file, { force: true });
      if (error instanceof TooLarge) return fail("too-large", { path: clean, limit: String(limits.bytes) });
      throw error;
    }
    uploads.set(id, { id, path: clean, file, bytes });
    return succeed({ upload: id });
  }

  return {
    accept,
    find(ids) {
      const found = ids.map((id) => uploads.get(id));
      return found.every((upload) => upload !== undefined) ? found : null;
    },
    read: (upload) => readFile(upload.file),
    discard(ids) {
      for (const id of ids) {
        const upload = uploads.get(id);
        if (upload) rmSync(upload.file, { force: true });
        uploads.delete(id);
      }
    },
    release(ids) {
      for (const id of ids) uploads.delete(id);
    },
  };
}

class TooLarge extends Error {}

/** The path is a label, never opened; still it may not be absolute, climb, or carry control characters. */
function cleanPath(path: string): string | null {
  const parts = path
    .replaceAll("\\", "/")
    .split("/")
    .filter((part) => part !== "" && part !== ".");
  const bad =
    parts.length === 0 || parts.includes("..") || path.length > limits.pathLength || /\p{Cc}/u.test(path);
  return bad ? null : parts.join("/");
}
