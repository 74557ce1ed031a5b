import { parentPort } from "node:worker_threads";
import { inspectFile } from "../../electron/intake/inspect.ts";
import type { StartedFile } from "../../electron/intake/inspected-file.ts";
import type { WorkerJob } from "../../electron/intake/worker-protocol.ts";

/** A reading thread that behaves as the name of the file, or of one inside it, says: hangs, leaves, or reads. */
parentPort?.on("message", async ({ path, bytes, provenance, scheme = null, limits, refused }: WorkerJob) => {
  const onStart = (started: StartedFile): void => {
    parentPort?.postMessage({ kind: "started", started });
    const name = refused.has(started.sha256) ? "" : started.file.slice(started.file.lastIndexOf("/") + 1);
    if (name.startsWith("hang")) for (;;);
    if (name.startsWith("exit")) process.exit(3);
  };
  const results = await inspectFile({ path, bytes, provenance }, { scheme, limits, refused, onStart });
  parentPort?.postMessage({ kind: "finished", results });
});
