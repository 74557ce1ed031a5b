import { Worker } from "node:worker_threads";
import type { Scheme } from "../../shared/scheme/scheme.ts";
import type { RefusalCode } from "../../shared/submission/document.ts";
import type { InspectedFile, InspectInput, StartedFile } from "./inspected-file.ts";
import { clockPerTime, type IntakeLimits, timeAllowed } from "./limits.ts";
import type { PoolRequest } from "./pool.ts";
import { receiveFile } from "./prepare-file.ts";
import type { SentFile, WorkerJob, WorkerReport } from "./worker-protocol.ts";

/**
 * `died`: the thread had to be ended; `sha256` is the file it was reading, `null` before it had named one. `unread`: it was
 * ended because of the file before this one.
 */
export type ThreadOutcome =
  | { readonly kind: "finished"; readonly results: InspectedFile[] }
  | { readonly kind: "died"; readonly code: RefusalCode; readonly sha256: string | null }
  | { readonly kind: "unread" };

interface Task {
  readonly content: Uint8Array;
  readonly signal: AbortSignal | undefined;
  readonly settle: (outcome: ThreadOutcome) => void;
}

/** Behind a file of so many bytes or more, which may take long, no other file is made to wait. */
const SHORT_BYTES = 1 << 18;
/** Files that lie ready behind the one that is read: the window needs the time of several for one that is slow to store. */
const READY_FILES = 4;

/** Loading the readers on a slow machine is not the file's time. */
const START_MS = 30_000;

/** How often a reading thread's memory and the processor's time it had are looked at. */
const WATCH_MS = 250;
const MEGABYTE = 1024 * 1024;

/** Milliseconds of the processor a thread has had. */
async function processorTime(worker: Worker): Promise<number> {
  const { user, system } = await worker.cpuUsage();
  return (user + system) / 1000;
}

/** One worker thread with a clock. After `died` it is not `alive` and must be replaced. */
export class ReadingThread {
  alive = true;
  private readonly worker: Worker;
  private readonly limits: IntakeLimits;
  /** The first is being read; others lie ready in the thread, so that it goes on while the window stores what was read. */
  private readonly tasks: Task[] = [];
  private current: StartedFile | null = null;
  private timer: NodeJS.Timeout | undefined;
  private watch: NodeJS.Timeout | undefined;
  /** The processor's time the thread had when it was looked at first and last since the clock was set. */
  private seen: { readonly first: number; readonly last: number } | null = null;
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

  /** Files handed over and not yet come to their end. */
  get waiting(): number {
    return this.tasks.length;
  }

  get isFree(): boolean {
    return this.waiting === 0;
  }

  /** Whether one more file may lie ready behind the one that is read. */
  get takesNext(): boolean {
    return (
      this.tasks.length <= READY_FILES && this.tasks.every(({ content }) => content.length < SHORT_BYTES)
    );
  }

  inspect(
    input: InspectInput,
    { scheme, signal }: PoolRequest,
    refused: ReadonlyMap<string, RefusalCode>,
  ): Promise<ThreadOutcome> {
    const outcome = new Promise<ThreadOutcome>((settle) => {
      this.tasks.push({ content: input.bytes, signal, settle });
    });
    const task = this.tasks.at(-1);
    const cancel = (): void => {
      if (task === this.tasks[0]) this.die("cancelled");
      else task?.settle({ kind: "died", code: "cancelled", sha256: null });
    };
    const bytes = new Uint8Array(input.bytes);
    const { path, provenance } = input;
    const job: WorkerJob = { path, provenance, bytes, limits: this.limits, refused };
    this.worker.postMessage(scheme === this.sentScheme ? job : { ...job, scheme }, [bytes.buffer]);
    this.sentScheme = scheme;
    if (this.tasks.length === 1) this.begin();
    if (signal?.aborted) cancel();
    signal?.addEventListener("abort", cancel, { once: true });
    return outcome.finally(() => signal?.removeEventListener("abort", cancel));
  }

  /** The clock of the first file starts to run. */
  private begin(): void {
    clearTimeout(this.timer);
    clearTimeout(this.watch);
    this.current = null;
    const [first] = this.tasks;
    if (first === undefined) this.worker.unref();
    else if (first.signal?.aborted) this.die("cancelled");
    else {
      this.worker.ref();
      this.watch = setTimeout(() => void this.lookAtMemory(), WATCH_MS);
      this.allow(START_MS + timeAllowed(first.content.length, this.limits));
    }
  }

  private hear(report: WorkerReport): void {
    if (report.kind === "failed") this.die("broken");
    else if (report.kind === "started") {
      this.current = report.started;
      this.allow(timeAllowed(report.started.bytes, this.limits));
    } else this.finish(report.results);
  }

  private finish(sent: readonly (InspectedFile | SentFile)[]): void {
    const first = this.tasks.shift();
    this.begin();
    const [given, ...inner] = sent;
    const results = given && first ? [{ ...given, content: first.content }, ...inner] : sent;
    first?.settle({ kind: "finished", results: results.map(receiveFile) });
  }

  private allow(milliseconds: number): void {
    this.seen = null;
    const latest = performance.now() + milliseconds * clockPerTime;
    // The readers look at the clock themselves and refuse in order; this ends what does not come back to them.
    const endAfter = (wait: number): void => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        const left = milliseconds - (this.seen ? this.seen.last - this.seen.first : 0);
        if (left <= 0 || performance.now() > latest) this.die("timeout");
        else endAfter(Math.max(left, WATCH_MS));
      }, wait);
    };
    endAfter(milliseconds + 500);
  }

  /**
   * The limit a thread is started with counts objects only; inflated bytes lie outside and must be looked after here. So is
   * the processor's time, as the clock alone would blame the file for a computer that is busy with other work.
   */
  private async lookAtMemory(): Promise<void> {
    this.onLong();
    const [first] = this.tasks;
    const { worker } = this;
    const { external_memory: bytes } = await worker.getHeapStatistics().catch(() => ({ external_memory: 0 }));
    const time = await processorTime(worker).catch(() => performance.now());
    if (!this.alive || first === undefined || first !== this.tasks[0]) return;
    this.seen = { first: this.seen?.first ?? time, last: time };
    const given = this.tasks.reduce((sum, { content }) => sum + content.length, 0);
    if (bytes > this.limits.bufferMegabytes * MEGABYTE + 3 * given) this.die("out-of-memory");
    else this.watch = setTimeout(() => void this.lookAtMemory(), WATCH_MS);
  }

  private die(code: RefusalCode): void {
    this.alive = false;
    clearTimeout(this.timer);
    clearTimeout(this.watch);
    const [first, ...others] = this.tasks.splice(0);
    first?.settle({ kind: "died", code, sha256: this.current?.sha256 ?? null });
    for (const { settle } of others) settle({ kind: "unread" });
    void this.worker.terminate();
  }

  async end(): Promise<void> {
    this.die("cancelled");
    await this.worker.terminate();
  }
}
