import { z } from "zod";
import { isWordKey, say, type WordKey } from "../text/catalogue/index.ts";
import type { Locale } from "../text/define-words.ts";
import { lineOfField, linesOfJson } from "../text/json-lines.ts";
import { Scheme } from "./scheme.ts";
import { type RuleProblem, ruleProblems } from "./scheme-rules.ts";
import { pathOf } from "./validate-scheme.ts";

/** What can be wrong with a draft. Words: `scheme.problem.<code>`. */
export const problemCodes = [
  "missing",
  "wrong-kind",
  "empty",
  "not-a-number",
  "not-a-date",
  "not-a-time",
  "not-an-id",
  "unknown-choice",
  "unknown-field",
  "too-few",
  "too-small",
  "repeated",
  "unknown-direction",
  "unknown-subject",
  "unknown-city",
  "unknown-outcome",
  "unknown-indicator",
  "equal-ends",
  "pair-not-allowed",
  "measure-mismatch",
  "last-grade",
  "grade-order",
  "no-scheme",
] as const;

export const SchemeProblem = z.object({
  /** Path in the file: `indicators[2].thresholds.region.value`. */
  field: z.string(),
  code: z.enum(problemCodes),
  params: z.record(z.string(), z.string()),
  /** Line of a file the draft was read from. */
  line: z.number().int().positive().optional(),
});
export type SchemeProblem = z.infer<typeof SchemeProblem>;

type Issue = z.core.$ZodIssue;

const formats: Readonly<Record<string, SchemeProblem["code"]>> = { date: "not-a-date", regex: "not-an-id" };

/** A pattern of ours says by its place which kind of text it wants. */
function patternCode(path: readonly PropertyKey[]): SchemeProblem["code"] {
  const last = String(path.at(-1) ?? "");
  if (last === "time") return "not-a-time";
  return last === "id" ? "not-an-id" : "not-a-number";
}

function codeOf(issue: Issue): SchemeProblem["code"] {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "missing" : "wrong-kind";
    case "invalid_format":
      return issue.format === "regex" ? patternCode(issue.path) : (formats[issue.format] ?? "wrong-kind");
    case "too_small":
      return issue.origin === "string" ? "empty" : issue.origin === "array" ? "too-few" : "too-small";
    case "unrecognized_keys":
      return "unknown-field";
    case "invalid_value":
    case "invalid_union":
    case "invalid_key":
      return "unknown-choice";
    default:
      return "wrong-kind";
  }
}

function problemsOf(issue: Issue): SchemeProblem[] {
  const code = codeOf(issue);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ field: pathOf([...issue.path, key]), code, params: { name: key } }));
  const values = issue.code === "invalid_value" ? { choices: issue.values.map(String).join(" / ") } : {};
  return [{ field: pathOf(issue.path), code, params: values }];
}

const fromRule = ({ field, code, about }: RuleProblem): SchemeProblem => ({
  field,
  code,
  params: { name: about },
});

/** Everything that is wrong with a draft, in the order of the file; empty: it is a scheme. */
export function schemeProblems(raw: unknown): SchemeProblem[] {
  if (raw === null || typeof raw !== "object" || Array.isArray(raw))
    return [{ field: "", code: "no-scheme", params: {} }];
  const parsed = Scheme.safeParse(raw, { reportInput: true });
  return parsed.success ? ruleProblems(parsed.data).map(fromRule) : parsed.error.issues.flatMap(problemsOf);
}

/** Says for each problem on which line of the file's text its field stands, or what is around it. */
export function withLines(problems: readonly SchemeProblem[], text: string): SchemeProblem[] {
  const lines = linesOfJson(text);
  return problems.map((problem) => {
    const line = lineOfField(lines, problem.field);
    return line === null ? problem : { ...problem, line };
  });
}

const fieldNames: Readonly<Record<string, WordKey>> = {
  id: "scheme.field.id",
  version: "scheme.field.version",
  title: "scheme.field.title",
  issuer: "scheme.field.issuer",
  documentNo: "scheme.field.documentNo",
  year: "scheme.field.year",
  province: "scheme.field.province",
  cities: "scheme.field.cities",
  deadline: "scheme.field.deadline",
  date: "scheme.field.date",
  time: "scheme.field.time",
  directions: "scheme.field.directions",
  direction: "scheme.field.direction",
  subjects: "scheme.field.subjects",
  subject: "scheme.field.subject",
  binding: "scheme.field.binding",
  indicators: "scheme.field.indicators",
  thresholds: "scheme.field.thresholds",
  name: "scheme.field.name",
  unit: "scheme.field.unit",
  measure: "scheme.field.measure",
  value: "scheme.field.value",
  op: "scheme.field.op",
  settings: "scheme.field.settings",
  baseYears: "scheme.field.baseYears",
  outline: "scheme.field.outline",
  targetChars: "scheme.field.targetChars",
  attachments: "scheme.field.attachments",
  quotas: "scheme.field.quotas",
  max: "scheme.field.max",
  exclusions: "scheme.field.exclusions",
  register: "scheme.field.register",
  points: "scheme.field.points",
  kind: "scheme.field.kind",
  targets: "scheme.field.targets",
  tasks: "scheme.field.tasks",
  evaluation: "scheme.field.evaluation",
  grading: "scheme.field.grading",
  scoreSheet: "scheme.field.scoreSheet",
  items: "scheme.field.items",
  objective: "editor.objective",
  indicator: "editor.objective.indicator",
  zero: "editor.objective.zero",
  full: "editor.objective.full",
  source: "scheme.field.source",
  lateSource: "scheme.field.lateSource",
  delivery: "scheme.field.delivery",
  copies: "scheme.field.copies",
  group: "scheme.field.group",
  text: "scheme.field.text",
  notes: "scheme.field.notes",
  part: "scheme.field.part",
  whole: "scheme.field.whole",
  own: "scheme.field.own",
  references: "scheme.field.references",
  count: "scheme.field.count",
  cadence: "scheme.field.cadence",
  by: "scheme.field.by",
  outcomes: "scheme.field.outcomes",
  condition: "scheme.field.condition",
  consequence: "scheme.field.consequence",
  effect: "scheme.field.effect",
  levels: "scheme.field.levels",
  from: "editor.levelFrom",
  minimum: "scheme.field.minimum",
  share: "scheme.field.share",
  veto: "scheme.field.veto",
  match: "scheme.field.match",
  require: "scheme.field.require",
  exclude: "scheme.field.exclude",
  confusedWith: "scheme.field.confusedWith",
  aliases: "scheme.field.aliases",
  lead: "scheme.field.lead",
  action: "scheme.field.action",
  place: "scheme.field.place",
  zone: "scheme.field.zone",
  lateAccepted: "scheme.field.lateAccepted",
  note: "scheme.field.note",
  growthMethod: "scheme.field.growthMethod",
  outlineTolerance: "scheme.field.outlineTolerance",
  boundWords: "scheme.field.boundWords",
  totalChars: "scheme.field.totalChars",
  delivers: "scheme.field.delivers",
  perDirection: "scheme.field.perDirection",
  total: "scheme.field.total",
  guidance: "scheme.field.guidance",
  provisional: "scheme.field.provisional",
  per: "scheme.field.per",
  electronic: "scheme.field.electronic",
  purpose: "scheme.field.purpose",
  type: "scheme.field.type",
  before: "scheme.field.before",
  after: "scheme.field.after",
  level: "scheme.field.level",
  within: "scheme.field.within",
  sortedBy: "scheme.field.sortedBy",
  number: "scheme.field.number",
  cooperating: "scheme.field.cooperating",
  quote: "scheme.field.quote",
  region: "subject.region",
  university: "subject.university",
  institute: "subject.institute",
  enterprise: "subject.enterprise",
};

const named = (raw: unknown): string => {
  if (raw === null || typeof raw !== "object") return "";
  const { name, title, text } = raw as { name?: unknown; title?: unknown; text?: unknown };
  const found = [name, title, text].find((value) => typeof value === "string" && value !== "");
  return typeof found === "string" ? found : "";
};

/** `indicators[2].thresholds.region.value` → `量化指标第3项“…”› 门槛 › 区域 › 数值`: where a clerk finds the field on the screen. */
function fieldWords(locale: Locale, raw: unknown, field: string): string {
  let here: unknown = raw;
  const words = field
    .split(".")
    .filter((part) => part !== "")
    .map((part) => {
      const [, key = part, index] = /^([^[]*)(?:\[(\d+)\])?/.exec(part) ?? [];
      const word = fieldNames[key];
      here = here !== null && typeof here === "object" ? Reflect.get(here, key) : undefined;
      const label = word === undefined ? key : say(locale, word);
      if (index === undefined) return label;
      here = Array.isArray(here) ? here[Number(index)] : undefined;
      const name = named(here);
      return say(locale, name === "" ? "scheme.field.nth" : "scheme.field.nthNamed", {
        list: label,
        number: String(Number(index) + 1),
        name,
      });
    });
  return words.join(" › ");
}

/** Ids of directions and types are said as words. */
function paramWords(locale: Locale, { code, params }: SchemeProblem): SchemeProblem["params"] {
  const prefix = code === "unknown-subject" ? "subject" : code === "unknown-direction" ? "direction" : null;
  const key = `${prefix}.${params.name}`;
  return prefix !== null && isWordKey(key) ? { ...params, name: say(locale, key) } : params;
}

/** What is wrong, without the field: for a message that stands beside it. */
export const problemText = (locale: Locale, problem: SchemeProblem): string =>
  say(locale, `scheme.problem.${problem.code}`, paramWords(locale, problem));

/** Field and what is wrong with it, in one sentence a clerk can act on. */
export const problemSentence = (locale: Locale, raw: unknown, problem: SchemeProblem): string =>
  say(locale, problem.line === undefined ? "scheme.problem" : "scheme.problemOnLine", {
    line: String(problem.line ?? ""),
    field: problem.field === "" ? say(locale, "scheme.field.file") : fieldWords(locale, raw, problem.field),
    problem: problemText(locale, problem),
  });
