/** So many files lie ready in memory that reading goes on while others are stored, which waits for the disk. */
export const ahead = { files: 8, bytes: 8 * 1024 * 1024 } as const;

/** A source whose bytes are in memory until it has come to its end. */
interface Opened {
  readonly bytes: number;
  readonly end: Promise<void>;
}

/**
 * Opens one source after the other, the next only while few and small ones are in memory: at most `ahead.files`, and less than
 * `ahead.bytes` beside the newest. Returns when the last has come to its end; after `signal` no more are opened.
 */
export async function openAhead<Source>(
  sources: readonly Source[],
  signal: AbortSignal,
  open: (source: Source) => Promise<Opened>,
): Promise<void> {
  const opened = new Set<Promise<void>>();
  let held = 0;
  for (const source of sources) {
    while (opened.size >= ahead.files || held >= ahead.bytes) await Promise.race(opened);
    if (signal.aborted) break;
    const { bytes, end } = await open(source);
    held += bytes;
    const ended = end.finally(() => {
      opened.delete(ended);
      held -= bytes;
    });
    opened.add(ended);
  }
  await Promise.all(opened);
}
