import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Target } from "./targets.ts";

/** Digest of everything a target is made of. By content: a checkout changes every modification time. */
export function sourceDigest(root: string, target: Target): string {
  const hash = createHash("sha256");
  for (const source of [...target.sources].sort()) {
    for (const file of filesBelow(join(root, source)))
      hash.update(file).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const stampFile = (root: string, target: Target): string => join(root, "dist", ".stamps", target.name);

export function isFresh(root: string, target: Target): boolean {
  const stamp = stampFile(root, target);
  return (
    existsSync(join(root, "dist", target.output)) &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === sourceDigest(root, target)
  );
}

export function markFresh(root: string, target: Target, digest: string): void {
  const stamp = stampFile(root, target);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}
