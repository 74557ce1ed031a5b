import type { QualifiedNumber } from "./quantity.ts";
import type { YearToken } from "./year.ts";

export interface YearedNumber {
  readonly number: QualifiedNumber;
  readonly year: number | null;
}

type Item = QualifiedNumber | YearToken;
const isYear = (item: Item): item is YearToken => "years" in item;

const sentenceEnd = /[。；;！!？?\n]/;
/** A value over several years: it belongs to none of them. */
const overYears = /年均|年平均|平均每年|每年平均|均值|平均|累计|合计|共计|总计|总共|三年共/;
const parenthesisBefore = /\([^()]*$/;

/** Years of the run that stands before a series: 2018年、2019年和2020年 or 2018-2020年. */
function yearsOf(run: readonly YearToken[]): number[] {
  return run.flatMap((token) => (token.compared ? [] : token.years));
}

interface Run {
  readonly years: readonly YearToken[];
  readonly numbers: readonly QualifiedNumber[];
}

/** Cuts the items of one sentence into runs: some years, then the numbers up to the next year. */
function runsOf(items: readonly Item[]): Run[] {
  const runs: { years: YearToken[]; numbers: QualifiedNumber[] }[] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (isYear(item)) {
      if (last === undefined || last.numbers.length > 0) runs.push({ years: [item], numbers: [] });
      else last.years.push(item);
    } else if (last === undefined) {
      runs.push({ years: [], numbers: [item] });
    } else {
      last.numbers.push(item);
    }
  }
  return runs;
}

/** 8400人（2018年）: the year in brackets behind its value. */
function yearBehind(text: string, number: QualifiedNumber, next: Item | undefined): number | null {
  if (next === undefined || !isYear(next) || next.years.length !== 1) return null;
  const enclosed = /^\s*\(\s*$/.test(text.slice(number.to, next.at)) && /^\s*\)/.test(text.slice(next.to));
  return enclosed ? (next.years[0] ?? null) : null;
}

const isDuration = (number: QualifiedNumber): boolean =>
  /^(?:年|个月|月|天|日)$/.test(number.token.unit ?? "");

function attachRun(text: string, run: Run): YearedNumber[] {
  const years = yearsOf(run.years);
  const counted = run.numbers.filter((number) => !isDuration(number));
  const series = years.length > 1 && counted.length >= years.length;
  const places = new Map(counted.map((number, place) => [number, place]));
  return run.numbers.map((number) => {
    const place = places.get(number);
    if (place === undefined) return { number, year: null };
    if (series) return { number, year: place < years.length ? (years[place] ?? null) : null };
    const from = run.years.at(-1)?.to ?? 0;
    const previous = counted[place - 1]?.to ?? from;
    const isMean = overYears.test(text.slice(Math.max(previous, number.at - 100), number.at));
    return { number, year: years.length === 1 && !isMean ? (years[0] ?? null) : null };
  });
}

function sentencesOf(text: string, items: readonly Item[]): Item[][] {
  const sentences: Item[][] = [];
  let end = -1;
  for (const item of items) {
    const last = sentences.at(-1);
    if (last === undefined || sentenceEnd.test(text.slice(end, item.at))) sentences.push([item]);
    else last.push(item);
    end = item.to;
  }
  return sentences;
}

/** Gives each number of a text the year it is for, where the text says so. */
export function attachYears(text: string, items: readonly Item[]): YearedNumber[] {
  const numbers = items.flatMap((item) => (isYear(item) ? [] : [{ number: item, year: null }]));
  if (numbers.length === items.length) return numbers;
  return sentencesOf(text, items).flatMap((sentence) => {
    const behind = new Map<Item, number>();
    const consumed = new Set<Item>();
    sentence.forEach((item, index) => {
      const next = sentence[index + 1];
      const year = isYear(item) ? null : yearBehind(text, item, next);
      if (
        year !== null &&
        next !== undefined &&
        !parenthesisBefore.test(text.slice(Math.max(0, item.at - 100), item.at))
      ) {
        behind.set(item, year);
        consumed.add(next);
      }
    });
    const rest = sentence.filter((item) => !consumed.has(item));
    return runsOf(rest).flatMap((run) =>
      attachRun(text, run).map((yeared) => ({ ...yeared, year: behind.get(yeared.number) ?? yeared.year })),
    );
  });
}
