import { z } from "zod";
import type { Document, TableBlock } from "../submission/document.ts";
import { Evidence } from "../submission/evidence.ts";
import { type Context, cellEvidence, textEvidence } from "../submission/extract/context.ts";
import { compact, normaliseText, rawSpan } from "../text/normalise-text.ts";
import { type Quantity, quantitiesOf } from "../text/quantity.ts";
import { convert, parseUnit } from "../text/unit.ts";
import { yearOfLabel } from "../text/year.ts";
import { matchesWords } from "./match.ts";
import { inputsOf } from "./measure-point.ts";
import { DecimalString, type Match, type Measure, type MeasureInput } from "./scheme.ts";

/** Why a proposed number is less than sure; every proposal has to be confirmed by a person in any case. Words: `point.doubt.<code>`. */
const inputDoubts = ["unit-missing", "year-missing", "approximate", "target", "several"] as const;
export const InputDoubt = z.enum(inputDoubts);
export type InputDoubt = z.infer<typeof InputDoubt>;

/** A number of the dossier that may be an input of an evaluation point, with its place. It answers nothing by itself. */
export const InputProposal = z.object({
  input: z.string(),
  /** In the unit of the input, exact. */
  value: DecimalString,
  unit: z.string(),
  year: z.number().int().optional(),
  /** As it stands in the document. */
  written: z.string(),
  doubts: z.array(InputDoubt),
  evidence: Evidence,
});
export type InputProposal = z.infer<typeof InputProposal>;

export interface ReadFile {
  readonly file: string;
  readonly sha256: string;
  readonly document: Document;
}

type Input = MeasureInput;
type Found = Omit<InputProposal, "doubts"> & { readonly doubts: readonly InputDoubt[] };

const aims = /力争|争取|目标|未来|今后|下一步|计划到|预期|确保/;
const periods = /^(?:上年|本年|去年|今年|当年|上一年)/;

/** Words an input is looked for by: those of the scheme, else its own name without the period it stands for. */
const matchOf = (input: Input): Match =>
  input.match ?? { require: [[compact(input.name).replace(periods, "")]], exclude: [] };

const contextOf = ({ file, sha256 }: ReadFile): Context => ({ file, sha256, scheme: null, messages: [] });

/** A number of a sentence with the words that speak of it. */
interface Mention {
  readonly quantity: Quantity;
  /** Its clause and the noun behind it; everything since the number before; the sentence up to it. */
  readonly near: string;
  readonly head: string;
  readonly wide: string;
  /** UTF-16 range of the mention in the normalised text. */
  readonly at: number;
  readonly to: number;
  readonly opens: boolean;
}

const sentenceEnd = /[。!?！？\n]/;
const clauseStart = /^[\s\S]*[,，;；:：、()（）]/;
const nounBehind = /^[^\d,，。;；:：、()（）\n和与及以]{0,24}/;
const links = /[\s、,，;；]|(?:19|20)\d\d年|和|与|及|为|达到|达|是|分别|增至|升至|提高到|提升到/g;

function mentionsOf(text: string): Mention[] {
  const quantities = quantitiesOf(normaliseText(text));
  let before = 0;
  return quantities.map((quantity) => {
    const since = text.slice(before, quantity.at);
    const sentence = before + since.length - (since.split(sentenceEnd).at(-1)?.length ?? 0);
    const opens = sentence > before || before === 0;
    const head = text.slice(sentence, quantity.at);
    const tail = nounBehind.exec(text.slice(quantity.to))?.[0] ?? "";
    before = quantity.to;
    const start = text.lastIndexOf("。", quantity.at) + 1;
    return {
      quantity,
      near: head.replace(clauseStart, "") + tail,
      head: head + tail,
      wide: text.slice(start, quantity.at),
      at: sentence,
      to: quantity.to + tail.length,
      opens,
    };
  });
}

/** In the clause of the number, else in what stands since the number before; farther off it speaks of something else. */
const speaksOf = (input: Input, { near, head }: Mention): boolean =>
  matchesWords(matchOf(input), near) || matchesWords(matchOf(input), head);

/** 2015年为15.6%、2016年为17.0%: a number without words of its own goes on with what the one before was about. */
const goesOn = (mention: Mention): boolean => !mention.opens && mention.head.replaceAll(links, "") === "";

function inUnit(
  value: string,
  unit: string | null,
  input: Input,
): { value: string; missing: boolean } | null {
  if (unit === null) return { value, missing: true };
  const converted = convert(value, unit, input.unit);
  return converted.ok ? { value: converted.value, missing: false } : null;
}

interface Reading {
  readonly value: string;
  readonly unit: string | null;
  readonly year: number | undefined;
  readonly qualifier: string | undefined;
  readonly written: string;
  readonly aim: boolean;
  readonly evidence: Evidence;
}

function proposal(input: Input, reading: Reading, thisYear: number): Found | null {
  const amount = inUnit(reading.value, reading.unit, input);
  if (amount === null) return null;
  const { year } = reading;
  const aim = reading.aim || (year ?? 0) > thisYear;
  const soft = reading.qualifier === "about" || (reading.qualifier === "expected" && !aim);
  const doubts: InputDoubt[] = [
    ...(amount.missing ? ["unit-missing" as const] : []),
    ...(input.year !== undefined && year === undefined ? ["year-missing" as const] : []),
    ...(soft ? ["approximate" as const] : []),
    ...(aim ? ["target" as const] : []),
  ];
  return {
    input: input.id,
    value: amount.value,
    unit: input.unit,
    ...(year === undefined ? {} : { year }),
    written: reading.written,
    doubts,
    evidence: reading.evidence,
  };
}

/** Running text: each number with the words that speak of it. */
function fromText(
  file: ReadFile,
  block: string,
  text: string,
  inputs: readonly Input[],
  year: number,
): Found[] {
  if (!/\d|[一二三四五六七八九十百千万]/.test(text)) return [];
  const normalised = normaliseText(text);
  let last: readonly Input[] = [];
  return mentionsOf(normalised.text).flatMap((mention) => {
    const { quantity } = mention;
    const own = inputs.filter((input) => speaksOf(input, mention));
    const meant = own.length === 0 && goesOn(mention) ? last : own;
    last = meant;
    // A bare number in a sentence may be anything: a page, a rank, a model.
    if (quantity.unit === null) return [];
    const reading: Reading = {
      value: quantity.value,
      unit: quantity.unit,
      year: quantity.year,
      qualifier: quantity.qualifier,
      written: quantity.raw,
      aim: aims.test(mention.wide),
      evidence: textEvidence(
        contextOf(file),
        block,
        rawSpan(normalised, quantity.at, quantity.to),
        rawSpan(normalised, mention.at, mention.to).text.trim(),
      ),
    };
    return meant.flatMap((input) => proposal(input, reading, year) ?? []);
  });
}

const unitIn = (label: string): string | null => {
  const found = /[（(]([^（）()]{1,8})[）)]/.exec(label)?.[1] ?? /单位[:：]\s*(\S{1,6})/.exec(label)?.[1];
  return found !== undefined && parseUnit(found) ? found : null;
};

/** Header rows of a table are at most so many. */
const headRows = 8;

/** A table: the words left of the number and at the head of its column say what it is. */
function fromTable(file: ReadFile, block: TableBlock, inputs: readonly Input[], year: number): Found[] {
  const numbers = new Map(block.cells.map((cell) => [cell, quantitiesOf(normaliseText(cell.text))]));
  const words = Map.groupBy(
    block.cells.filter((cell) => numbers.get(cell)?.length === 0),
    (cell) => cell.row,
  );
  const heads = block.cells.filter(({ row }) => row <= headRows);
  return block.cells.flatMap((cell) => {
    const [quantity, ...others] = numbers.get(cell) ?? [];
    // A cell with words and several numbers is running text.
    if (quantity === undefined || others.length > 0)
      return fromText(file, block.id, cell.text, inputs, year).map((found) => ({
        ...found,
        evidence: cellEvidence(contextOf(file), block, cell, {
          start: found.evidence.start ?? 0,
          end: found.evidence.end ?? 0,
        }),
      }));
    const left = (words.get(cell.row) ?? [])
      .filter(({ column }) => column < cell.column)
      .map(({ text }) => text);
    const above = heads
      .filter(
        ({ row, column, columnSpan }) =>
          row < cell.row && column <= cell.column && cell.column < column + columnSpan,
      )
      .map(({ text }) => text);
    const label = [...left, ...above.slice(0, 3)].join(" ");
    const reading: Reading = {
      value: quantity.value,
      unit: quantity.unit ?? unitIn(label),
      year: quantity.year ?? above.map(yearOfLabel).find((one) => one !== null) ?? undefined,
      qualifier: quantity.qualifier,
      written: quantity.raw,
      aim: aims.test(label),
      evidence: cellEvidence(contextOf(file), block, cell),
    };
    return inputs.flatMap((input) =>
      matchesWords(matchOf(input), label) ? (proposal(input, reading, year) ?? []) : [],
    );
  });
}

/** 上年 and 本年: the two newest years given for the same thing, one after the other; a lone year answers neither for sure. */
function byYear(inputs: readonly Input[], found: readonly Found[]): Found[] {
  const dated = inputs.filter((input) => input.year !== undefined);
  if (dated.length === 0) return [...found];
  const ids = new Set(dated.map(({ id }) => id));
  const years = found.flatMap(({ input, year, doubts }) =>
    ids.has(input) && year !== undefined && !doubts.includes("target") ? [year] : [],
  );
  const newest = Math.max(...years);
  return found.filter(({ input, year }) => {
    const wanted = dated.find(({ id }) => id === input)?.year;
    if (wanted === undefined || year === undefined) return true;
    return wanted === "latest" ? year >= newest : year === newest - 1;
  });
}

const keyOf = ({ input, value, evidence }: Found): string =>
  [input, value, evidence.sha256, evidence.block, evidence.cell ?? "", evidence.start ?? ""].join("\n");

const sureFirst = (one: Found, other: Found): number => one.doubts.length - other.doubts.length;

/**
 * Numbers that stand in the files of a dossier for the inputs of a numeric evaluation point, each with its place and with what is
 * doubtful about it. Nothing is summed, rounded or chosen. `year`: the year of the scheme, which tells plans from values.
 */
export function proposeInputs(measure: Measure, files: readonly ReadFile[], year: number): InputProposal[] {
  const inputs = inputsOf(measure);
  const read = files.flatMap((file) =>
    file.document.blocks.flatMap((block) => {
      if (block.kind === "table") return fromTable(file, block, inputs, year);
      return block.kind === "image" ? [] : fromText(file, block.id, block.text, inputs, year);
    }),
  );
  const once = [...new Map(byYear(inputs, read).map((found) => [keyOf(found), found])).values()];
  return inputs.flatMap(({ id }) => {
    const own = once.filter(({ input }) => input === id).sort(sureFirst);
    const values = new Set(own.filter(({ doubts }) => doubts.length === 0).map(({ value }) => value));
    return own.map((found) => ({
      ...found,
      doubts: [...found.doubts, ...(values.size > 1 ? ["several" as const] : [])],
    }));
  });
}
