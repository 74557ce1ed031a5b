import type { Application } from "../../shared/submission/fact.ts";
import { answerWindow } from "../answer-window.ts";
import { listAliases } from "../db/aliases.ts";
import { findExtracted, listReadings } from "../db/contents.ts";
import { listSubmissions } from "../db/submissions.ts";
import type { Context } from "./context.ts";
import { NameIndex } from "./name-index.ts";

export interface Known {
  readonly submission: string;
  readonly city: string;
}

/** Applicants of a round by every name they go under. */
export interface KnownNames {
  readonly submissions: NameIndex<Known>;
  /** The same as they are written, to be looked for in the subject of a mail. */
  readonly written: { readonly name: string; readonly thing: Known }[];
  readonly applications: NameIndex<Application>;
}

/** Rows of every 申报汇总表 of the round: they may name city, type and direction of an applicant. */
export const applicationsOf = (context: Context, round: string): Application[] =>
  listReadings(context.db, round)
    .filter((head) => head.kind === "application-table")
    .flatMap((head) => findExtracted(context.db, round, head.sha256)?.extraction?.applications ?? []);

const submissionsAtOnce = 50;

/** Short names are looked for in the files of some submissions at a time, with the window answered in between. */
async function aliasesOf(
  context: Context,
  round: string,
  submissions: readonly string[],
): Promise<ReturnType<typeof listAliases>> {
  const aliases: ReturnType<typeof listAliases> = [];
  for (let at = 0; at < submissions.length; at += submissionsAtOnce) {
    aliases.push(...listAliases(context.db, round, submissions.slice(at, at + submissionsAtOnce)));
    await answerWindow();
  }
  return aliases;
}

export async function knownNames(context: Context, round: string): Promise<KnownNames> {
  const submissions = new NameIndex<Known>();
  const known = new Map<string, Known>();
  const written: KnownNames["written"] = [];
  for (const { id, name, city } of listSubmissions(context.db, round)) {
    const thing = { submission: id, city };
    known.set(id, thing);
    submissions.add(name, thing);
    written.push({ name, thing });
  }
  const aliases = await aliasesOf(context, round, [...known.keys()]);
  for (const [alias, owners] of Map.groupBy(aliases, ({ alias }) => alias)) {
    const [owner, more] = new Set(owners.map(({ submission }) => submission));
    const thing = owner === undefined ? undefined : known.get(owner);
    // A short name two applicants give themselves tells nobody apart.
    if (thing === undefined || more !== undefined) continue;
    submissions.add(alias, thing);
    written.push({ name: alias, thing });
  }
  const applications = new NameIndex<Application>();
  for (const row of applicationsOf(context, round)) applications.add(row.name, row);
  return { submissions, written, applications };
}
