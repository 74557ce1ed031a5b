import { Worker } from "node:worker_threads";
import type { Scheme } from "../../shared/scheme/scheme.ts";
import type { RefusalCode } from "../../shared/submission/document.ts";
import type { InspectedFile, InspectInput, StartedFile } from "./inspected-file.ts";
import { type IntakeLimits, timeAllowed } from "./limits.ts";
import type { PoolRequest } from "./pool.ts";
import { receiveFile } from "./prepare-file.ts";
import type { SentFile, WorkerJob, WorkerReport } from "./worker-protocol.ts";

/** `died`: the thread had to be ended; `sha256` is the file it was reading, `null` before it had named one. */
export type ThreadOutcome =
  | { readonly kind: "finished"; readonly results: InspectedFile[] }
  | { readonly kind: "died"; readonly code: RefusalCode; readonly sha256: string | null };

/** Loading the readers on a slow machine is not the file's time. */
const START_MS = 30_000;

/** How often a reading thread's memory is looked at. */
const WATCH_MS = 250;
const MEGABYTE = 1024 * 1024;

/** One worker thread with a clock. After `died` it is not `alive` and must be replaced. */
export class ReadingThread {
  alive = true;
  private readonly worker: Worker;
  private readonly limits: IntakeLimits;
  private current: StartedFile | null = null;
  private timer: NodeJS.Timeout | undefined;
  private watch: NodeJS.Timeout | undefined;
  private settle: ((outcome: ThreadOutcome) => void) | null = null;
  private original: Uint8Array | null = null;
  private sentScheme: Scheme | null = null;
  private readonly onLong: () => void;

  /** `onLong` is called while a file is read that takes longer than most. */
  constructor(workerFile: URL | string, limits: IntakeLimits, onLong: () => void) {
    this.limits = limits;
    this.onLong = onLong;
    this.worker = new Worker(workerFile, {
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
    });
    this.worker.on("message", (report: WorkerReport) => this.hear(report));
    this.worker.on("error", (error: Error & { code?: string }) =>
      this.die(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "out-of-memory" : "broken"),
    );
    this.worker.on("exit", () => this.die("broken"));
    this.worker.unref();
  }

  inspect(
    input: InspectInput,
    { scheme, signal }: PoolRequest,
    refused: ReadonlyMap<string, RefusalCode>,
  ): Promise<ThreadOutcome> {
    const cancel = (): void => this.die("cancelled");
    const outcome = new Promise<ThreadOutcome>((resolve) => {
      this.settle = resolve;
    });
    this.original = input.bytes;
    this.current = null;
    this.worker.ref();
    this.watch = setTimeout(() => void this.lookAtMemory(), WATCH_MS);
    this.allow(START_MS + timeAllowed(input.bytes.length, this.limits));
    const bytes = new Uint8Array(input.bytes);
    const { path, provenance } = input;
    const job: WorkerJob = { path, provenance, bytes, limits: this.limits, refused };
    this.worker.postMessage(scheme === this.sentScheme ? job : { ...job, scheme }, [bytes.buffer]);
    this.sentScheme = scheme;
    if (signal?.aborted) cancel();
    signal?.addEventListener("abort", cancel, { once: true });
    return outcome.finally(() => signal?.removeEventListener("abort", cancel));
  }

  private hear(report: WorkerReport): void {
    if (report.kind === "failed") this.die("broken");
    else if (report.kind === "started") {
      this.current = report.started;
      this.allow(timeAllowed(report.started.bytes, this.limits));
    } else this.finish(report.results);
  }

  private finish(sent: readonly (InspectedFile | SentFile)[]): void {
    const [given, ...inner] = sent;
    const content = this.original;
    const results = given && content ? [{ ...given, content }, ...inner] : sent;
    this.settleWith({ kind: "finished", results: results.map(receiveFile) });
    this.worker.unref();
  }

  private allow(milliseconds: number): void {
    clearTimeout(this.timer);
    // The readers look at the clock themselves and refuse in order; this ends what does not come back to them.
    this.timer = setTimeout(() => this.die("timeout"), milliseconds + 500);
  }

  /** The limit a thread is started with counts objects only; inflated bytes lie outside and must be looked after here. */
  private async lookAtMemory(): Promise<void> {
    this.onLong();
    const { external_memory: bytes } = await this.worker
      .getHeapStatistics()
      .catch(() => ({ external_memory: 0 }));
    if (!this.alive || this.settle === null) return;
    const given = this.original?.length ?? 0;
    if (bytes > this.limits.bufferMegabytes * MEGABYTE + 3 * given) this.die("out-of-memory");
    else this.watch = setTimeout(() => void this.lookAtMemory(), WATCH_MS);
  }

  private settleWith(outcome: ThreadOutcome): void {
    clearTimeout(this.timer);
    clearTimeout(this.watch);
    const settle = this.settle;
    this.settle = null;
    this.original = null;
    settle?.(outcome);
  }

  private die(code: RefusalCode): void {
    this.alive = false;
    this.settleWith({ kind: "died", code, sha256: this.current?.sha256 ?? null });
    void this.worker.terminate();
  }

  async end(): Promise<void> {
    this.die("cancelled");
    await this.worker.terminate();
  }
}
