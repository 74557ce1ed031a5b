import { z } from "zod";
import type { Base } from "../register/base.ts";
import { countBases } from "../register/count-bases.ts";
import { Exact, normalDecimal } from "../scoring/decimal.ts";
import { DecimalString, type Scheme, Target, type Task } from "./scheme.ts";
import { meets, rangeOf } from "./value-range.ts";

/** A value a person entered for a target, with where it comes from. The latest one counts. */
export const TargetValue = z.object({
  target: z.string(),
  value: DecimalString,
  /** What the value speaks of, e.g. 2022年底. */
  asOf: z.string(),
  source: z.string(),
  by: z.string(),
  at: z.string(),
});
export type TargetValue = z.infer<typeof TargetValue>;

/** `unknown`: no list in the program counts towards it and nobody has entered a value. It never reads as 0. */
const BoardState = z.enum(["reached", "short", "unknown"]);

export const BoardRow = z.object({
  target: Target,
  state: BoardState,
  /** Where the value in force comes from: an entered one wins over the register. */
  origin: z.enum(["entered", "register", "none"]),
  value: DecimalString.nullable(),
  /** target − value, in the unit of the target; not below 0. `null` while the value is unknown. */
  gap: DecimalString.nullable(),
  entered: TargetValue.nullable(),
  /** Names the register counts; `null`: it has no list of this kind. Lists may be incomplete: a count is at least this many. */
  counted: z.array(z.string()).nullable(),
});
export type BoardRow = z.infer<typeof BoardRow>;

const latestOf = (values: readonly TargetValue[], target: string): TargetValue | null =>
  values
    .filter((value) => value.target === target)
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .at(-1) ?? null;

function rowOf(target: Target, bases: readonly Base[], values: readonly TargetValue[]): BoardRow {
  const entered = latestOf(values, target.id);
  const found = target.count === null ? null : countBases(bases, target.count);
  const counted = found?.map((base) => base.name) ?? null;
  const value = entered?.value ?? (counted === null ? null : String(counted.length));
  const origin = entered ? "entered" : counted === null ? "none" : "register";
  if (value === null) return { target, state: "unknown", origin, value, gap: null, entered, counted };
  const range = rangeOf(value, undefined);
  const reached = range !== null && meets(range, target.op, target.value) === true;
  const gap = reached ? "0" : normalDecimal(new Exact(target.value).minus(value).abs());
  return {
    target,
    state: reached ? "reached" : "short",
    origin,
    value: normalDecimal(value),
    gap,
    entered,
    counted,
  };
}

/** Every measurable target of a plan beside what is known: target, value, gap. */
export const planBoard = (
  scheme: Scheme,
  bases: readonly Base[],
  values: readonly TargetValue[],
): BoardRow[] => (scheme.targets ?? []).map((target) => rowOf(target, bases, values));

/** Tasks a department leads or helps with, in the order of the plan. The empty name asks for all. */
export const tasksOf = (tasks: readonly Task[], department: string): readonly Task[] =>
  department === ""
    ? tasks
    : tasks.filter((task) => [...task.lead, ...task.cooperating].includes(department));
