import { Exact, normalDecimal } from "../scoring/decimal.ts";
import { showValue } from "./recompute.ts";
import type { Measure, MeasureInput } from "./scheme.ts";
import { meets, rangeOf } from "./value-range.ts";

const signs = { ">=": "≥", ">": ">", "<=": "≤", "<": "<" } as const;

/** What the entered numbers of a point come to. A number that was not entered leaves the point open; it is never 0. */
export type Measured =
  | { readonly state: "missing"; readonly missing: readonly string[] }
  | { readonly state: "impossible"; readonly input: string }
  | {
      readonly state: "measured";
      /** `null`: the notice gives no number to compare with, or its references disagree. */
      readonly met: boolean | null;
      readonly value: string;
      readonly unit: string;
      readonly expected: string;
      readonly arithmetic: string;
    };

type Inputs = Readonly<Record<string, string>>;
type Input = { readonly id: string; readonly name: string };

export const inputsOf = (measure: Measure): MeasureInput[] => {
  switch (measure.kind) {
    case "share":
      return [measure.part, measure.whole];
    case "change":
      return [measure.before, measure.after];
    case "compare":
      return [measure.own, ...measure.references];
    case "count":
      return [measure.count];
  }
};

function against(
  measure: Exclude<Measure, { kind: "compare" }>,
  value: Exact,
  arithmetic: string,
  unit: string,
): Measured {
  const range = rangeOf(value.toFixed(), undefined);
  const limit = measure.value;
  return {
    state: "measured",
    met: limit === null || range === null ? null : meets(range, measure.op, limit),
    value: showValue(value),
    unit,
    expected: limit === null ? "" : `${signs[measure.op]}${limit}${unit}`,
    arithmetic,
  };
}

/** Every reference that was entered is compared; two that lead to different answers decide nothing. */
function compareAll(measure: Extract<Measure, { kind: "compare" }>, inputs: Inputs): Measured {
  const own = inputs[measure.own.id];
  const given = measure.references.flatMap((reference) => {
    const value = inputs[reference.id];
    return value === undefined ? [] : [{ name: reference.name, value }];
  });
  const missing = [
    ...(own === undefined ? [measure.own.name] : []),
    ...(given.length === 0 ? [measure.references.map((one) => one.name).join(" / ")] : []),
  ];
  if (own === undefined || given.length === 0) return { state: "missing", missing };
  const range = rangeOf(own, undefined);
  const verdicts = given.map(({ value }) => range !== null && meets(range, measure.op, value));
  const agreed = verdicts.every((verdict) => verdict === verdicts[0]);
  // One of two references says nothing about the other: the notice names both.
  const complete = given.length === measure.references.length;
  return {
    state: "measured",
    met: agreed && complete ? (verdicts[0] ?? null) : null,
    value: normalDecimal(own),
    unit: "%",
    expected: given.map(({ name, value }) => `${signs[measure.op]}${value}%（${name}）`).join("；"),
    arithmetic: given
      .map(({ name, value }) => `${normalDecimal(own)} − ${value}（${name}）= ${difference(own, value)}`)
      .join("; "),
  };
}

const difference = (one: string, other: string): string => normalDecimal(new Exact(one).minus(other));

/** Computes a numeric evaluation point in exact decimals, with the arithmetic a person can follow. */
export function measurePoint(measure: Measure, inputs: Inputs): Measured {
  if (measure.kind === "compare") return compareAll(measure, inputs);
  const needed: readonly Input[] = inputsOf(measure);
  const missing = needed.filter((input) => inputs[input.id] === undefined).map((input) => input.name);
  if (missing.length > 0) return { state: "missing", missing };
  const at = (input: Input): string => inputs[input.id] ?? "";
  switch (measure.kind) {
    case "share": {
      const [part, whole] = [at(measure.part), at(measure.whole)];
      if (new Exact(whole).lte(0)) return { state: "impossible", input: measure.whole.name };
      const value = new Exact(part).div(whole).times(100);
      return against(
        measure,
        value,
        `${part} ÷ ${whole} × 100 ${value.eq(showValue(value)) ? "=" : "≈"} ${showValue(value)}`,
        "%",
      );
    }
    case "change": {
      const [before, after] = [at(measure.before), at(measure.after)];
      const value = new Exact(after).minus(before);
      return against(measure, value, `${after} − ${before} = ${showValue(value)}`, "个百分点");
    }
    case "count":
      return against(
        measure,
        new Exact(at(measure.count)),
        normalDecimal(at(measure.count)),
        measure.count.unit,
      );
  }
}
