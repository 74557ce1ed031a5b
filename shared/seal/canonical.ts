import canonicalize from "canonicalize";

/** Every runtime of the program has it, but the language's own library does not declare it. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Why a value has no canonical JSON, and where (`sheets/0/remark`). */
export interface CanonicalFault {
  readonly code: "undefined" | "not-finite" | "lone-surrogate" | "not-plain" | "too-deep";
  readonly place: string;
}

const deepest = 64;

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

function faultOfEntries(
  entries: readonly (readonly [string, unknown])[],
  place: string,
  depth: number,
): CanonicalFault | null {
  if (depth > deepest) return { code: "too-deep", place: "" };
  for (const [key, value] of entries) {
    const inner = place === "" ? key : `${place}/${key}`;
    if (!key.isWellFormed()) return { code: "lone-surrogate", place: inner.toWellFormed() };
    const fault = canonicalFault(value, inner, depth);
    if (fault !== null) return fault;
  }
  return null;
}

/**
 * First thing in a value that RFC 8785 cannot write, or `null`. The library drops `undefined` silently, so two different
 * values could get the same bytes: it is refused here, with non-finite numbers, lone surrogates (I-JSON, RFC 7493) and
 * anything that is not plain JSON data (a Map or a Date would become `{}` or a string).
 */
export function canonicalFault(value: unknown, place = "", depth = 0): CanonicalFault | null {
  if (value === null || typeof value === "boolean") return null;
  if (typeof value === "string") return value.isWellFormed() ? null : { code: "lone-surrogate", place };
  if (typeof value === "number") return Number.isFinite(value) ? null : { code: "not-finite", place };
  if (value === undefined) return { code: "undefined", place };
  if (typeof value !== "object") return { code: "not-plain", place };
  // Array.from turns the holes of a sparse array into undefined, which is then refused.
  if (Array.isArray(value))
    return faultOfEntries(
      Array.from(value, (entry: unknown, index) => [String(index), entry] as const),
      place,
      depth + 1,
    );
  return isPlain(value)
    ? faultOfEntries(Object.entries(value), place, depth + 1)
    : { code: "not-plain", place };
}

/** RFC 8785 text of a plain JSON value. Throws on what `canonicalFault` finds: outside data is checked before it comes here. */
export function canonicalText(value: unknown): string {
  const fault = canonicalFault(value);
  const text = fault === null ? canonicalize(value) : undefined;
  if (text === undefined) throw new TypeError(`no canonical JSON: ${fault?.code} at ${fault?.place}`);
  return text;
}

/** The bytes that are digested and signed: RFC 8785 text in UTF-8. */
export const canonicalBytes = (value: unknown): Uint8Array => new TextEncoder().encode(canonicalText(value));
