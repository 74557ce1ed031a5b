import type { Composed } from "../../electron/compose.ts";
import type { Dossier } from "../../shared/submission/dossier.ts";
import { ask } from "./program.ts";

const factLine = ({ key, value, unit, year, role, state, read }: Dossier["facts"][number]): string =>
  [key, value, unit, year ?? "", role, state, read?.evidence.file ?? "", read?.evidence.block ?? ""].join(
    " ",
  );

/** Everything a round holds but ids and times: equal for two rounds made from the same files. */
export async function contentOf(program: Composed, round: string) {
  const { arrivals, submissions } = await ask(program, "intake/list", { round });
  const names = new Map(submissions.map(({ id, name }) => [id, name]));
  const dossiers: Dossier[] = [];
  for (const { id } of submissions) dossiers.push(await ask(program, "submission/get", { submission: id }));
  return {
    arrivals: arrivals.map(({ path, sha256, kind, status, submission }) => ({
      path,
      sha256,
      kind,
      status,
      submission: names.get(submission ?? "") ?? null,
    })),
    submissions: dossiers.map(({ number, version, identity, files, facts, projects, totalChars }) => ({
      number,
      version,
      identity: [identity.name, identity.city, identity.subject, identity.direction].map(
        (value) => value && `${value.state} ${value.value}`,
      ),
      files: files.map(({ name, sha256 }) => `${name} ${sha256}`).sort(),
      facts: facts.map(factLine).sort(),
      projects: projects.map(({ name, totalInvestment }) => `${name} ${totalInvestment}`),
      totalChars,
    })),
  };
}
