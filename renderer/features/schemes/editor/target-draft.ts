import type { Target } from "../../../../shared/scheme/scheme.ts";
import { freshId } from "./draft-scheme.ts";
import { tidyLine } from "./plan-text.ts";

type Op = Target["op"];

const number = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`;
const reach =
  "(不少于|不低于|不超过|不高于|不多于|低于|少于|控制在|超过|突破|达到|达|增加到|提高到|建成|新增)";
const unit = "(个百分点|%|[^\\d，。；、（(）)以左约]{1,8})";
const amount = new RegExp(`^(.*?)${reach}?\\s*${number}\\s*${unit}(以上|以下|以内|左右)?$`, "s");
/** No statement of an amount is longer. */
const longest = 300;
const about = /约|左右|力争突破|接近|将近/;

/** 以上 and 以下 say it themselves; else the verb before the number does. */
function opOf(verb: string, bound: string): Op {
  if (bound === "以上") return ">=";
  if (bound === "以下" || bound === "以内") return "<=";
  if (verb === "超过" || verb === "突破") return ">";
  if (verb === "低于" || verb === "少于") return "<";
  return /^(不超过|不高于|不多于|控制在)$/.test(verb) ? "<=" : ">=";
}

interface Clause {
  readonly text: string;
  readonly name: string;
  readonly op: Op;
  readonly value: string;
  readonly unit: string;
}

/** One statement of an amount; `null`: none, or one no program can decide (约, 左右). */
function clauseOf(text: string): Clause | null {
  if (about.test(text) || text.length > longest) return null;
  const found = amount.exec(text.replace(/^到\d{4}年，?/, ""));
  if (!found) return null;
  const [, name = "", verb = "", value = "", measured = "", bound = ""] = found;
  if (name.trim() === "" || /^年/.test(measured)) return null;
  return {
    text,
    name: name.trim().replace(/[:：]$/, ""),
    op: opOf(verb, bound),
    value: value.replaceAll(",", ""),
    unit: measured.trim(),
  };
}

/** `高新区达到17个（国家级5个、自治区级12个）` → the whole and its two parts, each with the words of the whole as its source. */
function clausesOf(sentence: string): Clause[] {
  const [, main = sentence, inner = ""] = /^(.*?)[（(](.*)[）)]$/s.exec(sentence) ?? [];
  const whole = clauseOf(main);
  if (inner === "") return whole ? [whole] : [];
  const parts = whole
    ? inner.split(/[、，,；;]/).flatMap((part) => {
        const one = clauseOf(part.trim());
        return one ? [{ ...one, name: `${one.name}${whole.name}`, text: sentence }] : [];
      })
    : [];
  return whole ? [{ ...whole, text: sentence }, ...parts] : [];
}

/** Commas, semicolons and full stops end a statement outside brackets; 、 does after a unit only (100万家、…65万人). */
const statements = (line: string): string[] =>
  line
    .split(/[，。；;](?![^（(]*[）)])|(?<=\d[^\d，。；、（）]{1,4})、(?![^（(]*[）)])/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

const narrowDigits = (text: string): string => text.replace(/[０-９％．]/g, (sign) => sign.normalize("NFKC"));

function yearIn(text: string): number | null {
  const said = /到(20\d\d)年/.exec(text)?.[1];
  return said === undefined ? null : Number(said);
}

const years = /(?:19|20)\d\d年?/g;

/** Statements that hold an amount and became no target: 约 and 左右, which no program can decide, and what it cannot make out. */
export const unreadStatements = (typed: string): string[] =>
  narrowDigits(typed)
    .split("\n")
    .flatMap((raw) => statements(tidyLine(raw)))
    .filter((statement) => /\d/.test(statement.replaceAll(years, "")) && clausesOf(statement).length === 0);

/**
 * The text of a plan's aims → targets. A line that begins with —— names the part; every statement of an amount becomes a target of the year
 * the text speaks of. What the register can count is for a person to say.
 */
export function targetsFromText(
  typed: string,
  place: string,
  year: number,
  taken: readonly string[],
): Target[] {
  const ids = [...taken];
  const plain = narrowDigits(typed);
  let group = "";
  // Read across the ends of lines: a page of print may end inside `到2023年`.
  let due = yearIn(plain.replace(/\s/g, "")) ?? year;
  return plain.split("\n").flatMap((raw) => {
    const line = tidyLine(raw);
    const heading = /^[—–-]{1,2}\s*([^。：:]+)[。：:]/.exec(line);
    if (heading?.[1] !== undefined) group = heading[1].trim();
    return statements(heading ? line.slice(heading[0].length) : line).flatMap((statement) => {
      due = yearIn(statement) ?? due;
      return clausesOf(statement).map(({ text, name, op, value, unit: measured }): Target => {
        const id = freshId("target", ids);
        ids.push(id);
        const source = { place: group === "" ? place : `${place} ${group}`, quote: text };
        return { id, name, group, op, value, unit: measured, year: due, count: null, source };
      });
    });
  });
}
