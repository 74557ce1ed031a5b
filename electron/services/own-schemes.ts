import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Scheme } from "../../shared/scheme/scheme.ts";
import { type SchemeProblem, schemeProblems, withLines } from "../../shared/scheme/scheme-problems.ts";
import { validateScheme } from "../../shared/scheme/validate-scheme.ts";
import { canonicalText } from "../../shared/seal/canonical.ts";
import { lineOfFault } from "../../shared/text/json-lines.ts";
import { writeWhole } from "./files.ts";

export interface RefusedScheme {
  readonly file: string;
  readonly problems: readonly SchemeProblem[];
}

/** Schemes of the package and of the clerk. A clerk's scheme is kept in every version, one file each. */
export interface OwnSchemes {
  /** The newest version of each, by id. */
  readonly all: ReadonlyMap<string, Scheme>;
  isOfPackage(id: string): boolean;
  /** Newest first; empty for a scheme of the package. */
  versions(id: string): readonly Scheme[];
  /** Stores the scheme as the next version of its id. */
  save(scheme: Scheme): Scheme;
  /**
   * Takes in a scheme another computer stored, at its version where that is free. `known`: some version says the same. `of-package`: the
   * id is the program's. `other-use`: the id is that of a scheme for another purpose here. Nothing stored is ever replaced.
   */
  take(scheme: Scheme): "taken" | "known" | "of-package" | "other-use";
  /** Files of the folder that could not be used. They stop nothing, and nothing of them is used. */
  readonly refused: readonly RefusedScheme[];
}

/** Names Windows keeps for devices, whatever follows the first dot. The id itself is read from the file. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)$/;

const fileName = ({ id, version }: Scheme): string =>
  `${id}${deviceName.test(id) ? "-" : ""}.v${version}.json`;

function readOne(file: string): Scheme | RefusedScheme {
  let raw: unknown;
  const text = readFileSync(file, "utf8").replace(/^\ufeff/, "");
  try {
    raw = JSON.parse(text);
  } catch {
    return { file, problems: [{ field: "", code: "no-scheme", params: {}, line: lineOfFault(text) ?? 1 }] };
  }
  const scheme = validateScheme(raw);
  return scheme.ok ? scheme.value : { file, problems: withLines(schemeProblems(raw), text) };
}

const isScheme = (read: Scheme | RefusedScheme): read is Scheme => "id" in read;

function readFolder(folder: string): { schemes: Scheme[]; refused: RefusedScheme[] } {
  if (!existsSync(folder)) return { schemes: [], refused: [] };
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const read = names.sort().map((name) => readOne(join(folder, name)));
  return {
    schemes: read.filter(isScheme),
    refused: read.flatMap((one) => (isScheme(one) ? [] : [one])),
  };
}

const purposeOf = ({ purpose }: Scheme) => purpose ?? "review";

const sameRules = (one: Scheme, other: Scheme): boolean =>
  canonicalText({ ...one, version: 0 }) === canonicalText({ ...other, version: 0 });

const newestFirst = (one: Scheme, other: Scheme): number => other.version - one.version;

export function createOwnSchemes(folder: string, packaged: readonly Scheme[]): OwnSchemes {
  const { schemes, refused } = readFolder(folder);
  const ofPackage = new Set(packaged.map((scheme) => scheme.id));
  const versions = new Map<string, Scheme[]>();
  const all = new Map(packaged.map((scheme) => [scheme.id, scheme]));
  // An id of the package stays the package's: a later program may bring a scheme the clerk had made before.
  for (const scheme of schemes.filter(({ id }) => !ofPackage.has(id)).sort(newestFirst)) {
    versions.set(scheme.id, [...(versions.get(scheme.id) ?? []), scheme]);
    if (!all.has(scheme.id)) all.set(scheme.id, scheme);
  }
  const store = (scheme: Scheme): Scheme => {
    mkdirSync(folder, { recursive: true });
    writeWhole(join(folder, fileName(scheme)), Buffer.from(`${JSON.stringify(scheme, null, 2)}\n`));
    const stored = [scheme, ...(versions.get(scheme.id) ?? [])].sort(newestFirst);
    versions.set(scheme.id, stored);
    all.set(scheme.id, stored[0] ?? scheme);
    return scheme;
  };
  const nextVersion = (id: string): number => (versions.get(id)?.[0]?.version ?? 0) + 1;
  return {
    all,
    refused,
    isOfPackage: (id) => ofPackage.has(id),
    versions: (id) => versions.get(id) ?? [],
    save: (scheme) => store({ ...scheme, version: nextVersion(scheme.id) }),
    take(scheme) {
      const known = versions.get(scheme.id) ?? [];
      if (ofPackage.has(scheme.id)) return "of-package";
      if (known.some((one) => sameRules(one, scheme))) return "known";
      if (known.some((one) => purposeOf(one) !== purposeOf(scheme))) return "other-use";
      const isFree = known.every(({ version }) => version !== scheme.version);
      store(isFree ? scheme : { ...scheme, version: nextVersion(scheme.id) });
      return "taken";
    },
  };
}
