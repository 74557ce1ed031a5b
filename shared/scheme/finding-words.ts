import { isWordKey, say, type WordKey } from "../text/catalogue/index.ts";
import type { Locale } from "../text/define-words.ts";
import type { Finding } from "./finding.ts";

/** Params that hold ids; their words depend on the language. */
const idParams: Readonly<Record<string, string>> = {
  direction: "direction",
  allowed: "direction",
  subjectType: "subject",
  field: "identityField",
};

function wordsOf(locale: Locale, prefix: string, ids: string): string {
  const separator = locale === "zh" ? "、" : ", ";
  return ids
    .split(",")
    .map((id) => {
      const key = `${prefix}.${id}`;
      return isWordKey(key) ? say(locale, key) : id;
    })
    .join(separator);
}

function keyOf(finding: Finding): WordKey | null {
  const base = `finding.${finding.kind}.${finding.status}`;
  const specific = finding.reason === undefined ? base : `${base}.${finding.reason}`;
  if (isWordKey(specific)) return specific;
  return isWordKey(base) ? base : null;
}

/** Kinds whose values are those of an identity field, which are ids for a subject type or a direction. */
const ofIdentity: readonly Finding["kind"][] = ["identity", "application-table"];

function valueWords(locale: Locale, finding: Finding, value: string): string {
  const field = ofIdentity.includes(finding.kind) ? finding.params.field : undefined;
  return field === "subject" || field === "direction" ? wordsOf(locale, field, value) : value;
}

/** What a quota is limited to, in brackets: nothing, an applicant type, a direction, or both. */
function scopeOf(locale: Locale, { direction = "", subjectType = "" }: Finding["params"]): string {
  const words = [
    ...(subjectType === "" ? [] : [wordsOf(locale, "subject", subjectType)]),
    ...(direction === "" ? [] : [wordsOf(locale, "direction", direction)]),
  ];
  if (words.length === 0) return "";
  return locale === "zh" ? `（${words.join("，")}）` : ` (${words.join(", ")})`;
}

/** Everything a sentence about a finding may name, in words of the language. */
export function wordParams(locale: Locale, finding: Finding): Record<string, string> {
  const params = Object.fromEntries(
    Object.entries(finding.params).map(([name, value]) => {
      const prefix = idParams[name];
      if (name === "listed") return [name, valueWords(locale, finding, value)];
      return [name, prefix === undefined ? value : wordsOf(locale, prefix, value)];
    }),
  );
  return {
    subject: finding.subject,
    expected: finding.expected ?? "",
    unit: finding.unit ?? "",
    // 相差 has no sign: which of the two is larger, the sentence says.
    margin: (finding.margin ?? "").replace(/^-/, ""),
    ...(finding.arithmetic === undefined ? {} : { arithmetic: finding.arithmetic }),
    scope: scopeOf(locale, finding.params),
    ...params,
    actual: valueWords(locale, finding, finding.actual ?? "") || "—",
  };
}

/** The sentence for a finding: what was found and what to do. Names and numbers are the finding's own strings. */
export function sentenceOf(locale: Locale, finding: Finding): string {
  const key = keyOf(finding);
  return key === null ? `${finding.rule}: ${finding.status}` : say(locale, key, wordParams(locale, finding));
}
