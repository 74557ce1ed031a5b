import type { Scheme } from "../scheme/scheme.ts";
import { byText } from "../text/by-text.ts";
import { relateNames } from "../text/organisation-name.ts";
import type { FileKind } from "./document.ts";
import type { Dossier, Fact, IdentityValue } from "./dossier.ts";
import type { Evidence } from "./evidence.ts";
import type { Applicant, Application, Extraction, ReadFact } from "./fact.ts";
import { dropNeedlessDoubts } from "./needless-doubts.ts";

export interface CombineInput {
  readonly scheme: Scheme | null;
  readonly files: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly extraction: Extraction;
  }[];
  /** Rows of the city's 申报汇总表 that arrived with the round; only the applicant's own row is used. */
  readonly applications?: readonly Application[];
  readonly newId: () => string;
}

export type Combined = Pick<
  Dossier,
  "identity" | "facts" | "projects" | "statedTotals" | "statedCounts" | "outline" | "totalChars"
>;

const order: readonly FileKind[] = [
  "plan",
  "indicator-table",
  "application-table",
  "project-table",
  "letter",
  "evidence",
];
const worth = (kind: FileKind): number => (order.includes(kind) ? order.indexOf(kind) : order.length);
interface Candidate {
  readonly value: string;
  readonly sure: boolean;
  readonly evidence: Evidence;
}

type Agree = (a: string, b: string) => boolean;

const equal: Agree = (a, b) => a === b;

/** The other name is the same one, or a short name the files give their applicant. */
const agreeOnNames = (files: CombineInput["files"]): Agree => {
  const aliases = files.flatMap(({ extraction }) => extraction.aliases ?? []);
  const isAlias = (name: string): boolean => aliases.some((alias) => relateNames(alias, name) === "same");
  return (name, other) => relateNames(name, other) === "same" || isAlias(other);
};

/** The full names before the short ones the files themselves give. */
const fullFirst = (files: CombineInput["files"], candidates: readonly Candidate[]): Candidate[] => {
  const aliases = files.flatMap(({ extraction }) => extraction.aliases ?? []);
  const short = ({ value }: Candidate): number =>
    Number(aliases.some((alias) => relateNames(alias, value) === "same"));
  return candidates.toSorted((a, b) => short(a) - short(b));
};

/** The first sure candidate, in the order plan, tables, letters. A sure one that says otherwise makes it a question. */
function choose(candidates: readonly Candidate[], agree: Agree): IdentityValue | null {
  const best = candidates.find((candidate) => candidate.sure) ?? candidates[0];
  if (best === undefined) return null;
  const contradicted = candidates.some((other) => other.sure && !agree(best.value, other.value));
  const state = best.sure && !contradicted ? "read" : "to-confirm";
  return { value: best.value, state, readValue: best.value, evidence: best.evidence, correction: null };
}

function candidatesOf<Field extends keyof Applicant>(
  files: CombineInput["files"],
  field: Field,
): Candidate[] {
  return files.flatMap(({ extraction }) => {
    const found = extraction.applicant[field];
    return found === null || extraction.kind === "letter" ? [] : [found];
  });
}

function rowOf(applications: readonly Application[], name: string | null, agree: Agree): Application | null {
  if (name === null) return null;
  const rows = applications.filter((row) => agree(name, row.name));
  return rows[0] ?? null;
}

/** The applicant's row of the 申报汇总表 speaks for city, type and direction as surely as its own papers. */
function fromRow(row: Application | null, field: "city" | "subject" | "direction"): Candidate[] {
  const value = row?.[field];
  return row === null || value === null || value === undefined || value === ""
    ? []
    : [{ value, sure: true, evidence: row.evidence }];
}

function factOf(read: ReadFact, id: string): Fact {
  return {
    id,
    read,
    state: read.sure ? "read" : "to-confirm",
    key: read.key,
    value: read.value,
    unit: read.unit,
    ...(read.year === undefined ? {} : { year: read.year }),
    role: read.role,
    correction: null,
  };
}

/** A scheme's outline is followed by one file: the plan with the most matched sections. */
function planOf(files: CombineInput["files"]): Extraction | null {
  const matched = (extraction: Extraction): number =>
    extraction.outline.filter((section) => section.section !== null).length;
  const plans = files
    .filter(({ extraction }) => extraction.kind === "plan")
    .map(({ extraction }) => extraction);
  return plans.toSorted((a, b) => matched(b) - matched(a) || b.totalChars - a.totalChars)[0] ?? null;
}

/**
 * What the files of one submission say together. Every fact is kept with its place; a sure reading is `read`, any other
 * `to-confirm`. Deterministic: the order of the files does not matter, ids come from `newId` in the order of the result.
 */
export function combineExtractions(input: CombineInput): Combined {
  const files = [...input.files].sort(
    (a, b) =>
      worth(a.extraction.kind) - worth(b.extraction.kind) ||
      byText(a.file, b.file) ||
      byText(a.sha256, b.sha256),
  );
  const agree = agreeOnNames(files);
  const named = fullFirst(files, candidatesOf(files, "name"));
  const row = rowOf(input.applications ?? [], choose(named, agree)?.value ?? null, agree);
  const listed = row === null ? [] : [{ value: row.name, sure: true, evidence: row.evidence }];
  const name = choose([...named, ...listed], agree);
  const identityOf = (field: "city" | "subject" | "direction"): IdentityValue | null =>
    choose([...candidatesOf(files, field), ...fromRow(row, field)], equal);
  const plan = planOf(files);
  const statedCounts = files.flatMap(({ extraction }) => extraction.statedCounts ?? []);
  return {
    identity: {
      name,
      city: identityOf("city"),
      subject: identityOf("subject"),
      direction: identityOf("direction"),
    },
    facts: dropNeedlessDoubts(files.flatMap(({ extraction }) => extraction.facts)).map((fact) =>
      factOf(fact, input.newId()),
    ),
    projects: files.flatMap(({ extraction }) => extraction.projects),
    statedTotals: files.flatMap(({ extraction }) => extraction.statedTotal ?? []),
    ...(statedCounts.length === 0 ? {} : { statedCounts }),
    outline: plan?.outline ?? [],
    totalChars: plan?.totalChars ?? 0,
  };
}
