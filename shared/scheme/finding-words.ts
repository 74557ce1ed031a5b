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

/** The value of an identity field is an id where the field is a subject type or a direction. */
const actualOf = (locale: Locale, finding: Finding): string => {
  const field = finding.kind === "identity" ? finding.params.field : undefined;
  const actual = finding.actual ?? "";
  return field === "subject" || field === "direction" ? wordsOf(locale, field, actual) : actual;
};

/** What a quota is limited to, in brackets: nothing, an applicant type, a direction, or both. */
function scopeOf(locale: Locale, { direction = "", subjectType = "" }: Finding["params"]): string {
  const words = [
    ...(subjectType === "" ? [] : [wordsOf(locale, "subject", subjectType)]),
    ...(direction === "" ? [] : [wordsOf(locale, "direction", direction)]),
  ];
  if (words.length === 0) return "";
  return locale === "zh" ? `（${words.join("，")}）` : ` (${words.join(", ")})`;
}

/** The sentence for a finding: what was found and what to do. Names and numbers are the finding's own strings. */
export function sentenceOf(locale: Locale, finding: Finding): string {
  const key = keyOf(finding);
  if (key === null) return `${finding.rule}: ${finding.status}`;
  const params = Object.fromEntries(
    Object.entries(finding.params).map(([name, value]) => {
      const prefix = idParams[name];
      return [name, prefix === undefined ? value : wordsOf(locale, prefix, value)];
    }),
  );
  return say(locale, key, {
    subject: finding.subject,
    expected: finding.expected ?? "",
    unit: finding.unit ?? "",
    margin: finding.margin ?? "",
    ...(finding.arithmetic === undefined ? {} : { arithmetic: finding.arithmetic }),
    scope: scopeOf(locale, finding.params),
    ...params,
    actual: actualOf(locale, finding) || "—",
  });
}
