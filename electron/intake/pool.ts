import { availableParallelism } from "node:os";
import type { Scheme } from "../../shared/scheme/scheme.ts";
import type { RefusalCode } from "../../shared/submission/document.ts";
import { type InspectedFile, type InspectInput, refusedFile } from "./inspected-file.ts";
import type { IntakeLimits } from "./limits.ts";
import { ReadingThread, type ThreadOutcome } from "./reading-thread.ts";

export interface IntakePoolOptions {
  /** `worker.ts` from source, `intake-worker.cjs` when bundled. */
  readonly workerFile: URL | string;
  /** Threads; each starts when it is first needed. */
  readonly size: number;
  readonly limits: IntakeLimits;
}

export interface PoolRequest {
  readonly scheme: Scheme | null;
  readonly signal?: AbortSignal;
}

export interface IntakePool {
  readonly size: number;
  /**
   * As `inspectFile`, in a thread with limits on time and memory. A file that goes over one is refused (`timeout`,
   * `out-of-memory`) by its own name, also inside a mail or archive, and the rest is read. Never rejects for bad input.
   */
  inspect(input: InspectInput, request: PoolRequest): Promise<InspectedFile[]>;
  /** Has a thread load its readers, for files that are about to come. */
  prepare(): void;
  /** Ends all threads; what is still being read is `cancelled`. */
  close(): Promise<void>;
}

/** One processor stays for the window and for storing; more than two threads wait for the store. */
export const readingThreads = (): number => Math.max(1, Math.min(2, availableParallelism() - 1));

/** A pool without work for so long has time to start a thread that may never be needed. */
const IDLE_MS = 1000;

/** An archive may hold several files that end a thread; after this many it is refused as a whole. */
const MAX_DEATHS = 4;

const CANCELLED: ThreadOutcome = { kind: "died", code: "cancelled", sha256: null };

class Pool implements IntakePool {
  readonly size: number;
  private readonly options: IntakePoolOptions;
  private readonly all = new Set<ReadingThread>();
  private readonly waiting: ((thread: ReadingThread | null) => void)[] = [];
  /** A thread that has loaded its readers and waits to take the place of one that had to be ended. */
  private spare: ReadingThread | null = null;
  private rest: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(options: IntakePoolOptions) {
    this.options = options;
    this.size = Math.max(1, options.size);
  }

  async inspect(input: InspectInput, request: PoolRequest): Promise<InspectedFile[]> {
    const refused = new Map<string, RefusalCode>();
    for (let deaths = 0; deaths <= MAX_DEATHS; ) {
      const outcome = await this.handOver(input, request, refused);
      this.goOn();
      if (outcome.kind === "finished") return outcome.results;
      if (outcome.kind === "unread") continue;
      if (outcome.code === "cancelled" || outcome.sha256 === null) return [refusedFile(input, outcome.code)];
      refused.set(outcome.sha256, outcome.code);
      deaths += 1;
    }
    return [refusedFile(input, [...refused.values()].at(-1) ?? "broken")];
  }

  prepare(): void {
    if (this.all.size === 0) this.keepSpare();
  }

  /** To a thread that has room, at once or when there is one. */
  private handOver(
    input: InspectInput,
    request: PoolRequest,
    refused: ReadonlyMap<string, RefusalCode>,
  ): Promise<ThreadOutcome> {
    const { signal } = request;
    clearTimeout(this.rest);
    return new Promise((resolve) => {
      const take = (thread: ReadingThread | null): void => {
        signal?.removeEventListener("abort", leave);
        resolve(thread === null ? CANCELLED : thread.inspect(input, request, refused));
      };
      const leave = (): void => {
        const at = this.waiting.indexOf(take);
        if (at >= 0) this.waiting.splice(at, 1);
        resolve(CANCELLED);
      };
      if (this.closed || signal?.aborted) return resolve(CANCELLED);
      signal?.addEventListener("abort", leave, { once: true });
      this.waiting.push(take);
      this.serve();
    });
  }

  private serve(): void {
    while (this.waiting.length > 0) {
      const thread = this.withRoom();
      if (thread === undefined) return;
      this.waiting.shift()?.(thread);
    }
  }

  private withRoom(): ReadingThread | undefined {
    for (const thread of this.all) if (!thread.alive) this.all.delete(thread);
    const threads = [...this.all];
    const free = threads.find(({ isFree }) => isFree);
    if (free) return free;
    if (this.all.size < this.size) return this.start();
    const [least] = threads.filter(({ takesNext }) => takesNext).sort((a, b) => a.waiting - b.waiting);
    return least;
  }

  private start(): ReadingThread {
    const thread = this.spare?.alive ? this.spare : this.newThread();
    if (thread === this.spare) this.spare = null;
    this.all.add(thread);
    return thread;
  }

  private newThread(): ReadingThread {
    return new ReadingThread(this.options.workerFile, this.options.limits, () => this.keepSpare());
  }

  /** When a file takes long, a thread was lost or nothing is to be done: threads at work need the processor. */
  private keepSpare(): void {
    if (!this.closed && !this.spare?.alive) this.spare = this.newThread();
  }

  private keepSpareSoon(): void {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.keepSpare(), IDLE_MS);
    this.rest.unref();
  }

  /** After a thread has come to the end of a file, or to its own. */
  private goOn(): void {
    if (this.closed) return;
    const lost = [...this.all].some(({ alive }) => !alive);
    this.serve();
    if (lost) this.keepSpare();
    if ([...this.all].every(({ isFree }) => isFree)) this.keepSpareSoon();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.rest);
    for (const take of this.waiting.splice(0)) take(null);
    await Promise.all([...this.all, ...(this.spare ? [this.spare] : [])].map((thread) => thread.end()));
    this.all.clear();
    this.spare = null;
  }
}

/** Threads that read files, so that no file can stop or exhaust the program. */
export const createIntakePool = (options: IntakePoolOptions): IntakePool => new Pool(options);
