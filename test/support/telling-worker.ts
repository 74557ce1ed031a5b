import { parentPort, threadId } from "node:worker_threads";
import "../../electron/intake/worker.ts";

export interface ThreadNews {
  readonly did: "loaded" | "reads";
  readonly thread: number;
}

/** A reading thread that says when it has loaded its readers and when it is given a file. */
const channel = new BroadcastChannel("reading-threads");
const tell = (did: ThreadNews["did"]): void => channel.postMessage({ did, thread: threadId });

parentPort?.on("message", () => tell("reads"));
tell("loaded");
