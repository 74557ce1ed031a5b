import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** Where the program's own files are; the same code runs from source, from `dist/` and inside `app.asar`. */
export interface ProgramFiles {
  readonly root: string;
  readonly bundled: boolean;
  readonly resourcesFolder: string;
  readonly rendererFolder: string;
  readonly workerFile: string;
}

/** `entryFolder` is the `import.meta.dirname` of an entry (`electron/` or `dist/electron/`). */
export function findProgramFiles(entryFolder: string): ProgramFiles {
  let root = entryFolder;
  while (!existsSync(join(root, "package.json")) && dirname(root) !== root) root = dirname(root);
  const bundled = relative(root, entryFolder).split(sep)[0] === "dist";
  return {
    root,
    bundled,
    resourcesFolder: join(root, "resources"),
    rendererFolder: join(root, "dist", "renderer"),
    // A worker's file cannot be started from inside the archive on every platform; the package keeps it beside it.
    workerFile: bundled
      ? join(unpacked(root), "dist", "electron", "intake-worker.cjs")
      : join(root, "electron", "intake", "worker.ts"),
  };
}

const unpacked = (root: string): string => root.replace(/app\.asar$/, "app.asar.unpacked");
