/** What an error says in one line: never its stack, which means nothing to the reader. */
export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
