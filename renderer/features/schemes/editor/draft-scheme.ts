import type { DirectionId, Indicator, Scheme, Source, SubjectId } from "../../../../shared/scheme/scheme.ts";

/** A sentence nobody has entered yet: saving asks for it. */
export const noSource: Source = { place: "", quote: "" };

/** Parts of the editor in the order of a notice. */
const sections = [
  "basics",
  "list",
  "targets",
  "tasks",
  "pairs",
  "indicators",
  "demands",
  "quotas",
  "points",
  "form",
  "grades",
  "definitions",
  "preview",
] as const;
export type SectionId = (typeof sections)[number];

const sectionOfField: Readonly<Record<string, SectionId>> = {
  register: "list",
  targets: "targets",
  tasks: "tasks",
  directions: "pairs",
  subjects: "pairs",
  indicators: "indicators",
  outline: "demands",
  totalChars: "demands",
  attachments: "demands",
  quotas: "quotas",
  exclusions: "quotas",
  delivery: "demands",
  points: "points",
  grading: "grades",
  evaluation: "grades",
  scoreSheet: "form",
  settings: "definitions",
};

/** Where a field of the file is edited: `indicators[2].unit` → indicators. */
export const sectionOf = (field: string): SectionId =>
  sectionOfField[/^[^.[]*/.exec(field)?.[0] ?? ""] ?? "basics";

/** What a document of each kind is made of; it may hold more, never less. */
const usualSections: Readonly<Record<NonNullable<Scheme["purpose"]>, readonly SectionId[]>> = {
  review: sections.filter((section) => section !== "tasks" && section !== "list"),
  plan: ["basics", "targets", "tasks"],
  register: ["basics", "list", "pairs", "grades"],
};

const holds = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : value !== null && typeof value === "object"
      ? Object.values(value).some(holds)
      : value !== null && value !== undefined;

/** The parts shown for a draft: those its kind of document has, and every other in which something stands already. */
export function sectionsFor(draft: Scheme): SectionId[] {
  const usual = usualSections[draft.purpose ?? "review"];
  const used = new Set(
    Object.entries(draft).flatMap(([field, value]) => (holds(value) ? [sectionOf(field)] : [])),
  );
  return sections.filter((section) => usual.includes(section) || used.has(section));
}

/** `stem-1`, `stem-2` …: the first id nothing in the list has. */
export function freshId(stem: string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

const letters = "abcdefghijklmnopqrstuvwxyz";

const inLetters = (number: number): string =>
  number < 26
    ? (letters[number] ?? "a")
    : `${inLetters(Math.floor(number / 26) - 1)}${letters[number % 26] ?? "a"}`;

/** Ids of indicators hold letters only. */
export function freshIndicatorId(direction: DirectionId, taken: readonly string[]): string {
  let number = 0;
  while (taken.includes(`${direction}-own-${inLetters(number)}`)) number += 1;
  return `${direction}-own-${inLetters(number)}`;
}

export const newIndicator = (direction: DirectionId, taken: readonly string[]): Indicator => ({
  id: freshIndicatorId(direction, taken),
  direction,
  name: "",
  unit: "",
  measure: "stock",
  match: { require: [[""]], exclude: [] },
  confusedWith: [],
  thresholds: {},
  source: noSource,
});

/** Types that may apply in a direction, and those that have a threshold there although they may not. */
export const subjectsFor = (scheme: Scheme, indicator: Indicator): Scheme["subjects"] =>
  scheme.subjects.filter(
    (subject) =>
      subject.directions.includes(indicator.direction) || indicator.thresholds[subject.id] !== undefined,
  );

/** `就业/带动就业` a line: one word of each line has to stand there. */
export const parseGroups = (typed: string): string[][] =>
  typed.split("\n").flatMap((line) => {
    const words = parseWords(line);
    return words.length === 0 ? [] : [words];
  });

export const formatGroups = (groups: readonly (readonly string[])[]): string =>
  groups.map((group) => group.join(" / ")).join("\n");

export const parseWords = (typed: string): string[] =>
  typed
    .split(/[/／、，,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");

/** Digits as typed → a whole number; `null` when nothing is there; `undefined` when it is none. */
export function parseCount(typed: string): number | null | undefined {
  const tidy = typed.normalize("NFKC").replace(/[,\s]/g, "");
  if (tidy === "") return null;
  return /^\d{1,9}$/.test(tidy) ? Number(tidy) : undefined;
}

export const withThreshold = (
  indicator: Indicator,
  subject: SubjectId,
  threshold: Indicator["thresholds"][SubjectId],
): Indicator => {
  const { [subject]: _gone, ...others } = indicator.thresholds;
  return { ...indicator, thresholds: threshold === undefined ? others : { ...others, [subject]: threshold } };
};

export const replaceAt = <Item>(items: readonly Item[], index: number, item: Item): Item[] =>
  items.map((old, at) => (at === index ? item : old));

export const removeAt = <Item>(items: readonly Item[], index: number): Item[] =>
  items.filter((_, at) => at !== index);

export function moveUp<Item>(items: readonly Item[], index: number): Item[] {
  const moved = items[index];
  if (index === 0 || moved === undefined) return [...items];
  const others = removeAt(items, index);
  return [...others.slice(0, index - 1), moved, ...others.slice(index - 1)];
}
