import type { RegistryEntry } from "../scheme/registry.ts";
import type { Base, BaseAct, BaseEvent } from "./base.ts";

/** Bases of published lists keep their id as long as list and printed name stay. */
const idOfEntry = (entry: RegistryEntry): string => `${entry.register}:${entry.name}`;

const fromEntry = (entry: RegistryEntry): Base => ({
  id: idOfEntry(entry),
  register: entry.register,
  name: entry.name,
  level: entry.level,
  direction: entry.direction,
  subject: entry.subject ?? null,
  province: entry.province ?? "",
  city: entry.city ?? "",
  batch: entry.batch,
  source: entry.source,
  aliases: entry.aliases ?? [],
  status: "named",
  deadline: null,
  reevaluation: null,
  history: [],
});

type Change = Partial<Base>;

function changeOf(base: Base, act: BaseAct): Change {
  switch (act.kind) {
    case "added":
    case "corrected":
      return act.details;
    case "alias":
      return { aliases: [...base.aliases, act.name] };
    case "evaluated":
      return act.effect === "remove"
        ? { status: "removed", deadline: null, reevaluation: null }
        : act.effect === "rectify"
          ? { status: "rectifying", deadline: act.deadline, reevaluation: act.reevaluation ?? null }
          : { status: "named", deadline: null, reevaluation: null };
    case "restored":
      return { status: "named", deadline: null, reevaluation: null };
  }
}

const newBase = (id: string, details: Extract<BaseAct, { kind: "added" }>["details"]): Base => ({
  ...details,
  id,
  aliases: [],
  status: "named",
  deadline: null,
  reevaluation: null,
  history: [],
});

/**
 * Every base of the published lists, in their order, and then those that were added, each with what has happened to it.
 * An event of a base nobody knows is left out: its list is not in this program.
 */
export function foldBases(published: readonly RegistryEntry[], events: readonly BaseEvent[]): Base[] {
  const bases = new Map(published.map((entry) => [idOfEntry(entry), fromEntry(entry)]));
  for (const event of events) {
    const known = bases.get(event.base);
    const { act } = event;
    const base = known ?? (act.kind === "added" ? newBase(event.base, act.details) : null);
    if (base === null) continue;
    bases.set(event.base, { ...base, ...changeOf(base, act), history: [...base.history, event] });
  }
  return [...bases.values()];
}

/** Bases as a check compares applicants with them: every name a base has stands for it. */
export const entriesOfBases = (bases: readonly Base[]): RegistryEntry[] =>
  bases.map((base) => ({
    register: base.register,
    name: base.name,
    direction: base.direction,
    batch: base.batch,
    level: base.level,
    source: base.source,
    ...(base.aliases.length === 0 ? {} : { aliases: base.aliases }),
    ...(base.status === "removed" ? { removed: true } : {}),
  }));
