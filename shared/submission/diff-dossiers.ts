import { z } from "zod";
import { type Dossier, type Fact, FactState, IdentityField, identityFields } from "./dossier.ts";
import type { Project, ReadSection } from "./fact.ts";

const Change = z.enum(["added", "removed", "changed"]);
const Texts = z.array(z.string());

const IdentityChange = z.object({
  field: IdentityField,
  before: z.string().nullable(),
  after: z.string().nullable(),
});

/** What one version says of an indicator for a year and role: every value in force once, and how it came to be. */
const FactSide = z.array(z.object({ value: z.string(), state: FactState }));

export const FactChange = z.object({
  key: z.string(),
  unit: z.string(),
  year: z.number().int().nullable(),
  role: z.enum(["value", "target", "requirement"]),
  change: Change,
  before: FactSide,
  after: FactSide,
});

export const SectionChange = z.object({
  /** Outline section id of the scheme; `null` for a heading that matches none. */
  section: z.string().nullable(),
  change: Change,
  before: z.object({ title: z.string(), chars: z.number().int() }).nullable(),
  after: z.object({ title: z.string(), chars: z.number().int() }).nullable(),
});

const projectFields = ["organization", "content", "period", "totalInvestment", "funding", "remark"] as const;

export const ProjectChange = z.object({
  name: z.string(),
  change: Change,
  /** Fields that differ, for a changed project; money in 万元, `""` where nothing stands. */
  fields: z.array(z.object({ field: z.enum(projectFields), before: z.string(), after: z.string() })),
});

export const FileChange = z.object({
  sha256: z.string(),
  name: z.string(),
  /** `changed`: a file of this name has another content; `sha256` is the new one. */
  change: Change,
});

export const DossierDiff = z.object({
  before: z.number().int(),
  after: z.number().int(),
  identity: z.array(IdentityChange),
  facts: z.array(FactChange),
  sections: z.array(SectionChange),
  projects: z.array(ProjectChange),
  statedTotals: z.object({ before: Texts, after: Texts }).nullable(),
  files: z.array(FileChange),
  totalChars: z.object({ before: z.number().int(), after: z.number().int() }).nullable(),
});
export type DossierDiff = z.infer<typeof DossierDiff>;
export type FactChange = z.infer<typeof FactChange>;
export type SectionChange = z.infer<typeof SectionChange>;
export type ProjectChange = z.infer<typeof ProjectChange>;
export type FileChange = z.infer<typeof FileChange>;

/** Things of both versions by what makes them the same thing, in the order they first appear. */
function pair<Thing>(
  before: readonly Thing[],
  after: readonly Thing[],
  keyOf: (thing: Thing) => string,
): { before: Thing[]; after: Thing[] }[] {
  const old = Map.groupBy(before, keyOf);
  const now = Map.groupBy(after, keyOf);
  return [...new Set([...old.keys(), ...now.keys()])].map((key) => ({
    before: old.get(key) ?? [],
    after: now.get(key) ?? [],
  }));
}

const changeOf = (before: readonly unknown[], after: readonly unknown[]): z.infer<typeof Change> =>
  before.length === 0 ? "added" : after.length === 0 ? "removed" : "changed";

const identityChanges = (before: Dossier, after: Dossier): DossierDiff["identity"] =>
  identityFields.flatMap((field) => {
    const old = before.identity[field]?.value ?? null;
    const now = after.identity[field]?.value ?? null;
    return old === now ? [] : [{ field, before: old, after: now }];
  });

const inForce = (fact: Fact): boolean => fact.state !== "rejected";
const factKey = (fact: Fact): string => [fact.key, fact.role, fact.year ?? ""].join("\u0000");
/** Each value once: a table that repeats what the plan says adds nothing. */
const sideOf = (facts: readonly Fact[]): z.infer<typeof FactSide> =>
  [
    ...new Map(facts.toReversed().map(({ value, state }) => [value, { value, state }] as const)).values(),
  ].reverse();
/** Whether a person has looked at a value meanwhile is no difference between what two versions say. */
const valuesOf = (facts: readonly Fact[]): string =>
  [...new Set(facts.map((fact) => fact.value))].sort().join("\u0000");

const factChanges = (before: Dossier, after: Dossier): FactChange[] =>
  pair(before.facts.filter(inForce), after.facts.filter(inForce), factKey).flatMap((sides) => {
    const [first] = [...sides.after, ...sides.before];
    if (first === undefined || valuesOf(sides.before) === valuesOf(sides.after)) return [];
    return [
      {
        key: first.key,
        unit: first.unit,
        year: first.year ?? null,
        role: first.role,
        change: changeOf(sides.before, sides.after),
        before: sideOf(sides.before),
        after: sideOf(sides.after),
      },
    ];
  });

const sectionKey = (section: ReadSection): string => section.section ?? `?${section.title}`;
const sectionSide = (section: ReadSection | undefined): SectionChange["before"] =>
  section === undefined ? null : { title: section.title, chars: section.chars };

/** A section of the same title and length may still say other things: its file then stands among the files. */
const sectionChanges = (before: Dossier, after: Dossier): SectionChange[] =>
  pair(before.outline, after.outline, sectionKey).flatMap((sides) => {
    const [old] = sides.before;
    const [now] = sides.after;
    const same = old !== undefined && now !== undefined && old.chars === now.chars && old.title === now.title;
    if (same) return [];
    const section = (now ?? old)?.section ?? null;
    const change = changeOf(sides.before, sides.after);
    return [{ section, change, before: sectionSide(old), after: sectionSide(now) }];
  });

const fieldText = (project: Project, field: (typeof projectFields)[number]): string =>
  field === "funding"
    ? project.funding.map((part) => `${part.name} ${part.value}`).join("；")
    : (project[field] ?? "");

const fieldChanges = (before: Project, after: Project): ProjectChange["fields"] =>
  projectFields.flatMap((field) => {
    const old = fieldText(before, field);
    const now = fieldText(after, field);
    return old === now ? [] : [{ field, before: old, after: now }];
  });

/** Two projects of one name are told apart by their order. */
const projectChanges = (before: Dossier, after: Dossier): ProjectChange[] =>
  pair(before.projects, after.projects, (project) => project.name).flatMap((sides) =>
    Array.from({ length: Math.max(sides.before.length, sides.after.length) }, (_, index) => index).flatMap(
      (index): ProjectChange[] => {
        const old = sides.before[index];
        const now = sides.after[index];
        if (old === undefined)
          return now === undefined ? [] : [{ name: now.name, change: "added", fields: [] }];
        if (now === undefined) return [{ name: old.name, change: "removed", fields: [] }];
        const fields = fieldChanges(old, now);
        return fields.length === 0 ? [] : [{ name: now.name, change: "changed", fields }];
      },
    ),
  );

function fileChanges(before: Dossier, after: Dossier): FileChange[] {
  const old = new Set(before.files.map((file) => file.sha256));
  const now = new Set(after.files.map((file) => file.sha256));
  const added = after.files.filter((file) => !old.has(file.sha256));
  const gone = before.files.filter((file) => !now.has(file.sha256));
  const replaced = new Set(gone.map((file) => file.name));
  const addedNames = new Set(added.map((file) => file.name));
  return [
    ...added.map(({ sha256, name }): FileChange => {
      return { sha256, name, change: replaced.has(name) ? "changed" : "added" };
    }),
    ...gone
      .filter((file) => !addedNames.has(file.name))
      .map(({ sha256, name }): FileChange => ({ sha256, name, change: "removed" })),
  ];
}

function totalChanges(before: Dossier, after: Dossier): DossierDiff["statedTotals"] {
  const old = before.statedTotals.map((total) => total.value);
  const now = after.statedTotals.map((total) => total.value);
  return old.join() === now.join() ? null : { before: old, after: now };
}

/**
 * What a person has to look at again when a submission has a newer version: identity, facts by indicator, year and role,
 * sections of the plan with their lengths, projects by name, files by content. Only differences are listed, in the order of
 * the older version, new things after them. Values are the ones in force; rejected facts do not count.
 */
export const diffDossiers = (before: Dossier, after: Dossier): DossierDiff => ({
  before: before.version,
  after: after.version,
  identity: identityChanges(before, after),
  facts: factChanges(before, after),
  sections: sectionChanges(before, after),
  projects: projectChanges(before, after),
  statedTotals: totalChanges(before, after),
  files: fileChanges(before, after),
  totalChars:
    before.totalChars === after.totalChars ? null : { before: before.totalChars, after: after.totalChars },
});

/** Nothing a check or a reviewer could see differs. */
export const isSameContent = (diff: DossierDiff): boolean =>
  diff.totalChars === null &&
  diff.statedTotals === null &&
  [diff.identity, diff.facts, diff.sections, diff.projects, diff.files].every((list) => list.length === 0);
