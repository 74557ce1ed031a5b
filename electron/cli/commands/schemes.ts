import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fail, type Result, succeed } from "../../../shared/contract/result.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import { createOwnSchemes } from "../../services/own-schemes.ts";
import { loadRegistry, loadSchemes } from "../../services/resources.ts";
import { findProgramFiles } from "../../start/program-root.ts";
import { type Arguments, answer, answerFrom, defineCommand } from "../command.ts";

export const resourcesFolder = findProgramFiles(join(import.meta.dirname, "..", "..")).resourcesFolder;

/** Those of the program, and with `--db` the newest version of every scheme kept beside that database. */
function allSchemes({ values }: Arguments): Result<Scheme[]> {
  const packaged = loadSchemes(join(resourcesFolder, "schemes"));
  if (!packaged.ok || values.db === undefined) return packaged;
  const database = resolve(values.db);
  if (!existsSync(database)) return fail("not-found", { what: "database", file: database });
  return succeed([...createOwnSchemes(join(dirname(database), "schemes"), packaged.value).all.values()]);
}

export const schemes = defineCommand({
  name: "schemes",
  usage: "[--db <file>]",
  options: ["db"],
  positional: 0,
  run: {
    needs: "plain",
    go: (args) =>
      answerFrom(allSchemes(args), (all) =>
        all.map(({ id, title, issuer, documentNo, year }) => ({ id, title, issuer, documentNo, year })),
      ),
  },
});

export const scheme = defineCommand({
  name: "scheme",
  usage: "<id> [--db <file>]",
  options: ["db"],
  positional: 1,
  run: {
    needs: "plain",
    go: (args) => {
      const { positional } = args;
      const all = allSchemes(args);
      if (!all.ok) return all;
      const found = all.value.find((candidate) => candidate.id === positional[0]);
      return found ? answer(found) : fail("not-found", { what: "scheme", id: positional[0] ?? "" });
    },
  },
});

export const registry = defineCommand({
  name: "registry",
  usage: "",
  options: [],
  positional: 0,
  run: { needs: "plain", go: () => answerFrom(loadRegistry(join(resourcesFolder, "registry"))) },
});
