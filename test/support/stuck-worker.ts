import { createHash } from "node:crypto";
import { parentPort } from "node:worker_threads";
import { inspectFile } from "../../electron/intake/inspect.ts";
import type { WorkerJob } from "../../electron/intake/worker-protocol.ts";

/** A reading thread that behaves as the name of the file says: hangs, leaves, or reads. */
parentPort?.on("message", async ({ path, bytes, provenance, scheme = null, limits, refused }: WorkerJob) => {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  parentPort?.postMessage({ kind: "started", started: { file: path, sha256, bytes: bytes.length } });
  if (!refused.has(sha256) && path.startsWith("hang")) for (;;);
  if (!refused.has(sha256) && path.startsWith("exit")) process.exit(3);
  const results = await inspectFile({ path, bytes, provenance }, { scheme, limits, refused });
  parentPort?.postMessage({ kind: "finished", results });
});
