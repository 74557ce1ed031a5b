import { type Failure, fail, type Result } from "../../../../shared/contract/result.ts";

export interface SaveQueueState {
  /** Keys whose newest value is not stored yet, in the order they were first changed. */
  readonly unsaved: readonly string[];
  readonly saving: boolean;
  /** Why the newest value of a key was not taken. It is kept and sent again on `retry` or with the next change. */
  readonly failed: ReadonlyMap<string, Failure<string>>;
}

export interface SaveQueue<Value> {
  put(key: string, value: Value): void;
  /** Sends what waits at once; resolves when nothing is on its way (failed values stay unsaved). */
  flush(): Promise<void>;
  retry(): Promise<void>;
  state(): SaveQueueState;
}

export interface SaveQueueOptions<Value, Answer> {
  /** Resolves when the value is stored for good. */
  readonly send: (key: string, value: Value) => Promise<Result<Answer>>;
  readonly onSaved: (answer: Answer) => void;
  readonly onChange: (state: SaveQueueState) => void;
  /** Keystrokes within this many milliseconds travel together. */
  readonly gather: number;
}

/**
 * Keeps the newest value of every key until the service has answered that it is stored. One call at a time, so the service
 * sees changes in the order they were made; a value typed while an older one is on its way is sent after it.
 */
export function createSaveQueue<Value, Answer>(options: SaveQueueOptions<Value, Answer>): SaveQueue<Value> {
  const wanted = new Map<string, { readonly value: Value }>();
  const failed = new Map<string, Failure<string>>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;

  const state = (): SaveQueueState => ({
    unsaved: [...wanted.keys()],
    saving: running !== null,
    failed: new Map(failed),
  });
  const changed = (): void => options.onChange(state());

  async function sendOne(key: string, entry: { readonly value: Value }): Promise<void> {
    const answer = await attempt(() => options.send(key, entry.value));
    if (answer.ok) {
      if (wanted.get(key) === entry) wanted.delete(key);
      options.onSaved(answer.value);
    } else if (wanted.get(key) === entry) {
      failed.set(key, answer);
    }
    changed();
  }

  async function sendAll(): Promise<void> {
    for (;;) {
      const next = [...wanted].find(([key]) => !failed.has(key));
      if (next === undefined) return;
      await sendOne(...next);
    }
  }

  function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    running ??= sendAll().finally(() => {
      running = null;
      changed();
    });
    return running;
  }

  return {
    state,
    flush,
    put: (key, value) => {
      wanted.set(key, { value });
      failed.delete(key);
      timer ??= setTimeout(() => void flush(), options.gather);
      changed();
    },
    retry: () => {
      failed.clear();
      return flush();
    },
  };
}

/** A transport that throws (the service process is gone) is a failure like any other: what was typed stays. */
async function attempt<Answer>(send: () => Promise<Result<Answer>>): Promise<Result<Answer>> {
  try {
    return await send();
  } catch (error) {
    return fail("internal", { detail: error instanceof Error ? error.message : String(error) });
  }
}
