import type { JobState } from "../../shared/contract/app.ts";
import type { Failure } from "../../shared/contract/result.ts";
import { failureOf } from "./failure-of.ts";

type Outcome = { ok: true; value: NonNullable<JobState["result"]> } | Failure<string>;

/** Why a job was stopped: a person gave it up, or the program is being closed and goes on with it the next time. */
export type StopReason = "cancelled" | "closing";

export interface JobControl {
  /** Its `reason` is a `StopReason`. */
  readonly signal: AbortSignal;
  report(progress: { done: number; total: number; inside: number; current: string }): void;
}

export interface Jobs {
  /** Starts long work; at most one of a kind at a time is up to the caller. */
  start(kind: JobState["kind"], work: (control: JobControl) => Promise<Outcome>): string;
  get(job: string): JobState | null;
  cancel(job: string): JobState | null;
  isRunning(): boolean;
  /** Resolves when the job has ended, however it ended. */
  settled(job: string): Promise<void>;
  /** Cancels everything and waits until it has stopped. */
  close(): Promise<void>;
}

interface Running {
  state: JobState;
  readonly abort: AbortController;
  readonly finished: Promise<void>;
}

export function createJobs(newId: () => string): Jobs {
  const jobs = new Map<string, Running>();

  function start(kind: JobState["kind"], work: (control: JobControl) => Promise<Outcome>): string {
    const job = newId();
    const abort = new AbortController();
    const initial: JobState = {
      job,
      kind,
      state: "running",
      done: 0,
      total: 0,
      inside: 0,
      current: "",
      failure: null,
      result: null,
    };
    const update = (change: Partial<JobState>) => {
      const running = jobs.get(job);
      if (running) running.state = { ...running.state, ...change };
    };
    const finished = Promise.resolve()
      .then(() => work({ signal: abort.signal, report: update }))
      .then((outcome) => {
        if (abort.signal.aborted) update({ state: "cancelled" });
        else if (outcome.ok) update({ state: "done", result: outcome.value });
        else update({ state: "failed", failure: { code: outcome.code, params: { ...outcome.params } } });
      })
      .catch((error: unknown) => {
        const { code, params } = failureOf(error);
        update({
          state: abort.signal.aborted ? "cancelled" : "failed",
          failure: { code, params: { ...params } },
        });
      });
    jobs.set(job, { state: initial, abort, finished });
    return job;
  }

  return {
    start,
    get: (job) => jobs.get(job)?.state ?? null,
    cancel(job) {
      const running = jobs.get(job);
      running?.abort.abort("cancelled" satisfies StopReason);
      return running?.state ?? null;
    },
    isRunning: () => [...jobs.values()].some((running) => running.state.state === "running"),
    settled: async (job) => jobs.get(job)?.finished,
    async close() {
      for (const running of jobs.values()) running.abort.abort("closing" satisfies StopReason);
      await Promise.all([...jobs.values()].map((running) => running.finished));
    },
  };
}
