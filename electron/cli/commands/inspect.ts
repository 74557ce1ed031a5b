import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail } from "../../../shared/contract/result.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import type { Extraction } from "../../../shared/submission/fact.ts";
import { collectPaths } from "../../intake/collect.ts";
import type { InspectedFile, InspectInput } from "../../intake/inspect.ts";
import { defaultLimits } from "../../intake/limits.ts";
import { createIntakePool, readingThreads } from "../../intake/pool.ts";
import { loadSchemes } from "../../services/resources.ts";
import { VolumeShelf } from "../../services/volume-shelf.ts";
import { findProgramFiles } from "../../start/program-root.ts";
import { answer, defineCommand } from "../command.ts";
import { resourcesFolder } from "./schemes.ts";

/** Reads files and prints what was found in them; needs no database and writes nothing. */
export const inspect = defineCommand({
  name: "inspect",
  usage: "<file>… [--scheme <id>]",
  options: ["scheme"],
  positional: 1,
  run: {
    needs: "plain",
    go: async ({ positional, values }) => {
      const all = loadSchemes(join(resourcesFolder, "schemes"));
      if (!all.ok) return all;
      const scheme = all.value.find((candidate) => candidate.id === (values.scheme ?? "hunan-2021"));
      if (!scheme) return fail("not-found", { what: "scheme", id: values.scheme ?? "" });
      const { workerFile } = findProgramFiles(join(import.meta.dirname, "..", ".."));
      const pool = createIntakePool({ workerFile, size: readingThreads(), limits: defaultLimits });
      try {
        const files = await collectAsNamed(positional);
        if (files.length === 0) return fail("not-found", { what: "file", id: positional.join(" ") });
        const read = files.map(({ absolute, path }) =>
          pool.inspect({ path, bytes: readFileSync(absolute), provenance: {} }, { scheme }),
        );
        const inspected = await withVolumes((await Promise.all(read)).flat(), (input) =>
          pool.inspect(input, { scheme }),
        );
        return answer(inspected.map(lineOf), {
          lines: true,
          accepted: inspected.every((file) => file.status !== "refused"),
        });
      } finally {
        await pool.close();
      }
    },
  },
});

/** Archives that came in pieces follow, joined. */
async function withVolumes(
  files: readonly InspectedFile[],
  read: (input: InspectInput) => Promise<InspectedFile[]>,
): Promise<readonly InspectedFile[]> {
  const shelf = new VolumeShelf();
  if (!shelf.keep({ path: "" }, files)) return files;
  return (await shelf.release(read)).flatMap(({ inspected }) => inspected);
}

/** Paths as they were named on the command line, so that a script can tell its lines apart. */
async function collectAsNamed(paths: readonly string[]): Promise<{ path: string; absolute: string }[]> {
  const collected = await Promise.all(paths.map((path) => collectPaths([path])));
  return collected.flatMap(({ files }, index) =>
    files.map(({ path, absolute }) => ({ path: join(dirname(paths[index] ?? ""), path), absolute })),
  );
}

const placeOf = ({ file, block, cell, text }: Evidence) => ({
  file,
  block,
  ...(cell === undefined ? {} : { cell }),
  text,
});

function lineOf(file: InspectedFile) {
  const { extraction } = file;
  return {
    file: file.file,
    sha256: file.sha256,
    status: file.status,
    ...(file.error === null ? {} : { error: { code: file.error.code, message: file.error.message } }),
    kind: extraction?.kind ?? "unknown",
    applicant: applicantOf(extraction),
    facts: (extraction?.facts ?? []).map(({ evidence, sure: _sure, doubt: _doubt, ...fact }) => ({
      ...fact,
      evidence: placeOf(evidence),
    })),
    projects: (extraction?.projects ?? []).map(({ evidence, ...project }) => ({
      ...project,
      evidence: placeOf(evidence),
    })),
    applications: (extraction?.applications ?? []).map(({ evidence, ...row }) => ({
      ...row,
      evidence: placeOf(evidence),
    })),
    outline: (extraction?.outline ?? []).map(({ section, title, chars }) => ({ section, title, chars })),
    messages: file.messages,
    ms: Math.round(file.ms),
  };
}

const applicantOf = (extraction: Extraction | null) => ({
  name: extraction?.applicant.name?.value ?? null,
  city: extraction?.applicant.city?.value ?? null,
  subject: extraction?.applicant.subject?.value ?? null,
  direction: extraction?.applicant.direction?.value ?? null,
});
