import { fail, type Result, succeed } from "../../shared/contract/result.ts";

export type Way = "electron" | "browser" | "address";

export interface StartArguments {
  /** Folder for the database and everything else that is kept; `null` means the usual one of this system. */
  readonly data: string | null;
  /** `null`: whatever opens here. */
  readonly way: Way | null;
}

const isWay = (text: string | undefined): text is Way =>
  text === "electron" || text === "browser" || text === "address";

/** `--data DIR`, `--way WAY`, and the same from `PINGSHEN_DATA` and `PINGSHEN_WAY`. */
export function readStartArguments(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
): Result<StartArguments, "usage"> {
  let data = environment.PINGSHEN_DATA || null;
  let way: string | undefined = environment.PINGSHEN_WAY || undefined;
  const rest = words.flatMap((word) => word.split(/(?<=^--(?:data|way))=/));
  for (let index = 0; index < rest.length; index += 2) {
    const value = rest[index + 1];
    const name = rest[index] ?? "";
    if (value === undefined || value === "") return fail("usage", { argument: name });
    if (name === "--data") data = value;
    else if (name === "--way") way = value;
    else return fail("usage", { argument: name });
  }
  if (way !== undefined && !isWay(way)) return fail("usage", { argument: way });
  return succeed({ data, way: way ?? null });
}
