import { readFileSync } from "node:fs";
import { join } from "node:path";
import { v7 } from "uuid";
import { z } from "zod";
import type { Ports } from "../ports.ts";
import type { Folders } from "./folders.ts";
import type { ProgramFiles } from "./program-root.ts";
import { complain } from "./say-on-terminal.ts";

const Package = z.object({ version: z.string() });

/** Fewer are indexed before anyone could read of it. */
const worthSaying = 200;

/** What the services get from a real system. */
export function makePorts(way: Ports["way"], files: ProgramFiles, folders: Folders): Ports {
  const { version } = Package.parse(JSON.parse(readFileSync(join(files.root, "package.json"), "utf8")));
  return {
    way,
    version,
    ...folders,
    databaseFile: join(folders.dataFolder, "pingshen.db"),
    resourcesFolder: files.resourcesFolder,
    workerFile: files.workerFile,
    now: () => new Date().toISOString(),
    // In order of their making, so that lists sorted by id keep the order in which a person entered them.
    newId: () => v7(),
    onIndexing: (done, total) => {
      if (total >= worthSaying && done % worthSaying === 0)
        complain("start.indexing", { done: String(done), total: String(total) });
    },
  };
}
