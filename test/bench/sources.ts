import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { ImportSource } from "../../electron/services/import.ts";
import { generateSubmission } from "./generate.ts";

const sourcesIn = (folder: string): string => join(folder, "mailed");

/** Writes the submissions into a folder, as they would lie on a stick. */
export async function writeSources(folder: string, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const own = join(sourcesIn(folder), String(number));
    mkdirSync(own, { recursive: true });
    const { plan, projects } = await generateSubmission(number);
    writeFileSync(join(own, "实施方案.docx"), plan);
    writeFileSync(join(own, "附件3.xlsx"), projects);
  }
}

interface SourceFile {
  /** From the folder of submissions on. */
  readonly path: string;
  readonly absolute: string;
}

const filesIn = (folder: string): SourceFile[] =>
  readdirSync(sourcesIn(folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const absolute = join(entry.parentPath, entry.name);
      return { path: relative(sourcesIn(folder), absolute), absolute };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));

/** The files of a folder, read when they are asked for. */
export const readSources = (folder: string): ImportSource[] =>
  filesIn(folder).map(({ path, absolute }) => ({ path, read: () => readFile(absolute) }));

export interface RawFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The same files in memory. */
export const rawFiles = (folder: string): RawFile[] =>
  filesIn(folder).map(({ path, absolute }) => ({ name: path, bytes: readFileSync(absolute) }));

/** The same files by their ending, to hand over to another program. */
export const pathsEnding = (folder: string, ending: string): string[] =>
  filesIn(folder).flatMap(({ absolute }) => (absolute.endsWith(ending) ? [absolute] : []));
