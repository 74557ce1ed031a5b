import { parentPort } from "node:worker_threads";
import type { Scheme } from "../../shared/scheme/scheme.ts";
import { inspectFile } from "./inspect.ts";
import type { InspectedFile, StartedFile } from "./inspected-file.ts";
import { prepareFile } from "./prepare-file.ts";
import type { WorkerJob, WorkerReport } from "./worker-protocol.ts";

const NOTHING = new Uint8Array();

/** A buffer of its own, so that handing it over takes nothing else along. */
const ownContent = (content: Uint8Array): Uint8Array<ArrayBuffer> =>
  content.buffer instanceof ArrayBuffer && content.byteLength === content.buffer.byteLength
    ? new Uint8Array(content.buffer)
    : new Uint8Array(content);

function report(message: WorkerReport, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

function finish(inspected: readonly InspectedFile[]): void {
  const transfer = new Set<ArrayBuffer>();
  const results = inspected.map((file, index) => {
    const content = index === 0 ? NOTHING : ownContent(file.content);
    if (content.byteLength > 0) transfer.add(content.buffer);
    return prepareFile({ ...file, content });
  });
  report({ kind: "finished", results }, [...transfer]);
}

let scheme: Scheme | null = null;

async function run(job: WorkerJob): Promise<void> {
  const { path, bytes, provenance, limits, refused } = job;
  if (job.scheme !== undefined) scheme = job.scheme;
  try {
    const onStart = (started: StartedFile): void => report({ kind: "started", started });
    finish(await inspectFile({ path, bytes, provenance }, { scheme, limits, refused, onStart }));
  } catch (error) {
    report({ kind: "failed", reason: error instanceof Error ? error.message : String(error) });
  }
}

/** One file after the other, also when the next is handed over before. */
let last = Promise.resolve();
parentPort?.on("message", (job: WorkerJob) => {
  last = last.then(() => run(job));
});
