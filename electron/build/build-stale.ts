import { mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { isFresh, markFresh, sourceDigest } from "./freshness.ts";
import { type Target, targets } from "./targets.ts";

export interface BuildReport {
  readonly built: readonly string[];
  readonly fresh: readonly string[];
}

/**
 * Builds what does not match its sources any more, of all targets or of those named. A broken build leaves the former output
 * as it was.
 */
export async function buildStale(
  root: string,
  all = false,
  names: readonly string[] = targets.map((target) => target.name),
): Promise<BuildReport> {
  const wanted = targets.filter((target) => names.includes(target.name));
  const stale = wanted.filter((target) => all || !isFresh(root, target));
  if (stale.length > 0) {
    const { build } = await import("vite");
    for (const target of stale) {
      const digest = sourceDigest(root, target);
      const outFolder = join(root, "dist", `.building-${process.pid}`);
      try {
        await build(target.config(root, outFolder));
        putInPlace(root, target, outFolder);
      } finally {
        rmSync(outFolder, { recursive: true, force: true });
      }
      markFresh(root, target, digest);
    }
  }
  const built = stale.map((target) => target.name);
  return { built, fresh: wanted.map((target) => target.name).filter((name) => !built.includes(name)) };
}

/** Parts first: a new output never finds old ones. */
function putInPlace(root: string, target: Target, outFolder: string): void {
  const output = target.output.startsWith("renderer/") ? "renderer" : target.output;
  if (target.parts !== undefined) replace(root, target.parts, outFolder);
  replace(root, output, outFolder);
}

/** A program that is starting at this moment finds the old output or the new one, hardly ever neither. */
function replace(root: string, output: string, outFolder: string): void {
  const place = join(root, "dist", output);
  mkdirSync(dirname(place), { recursive: true });
  // A folder cannot take the place of another one, which a build beside this one may have put there meanwhile.
  for (let attempts = 5; attempts > 0; attempts -= 1) {
    moveAway(root, place);
    try {
      renameSync(join(outFolder, output), place);
      return;
    } catch (error) {
      if (attempts === 1) throw error;
    }
  }
}

function moveAway(root: string, place: string): void {
  const former = join(root, "dist", `.former-${process.pid}`);
  rmSync(former, { recursive: true, force: true });
  try {
    renameSync(place, former);
  } catch {
    // There was none yet.
  }
  rmSync(former, { recursive: true, force: true });
}
