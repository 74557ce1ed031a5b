import { join } from "node:path";
import { fail } from "../../../shared/contract/result.ts";
import { loadRegistry, loadSchemes } from "../../services/resources.ts";
import { findProgramFiles } from "../../start/program-root.ts";
import { answer, answerFrom, defineCommand } from "../command.ts";

export const resourcesFolder = findProgramFiles(join(import.meta.dirname, "..", "..")).resourcesFolder;

export const schemes = defineCommand({
  name: "schemes",
  usage: "",
  options: [],
  positional: 0,
  run: {
    needs: "plain",
    go: () =>
      answerFrom(loadSchemes(join(resourcesFolder, "schemes")), (all) =>
        all.map(({ id, title, issuer, documentNo, year }) => ({ id, title, issuer, documentNo, year })),
      ),
  },
});

export const scheme = defineCommand({
  name: "scheme",
  usage: "<id>",
  options: [],
  positional: 1,
  run: {
    needs: "plain",
    go: ({ positional }) => {
      const all = loadSchemes(join(resourcesFolder, "schemes"));
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
