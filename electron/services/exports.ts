import type { Handlers } from "../../shared/contract/index.ts";
import { fail, succeed } from "../../shared/contract/result.ts";
import { findRound } from "../db/rounds.ts";
import { listFiles } from "../db/written-files.ts";
import { type Context, notFound } from "./context.ts";

export function createExportHandlers(context: Context): Pick<Handlers, "export/make" | "export/list"> {
  return {
    "export/make": () => fail("nothing-ranked"),
    "export/list": ({ round }) =>
      findRound(context.db, round) ? succeed(listFiles(context.db, round)) : notFound("round"),
  };
}
