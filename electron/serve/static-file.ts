import { readFile } from "node:fs/promises";
import { extname, join, resolve, sep } from "node:path";
import { windowContentType } from "./content-type.ts";

export type StaticFile =
  | {
      readonly found: true;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly type: string;
      readonly cache: string;
    }
  | { readonly found: false; readonly reason: "not-found" | "bad-path" };

/**
 * A file of the built window. A path without an extension is a screen of the program (`/rounds/3`), so that
 * reloading one works. Build file names carry a hash, so those never change.
 */
export async function readStaticFile(folder: string, pathname: string): Promise<StaticFile> {
  const path = safePath(pathname);
  if (path === null) return { found: false, reason: "bad-path" };
  const wanted = extname(path) === "" ? "index.html" : path;
  const type = windowContentType(wanted);
  const file = resolve(folder, wanted);
  if (type === undefined) return { found: false, reason: "not-found" };
  if (!file.startsWith(resolve(folder) + sep)) return { found: false, reason: "bad-path" };
  try {
    return { found: true, bytes: new Uint8Array(await readFile(file)), type, cache: cacheRule(wanted) };
  } catch {
    return { found: false, reason: "not-found" };
  }
}

const cacheRule = (path: string): string =>
  path.startsWith(`assets${sep}`) || path.startsWith("assets/")
    ? "private, max-age=31536000, immutable"
    : "no-store";

/** Relative path below the window's folder, or `null` for one that tries to leave it or to name a hidden file. */
function safePath(pathname: string): string | null {
  const decoded = decodePath(pathname);
  if (decoded === null || /[\\\0:]/.test(decoded)) return null;
  const parts = decoded.split("/").filter((part) => part !== "");
  return parts.some((part) => part.startsWith(".")) ? null : join(...parts, "");
}

/** Percent-decoding that answers `null` instead of throwing. */
export function decodePath(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
