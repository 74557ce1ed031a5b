import type { Scheme } from "../../scheme/scheme.ts";
import { type NormalisedText, normaliseText, rawSpan } from "../../text/normalise-text.ts";
import { quantitiesOf } from "../../text/quantity.ts";
import type { Evidence } from "../evidence.ts";
import type { ReadFact } from "../fact.ts";
import { toUnit, unitOf } from "./amount.ts";
import { type Context, note, textEvidence } from "./context.ts";
import { doubtOf, isPerTenThousand, rivalsOf } from "./doubts.ts";
import { type IndicatorMatch, matchIndicators } from "./match-indicators.ts";
import { goesOn, matchStatement, type StatementMatch } from "./match-statement.ts";
import { type Statement, statementsOf } from "./statement.ts";

/** A piece of running text: a paragraph, or a long cell of a form. */
export interface Passage {
  readonly block: string;
  readonly cell?: string;
  readonly text: string;
  /** Stands under 预期目标, 发展思路 or the like. */
  readonly future: boolean;
}

const longestStatement = 80;
const meanWord = /年均|平均|每年|均值|复合/;
const totalWord = /累计|合计|共计|总计|总共|三年共/;
const aimWord = /力争|争取|目标(?:是|为|值|:)|未来|今后|下一步|确保(?:到|实现|达)|计划到|预期/;
/** 全市创新型企业1200家: the number of more than the applicant, unless the applicant is the whole city. */
const widerArea = /全(?:市|省|州|国|自治区)/;
const requirementWord = /要求|门槛|标准(?:为|是|不|≥)|基本条件/;
const untilYear = /(?:到|至|截至)((?:19|20)\d{2})年/g;
const introduces = /(?:为|达|达到|是|至|到|:|数|数量|人数|金额|增速|约|超过|近|有)$/;

interface Reader {
  readonly context: Context;
  readonly scheme: Scheme;
  readonly passage: Passage;
  readonly normalised: NormalisedText;
}

const laterThan = (text: string, year: number): boolean =>
  [...text.matchAll(untilYear)].some((found) => Number(found[1]) > year);

/** 到2024年,年平均就业达到1.5万人: the year of the plan, though the number is a mean. */
const untilYearOf = (text: string, year: number): number | undefined =>
  [...text.matchAll(untilYear)].map((found) => Number(found[1])).findLast((until) => until > year);

function roleOf(reader: Reader, statement: Statement): ReadFact["role"] {
  const { quantity, wide, near } = statement;
  if (requirementWord.test(near)) return "requirement";
  const thisYear = reader.scheme.year;
  if ((quantity.year ?? 0) > thisYear || laterThan(wide, thisYear)) return "target";
  if (quantity.year !== undefined && quantity.year < thisYear) return "value";
  if (aimWord.test(wide)) return "target";
  return reader.passage.future && quantity.year === undefined ? "target" : "value";
}

/** What the words around a number leave open about an indicator that is a yearly mean or a rate over years. */
function measureDoubt(statement: Statement, match: IndicatorMatch): string | null {
  const { measure } = match.indicator;
  const around = statement.head;
  if (measure === "stock" || statement.quantity.year !== undefined || meanWord.test(around)) return null;
  if (totalWord.test(around)) return "total-not-mean";
  return measure === "yearly-growth" ? "single-year-growth" : "mean-or-total";
}

/** 平台23个，其中国家级2个、市级4个: parts of the number before, until a clause names an indicator of its own. */
function isPart(reader: Reader, statement: Statement, found: StatementMatch): boolean {
  const before = reader.normalised.text.slice(statement.sentenceAt, statement.quantity.at);
  const parts = Math.max(before.lastIndexOf("其中"), before.lastIndexOf("包括"));
  if (parts <= 0 || !/\d/.test(before.slice(0, parts))) return false;
  const since = before.slice(parts).replace(/(\d),(?=\d{3})/g, "$1");
  return !/[;；]/.test(since) && !(found.close && /\d[^,]*,/.test(since));
}

function doubtAbout(
  reader: Reader,
  statement: Statement,
  found: StatementMatch,
  match: IndicatorMatch,
  role: ReadFact["role"],
): string | null {
  const { quantity } = statement;
  const plain = role === "value" ? quantity : withoutExpectation(quantity);
  const rivals = rivalsOf(found.matches).length - 1;
  const doubt = doubtOf({
    match,
    rivals,
    quantity: plain,
    unitMissing: false,
    total: false,
    headerSure: true,
  });
  if (doubt !== null) return doubt;
  if (quantity.unit === null) return "unit-missing";
  if (/下降|减少|降低|下滑/.test(statement.near) && match.indicator.measure === "yearly-growth")
    return "decrease";
  if (isPart(reader, statement, found)) return "part-of";
  if (role === "value" && widerArea.test(reader.normalised.text.slice(statement.clauseAt, quantity.at)))
    return "wider-area";
  if (found.far) return "far-words";
  return role === "value" ? measureDoubt(statement, match) : null;
}

/** 力争 before a target says nothing new. */
function withoutExpectation(quantity: Statement["quantity"]): Statement["quantity"] {
  if (quantity.qualifier !== "expected") return quantity;
  const { qualifier: _expected, ...rest } = quantity;
  return rest;
}

function evidenceOf(reader: Reader, statement: Statement, from: number): Evidence {
  const { normalised, passage, context } = reader;
  const value = rawSpan(normalised, statement.quantity.at, statement.quantity.to);
  const words = rawSpan(normalised, from, statement.to).text.trim();
  const evidence = textEvidence(context, passage.block, value, words);
  return passage.cell === undefined ? evidence : { ...evidence, cell: passage.cell };
}

/** 到2024年,力争…: the words that make it a plan stand at the front of the sentence. */
const targetFrom = (statement: Statement, found: StatementMatch): number =>
  statement.quantity.at - statement.sentenceAt <= longestStatement ? statement.sentenceAt : found.from;

function factOf(
  reader: Reader,
  statement: Statement,
  found: StatementMatch,
  match: IndicatorMatch,
): ReadFact | null {
  const { quantity } = statement;
  const { indicator } = match;
  const perTenThousand = isPerTenThousand(indicator);
  // 0.3亿 for an indicator in 万元: of 亿元 only 元 is left out.
  const unit = quantity.unit ?? (quantity.scale === undefined ? null : unitOf(quantity, indicator.unit).unit);
  const converted = unit === null ? null : toUnit(quantity.value, unit, indicator.unit, perTenThousand);
  if (converted !== null && !converted.ok) return null;
  const role = roleOf(reader, statement);
  const doubt = doubtAbout(reader, statement, found, match, role);
  const year =
    quantity.year ?? (role === "target" ? untilYearOf(statement.wide, reader.scheme.year) : undefined);
  return {
    key: indicator.id,
    value: converted?.value ?? quantity.value,
    unit: indicator.unit,
    ...(year === undefined ? {} : { year }),
    ...(quantity.qualifier === undefined ? {} : { qualifier: quantity.qualifier }),
    role,
    sure: doubt === null,
    ...(doubt === null ? {} : { doubt }),
    evidence: evidenceOf(reader, statement, role === "target" ? targetFrom(statement, found) : found.from),
  };
}

/** 1200万美元 for an indicator in 万元: never converted, but said. */
function noteMismatch(reader: Reader, statement: Statement): void {
  const { quantity, near } = statement;
  if (quantity.unit === null) return;
  const [match] = matchIndicators(reader.scheme, near).filter((candidate) => !candidate.confused);
  if (match === undefined) return;
  const converted = toUnit(quantity.value, quantity.unit, match.indicator.unit, false);
  const close = /美|欧|英镑|日元|港|人次|百分点/.test(quantity.unit);
  if (converted.ok || !close) return;
  const code = converted.code === "other-currency" ? "other-currency" : "unit-mismatch";
  note(
    reader.context,
    code,
    reader.passage.block,
    rawSpan(reader.normalised, statement.clauseAt, statement.to).text,
  );
}

/** A bare number counts only where the words lead up to it (人数为9120). */
const isIntroduced = (reader: Reader, statement: Statement): boolean =>
  statement.quantity.unit !== null ||
  introduces.test(reader.normalised.text.slice(statement.clauseAt, statement.quantity.at).trim());

/** 截至2020年底拥有56家 is one number, not a yearly one; a stock given for several years keeps them. */
function dropLoneYears(scheme: Scheme, facts: ReadFact[]): ReadFact[] {
  if (facts.length === 0) return facts;
  const stocks = new Set(scheme.indicators.filter(({ measure }) => measure === "stock").map(({ id }) => id));
  const years = new Map<string, Set<number | undefined>>();
  for (const fact of facts.filter(({ role }) => role === "value"))
    years.set(fact.key, (years.get(fact.key) ?? new Set()).add(fact.year));
  return facts.map((fact) => {
    const several = (years.get(fact.key)?.size ?? 0) > 1;
    if (fact.year === undefined || !stocks.has(fact.key) || several || fact.role !== "value") return fact;
    const { year: _year, ...rest } = fact;
    return rest;
  });
}

/** A fact with the statement it was read from. */
interface Reading {
  readonly statement: Statement;
  readonly close: boolean;
  readonly fact: ReadFact;
}

/**
 * 国家级3个、省级5个，共8个: of several numbers without years in one sentence for one indicator only the sum is sure, and
 * without a sum none is.
 */
function doubtEnumerations(readings: readonly Reading[]): ReadFact[] {
  const groups = Map.groupBy(
    readings.filter(({ fact }) => fact.sure && fact.role === "value" && fact.year === undefined),
    ({ statement, fact }) => `${statement.sentenceAt} ${fact.key}`,
  );
  const doubtful = new Map<ReadFact, string>();
  for (const group of groups.values()) {
    const summed = group.filter(({ statement }) =>
      /^(?:总)?(?:共|合计|总计|总数)|年均|平均/.test(statement.near),
    );
    const sums = summed.length === 1 ? summed : group.filter(({ close }) => close);
    const doubt = sums.length === 1 ? "part-of" : "several-candidates";
    if (group.length < 2) continue;
    for (const reading of group) {
      if (sums.length !== 1 || reading !== sums[0]) doubtful.set(reading.fact, doubt);
    }
  }
  return readings.map(({ fact }) => {
    const doubt = doubtful.get(fact);
    return doubt === undefined ? fact : { ...fact, sure: false, doubt };
  });
}

/** What the sentence spoke of last. */
interface Spoken {
  readonly sentenceAt: number;
  readonly found: StatementMatch | null;
}

/** Facts a passage states about the scheme's indicators, matched by meaning, each number with its place. */
export function readNarrative(context: Context, passage: Passage): ReadFact[] {
  const { scheme } = context;
  if (scheme === null || !/[\d一二两三四五六七八九十百千万]/.test(passage.text)) return [];
  const normalised = normaliseText(passage.text);
  const reader: Reader = { context, scheme, passage, normalised };
  const readings: Reading[] = [];
  let last: Spoken = { sentenceAt: -1, found: null };
  for (const statement of statementsOf(normalised.text, quantitiesOf(normalised))) {
    const own: StatementMatch | null = isIntroduced(reader, statement)
      ? matchStatement(scheme, statement)
      : null;
    const carried: StatementMatch | null =
      last.sentenceAt === statement.sentenceAt && goesOn(statement) ? last.found : null;
    const found: StatementMatch | null = own ?? carried;
    if (found === null) {
      noteMismatch(reader, statement);
      continue;
    }
    const read = rivalsOf(found.matches)
      .map((match) => factOf(reader, statement, found, match))
      .filter((fact) => fact !== null);
    readings.push(...read.map((fact) => ({ statement, fact, close: found.close })));
    if (read.length > 0) last = { sentenceAt: statement.sentenceAt, found };
    else noteMismatch(reader, statement);
  }
  return dropLoneYears(scheme, doubtEnumerations(readings));
}
